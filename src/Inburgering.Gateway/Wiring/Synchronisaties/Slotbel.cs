using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Inbox.Synchronisaties;
using Inburgering.Gateway.Storage.Synchronisaties;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>A slot has come, whoever noticed: its run begins, it is said aloud when that is late, and the bell is set for the slot after it.</summary>
internal sealed partial class Slotbel(Slotwerk werk, SynchronisatieStore synchronisaties, IWekker wekker, TimeProvider systeemklok, ILogger<Slotbel> logger)
{
    public async Task RingAsync(string gemeentecode, Guid synchronisatieId, CancellationToken ct)
    {
        var stand = await synchronisaties.OneAsync(gemeentecode, synchronisatieId, ct);
        if (stand is { IsLevering: true })
        {
            // its slot is a moment of the business clock, at which nothing of ours begins: no bell, and nobody is late
            await werk.WorkAsync(gemeentecode, synchronisatieId, ct);
            return;
        }

        if (stand is { VolgendeOp: { } moment } && moment + Standbepaling.Speling < systeemklok.GetUtcNow())
        {
            LogTeLaat(stand.Partner, stand.Soort, gemeentecode, moment);
        }

        await wekker.ZetAsync(gemeentecode, synchronisatieId, await werk.WorkAsync(gemeentecode, synchronisatieId, ct), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Te laat: {Partner} {Soort} van gemeente {Gemeentecode} had om {Moment} moeten beginnen en begint nu.")]
    private partial void LogTeLaat(string partner, string soort, string gemeentecode, DateTimeOffset moment);
}
