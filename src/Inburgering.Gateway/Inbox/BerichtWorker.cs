using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Inbox;

/// <summary>Works on what was received: woken at once, and every few seconds for what was left by a crash or has to be tried again.</summary>
internal sealed partial class BerichtWorker(
    IServiceScopeFactory scopes, BerichtStore berichten, BeleidHouder houder, WerkSignaal signaal, TimeProvider systeemklok, IOptions<InboxOptions> options, ILogger<BerichtWorker> logger)
    : BackgroundService
{
    private const int Hoogstens = 16;
    private static readonly TimeSpan Ronde = TimeSpan.FromSeconds(2);
    private readonly TimeSpan lease = TimeSpan.FromSeconds(options.Value.LeaseSeconden);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await WorkOnceAsync(stoppingToken) > 0)
                {
                    // as long as there is work
                }

                using var ronde = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(signaal.WachtAsync(ronde.Token), Task.Delay(Ronde, systeemklok, ronde.Token));
                await ronde.CancelAsync();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFault(logger, e.GetType().Name);
                await Task.Delay(Ronde, systeemklok, stoppingToken);
            }
        }
    }

    /// <summary>One round over all gemeenten.</summary>
    /// <returns>Number of messages worked on.</returns>
    internal async Task<int> WorkOnceAsync(CancellationToken ct)
    {
        var aantal = 0;
        foreach (var gemeentecode in houder.Beleid.Gemeenten.Keys)
        {
            aantal += await WorkOnceAsync(gemeentecode, ct);
        }

        return aantal;
    }

    /// <summary>One round over one gemeente.</summary>
    internal async Task<int> WorkOnceAsync(string gemeentecode, CancellationToken ct)
    {
        var ids = await berichten.ClaimAsync(gemeentecode, Hoogstens, lease, ct);
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (id, stop) => await OneAsync(gemeentecode, id, stop));
        return ids.Count;
    }

    private async Task OneAsync(string gemeentecode, Guid berichtId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<BerichtVerwerking>().WorkAsync(gemeentecode, berichtId, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // its lease ends and it is tried again; after the last try it waits for a person
            LogBericht(logger, berichtId, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "De ronde over de berichten brak af: {Fout}")]
    private static partial void LogFault(ILogger logger, string fout);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bericht {BerichtId} is niet verwerkt: {Fout}")]
    private static partial void LogBericht(ILogger logger, Guid berichtId, string fout);
}
