using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>What the answers on one message mean for the exchange with that partner, in the transaction that closes the message.</summary>
internal sealed class Koppelgevolg(Koppelstand stand, OpschortingStore opschortingen, DossierWriter dossiers, TaakRegels regels)
{
    /// <summary>The partner answered with content: it knows us, and an event that opens the scope ends a suspension.</summary>
    public async Task<IReadOnlyList<Logregel>> HervatAsync(DbTransaction transactie, Bericht bericht, Gebeurtenis gebeurtenis, DossierRef dossier, CancellationToken ct)
    {
        await stand.NoteAsync(transactie, bericht.Gemeentecode, bericht.Partner, dossier, Houding.Herkent, null, ct);
        return gebeurtenis.OpentBereik && await opschortingen.LiftAsync(transactie, dossier, bericht.Partner, bericht.Code, ct)
            ? [regels.Koppeling(bericht, dossier, "Uitwisseling hervat na een notificatie", bericht.Code)]
            : [];
    }

    /// <summary>Nothing could be applied.</summary>
    /// <returns>Whose it was; null: we have no dossier, so there is nobody to suspend.</returns>
    public async Task<(Guid? DossierId, IReadOnlyList<Logregel> Regels)> NoteAsync(DbTransaction transactie, Bericht bericht, Bsn bsn, Opgehaald opgehaald, CancellationToken ct)
    {
        var dossier = await dossiers.FindAsync(transactie, bericht.Gemeentecode, bsn, null, ct);
        return await stand.NoteAsync(transactie, bericht.Gemeentecode, bericht.Partner, dossier, opgehaald.Houding, opgehaald.RetryAfter, ct)
            ? (dossier!.DossierId, [regels.Koppeling(bericht, dossier, "Uitwisseling opgeschort", "geen-toegang-meer")])
            : (dossier?.DossierId, []);
    }

    /// <summary>What a partner was asked for about a dossier had this result.</summary>
    /// <param name="reden">Null: it was answered.</param>
    public async Task<IReadOnlyList<Logregel>> NoteAsync(DbTransaction transactie, Opvraging opvraging, Guid dossierId, string? reden, CancellationToken ct)
    {
        var houding = reden switch
        {
            Berichtredenen.GeenToegangMeer => Houding.SluitUit,
            Berichtredenen.AfzenderNietHerkend => Houding.HerkentOnsNiet,
            Berichtredenen.PartnerNietBereikbaar or Meldingredenen.BeleidVerouderd => Houding.Onbekend,
            _ => Houding.Herkent,
        };
        var dossier = houding == Houding.SluitUit ? await dossiers.FindAsync(transactie, opvraging.Gemeentecode, dossierId, ct) : null;
        return await stand.NoteAsync(transactie, opvraging.Gemeentecode, opvraging.Partner, dossier, houding, null, ct)
            ? [regels.Koppeling(opvraging, dossier!, "Uitwisseling opgeschort", reden!)]
            : [];
    }
}
