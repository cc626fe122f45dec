using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Storage;

/// <summary>The loop of a worker on stored work: woken at once, and every few seconds for what was left by a crash or has to be tried again.</summary>
internal abstract partial class Werkronde(BeleidHouder houder, WerkSignaal signaal, TimeProvider systeemklok, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Ronde = TimeSpan.FromSeconds(2);

    /// <summary>One round over all gemeenten.</summary>
    /// <returns>Number of items worked on.</returns>
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
        var ids = await ClaimAsync(gemeentecode, ct);
        await WorkAsync(gemeentecode, ids, ct);
        return ids.Count;
    }

    /// <summary>Takes work whose time has come.</summary>
    protected abstract Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, CancellationToken ct);

    /// <summary>Does what was taken, each by itself.</summary>
    protected virtual Task WorkAsync(string gemeentecode, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (id, stop) => await OneAsync(gemeentecode, id, stop));

    /// <summary>Does one item. What breaks is logged; its lease ends and it is tried again.</summary>
    protected abstract Task WorkAsync(string gemeentecode, Guid id, CancellationToken ct);

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
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(logger, e.GetType().Name);
                await Task.Delay(Ronde, systeemklok, stoppingToken);
            }
        }
    }

    /// <summary>Several at once could not be done: what is left of them is done one by one, so that the one that breaks us is alone.</summary>
    protected void Apart(Exception waarom) => LogApart(logger, waarom.GetType().Name);

    private async Task OneAsync(string gemeentecode, Guid id, CancellationToken ct)
    {
        try
        {
            await WorkAsync(gemeentecode, id, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // its lease ends and it is tried again; after the last try it waits for a person
            LogItem(logger, id, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "De ronde over het werk brak af: {Fout}")]
    private static partial void LogFault(ILogger logger, string fout);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Werk ging samen niet en gaat nu een voor een: {Fout}")]
    private static partial void LogApart(ILogger logger, string fout);

    [LoggerMessage(Level = LogLevel.Error, Message = "{WerkId} is niet verwerkt: {Fout}")]
    private static partial void LogItem(ILogger logger, Guid werkId, string fout);
}
