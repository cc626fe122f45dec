using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Betalen;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Inbox;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Wiring.Betalen;

/// <summary>Every minute, for each gemeente that pays: files to the bank, what it put out, what was left, and what it does not say; and whose fixed costs will be paid no more.</summary>
internal sealed partial class Bankwachter(IServiceScopeFactory scopes, BeleidHouder houder, IOptions<InboxOptions> options, TimeProvider systeemklok, ILogger<Bankwachter> logger) : BackgroundService
{
    private readonly TimeSpan ronde = TimeSpan.FromSeconds(options.Value.RoosterwachtSeconden);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(ronde, systeemklok, stoppingToken);
            // a bank that does not answer keeps no other gemeente waiting
            await Task.WhenAll(houder.Beleid.Gemeenten.Where(g => g.Value.Betaalrekening is not null).Select(g => OneAsync(g.Key, stoppingToken)));
        }
    }

    /// <summary>What one of them cannot do keeps the others from nothing.</summary>
    private async Task OneAsync(string gemeentecode, CancellationToken ct)
    {
        await ProbeerAsync<Bankbezorging>(gemeentecode, b => b.HandleAsync(gemeentecode, ct), ct);
        await ProbeerAsync<Bankophaling>(gemeentecode, b => b.HandleAsync(gemeentecode, ct), ct);
        await ProbeerAsync<Bankwacht>(gemeentecode, b => b.HandleAsync(gemeentecode, ct), ct);
        await ProbeerAsync<Afloopwacht>(gemeentecode, a => a.HandleAsync(gemeentecode, ct), ct);
    }

    private async Task ProbeerAsync<T>(string gemeentecode, Func<T, Task> doe, CancellationToken ct)
        where T : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await doe(scope.ServiceProvider.GetRequiredService<T>());
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFault(gemeentecode, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "De wacht over betalingen van gemeente {Gemeentecode} brak af: {Fout}")]
    private partial void LogFault(string gemeentecode, string fout);
}
