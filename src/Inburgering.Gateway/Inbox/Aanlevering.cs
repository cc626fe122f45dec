using System.Data.Common;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>The database side of <see cref="Berichtwerk"/>: all persons of a message or none, in one transaction with a line per person.</summary>
internal sealed class Aanlevering(ILogWriter log, BerichtStore berichten, DossierWriter dossiers, Leverrelatie relaties, DossierNormalization normalization, Opvangregels opvang, TaakRegels regels, WerkSignaal signaal)
{
    public async Task ApplyAsync(Aangeleverd levering, CancellationToken ct)
    {
        Persoonsaanduiding? onbekend = null;
        try
        {
            await log.AppendAsync(
                levering.Bericht.Gemeentecode,
                async (transactie, stop) =>
                {
                    (var lijnen, onbekend) = await StoreAsync(transactie, levering, stop);
                    return lijnen;
                },
                ct);
        }
        catch (IngehaaldException)
        {
            return; // another worker took it: what that one made of it counts
        }

        if (onbekend is not null && levering.Recht.Opdracht is null)
        {
            await berichten.ReleaseIfKnownAsync(levering.Bericht, onbekend.Bsn, onbekend.VNummer, ct);
        }

        // what waited for this person may go on
        signaal.Wek();
    }

    /// <returns>The lines; and who has no dossier, when that is why nothing was applied.</returns>
    private async Task<(IReadOnlyList<Logregel> Lijnen, Persoonsaanduiding? Onbekend)> StoreAsync(DbTransaction transactie, Aangeleverd levering, CancellationToken ct)
    {
        var (bericht, inhoud) = (levering.Bericht, levering.Inhoud);
        var gevonden = new List<DossierRef?>();
        foreach (var persoon in inhoud.Personen)
        {
            var dossier = await relaties.FindAsync(transactie, bericht.Gemeentecode, bericht.ClientId, persoon.Persoon, levering.Recht, bericht.OntvangenOp, ct);
            if (dossier is null ? !inhoud.OpentDossier : !await Opvangregels.NeemtAanAsync(transactie, dossier, bericht.Partner, levering.Moment, inhoud.OpentDossier, ct))
            {
                await berichten.FinishAsync(transactie, bericht, new Afloop(Berichtstatus.Quarantaine, Berichtredenen.GeenRelatie), dossier?.DossierId, null, ct);
                return ([regels.Geweigerd(bericht, persoon.Persoon, dossier?.DossierId, Berichtredenen.GeenRelatie)], dossier is null ? persoon.Persoon : null);
            }

            gevonden.Add(dossier);
        }

        return (await ApplyAsync(transactie, levering, gevonden, ct), null);
    }

    private async Task<IReadOnlyList<Logregel>> ApplyAsync(DbTransaction transactie, Aangeleverd levering, List<DossierRef?> gevonden, CancellationToken ct)
    {
        var (lijnen, twee, eerste) = (new List<Logregel>(), false, (Guid?)null);
        foreach (var (persoon, bekend) in levering.Inhoud.Personen.Zip(gevonden))
        {
            // the first dossier that a message opens adopts the message's key, so the body goes when the dossier goes
            var dossier = bekend ?? await dossiers.FindOrOpenAsync(
                transactie, levering.Bericht.Gemeentecode, persoon.Persoon.Bsn, persoon.Persoon.VNummer, eerste is null ? levering.Bericht.SleutelId : null, ct);
            eerste ??= dossier.DossierId;
            lijnen.AddRange(await PersonAsync(transactie, levering, persoon, dossier, ct));
            twee |= await dossiers.HasOtherAsync(transactie, dossier, persoon.Persoon.Bsn, persoon.Persoon.VNummer, ct);
        }

        await berichten.FinishAsync(transactie, levering.Bericht, new Afloop(Berichtstatus.Verwerkt, twee ? Berichtredenen.SamenvoegenNodig : null), eerste, null, ct);
        return lijnen;
    }

    private async Task<IReadOnlyList<Logregel>> PersonAsync(DbTransaction transactie, Aangeleverd levering, Persoonsbericht persoon, DossierRef dossier, CancellationToken ct)
    {
        var (bericht, recht) = (levering.Bericht, levering.Recht);
        if (recht.Brengt("IDN"))
        {
            await dossiers.IdentifyAsync(transactie, dossier, persoon.Persoon.Bsn, persoon.Persoon.VNummer, ct);
        }

        var velden = await normalization.ApplyAsync(transactie, dossier, recht, bericht.BerichtId, persoon, levering.Moment, ct);
        var gevolg = await opvang.VolgAsync(transactie, dossier, bericht.Partner, ct);
        await ReleaseAsync(transactie, levering, persoon.Persoon, dossier, ct);
        var vastgelegd = regels.Vastgelegd(bericht, persoon.Persoon, dossier, velden);
        return gevolg is { } wat ? [vastgelegd, regels.Opvang(bericht, dossier, wat)] : [vastgelegd];
    }

    /// <summary>What came before this: DUO's word on a V-nummer without BSN, and the sender's own messages that overtook the one that opens the dossier.</summary>
    private async Task ReleaseAsync(DbTransaction transactie, Aangeleverd levering, Persoonsaanduiding persoon, DossierRef dossier, CancellationToken ct)
    {
        if (persoon.Bsn is not null && levering.Recht.Brengt("IDN"))
        {
            await berichten.ReleaseAsync(transactie, dossier, persoon.Bsn, persoon.VNummer, Berichtredenen.BsnNogNietBekend, null, ct);
        }

        if (levering.Inhoud.OpentDossier)
        {
            await berichten.ReleaseAsync(transactie, dossier, persoon.Bsn, persoon.VNummer, Berichtredenen.GeenRelatie, levering.Bericht.Partner, ct);
        }
    }
}
