using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Inbox.Synchronisaties;
using Inburgering.Gateway.Storage.Synchronisaties;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>At start and every minute: whatever config lets run by itself has a slot and a bell, and a slot whose bell was lost still has its run.</summary>
internal sealed partial class Roosterwacht(
    IServiceScopeFactory scopes, SynchronisatieStore synchronisaties, IWekker wekker, BeleidHouder houder, IOptions<InboxOptions> options, TimeProvider systeemklok, ILogger<Roosterwacht> logger)
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
        if (stand.VolgendeOp is { } moment && moment + Standbepaling.Speling < systeemklok.GetUtcNow())
        {
            LogTeLaat(stand.Partner, stand.Soort, stand.Gemeentecode, moment);
        }

        await using var scope = scopes.CreateAsyncScope();
        var volgende = await scope.ServiceProvider.GetRequiredService<Slotwerk>().WorkAsync(stand.Gemeentecode, stand.SynchronisatieId, ct);
        await wekker.ZetAsync(stand.Gemeentecode, stand.SynchronisatieId, volgende, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Het toezicht op de roosters brak af: {Fout}")]
    private partial void LogFault(string fout);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Te laat: {Partner} {Soort} van gemeente {Gemeentecode} had om {Moment} moeten beginnen en begint nu.")]
    private partial void LogTeLaat(string partner, string soort, string gemeentecode, DateTimeOffset moment);
}
