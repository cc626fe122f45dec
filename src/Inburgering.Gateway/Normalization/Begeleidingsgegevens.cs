using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using static Inburgering.Gateway.Normalization.Normalizer;

namespace Inburgering.Gateway.Normalization;

/// <summary>What participation partner and VluchtelingenWerk tell of a person, as fields of PAR, MAP, PVT and MBG. A line of a list is a group of its own, so a newer message takes the place of its own line alone.</summary>
internal static class Begeleidingsgegevens
{
    private const string Participatie = "PAR", Map = "MAP", Pvt = "PVT", Begeleiding = "MBG";

    public static IReadOnlyList<Genormaliseerd> Of(object record) =>
    [
        record switch
        {
            Trajectfase r => Groep(Participatie, "trajectfase", ("trajectfase", Fields(("fase", r.Fase), ("sinds", r.Sinds), ("verwachtTot", r.VerwachtTot)))),
            Participatieactiviteit r => Activiteit(r),
            Participatieuren r => Maand(Participatie, r.Periode, ("uren", [Fields(("periode", Periode(r.Periode)), ("uren", Getal(r.Uren)))])),
            Participatieuitstroom r => Groep(Participatie, "uitstroom", ("uitstroom", Fields(("datum", r.Datum), ("reden", r.Reden)))),
            Afwezigheid r => Afwezig(r),
            Mapuren r => Maand(
                Map, r.Periode, ("themas", [.. r.Themas.Select(t => Fields(("periode", Periode(r.Periode)), ("thema", t.Thema), ("uren", Getal(t.Uren))))]),
                ("uren", [Fields(("periode", Periode(r.Periode)), ("uren", Getal(r.Themas.Sum(t => t.Uren))))])),
            MapEindgesprekvoorstel r => new(Map, Voorstelregels.Eindgesprek.Veldgroep, Fields((Voorstelregels.Eindgesprek.Veld, r.Datum)), new()),
            PvtUren r => Maand(Pvt, r.Periode, ("uren", [Fields(("periode", Periode(r.Periode)), ("uren", Getal(r.Uren)), ("excursieuren", Getal(r.Excursieuren)))])),
            PvtOndertekening r => new(Pvt, Voorstelregels.Ondertekening.Veldgroep, Fields((Voorstelregels.Ondertekening.Veld, r.Datum), ("documentReferentie", r.DocumentReferentie)), new()),
            Begeleidingsonderwerp r => Lijst(Begeleiding, $"onderwerp-{r.Onderwerp}", ("onderwerpen", [Fields(("onderwerp", r.Onderwerp), ("status", r.Status))])),
            Begeleidingsuren r => Maand(Begeleiding, r.Periode, ("uren", [Fields(("periode", Periode(r.Periode)), ("uren", Getal(r.Uren)))])),
            Samenredzaamheid r => Groep(Begeleiding, "samenredzaamheid", ("samenredzaamheid", Fields(("score", r.Score), ("datum", r.Datum)))),
            Begeleidingseinde r => Einde(r),
            _ => throw new UnreachableException(),
        },
    ];

    private static Genormaliseerd Activiteit(Participatieactiviteit r) => Lijst(
        Participatie,
        $"activiteit-{Verborgen(r.Kenmerk)}",
        ("activiteiten", [Fields(("startdatum", r.Startdatum), ("soort", r.Soort), ("einddatum", r.Einddatum), ("urenPerWeek", r.UrenPerWeek), ("kenmerk", r.Kenmerk))]));

    /// <summary>Taken back is an empty group: an older message that comes later must not fill it.</summary>
    private static Genormaliseerd Afwezig(Afwezigheid r) => Lijst(
        Participatie, $"no-show-{Verborgen($"{r.Datum:O} {r.Bij}")}", ("noShows", r.Vervallen ? [] : [Fields(("datum", r.Datum), ("bij", r.Bij), ("afgemeld", r.Afgemeld))]));

    private static Genormaliseerd Einde(Begeleidingseinde r)
    {
        var velden = Fields(("einddatum", r.Einddatum));
        if (r.OvergedragenAan is { } aan)
        {
            velden["overdracht"] = Fields(("aan", aan), ("datum", r.DatumOverdracht));
        }

        return new Genormaliseerd(Begeleiding, "einde", velden, new Werkkolommen());
    }

    private static Genormaliseerd Groep(string categorie, string veldgroep, (string Veld, JsonObject Inhoud) deel) =>
        new(categorie, veldgroep, new JsonObject { [deel.Veld] = deel.Inhoud }, new Werkkolommen());

    private static Genormaliseerd Maand(string categorie, DateOnly periode, params ReadOnlySpan<(string Veld, JsonObject[] Regels)> lijsten) =>
        Lijst(categorie, $"periode-{Periode(periode)}", lijsten);

    private static Genormaliseerd Lijst(string categorie, string veldgroep, params ReadOnlySpan<(string Veld, JsonObject[] Regels)> lijsten)
    {
        var velden = new JsonObject();
        foreach (var (veld, regels) in lijsten)
        {
            if (List(regels, regel => regel) is { } lijst)
            {
                velden[veld] = lijst;
            }
        }

        return new Genormaliseerd(categorie, veldgroep, velden, new Werkkolommen()) { IsRegel = true };
    }

    private static string Periode(DateOnly maand) => maand.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Names of groups stand in clear: of what happened when they show nothing.</summary>
    private static string Verborgen(string wat) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wat)).AsSpan(0, 16));
}
