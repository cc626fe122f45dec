namespace Inburgering.Gateway.Outbox;

/// <summary>The room's wiring: where data leaves.</summary>
internal static class OutboxWiring
{
    /// <summary>The worker, on machines with the role `taken`.</summary>
    public static IServiceCollection AddOutboxWorker(this IServiceCollection services) => services
        .AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section).ValidateDataAnnotations().ValidateOnStart().Services
        .AddScoped<MeldingRegels>()
        .AddScoped<Verzender>()
        .AddScoped<Contactgevolg>()
        .AddScoped<Aanmeldingsbesluit>()
        .AddScoped<Vertrektoets>()
        .AddScoped<MeldingVertrek>()
        .AddScoped<Meldinguitkomst>()
        .AddScoped<MeldingAfronding>()
        .AddScoped<MeldingAankomst>()
        .AddScoped<MeldingVerzending>()
        .AddSingleton<MeldingWorker>()
        .AddHostedService(s => s.GetRequiredService<MeldingWorker>());
}
