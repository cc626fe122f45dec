using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Inbox.Synchronisaties;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>At start and every minute: whatever config lets run by itself has a slot and a bell, and a slot whose bell was lost still has its run.</summary>
/// <remarks>What a partner delivers goes by the business clock, which a bell does not know: this look is its only one, and a minute is soon enough.</remarks>
internal sealed partial class Roosterwacht(
    IServiceScopeFactory scopes, SynchronisatieStore synchronisaties, LeveringStore leveringen, BeleidHouder houder, IOptions<InboxOptions> options, TimeProvider systeemklok, Uitwisselklok klok,
    ILogger<Roosterwacht> logger)
    : BackgroundService
{
    private readonly TimeSpan ronde = TimeSpan.FromSeconds(options.Value.RoosterwachtSeconden);

    /// <summary>One look at all gemeenten.</summary>
    /// <param name="alle">Every bell is set again; else only of what is overdue.</param>
    internal async Task LookAsync(bool alle, CancellationToken ct)
    {
        var beleid = houder.Beleid;
        foreach (var gemeentecode in beleid.Gemeenten.Keys)
        {
            await synchronisaties.ZaaiAsync(gemeentecode, Planning.Alle(beleid, gemeentecode), ct);
            foreach (var stand in await synchronisaties.AlleAsync(gemeentecode, ct))
            {
                if ((alle && !stand.IsLevering) || Achter(beleid, stand))
                {
                    await SetAsync(stand, ct);
                }
            }

            foreach (var synchronisatieId in await leveringen.VoorbijAsync(gemeentecode, Klok.Dag(klok.Zaak), ct))
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Slotwerk>().SluitDagAsync(gemeentecode, synchronisatieId, ct);
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
        Planning.Van(beleid, stand) is { } plan && (stand.VolgendeOp < klok.Nu(stand) || !plan.Klopt(stand, klok.Nu(stand)));

    private async Task SetAsync(Synchronisatie stand, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Slotbel>().RingAsync(stand.Gemeentecode, stand.SynchronisatieId, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Het toezicht op de roosters brak af: {Fout}")]
    private partial void LogFault(string fout);
}
