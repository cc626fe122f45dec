using System.Data.Common;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>The database side of <see cref="Berichtwerk"/>: all persons of a message or none, in one transaction with a line per person.</summary>
internal sealed class Aanlevering(
    ILogWriter log, BerichtStore berichten, DossierWriter dossiers, Leverrelatie relaties, Aanleverregels aanleverregels, Bronregels bronnen, Zoekbudget budget, TaakRegels regels, WerkSignaal signaal)
{
    /// <param name="leveringen">Of one gemeente; one that is <see cref="Aangeleverd.Alleen"/> comes alone.</param>
    /// <exception cref="IngehaaldException">Another worker has one of several: nothing of any of them was applied.</exception>
    public async Task ApplyAsync(IReadOnlyList<Aangeleverd> leveringen, CancellationToken ct)
    {
        Aanleverwerk? werk = null;
        try
        {
            await log.AppendAsync(
                leveringen[0].Bericht.Gemeentecode,
                (transactie, stop) =>
                {
                    werk = new Aanleverwerk(dossiers.Stapel(transactie, leveringen[0].Bericht.Gemeentecode), berichten, budget);
                    return StoreAsync(werk, leveringen, stop);
                },
                ct);
        }
        catch (IngehaaldException) when (leveringen.Count == 1)
        {
            return; // another worker took it: what that one made of it counts
        }

        await ReleaseLateAsync(leveringen, werk!, ct);

        // what waited for these persons may go on
        signaal.Wek();
    }

    /// <summary>The one that waits and the one that opens each look again after they are done, so that neither can miss the other.</summary>
    private async Task ReleaseLateAsync(IReadOnlyList<Aangeleverd> leveringen, Aanleverwerk werk, CancellationToken ct)
    {
        foreach (var levering in leveringen.Where(l => l.Inhoud.OpentDossier))
        {
            await berichten.ReleaseLateAsync(levering.Bericht, levering.Inhoud.Personen.Select(p => (p.Persoon.Bsn, p.Persoon.VNummer)), ct);
        }

        foreach (var (levering, persoon) in werk.Onbekend.Where(o => o.Levering is { Inhoud.OpentDossier: false, Recht.Opdracht: null }))
        {
            await berichten.ReleaseIfKnownAsync(levering.Bericht, persoon.Bsn, persoon.VNummer, ct);
        }
    }

    private async Task<IReadOnlyList<Logregel>> StoreAsync(Aanleverwerk werk, IReadOnlyList<Aangeleverd> leveringen, CancellationToken ct)
    {
        var aanvragen = leveringen.SelectMany(l => l.Inhoud.Personen.Select(p => new Aanvraag(l.Bericht.Gemeentecode, l.Bericht.ClientId, p.Persoon, l.Recht, l.Bericht.OntvangenOp, l.Bericht.Gebruiker))).ToArray();
        var standen = await relaties.FindAsync(werk.Stapel.Transactie, leveringen[0].Bericht.Gemeentecode, aanvragen, ct);
        await werk.Stapel.LoadAsync(standen.Select(s => s.DossierId).OfType<Guid>(), vast: true, ct);
        var (lijnen, gehad) = (new List<Logregel>(), 0);
        foreach (var levering in leveringen)
        {
            lijnen.AddRange(await OneAsync(werk, levering, [.. standen.Skip(gehad).Take(levering.Inhoud.Personen.Count)], ct));
            gehad += levering.Inhoud.Personen.Count;
        }

        await werk.WriteAsync(ct);
        return lijnen;
    }

    private async Task<IReadOnlyList<Logregel>> OneAsync(Aanleverwerk werk, Aangeleverd levering, Leverstand[] standen, CancellationToken ct)
    {
        var (bericht, inhoud) = (levering.Bericht, levering.Inhoud);
        var gevonden = new List<(DossierRef? Dossier, Urenoordeel Oordeel)>();
        foreach (var (persoon, stand) in inhoud.Personen.Zip(standen))
        {
            var dossier = stand.DossierId is { } id ? werk.Stapel.Find(id) : null;
            if (dossier is null ? !inhoud.OpentDossier : !await Opvangregels.NeemtAanAsync(werk.Stapel, dossier, bericht.Partner, levering.Moment, inhoud.OpentDossier, ct))
            {
                return Refuse(werk, levering, (persoon, stand), dossier, dossier is null ? stand.WaaromNiet : Berichtredenen.GeenRelatie);
            }

            var oordeel = dossier is null ? Urenoordeel.Gewoon : await Aanleverregels.OordeelAsync(werk.Stapel, dossier, levering.Recht, persoon, levering.Moment, ct);
            if (oordeel.Reden is { } dubbel)
            {
                return Refuse(werk, levering, (persoon, stand), dossier, dubbel);
            }

            gevonden.Add((dossier, oordeel));
        }

        return await ApplyAsync(werk, levering, gevonden, ct);
    }

    private IReadOnlyList<Logregel> Refuse(Aanleverwerk werk, Aangeleverd levering, (Persoonsbericht Persoon, Leverstand Stand) wie, DossierRef? dossier, string reden)
    {
        var (persoon, stand) = (wie.Persoon.Persoon, wie.Stand);
        werk.Sluit(levering, new Afloop(Berichtstatus.Quarantaine, reden) { DossierId = dossier?.DossierId });
        if (dossier is null)
        {
            werk.Mist(levering, persoon);
        }

        return [stand.BuitenCaseload ? regels.BuitenCaseload(levering.Bericht, persoon, stand.Bekend) : regels.Geweigerd(levering.Bericht, persoon, dossier?.DossierId, reden)];
    }

    private async Task<IReadOnlyList<Logregel>> ApplyAsync(Aanleverwerk werk, Aangeleverd levering, List<(DossierRef? Dossier, Urenoordeel Oordeel)> gevonden, CancellationToken ct)
    {
        var (lijnen, twee, eerste, wacht, gevolg) = (new List<Logregel>(), false, (Guid?)null, (string?)null, Berichtgevolg.Gelijk);
        var transactie = werk.Stapel.Transactie;
        foreach (var (persoon, (bekend, oordeel)) in levering.Inhoud.Personen.Zip(gevonden))
        {
            // the first dossier that a message opens adopts the message's key, so the body goes when the dossier goes
            var dossier = bekend ?? await dossiers.FindOrOpenAsync(
                transactie, levering.Bericht.Gemeentecode, persoon.Persoon.Bsn, persoon.Persoon.VNummer, eerste is null ? levering.Bericht.SleutelId : null, ct);
            eerste ??= dossier.DossierId;
            var (gedaan, velden) = await PersonAsync(werk, levering, persoon, (dossier, oordeel), ct);
            lijnen.AddRange(gedaan);
            gevolg = (Berichtgevolg)Math.Max((int)gevolg, (int)Gevolg(dossier, velden));
            if (Voorstelregels.Stelt(persoon) || Bronregels.Betreft(velden))
            {
                await werk.WriteAsync(ct);
                wacht ??= (await Voorstelregels.OpenAsync(transactie, dossier, levering.Recht, levering.Bericht, persoon, ct))?.Reden ?? await bronnen.VolgAsync(transactie, dossier, levering.Recht.Bron, velden, ct);
            }

            // one number alone stands in one dossier
            twee |= persoon.Persoon is { Bsn: not null, VNummer: not null } && await dossiers.HasOtherAsync(transactie, dossier, persoon.Persoon.Bsn, persoon.Persoon.VNummer, ct);
        }

        werk.Sluit(levering, new Afloop(Berichtstatus.Verwerkt, twee ? Berichtredenen.SamenvoegenNodig : wacht) { DossierId = eerste, Gevolg = gevolg });
        return lijnen;
    }

    /// <summary>What a message made of the dossier of one of its persons.</summary>
    private static Berichtgevolg Gevolg(DossierRef dossier, IReadOnlyList<string> velden) => (dossier.Nieuw, velden.Count) switch
    {
        (true, _) => Berichtgevolg.Nieuw,
        (_, > 0) => Berichtgevolg.Gewijzigd,
        _ => Berichtgevolg.Gelijk,
    };

    private async Task<(IReadOnlyList<Logregel> Lijnen, IReadOnlyList<string> Velden)> PersonAsync(Aanleverwerk werk, Aangeleverd levering, Persoonsbericht persoon, (DossierRef Dossier, Urenoordeel Oordeel) stand, CancellationToken ct)
    {
        var (bericht, recht, (dossier, oordeel)) = (levering.Bericht, levering.Recht, stand);
        if (recht.Brengt("IDN"))
        {
            await dossiers.IdentifyAsync(werk.Stapel.Transactie, dossier, persoon.Persoon.Bsn, persoon.Persoon.VNummer, ct);
        }

        var gevolg = await aanleverregels.ApplyAsync(werk.Stapel, dossier, recht, bericht.BerichtId, persoon, levering.Moment, oordeel, ct);
        await ReleaseAsync(werk.Stapel.Transactie, levering, persoon.Persoon, dossier, ct);
        List<Logregel> lijnen = [regels.Vastgelegd(bericht, persoon.Persoon, dossier, gevolg.Velden)];
        if (gevolg.Opvang is { } wat)
        {
            lijnen.Add(regels.Opvang(bericht, dossier, wat));
        }

        if (oordeel.Dubbel is { } dubbel && await OvertakeAsync(werk, bericht.Gemeentecode, dubbel, ct))
        {
            lijnen.Add(regels.Geweigerd(bericht with { BerichtId = dubbel }, persoon.Persoon, dossier.DossierId, Berichtredenen.MaandDubbel));
        }

        return (lijnen, gevolg.Velden);
    }

    /// <summary>The other message may be one of those in hand.</summary>
    private static async Task<bool> OvertakeAsync(Aanleverwerk werk, string gemeentecode, Guid dubbel, CancellationToken ct)
    {
        await werk.WriteAsync(ct);
        return await BerichtStore.OvertakeAsync(werk.Stapel.Transactie, gemeentecode, dubbel, Berichtredenen.MaandDubbel, ct);
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
