using System.Data.Common;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Outbox;

/// <summary>Decides once more, on the facts as they stand now, whether a melding may leave; its line is written before the first byte goes.</summary>
internal sealed class MeldingVertrek(MeldingStore meldingen, DossierWriter dossiers, Vertrektoets toets, Contactgevolg gevolg, MeldingRegels regels)
{
    /// <summary>Inside the log writer's transaction.</summary>
    /// <returns>The melding and its envelope, null when it stays; and the line.</returns>
    public async Task<(Vertrek? Vertrek, Logregel Regel)> DecideAsync(DbTransaction transactie, string gemeentecode, Guid meldingId, CancellationToken ct)
    {
        var melding = (await meldingen.FindAsync(transactie, gemeentecode, meldingId, ct))!;
        var dossier = await dossiers.FindAsync(transactie, gemeentecode, melding.DossierId, ct);
        var bsn = dossier is null ? null : await DossierWriter.BsnAsync(transactie, dossier, ct);
        if (await toets.StaysAsync(transactie, melding, dossier, bsn, ct) is { } blijft)
        {
            await meldingen.FinishAsync(transactie, gemeentecode, melding, blijft, ct);
            await gevolg.DoeAsync(transactie, gemeentecode, melding, blijft, ct);
            return (null, regels.Afloop(gemeentecode, melding, "Melding niet verzonden", Resultaat.Geweigerd, blijft.Reden));
        }

        var berichtId = Guid.NewGuid();
        await MeldingStore.LeaveAsync(transactie, gemeentecode, melding, berichtId, ct);
        var (bron, doel) = regels.Partijen(gemeentecode, melding.Partner);
        return (new Vertrek(melding with { OnderwegAls = berichtId }, new Envelop(bsn, bron, doel, berichtId)), regels.Vertrek(gemeentecode, melding, berichtId));
    }
}

/// <summary>A melding that leaves.</summary>
internal sealed record Vertrek(GegevenMelding Melding, Envelop Envelop);
