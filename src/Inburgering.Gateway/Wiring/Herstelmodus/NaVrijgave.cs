namespace Inburgering.Gateway.Wiring.Herstelmodus;

/// <summary>A job that begins only when the database was not put back, or is released.</summary>
internal sealed class NaVrijgave(IHostedService taak, Herstelsein sein) : BackgroundService
{
    private bool begonnen;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!sein.Dicht)
        {
            await BeginAsync(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // the job first: this one ends when it has ended
        if (begonnen)
        {
            await taak.StopAsync(cancellationToken);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!begonnen)
        {
            await sein.Open.WaitAsync(stoppingToken);
            await BeginAsync(stoppingToken);
        }

        // what it throws ends the program, as it would without this
        await ((taak as BackgroundService)?.ExecuteTask ?? Task.CompletedTask);
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        begonnen = true;
        await taak.StartAsync(ct);
    }
}

/// <summary>All jobs of a group, also those that are added to it later.</summary>
internal static class NaVrijgaveWiring
{
    public static IServiceCollection AddNaVrijgave(this IServiceCollection services, Action<IServiceCollection> taken)
    {
        var eerder = services.Count;
        taken(services);
        for (var i = eerder; i < services.Count; i++)
        {
            if (services[i] is { IsKeyedService: false } dienst && dienst.ServiceType == typeof(IHostedService))
            {
                services[i] = ServiceDescriptor.Singleton<IHostedService>(s => new NaVrijgave(Make(s, dienst), s.GetRequiredService<Herstelsein>()));
            }
        }

        return services;
    }

    private static IHostedService Make(IServiceProvider services, ServiceDescriptor dienst) => (IHostedService)(
        dienst.ImplementationInstance ?? dienst.ImplementationFactory?.Invoke(services) ?? ActivatorUtilities.CreateInstance(services, dienst.ImplementationType!));
}
