using System.Collections.Concurrent;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bestanden;
using Inburgering.Gateway.Storage.Model;
using Npgsql;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>Whether rows would be applied, by the rules that will apply them, without writing anything.</summary>
internal sealed class Rijtoets(NpgsqlDataSource bron, Leverrelatie relaties)
{
    private const int Tegelijk = 4;

    private static readonly Dictionary<string, string> Redenen = new()
    {
        [Berichtredenen.GeenRelatie] = "U levert niet over deze persoon: er is geen opdracht, of de persoon is hier niet bekend.",
        [Berichtredenen.Doelgroep] = "U levert niet over de doelgroep van deze persoon.",
        [Berichtredenen.MaandDubbel] = "U leverde deze maand al, met andere uren. Zet ja in de kolom correctie als deze rij klopt.",
    };

    /// <returns>One fault per row that would be rejected, by number.</returns>
    public async Task<IReadOnlyList<Rijfout>> ToetsAsync(Bestand bestand, Bestandrechten recht, IReadOnlyList<Gelezenrij> rijen, CancellationToken ct)
    {
        var fouten = new ConcurrentBag<Rijfout>();
        await Parallel.ForEachAsync(rijen, new ParallelOptions { MaxDegreeOfParallelism = Tegelijk, CancellationToken = ct }, async (rij, stop) =>
        {
            if (await WaaromNietAsync(bestand, recht, rij.Bericht!, stop) is { } reden)
            {
                fouten.Add(new Rijfout(rij.Rij, Kolom(reden, rij.Bericht!, recht), Redenen[reden]));
            }
        });
        return [.. fouten.OrderBy(fout => fout.Rij)];
    }

    /// <summary>One row per transaction: it may hold a dossier, and never two.</summary>
    private async Task<string?> WaaromNietAsync(Bestand bestand, Bestandrechten recht, CloudEvent bericht, CancellationToken ct)
    {
        var persoon = bericht.Inhoud!.Personen[0];
        if (persoon.Persoon.Bsn is not null && !recht.Recht.MagNoemen("bsn", recht.Keurmerk))
        {
            return Berichtredenen.GeenRelatie;
        }

        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(bestand.Gemeentecode, ct);
        var dossier = await relaties.FindAsync(transactie, bestand.Gemeentecode, bestand.ClientId, persoon.Persoon, recht.Recht, bestand.OntvangenOp, ct);
        if (dossier is null)
        {
            return await relaties.WhyNotAsync(transactie, new Aanvraag(bestand.Gemeentecode, bestand.ClientId, persoon.Persoon, recht.Recht, bestand.OntvangenOp), ct);
        }

        return dossier.VerhuisdNaar is null
            ? (await Aanleverregels.OordeelAsync(transactie, dossier, recht.Recht, persoon, new Aanlevermoment(bericht.Tijdstip ?? bestand.OntvangenOp, bericht.Volgorde), ct)).Reden
            : Berichtredenen.GeenRelatie;
    }

    private static string Kolom(string reden, CloudEvent bericht, Bestandrechten recht) => (reden, bericht.Inhoud!.Personen[0].Persoon) switch
    {
        (Berichtredenen.MaandDubbel, _) => recht.Vorm.Uniek[0],
        (_, { Bsn: not null }) => "bsn",
        _ => "partnerreferentie",
    };
}
