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
        var oordeel = await toets.DecideAsync(transactie, melding, dossier, ct);
        if (oordeel.Blijft is { } blijft)
        {
            await meldingen.FinishAsync(transactie, gemeentecode, melding, blijft, ct);
            await gevolg.DoeAsync(transactie, gemeentecode, melding, blijft, ct);
            return (null, Met(oordeel, regels.Afloop(gemeentecode, melding, "Melding niet verzonden", Resultaat.Geweigerd, blijft.Reden)));
        }

        var gaat = oordeel.Melding;
        var berichtId = gaat.Melding.VasteId ? gaat.MeldingId : Guid.NewGuid();
        await MeldingStore.LeaveAsync(transactie, gemeentecode, gaat, berichtId, ct);
        var (bron, doel) = regels.Partijen(gemeentecode, gaat.Partner);
        return (new Vertrek(gaat with { OnderwegAls = berichtId }, new Envelop(oordeel.Bsn, bron, doel, berichtId)), Met(oordeel, regels.Vertrek(gemeentecode, gaat, berichtId)));
    }

    private static Logregel Met(Vertrekoordeel oordeel, Logregel regel) => regel with { Gevraagd = oordeel.Gevraagd ?? regel.Gevraagd, Informatie = oordeel.Informatie };
}

/// <summary>A melding that leaves.</summary>
internal sealed record Vertrek(GegevenMelding Melding, Envelop Envelop);
