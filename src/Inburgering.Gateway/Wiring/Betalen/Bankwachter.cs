using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Betalen;
using Inburgering.Gateway.Inbox;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Wiring.Betalen;

/// <summary>Every minute, for each gemeente that pays: what the bank said and was left, and what it does not say.</summary>
internal sealed partial class Bankwachter(IServiceScopeFactory scopes, BeleidHouder houder, IOptions<InboxOptions> options, TimeProvider systeemklok, ILogger<Bankwachter> logger) : BackgroundService
{
    private readonly TimeSpan ronde = TimeSpan.FromSeconds(options.Value.RoosterwachtSeconden);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(ronde, systeemklok, stoppingToken);
            foreach (var gemeentecode in houder.Beleid.Gemeenten.Where(g => g.Value.Betaalrekening is not null).Select(g => g.Key))
            {
                await OneAsync(gemeentecode, stoppingToken);
            }
        }
    }

    private async Task OneAsync(string gemeentecode, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Bankwacht>().HandleAsync(gemeentecode, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFault(gemeentecode, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "De wacht over betalingen van gemeente {Gemeentecode} brak af: {Fout}")]
    private partial void LogFault(string gemeentecode, string fout);
}
