using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Storage.Synchronisaties;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>At start and every minute: whatever config lets run by itself has a slot and a bell, and a slot whose bell was lost still has its run.</summary>
internal sealed partial class Roosterwacht(
    IServiceScopeFactory scopes, SynchronisatieStore synchronisaties, BeleidHouder houder, IOptions<InboxOptions> options, TimeProvider systeemklok, ILogger<Roosterwacht> logger)
    : BackgroundService
{
    private readonly TimeSpan ronde = TimeSpan.FromSeconds(options.Value.RoosterwachtSeconden);

    /// <summary>One look at all gemeenten.</summary>
    /// <param name="alle">Every bell is set again; else only of what is overdue.</param>
    internal async Task LookAsync(bool alle, CancellationToken ct)
    {
        var beleid = houder.Beleid;
        (string, string)[] wat = [.. beleid.Partners.Values.SelectMany(p => (p.Synchronisaties ?? []).Select(s => (p.Partnertype, s.Soort)))];
        foreach (var gemeentecode in beleid.Gemeenten.Keys)
        {
            await synchronisaties.ZaaiAsync(gemeentecode, wat, ct);
            foreach (var stand in await synchronisaties.AlleAsync(gemeentecode, ct))
            {
                if (alle || Achter(beleid, stand))
                {
                    await SetAsync(stand, ct);
                }
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var alle = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(alle, stoppingToken);
                alle = false;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFault(e.GetType().Name);
            }

            await Task.Delay(ronde, systeemklok, stoppingToken);
        }
    }

    /// <summary>Its slot passed without a bell, or is not of the schedule that holds now.</summary>
    private bool Achter(Beleid beleid, Synchronisatie stand) =>
        Planning.Van(beleid, stand) is { } plan && (stand.VolgendeOp < systeemklok.GetUtcNow() || !plan.Klopt(stand, systeemklok.GetUtcNow()));

    private async Task SetAsync(Synchronisatie stand, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Slotbel>().RingAsync(stand.Gemeentecode, stand.SynchronisatieId, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Het toezicht op de roosters brak af: {Fout}")]
    private partial void LogFault(string fout);
}
