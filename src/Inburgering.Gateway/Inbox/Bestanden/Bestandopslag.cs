using System.Data.Common;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bestanden;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>Rows of a file as stored messages, like any other that came in at the door.</summary>
internal sealed class Bestandopslag(DossierWriter dossiers, Leverrelatie relaties, BerichtStore berichten)
{
    /// <returns>Per row, in the same order: its message, and whose dossier it is; null: no dossier of ours.</returns>
    public async Task<IReadOnlyList<(Guid BerichtId, Guid? DossierId)>> StoreAsync(
        DbTransaction transactie, Bestand bestand, Bestandrechten recht, IReadOnlyList<Gelezenrij> rijen, CancellationToken ct)
    {
        var standen = await relaties.FindAsync(
            transactie, bestand.Gemeentecode, [.. rijen.Select(rij => new Aanvraag(bestand.Gemeentecode, bestand.ClientId, rij.Persoon!, recht.Recht, bestand.OntvangenOp, bestand.Gebruiker))], ct);
        var stapel = dossiers.Stapel(transactie, bestand.Gemeentecode);
        await stapel.LoadAsync(standen.Select(stand => stand.Bekend).OfType<Guid>(), vast: false, ct);
        var afzender = new Berichtafzender(bestand.Gemeentecode, bestand.ClientId, bestand.Partner, bestand.TraceId, recht.Recht.Bron, bestand.Gebruiker);
        var ontvangen = await berichten.StoreAsync(
            transactie, [.. rijen.Zip(standen, (rij, stand) => (rij.Bericht!.Levering(afzender, rij.Body), stand.Bekend is { } id ? stapel.Find(id) : null))], ct);
        return [.. ontvangen.Zip(standen, (ontvangst, stand) => (ontvangst.BerichtId, stand.Bekend))];
    }
}
