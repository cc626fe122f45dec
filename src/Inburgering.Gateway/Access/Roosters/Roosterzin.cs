namespace Inburgering.Gateway.Access.Roosters;

/// <summary>A schedule as a sentence in plain Dutch.</summary>
internal static class Roosterzin
{
    private const string Middernacht = "00:00";

    public static string Van(Rooster rooster) => string.Join(
        ", niet ", (string[])[Wanneer(rooster), .. rooster.NietOpFeestdagen ? (string[])["op feestdagen"] : [], .. (rooster.NietTussen ?? []).Select(Niet)]);

    private static string Wanneer(Rooster rooster) => rooster.Soort switch
    {
        Roostersoort.Werkdagen => $"Elke werkdag om {rooster.Tijd} uur",
        Roostersoort.Dagelijks => $"Elke dag om {rooster.Tijd} uur",
        Roostersoort.Wekelijks => $"Elke {Dagen(rooster.Weekdagen!)} om {rooster.Tijd} uur",
        Roostersoort.Maandelijks => $"{Maanddag(rooster.DagVanMaand!.Value)} om {rooster.Tijd} uur",
        Roostersoort.Interval => Elke(rooster.ElkeMinuten!.Value),
        Roostersoort.Handmatig => "Alleen met de hand",
        Roostersoort.Cron => $"Volgens de uitdrukking {rooster.Cron}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Maanddag(int dag) => dag switch
    {
        31 => "Op de laatste dag van elke maand",
        > 28 => $"Op de {dag}e van elke maand (in een kortere maand op de laatste dag)",
        _ => $"Op de {dag}e van elke maand",
    };

    private static string Elke(int minuten) => minuten switch
    {
        < 60 => $"Elke {minuten} minuten",
        60 => "Elk uur",
        _ => $"Elke {minuten / 60} uur",
    };

    private static string Niet(Venster venster)
    {
        var dagen = venster.Dagen is { } op ? $"op {Dagen(op)} " : string.Empty;
        if (venster.Van != venster.Tot)
        {
            return $"{dagen}tussen {venster.Van} en {venster.Tot} uur";
        }

        return venster.Van == Middernacht ? dagen.TrimEnd() : $"{dagen}vanaf {venster.Van} uur, 24 uur lang";
    }

    private static string Dagen(IReadOnlyList<string> dagen)
    {
        var opVolgorde = dagen.OrderBy(Kloktekst.Weekdag).ToArray();
        return opVolgorde.Length == 1 ? opVolgorde[0] : $"{string.Join(", ", opVolgorde[..^1])} en {opVolgorde[^1]}";
    }
}
