using System.Globalization;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;

namespace Inburgering.Gateway.Portal.Grafieken;

/// <summary>Lanes per organisation over time: dots deliver, squares look, crosses were refused (ux 9). Numbers in, places out.</summary>
internal sealed class Banengrafiek
{
    public const int Breedte = 760;
    public const int Links = 235;
    private const int Rechts = 740;
    private const int Boven = 12;
    private const int Baanhoogte = 40;
    private const int MeesteTekens = 400;
    private const int LangsteNaam = 32;

    private Banengrafiek(Periode periode, IReadOnlyList<Baan> banen)
    {
        Periode = periode;
        Banen = banen;
    }

    public Periode Periode { get; }

    public IReadOnlyList<Baan> Banen { get; }

    public int Hoogte => Onder + 28;

    public int Onder => Boven + (Banen.Count * Baanhoogte);

    /// <summary>Null when there is nothing to draw.</summary>
    /// <param name="naam">OIN to name.</param>
    public static Banengrafiek? Of(Periode periode, IReadOnlyList<Dagaantal> aantallen, Func<string, string> naam)
    {
        if (aantallen.Count == 0)
        {
            return null;
        }

        var stap = new[] { 1, 7, 31 }.First(s => s == 31 || Gebundeld(periode, aantallen, s).Count() <= MeesteTekens);
        var banen = aantallen.GroupBy(a => a.Organisatie)
            .OrderByDescending(g => g.Sum(a => a.Aantal)).ThenBy(g => naam(g.Key), StringComparer.CurrentCulture)
            .Select((g, i) => new Baan(naam(g.Key), Boven + (i * Baanhoogte) + (Baanhoogte / 2), [.. g], [.. Tekens(periode, g, stap)]))
            .ToArray();
        return new Banengrafiek(periode, banen);
    }

    /// <summary>First days of months, at most seven labels.</summary>
    public IEnumerable<(double X, string Naam)> Maten()
    {
        var maanden = ((Periode.Tot.Year - Periode.Van.Year) * 12) + Periode.Tot.Month - Periode.Van.Month;
        var stap = Math.Max(1, (maanden + 6) / 7);
        var eerste = new DateOnly(Periode.Van.Year, Periode.Van.Month, 1).AddMonths(1);
        for (var maand = eerste; maand <= Periode.Tot; maand = maand.AddMonths(stap))
        {
            yield return (X(Periode, maand), maand.ToString("MMM yyyy", Datum.Nederlands));
        }
    }

    /// <summary>Peak, latest and outlier, for who does not see the picture.</summary>
    public string Beschrijving()
    {
        var alle = Banen.SelectMany(b => b.Aantallen.Select(a => (b.Naam, a.Dag, a.Aantal, a.Wat))).ToArray();
        var piek = alle.MaxBy(a => a.Aantal);
        var laatste = alle.MaxBy(a => a.Dag);
        var geweigerd = alle.Where(a => a.Wat == Wat.Geweigerd).Sum(a => a.Aantal);
        return $"Banen van {Banen.Count} organisaties van {Datum.Voluit(Periode.Van)} tot en met {Datum.Voluit(Periode.Tot)}. "
            + $"De drukste dag was {Datum.Voluit(piek.Dag)}: {piek.Naam}, {piek.Aantal} keer. Het laatste was op {Datum.Voluit(laatste.Dag)} door {laatste.Naam}. "
            + (geweigerd == 0 ? "Niets is geweigerd." : $"{geweigerd} keer is geweigerd.");
    }

    public static string Getal(double getal) => getal.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Fits beside the lane.</summary>
    public static string Kort(string naam) => naam.Length <= LangsteNaam ? naam : $"{naam[..(LangsteNaam - 1)]}…";

    private static IEnumerable<Teken> Tekens(Periode periode, IEnumerable<Dagaantal> baan, int stap) =>
        Gebundeld(periode, baan, stap).Select(g => new Teken(X(periode, g.Dag), g.Wat, Titel(g)));

    private static IEnumerable<Dagaantal> Gebundeld(Periode periode, IEnumerable<Dagaantal> aantallen, int stap) => aantallen
        .GroupBy(a => (a.Organisatie, a.Wat, Vak: (a.Dag.DayNumber - periode.Van.DayNumber) / stap))
        .Select(g => new Dagaantal(g.Min(a => a.Dag), g.Key.Organisatie, g.Key.Wat, g.Sum(a => a.Aantal)));

    private static double X(Periode periode, DateOnly dag) =>
        Links + ((Rechts - Links) * (double)(dag.DayNumber - periode.Van.DayNumber) / Math.Max(1, periode.Dagen - 1));

    private static string Titel(Dagaantal aantal) => $"{Datum.Kort(aantal.Dag)}: {aantal.Aantal} keer {aantal.Wat.Woord()}";
}

/// <summary>One organisation.</summary>
internal sealed record Baan(string Naam, int Y, IReadOnlyList<Dagaantal> Aantallen, IReadOnlyList<Teken> Tekens)
{
    public long Som(Wat wat) => Aantallen.Where(a => a.Wat == wat).Sum(a => a.Aantal);

    public DateOnly Laatste => Aantallen.Max(a => a.Dag);
}

/// <summary>One mark.</summary>
internal sealed record Teken(double X, Wat Wat, string Titel);

/// <summary>Words of the marks.</summary>
internal static class WatWoorden
{
    public static string Woord(this Wat wat) => wat switch
    {
        Wat.Gekeken => "gekeken",
        Wat.Geleverd => "geleverd",
        Wat.Geweigerd => "geweigerd",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
