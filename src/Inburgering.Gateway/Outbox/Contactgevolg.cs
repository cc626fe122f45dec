using System.Data.Common;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Outbox;

/// <summary>What follows, in the same transaction, when a melding about a contact ends: the person is linked to it, or its new data stand with all who have it.</summary>
internal sealed class Contactgevolg(MeldingStore meldingen, DossierWriter dossiers, Meldinggegevens gegevens, MeldingRegels regels)
{
    /// <returns>Lines about the dossiers of others.</returns>
    public async Task<IReadOnlyList<Logregel>> DoeAsync(DbTransaction transactie, string gemeentecode, GegevenMelding melding, Meldingafloop afloop, CancellationToken ct)
    {
        switch (melding.Melding, afloop)
        {
            case (ContactpersoonMelding contact, { Nummer: { } nummer }):
                await LinkAsync(transactie, gemeentecode, melding, new ContactpersoonKoppeling(nummer) { Contact = contact.Contact }, ct);
                return [];
            case (ContactpersoonWijziging wijziging, { Status: Meldingstatus.Bevestigd }):
                return await ChangeAsync(transactie, gemeentecode, melding, wijziging, ct);
            default:
                return [];
        }
    }

    private async Task LinkAsync(DbTransaction transactie, string gemeentecode, GegevenMelding melding, ContactpersoonKoppeling koppeling, CancellationToken ct)
    {
        if (await dossiers.FindAsync(transactie, gemeentecode, melding.DossierId, ct) is { GeslotenOp: null } dossier
            && !(await meldingen.OfAsync(transactie, dossier, ct)).SkipWhile(m => m.MeldingId != melding.MeldingId).Skip(1).Any(Vervangt))
        {
            await meldingen.AddAsync(transactie, dossier, melding.Partner, koppeling, melding.Afzender, null, ct);
        }
    }

    /// <summary>Given later, it is what the gemeente wants for this person now.</summary>
    private static bool Vervangt(GegevenMelding later) =>
        later is { Melding: ContactpersoonMelding or ContactpersoonKoppeling, Status: not (Meldingstatus.Geweigerd or Meldingstatus.Vervallen) };

    private async Task<IReadOnlyList<Logregel>> ChangeAsync(DbTransaction transactie, string gemeentecode, GegevenMelding melding, ContactpersoonWijziging wijziging, CancellationToken ct)
    {
        var lijnen = new List<Logregel>();
        foreach (var dossierId in await ContactpersoonStore.LinkedAsync(transactie, gemeentecode, melding.Partner, wijziging.Nummer, ookOnderweg: false, ct))
        {
            if (await dossiers.FindAsync(transactie, gemeentecode, dossierId, ct) is { GeslotenOp: null } dossier)
            {
                await gegevens.RecordContactAsync(transactie, dossier, wijziging.Contact, ct);
                lijnen.Add(regels.Gevolg(gemeentecode, melding with { DossierId = dossierId }, "Contactpersoon van deze persoon gewijzigd"));
            }
        }

        return lijnen;
    }
}
