using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bestanden;
using Inburgering.Gateway.Storage.Model;
using Npgsql;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>Whether rows would be applied, by the rules that will apply them, without writing anything.</summary>
internal sealed class Rijtoets(NpgsqlDataSource bron, Leverrelatie relaties, DossierWriter dossiers)
{
    private static readonly Dictionary<string, string> Redenen = new()
    {
        [Berichtredenen.GeenRelatie] = "U levert niet over deze persoon: er is geen opdracht, of de persoon is hier niet bekend.",
        [Berichtredenen.Doelgroep] = "U levert niet over de doelgroep van deze persoon.",
        [Berichtredenen.MaandDubbel] = "U leverde deze maand al, met andere uren. Zet ja in de kolom correctie als deze rij klopt.",
        [Berichtredenen.CorrectieNegatief] = "Een correctie noemt de uren van de hele maand, niet het verschil. Minder dan 0 kan niet.",
    };

    /// <returns>One fault per row that would be rejected, by number.</returns>
    public async Task<IReadOnlyList<Rijfout>> ToetsAsync(Bestand bestand, Bestandrechten recht, IReadOnlyList<Gelezenrij> rijen, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(bestand.Gemeentecode, ct);
        var standen = await relaties.FindAsync(
            transactie, bestand.Gemeentecode, [.. rijen.Select(rij => new Aanvraag(bestand.Gemeentecode, bestand.ClientId, rij.Persoon!, recht.Recht, bestand.OntvangenOp, bestand.Gebruiker))], ct);
        var stapel = dossiers.Stapel(transactie, bestand.Gemeentecode);
        await stapel.LoadAsync(standen.Select(stand => stand.DossierId).OfType<Guid>(), vast: false, ct);
        var fouten = new List<Rijfout>();
        foreach (var (rij, stand) in rijen.Zip(standen))
        {
            if (await WaaromNietAsync(stapel, bestand, recht, rij.Bericht!, stand, ct) is { } reden)
            {
                fouten.Add(new Rijfout(rij.Rij, Kolom(reden, rij.Bericht!, recht), Redenen[reden]) { IsMisser = reden == Berichtredenen.GeenRelatie });
            }
        }

        return fouten;
    }

    private static async Task<string?> WaaromNietAsync(Dossierstapel stapel, Bestand bestand, Bestandrechten recht, CloudEvent bericht, Leverstand stand, CancellationToken ct)
    {
        var persoon = bericht.Inhoud!.Personen[0];
        if (persoon.Persoon.Bsn is not null && !recht.Recht.MagNoemen("bsn", recht.Keurmerk))
        {
            return Berichtredenen.GeenRelatie;
        }

        return (stand.DossierId is { } id ? stapel.Find(id) : null) switch
        {
            null => stand.WaaromNiet,
            { VerhuisdNaar: not null } => Berichtredenen.GeenRelatie,
            { } dossier => (await Aanleverregels.OordeelAsync(stapel, dossier, recht.Recht, persoon, new Aanlevermoment(bericht.Tijdstip ?? bestand.OntvangenOp, bericht.Volgorde), ct)).Reden,
        };
    }

    private static string Kolom(string reden, CloudEvent bericht, Bestandrechten recht) => (reden, bericht.Inhoud!.Personen[0].Persoon) switch
    {
        (Berichtredenen.MaandDubbel or Berichtredenen.CorrectieNegatief, _) => recht.Vorm.Uniek[0],
        (_, { Bsn: not null }) => "bsn",
        _ => "partnerreferentie",
    };
}
