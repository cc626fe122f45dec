using Inburgering.Gateway.Features.Betalen;
using Inburgering.Gateway.Portal.Betalen;

namespace Inburgering.Gateway.Portal.Grafieken;

/// <summary>What each month is spent on, in the order of the days on which it is paid, leefgeld last: filled is paid, open is not paid yet, dashed with a cross did not arrive (issue 8, line 6). Numbers in, places out.</summary>
internal sealed class Maandstaven
{
    public const int Breedte = 760;
    public const int Links = 160;
    private const int Rechts = 752;
    private const int Boven = 8;
    private const int Rijhoogte = 52;
    private const int MeesteMaanden = 8;
    private const int BreedteVanLetter = 8;

    private Maandstaven(IReadOnlyList<Maandstaaf> maanden)
    {
        Maanden = maanden;
        Top = Math.Max(1, maanden.Max(m => m.Samen));
        Staven = [.. maanden.Select((m, i) => (m, Delen(m, i)))];
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Maandstaaf> Maanden { get; }

    public IReadOnlyList<(Maandstaaf Maand, IReadOnlyList<Maanddeel> Delen)> Staven { get; }

    public int Hoogte => Boven + (Maanden.Count * Rijhoogte) + 4;

    /// <summary>What the picture says of the newest month.</summary>
    public string Conclusie
    {
        get
        {
            var maand = Maanden[^1];
            return $"In {maand.Naam} gaat {OntzorgenModel.Euro(maand.Lasten)} naar vaste lasten en blijft {OntzorgenModel.Euro(maand.Leefgeld)} leefgeld over.";
        }
    }

    /// <summary>For who does not see the picture.</summary>
    public string Beschrijving
    {
        get
        {
            var alle = Maanden.SelectMany(m => m.Betalingen).ToArray();
            var mis = alle.Count(b => Staat(b) == Deelstand.Mis);
            return $"{(Maanden.Count == 1 ? "1 maand" : $"{Maanden.Count} maanden")}. Van {(alle.Length == 1 ? "1 betaling" : $"{alle.Length} betalingen")} {Zijn(alle.Count(b => Staat(b) == Deelstand.Betaald))} betaald"
                + (mis == 0 ? "; niets kwam terug." : $"; {Zijn(mis)} geweigerd of teruggekomen.");
        }
    }

    private long Top { get; }

    /// <summary>The newest months. Null when there is nothing to draw.</summary>
    public static Maandstaven? Of(IEnumerable<BetalingView> betalingen)
    {
        var alle = betalingen.ToArray();
        var opgevolgd = alle.Where(b => b.Stand != "geannuleerd").Select(b => b.Vorige).ToHashSet();
        Maandstaaf[] maanden =
        [
            .. alle.Where(b => b.Stand != "geannuleerd" && !opgevolgd.Contains(b.OpdrachtId))
                .GroupBy(b => b.Maand).OrderBy(m => m.Key, StringComparer.Ordinal).TakeLast(MeesteMaanden)
                .Select(m => new Maandstaaf(OntzorgenModel.Maandnaam(m.Key), [.. m.OrderBy(b => b.Soort == "LEEF").ThenBy(b => b.Uitvoeringsdatum).ThenBy(b => b.Kenmerk, StringComparer.Ordinal)])),
        ];
        return maanden.Length == 0 ? null : new Maandstaven(maanden);
    }

    public static Deelstand Staat(BetalingView betaling) => betaling.Stand switch
    {
        "uitgevoerd" or "buiten_gateway" => Deelstand.Betaald,
        "afgewezen" or "teruggeboekt" => Deelstand.Mis,
        _ => Deelstand.Open,
    };

    private static string Zijn(int aantal) => aantal == 1 ? "is 1" : $"zijn {aantal}";

    private List<Maanddeel> Delen(Maandstaaf maand, int rij)
    {
        var delen = new List<Maanddeel>();
        double x = Links;
        foreach (var betaling in maand.Betalingen)
        {
            var breedte = (Rechts - Links) * (double)betaling.BedragCenten / Top;
            var naam = OntzorgenModel.Soortnaam(betaling.Soort);
            delen.Add(new Maanddeel(
                $"{maand.Naam}, {naam}: {OntzorgenModel.Euro(betaling.BedragCenten)}, {Woord(Staat(betaling))}, {Datum.Kort(betaling.Uitvoeringsdatum)}",
                naam.Length * BreedteVanLetter <= breedte ? naam : null, Staat(betaling), betaling.Soort == "LEEF", x, breedte, Boven + (rij * Rijhoogte)));
            x += breedte;
        }

        return delen;
    }

    private static string Woord(Deelstand stand) => stand switch
    {
        Deelstand.Betaald => "betaald",
        Deelstand.Mis => "geweigerd of teruggekomen",
        _ => "nog niet betaald",
    };
}

/// <summary>One month.</summary>
/// <param name="Naam">"december 2024".</param>
/// <param name="Betalingen">In the order in which they are drawn.</param>
internal sealed record Maandstaaf(string Naam, IReadOnlyList<BetalingView> Betalingen)
{
    public long Samen => Betalingen.Sum(b => b.BedragCenten);

    public long Leefgeld => Betalingen.Where(b => b.Soort == "LEEF").Sum(b => b.BedragCenten);

    public long Lasten => Samen - Leefgeld;

    public long Betaald => Betalingen.Where(b => Maandstaven.Staat(b) == Deelstand.Betaald).Sum(b => b.BedragCenten);
}

/// <summary>One payment of a month.</summary>
/// <param name="Naam">Null: it does not fit.</param>
internal sealed record Maanddeel(string Titel, string? Naam, Deelstand Stand, bool IsLeefgeld, double Links, double Breedte, int Boven)
{
    /// <summary>Class that gives it its look.</summary>
    public string Klasse => Stand switch
    {
        Deelstand.Mis => "app-bar--box",
        Deelstand.Open => IsLeefgeld ? "app-bar--todo" : "app-bar--later",
        _ => IsLeefgeld ? "app-bar--same" : "app-bar--missed",
    };
}

/// <summary>Whether money arrived.</summary>
internal enum Deelstand
{
    Open,
    Betaald,
    Mis,
}
