using System.Data.Common;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>The database side of <see cref="Berichtwerk"/>: all persons of a message or none, in one transaction with a line per person.</summary>
internal sealed class Aanlevering(ILogWriter log, BerichtStore berichten, DossierWriter dossiers, Leverrelatie relaties, Aanleverregels aanleverregels, TaakRegels regels, WerkSignaal signaal)
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

        if (levering.Inhoud.OpentDossier)
        {
            // the one that waits and the one that opens each look again after they are done, so that neither can miss the other
            await berichten.ReleaseLateAsync(levering.Bericht, levering.Inhoud.Personen.Select(p => (p.Persoon.Bsn, p.Persoon.VNummer)), ct);
        }
        else if (onbekend is not null && levering.Recht.Opdracht is null)
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
        var gevonden = new List<(DossierRef? Dossier, Urenoordeel Oordeel)>();
        foreach (var persoon in inhoud.Personen)
        {
            var dossier = await relaties.FindAsync(transactie, bericht.Gemeentecode, bericht.ClientId, persoon.Persoon, levering.Recht, bericht.OntvangenOp, ct);
            if (dossier is null ? !inhoud.OpentDossier : !await Opvangregels.NeemtAanAsync(transactie, dossier, bericht.Partner, levering.Moment, inhoud.OpentDossier, ct))
            {
                var reden = await relaties.WhyNotAsync(transactie, new Aanvraag(bericht.Gemeentecode, bericht.ClientId, persoon.Persoon, levering.Recht, bericht.OntvangenOp), ct);
                return (await RefuseAsync(transactie, levering, persoon, dossier, dossier is null ? reden : Berichtredenen.GeenRelatie, ct), dossier is null ? persoon.Persoon : null);
            }

            var oordeel = dossier is null ? Urenoordeel.Gewoon : await Aanleverregels.OordeelAsync(transactie, dossier, levering.Recht, persoon, levering.Moment, ct);
            if (oordeel.Reden is { } dubbel)
            {
                return (await RefuseAsync(transactie, levering, persoon, dossier, dubbel, ct), null);
            }

            gevonden.Add((dossier, oordeel));
        }

        return (await ApplyAsync(transactie, levering, gevonden, ct), null);
    }

    private async Task<IReadOnlyList<Logregel>> RefuseAsync(DbTransaction transactie, Aangeleverd levering, Persoonsbericht persoon, DossierRef? dossier, string reden, CancellationToken ct)
    {
        await berichten.FinishAsync(transactie, levering.Bericht, new Afloop(Berichtstatus.Quarantaine, reden), dossier?.DossierId, null, ct);
        return [regels.Geweigerd(levering.Bericht, persoon.Persoon, dossier?.DossierId, reden)];
    }

    private async Task<IReadOnlyList<Logregel>> ApplyAsync(DbTransaction transactie, Aangeleverd levering, List<(DossierRef? Dossier, Urenoordeel Oordeel)> gevonden, CancellationToken ct)
    {
        var (lijnen, twee, eerste, wacht) = (new List<Logregel>(), false, (Guid?)null, (string?)null);
        foreach (var (persoon, (bekend, oordeel)) in levering.Inhoud.Personen.Zip(gevonden))
        {
            // the first dossier that a message opens adopts the message's key, so the body goes when the dossier goes
            var dossier = bekend ?? await dossiers.FindOrOpenAsync(
                transactie, levering.Bericht.Gemeentecode, persoon.Persoon.Bsn, persoon.Persoon.VNummer, eerste is null ? levering.Bericht.SleutelId : null, ct);
            eerste ??= dossier.DossierId;
            lijnen.AddRange(await PersonAsync(transactie, levering, persoon, (dossier, oordeel), ct));
            wacht ??= (await Voorstelregels.OpenAsync(transactie, dossier, levering.Recht, levering.Bericht, persoon, ct))?.Reden;
            twee |= await dossiers.HasOtherAsync(transactie, dossier, persoon.Persoon.Bsn, persoon.Persoon.VNummer, ct);
        }

        await berichten.FinishAsync(transactie, levering.Bericht, new Afloop(Berichtstatus.Verwerkt, twee ? Berichtredenen.SamenvoegenNodig : wacht), eerste, null, ct);
        return lijnen;
    }

    private async Task<IReadOnlyList<Logregel>> PersonAsync(DbTransaction transactie, Aangeleverd levering, Persoonsbericht persoon, (DossierRef Dossier, Urenoordeel Oordeel) stand, CancellationToken ct)
    {
        var (bericht, recht, (dossier, oordeel)) = (levering.Bericht, levering.Recht, stand);
        if (recht.Brengt("IDN"))
        {
            await dossiers.IdentifyAsync(transactie, dossier, persoon.Persoon.Bsn, persoon.Persoon.VNummer, ct);
        }

        var gevolg = await aanleverregels.ApplyAsync(transactie, dossier, recht, bericht.BerichtId, persoon, levering.Moment, oordeel, ct);
        await ReleaseAsync(transactie, levering, persoon.Persoon, dossier, ct);
        List<Logregel> lijnen = [regels.Vastgelegd(bericht, persoon.Persoon, dossier, gevolg.Velden)];
        if (gevolg.Opvang is { } wat)
        {
            lijnen.Add(regels.Opvang(bericht, dossier, wat));
        }

        if (oordeel.Dubbel is { } dubbel && await BerichtStore.OvertakeAsync(transactie, bericht.Gemeentecode, dubbel, Berichtredenen.MaandDubbel, ct))
        {
            lijnen.Add(regels.Geweigerd(bericht with { BerichtId = dubbel }, persoon.Persoon, dossier.DossierId, Berichtredenen.MaandDubbel));
        }

        return lijnen;
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
