using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using static Inburgering.Gateway.Normalization.Normalizer;

namespace Inburgering.Gateway.Normalization;

/// <summary>What a school tells of a person, as lines of UUR, TVG and AAN: each line a group of its own, so that a newer message takes the place of its own line alone.</summary>
internal static class Taalgegevens
{
    public const string Uren = "UUR", Perioden = "perioden", Totalen = "totalen";

    /// <summary>Name within a line that says it replaced what was told of its month before.</summary>
    public const string Gecorrigeerd = "gecorrigeerd";

    private const string Taal = "TVG", Aanbod = "AAN";

    private static readonly string[] Urensoorten = ["geplandeUren", "gevolgdeUren", "geoorloofdVerzuimUren", "ongeoorloofdVerzuimUren"];

    public static IReadOnlyList<Genormaliseerd> Of(object record) => record switch
    {
        Lesinschrijving r => [Verloop("inschrijving", r.Datum, ("verwachteStart", r.VerwachteStart), ("verwachtEinde", r.VerwachtEinde))],
        Lesstart r => [Verloop("start", r.Datum)],
        Lesbeeindiging r => [Verloop("beeindiging", r.Datum, ("reden", r.Reden))],
        Presentie r => [Periode(r)],
        Taalvoortgang r => Voortgang(r),
        Taalsignaal r => [Regel(Taal, "signaal", "signalen", true, ("datum", r.Datum), ("soort", r.Soort), ("toelichting", r.Toelichting), ("gevoelig", r.Toelichting is null ? null : true))],
        Inzetattest r => [Regel(Taal, "attest", "attesten", false, ("datum", r.Datum), ("gevolgdeUren", Getal(r.GevolgdeUren)), ("voldoendeInzet", r.VoldoendeInzet))],
        _ => throw new UnreachableException(),
    };

    /// <summary>Group of the month's line.</summary>
    public static string Veldgroep(DateOnly periode) => $"periode-{Maand(periode)}";

    /// <summary>The sum over all months of one school, as the one line that a reader of sums gets; null: it told no month.</summary>
    public static JsonObject? Som(IReadOnlyList<JsonObject> maanden)
    {
        if (maanden.Count == 0)
        {
            return null;
        }

        var geordend = maanden.Select(m => (string?)m["periode"]).Order(StringComparer.Ordinal).ToArray();
        var som = Fields(("vanaf", geordend[0]), ("totEnMet", geordend[^1]));
        Tel(som, maanden);
        if (maanden.Select(m => m["alfabetisering"]).OfType<JsonObject>().ToArray() is { Length: > 0 } alfabetisering)
        {
            var apart = new JsonObject();
            Tel(apart, alfabetisering);
            som["alfabetisering"] = apart;
        }

        return som;
    }

    private static void Tel(JsonObject som, IReadOnlyList<JsonObject> maanden)
    {
        foreach (var soort in Urensoorten)
        {
            som[soort] = Getal(maanden.Sum(m => (decimal?)m[soort] ?? 0));
        }
    }

    private static Genormaliseerd Periode(Presentie r)
    {
        var regel = Fields(("periode", Maand(r.Periode)));
        Zet(regel, r.Uren);
        if (r.Alfabetisering is { } alfabetisering)
        {
            var apart = new JsonObject();
            Zet(apart, alfabetisering);
            regel["alfabetisering"] = apart;
        }

        if (r.Correctie)
        {
            regel[Gecorrigeerd] = true;
        }

        return new Genormaliseerd(Uren, Veldgroep(r.Periode), new JsonObject { [Perioden] = new JsonArray(regel) }, new Werkkolommen()) { IsRegel = true };
    }

    private static void Zet(JsonObject regel, Lesuren uren)
    {
        foreach (var (soort, waarde) in Urensoorten.Zip([uren.Gepland, uren.Gevolgd, uren.GeoorloofdVerzuim, uren.OngeoorloofdVerzuim]))
        {
            regel[soort] = Getal(waarde);
        }
    }

    private static IReadOnlyList<Genormaliseerd> Voortgang(Taalvoortgang r)
    {
        var niveau = Regel(Taal, $"niveau-{r.Vaardigheid}", "niveaus", false, ("vaardigheid", r.Vaardigheid), ("niveau", r.Niveau), ("datum", r.Datum));
        return r.Toets is null
            ? [niveau]
            : [niveau, Regel(Taal, "toets", "toetsen", true, ("datum", r.Datum), ("vaardigheid", r.Vaardigheid), ("niveau", r.Niveau), ("toets", r.Toets), ("uitslag", r.Uitslag))];
    }

    private static Genormaliseerd Verloop(string soort, DateOnly datum, params ReadOnlySpan<(string Naam, object? Waarde)> verder) =>
        Regel(Aanbod, soort, "verloop", false, [("datum", datum), ("soort", soort), .. verder]);

    private static Genormaliseerd Regel(string categorie, string veldgroep, string veld, bool perBericht, params (string Naam, object? Waarde)[] velden) =>
        new(categorie, veldgroep, new JsonObject { [veld] = new JsonArray(Fields(velden)) }, new Werkkolommen()) { IsRegel = true, PerBericht = perBericht };

    private static string Maand(DateOnly periode) => periode.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
