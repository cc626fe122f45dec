using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Inbox.Synchronisaties;
using Inburgering.Gateway.Storage.Synchronisaties;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>A slot has come, whoever noticed: its run begins, it is said aloud when that is late, and the bell is set for the slot after it.</summary>
internal sealed partial class Slotbel(Slotwerk werk, SynchronisatieStore synchronisaties, IWekker wekker, TimeProvider systeemklok, ILogger<Slotbel> logger)
{
    public async Task RingAsync(string gemeentecode, Guid synchronisatieId, CancellationToken ct)
    {
        if (await synchronisaties.OneAsync(gemeentecode, synchronisatieId, ct) is { VolgendeOp: { } moment } stand && moment + Standbepaling.Speling < systeemklok.GetUtcNow())
        {
            LogTeLaat(stand.Partner, stand.Soort, gemeentecode, moment);
        }

        await wekker.ZetAsync(gemeentecode, synchronisatieId, await werk.WorkAsync(gemeentecode, synchronisatieId, ct), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Te laat: {Partner} {Soort} van gemeente {Gemeentecode} had om {Moment} moeten beginnen en begint nu.")]
    private partial void LogTeLaat(string partner, string soort, string gemeentecode, DateTimeOffset moment);
}
