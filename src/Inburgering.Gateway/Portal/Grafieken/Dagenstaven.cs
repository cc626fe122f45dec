using Inburgering.Gateway.Features.Synchronisaties;

namespace Inburgering.Gateway.Portal.Grafieken;

/// <summary>What each of thirty days brought, stacked: what was rejected is hatched, a day with a failure has a dashed box with a cross (ux 9). Numbers in, places out.</summary>
internal sealed class Dagenstaven
{
    public const int Breedte = 760;
    public const int Hoogte = 240;
    public const int Links = 44;
    public const int Onder = 208;
    private const int Rechts = 752;
    private const int Boven = 16;
    private const int Vak = 14;

    private Dagenstaven(IReadOnlyList<DagView> dagen)
    {
        Dagen = dagen;
        Top = Math.Max(1, dagen.Max(d => d.Ontvangen));
        Staven = [.. dagen.Select(Staaf)];
    }

    public IReadOnlyList<DagView> Dagen { get; }

    /// <summary>Of the axis: the busiest day.</summary>
    public int Top { get; }

    public IReadOnlyList<Dagstaaf> Staven { get; }

    /// <summary>Left side of the first bar to that of the second.</summary>
    public double Stap => (Rechts - Links) / (double)Dagen.Count;

    /// <summary>What the picture says.</summary>
    public string Conclusie => (Dagen.Sum(d => d.Afgekeurd), Dagen.Count(d => d.Mislukt > 0)) switch
    {
        (0, 0) => $"In {Dagen.Count} dagen is niets afgekeurd en mislukte er niets.",
        (var afgekeurd, 0) => $"In {Dagen.Count} dagen {(afgekeurd == 1 ? "is 1 afgekeurd" : $"zijn er {afgekeurd} afgekeurd")}; er mislukte niets.",
        (var afgekeurd, var mislukt) => $"In {Dagen.Count} dagen {(afgekeurd == 1 ? "is 1 afgekeurd" : $"zijn er {afgekeurd} afgekeurd")}; op {(mislukt == 1 ? "1 dag" : $"{mislukt} dagen")} mislukte een uitvoering.",
    };

    /// <summary>Peak, newest and outlier, for who does not see the picture.</summary>
    public string Beschrijving
    {
        get
        {
            var piek = Dagen.MaxBy(d => d.Ontvangen)!;
            var laatste = Dagen.Last(d => d.Uitvoeringen > 0);
            var afkeur = Dagen.MaxBy(d => d.Afgekeurd)!;
            return $"De drukste dag was {Datum.Voluit(piek.Dag)} met {piek.Ontvangen} ontvangen. De laatste uitvoering was op {Datum.Voluit(laatste.Dag)}. "
                + (afkeur.Afgekeurd == 0 ? "Niets is afgekeurd." : $"Het meest is afgekeurd op {Datum.Voluit(afkeur.Dag)}: {afkeur.Afgekeurd}.");
        }
    }

    /// <summary>Null when there is nothing to draw.</summary>
    /// <param name="dagen">Oldest first, without gaps.</param>
    public static Dagenstaven? Of(IReadOnlyList<DagView> dagen) => dagen.Any(d => d.Uitvoeringen > 0) ? new Dagenstaven(dagen) : null;

    /// <summary>Every seventh day, counted back from the last.</summary>
    public IEnumerable<(double X, string Naam)> Maten() =>
        Dagen.Select((d, i) => (X: X(i) + (Vak / 2.0), Naam: d.Dag.ToString("d MMM", Datum.Nederlands), Plaats: Dagen.Count - 1 - i)).Where(m => m.Plaats % 7 == 0).Select(m => (m.X, m.Naam));

    private double X(int i) => Links + (i * Stap) + ((Stap - Vak) / 2);

    private Dagstaaf Staaf(DagView dag, int i)
    {
        var delen = new List<Staafdeel>();
        double y = Onder;
        foreach (var (naam, soort, aantal) in Delen(dag).Where(d => d.Aantal > 0))
        {
            var hoogte = (Onder - Boven) * (double)aantal / Top;
            y -= hoogte;
            delen.Add(new Staafdeel($"{Datum.Kort(dag.Dag)}: {aantal} {naam}", soort, Banengrafiek.Getal(y), Banengrafiek.Getal(hoogte)));
        }

        return new Dagstaaf(dag, Banengrafiek.Getal(X(i)), delen);
    }

    /// <summary>From the baseline up; what was not done is no part of what came.</summary>
    private static IEnumerable<(string Naam, string Soort, int Aantal)> Delen(DagView dag) =>
    [
        ("gelijk", "same", dag.Gelijk),
        ("nieuw of gewijzigd", "missed", dag.Nieuw + dag.Gewijzigd),
        ("verschillend", "different", dag.Verschillend),
        ("tegengehouden", "held", dag.Tegengehouden),
        ("afgekeurd", "rejected", dag.Afgekeurd),
    ];
}

/// <summary>One day.</summary>
internal sealed record Dagstaaf(DagView Dag, string X, IReadOnlyList<Staafdeel> Delen)
{
    public bool Mislukt => Dag.Mislukt > 0;
}

/// <summary>One part of a day.</summary>
/// <param name="Soort">Part of the class that gives it its look.</param>
internal sealed record Staafdeel(string Titel, string Soort, string Y, string Hoogte);
