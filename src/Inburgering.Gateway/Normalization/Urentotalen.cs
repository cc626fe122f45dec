using System.Globalization;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Normalization;

/// <summary>The hours that partners told of, as the totals of DUO that the gemeente may tell (domain b.4; DUO Gevolgde uren 1.0.0).</summary>
/// <remarks>
/// Lessons of all schools together are «participatie als taalles»; literacy lessons, which a school counts apart, are not in it (ASM). Hours with the
/// participation partner and of maatschappelijke begeleiding are «participatieactiviteiten», as DUO's own text says. Hours of the brede intake are the gemeente's.
/// </remarks>
internal static class Urentotalen
{
    private static readonly IReadOnlyDictionary<(string Categorie, string Veld), (Urensoort Soort, string Uren)> Velden = new Dictionary<(string, string), (Urensoort, string)>
    {
        [(Taalgegevens.Uren, Taalgegevens.Totalen)] = (Urensoort.ParticipatieAlsTaalles, "gevolgdeUren"),
        [("PAR", "uren")] = (Urensoort.Participatieactiviteiten, "uren"),
        [("MBG", "uren")] = (Urensoort.Participatieactiviteiten, "uren"),
    };

    /// <summary>"UUR.totalen": the fields that are added up.</summary>
    public static IEnumerable<string> Namen(Urensoort soort) => Velden.Where(v => v.Value.Soort == soort).Select(v => $"{v.Key.Categorie}.{v.Key.Veld}");

    /// <summary>One for each total of which a partner told any hours.</summary>
    public static IReadOnlyList<Urentotaal> Of(IEnumerable<Brongegeven> gegevens) =>
    [
        .. from gegeven in gegevens
           where Velden.ContainsKey((gegeven.Categorie, gegeven.Veld))
           let veld = Velden[(gegeven.Categorie, gegeven.Veld)]
           let regels = (gegeven.Waarde as JsonArray)?.OfType<JsonObject>().ToArray() ?? []
           where regels.Length > 0
           group Van(gegeven.Bron, regels, veld.Uren) by veld.Soort into soort
           orderby soort.Key
           select new Urentotaal(soort.Key, [.. soort.OrderBy(b => b.Bron, StringComparer.Ordinal)]),
    ];

    private static Bronuren Van(string bron, JsonObject[] regels, string uren) => new(
        bron,
        regels.Sum(r => (decimal?)r[uren] ?? 0),
        Maand(regels.Min(r => (string?)(r["vanaf"] ?? r["periode"]))!),
        Maand(regels.Max(r => (string?)(r["totEnMet"] ?? r["periode"]))!))
    {
        Alfabetisering = regels.Sum(r => (decimal?)r["alfabetisering"]?[uren] ?? 0),
    };

    private static DateOnly Maand(string maand) => DateOnly.ParseExact(maand, "yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>One of DUO's totals, from what partners told.</summary>
internal sealed record Urentotaal(Urensoort Soort, IReadOnlyList<Bronuren> Bronnen)
{
    /// <summary>Whole hours, as DUO takes them; a part of an hour that is not full does not count.</summary>
    public int Uren => (int)decimal.Floor(Bronnen.Sum(b => b.Uren));

    /// <summary>Literacy lessons, not in <see cref="Uren"/>.</summary>
    public decimal Alfabetisering => Bronnen.Sum(b => b.Alfabetisering);

    /// <summary>First day of the first month.</summary>
    public DateOnly Vanaf => Bronnen.Min(b => b.Vanaf);
}

/// <summary>The hours of one partner.</summary>
/// <param name="Vanaf">First day of the first month.</param>
/// <param name="TotEnMet">First day of the last month.</param>
internal sealed record Bronuren(string Bron, decimal Uren, DateOnly Vanaf, DateOnly TotEnMet)
{
    public decimal Alfabetisering { get; init; }
}
