using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>What storing needs of storage, for a notification and for a message alike.</summary>
internal sealed class BerichtOpslag(DossierWriter dossiers, BerichtStore berichten, Kluis kluis)
{
    /// <summary>Runs inside the log writer's transaction; the line says which message and whose.</summary>
    /// <param name="persoon">Null: it names nobody.</param>
    /// <returns>The line; the verwerking knows the number of the message.</returns>
    public async Task<IReadOnlyList<Logregel>> StoreAsync(DbTransaction transactie, Levering levering, Persoonsaanduiding? persoon, Verwerking verwerking, CancellationToken ct)
    {
        var dossier = persoon is null ? null : await FindAsync(transactie, levering, persoon, ct);
        var ontvangst = await berichten.StoreAsync(transactie, levering, dossier, ct);
        verwerking.BerichtId = ontvangst.BerichtId.ToString("D");
        verwerking.Reden = ontvangst.Herhaling ? "herhaling" : ontvangst.Reden;
        verwerking.Betrokkene = Betrokkenen.Of(kluis, levering.Gemeentecode, persoon, dossier?.DossierId);
        return [verwerking.NaarRegel()];
    }

    private Task<DossierRef?> FindAsync(DbTransaction transactie, Levering levering, Persoonsaanduiding persoon, CancellationToken ct) => persoon.PartnerReferentie is { } referentie
        ? dossiers.FindAsync(transactie, levering.Gemeentecode, levering.ClientId, referentie, ct)
        : dossiers.FindAsync(transactie, levering.Gemeentecode, persoon.Bsn, persoon.VNummer, ct);
}
