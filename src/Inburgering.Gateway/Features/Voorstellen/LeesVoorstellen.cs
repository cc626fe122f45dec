using System.Globalization;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Berichten;

namespace Inburgering.Gateway.Features.Voorstellen;

/// <summary>What partners propose about one person and what the gemeente has to know before it confirms.</summary>
internal sealed class LeesVoorstellen(Regie regie, Voorstellezer lezer, CallerRegister register)
{
    /// <summary>Clock 6 of the domain (d): twelve hours, the excursion included, before signing.</summary>
    private const decimal PvtUren = 12;

    /// <summary>Clock 5: forty hours of practice.</summary>
    private const decimal MapUren = 40;

    public async Task<Uitkomst<VoorstellenView>> HandleAsync(Caller caller, Guid dossierId, CancellationToken ct)
    {
        if (await regie.LeesAsync(caller, dossierId, ct) is not { } dossier || regie.Feiten is not { } feiten)
        {
            return Uitkomst<VoorstellenView>.Niet(regie.Weigering, string.Empty);
        }

        var bronnen = dossier.MetBron(feiten).ToArray();
        return new VoorstellenView([.. (await lezer.OpenAsync(dossier, ct)).Select(voorstel => View(voorstel, bronnen)).OfType<VoorstelView>()]);
    }

    /// <summary>Null: what it says may not be shown now.</summary>
    private VoorstelView? View(OpenVoorstel voorstel, Bronveld[] bronnen)
    {
        var soort = Voorstelregels.Soorten.Single(s => s.Reden == voorstel.Reden);
        var afzender = register.Zoek(voorstel.ClientId);
        var eigen = bronnen.Where(b => b.Categorie == soort.Categorie && b.Bron == afzender?.Sjabloon.Instantie).ToLookup(b => b.Veld, b => b.Waarde);
        if (eigen[soort.Veld].FirstOrDefault() is not { } datum)
        {
            return null;
        }

        var uren = eigen["uren"].OfType<JsonArray>().SelectMany(lijst => lijst).Sum(regel => (decimal?)regel?["uren"] ?? 0);
        return new VoorstelView
        {
            VoorstelId = voorstel.BerichtId,
            Soort = soort == Voorstelregels.Eindgesprek ? "map" : "pvt",
            Partner = afzender!.Naam,
            Datum = DateOnly.ParseExact(datum.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DocumentReferentie = (string?)eigen["documentReferentie"].FirstOrDefault(),
            Uren = uren,
            Opmerkingen = [.. Opmerkingen(soort, uren, eigen["uren"].OfType<JsonArray>().SelectMany(lijst => lijst).Any(regel => ((decimal?)regel?["excursieuren"] ?? 0) > 0))],
            OntvangenOp = voorstel.OntvangenOp,
        };
    }

    private static IEnumerable<string> Opmerkingen(Voorstelsoort soort, decimal uren, bool excursie)
    {
        var nodig = soort == Voorstelregels.Eindgesprek ? MapUren : PvtUren;
        if (uren < nodig)
        {
            yield return $"Er zijn {uren.ToString("0.##", CultureInfo.GetCultureInfo("nl-NL"))} van de {nodig:0} uren gemeld.";
        }

        if (soort == Voorstelregels.Ondertekening && !excursie)
        {
            yield return "Er is geen excursie gemeld.";
        }
    }
}
