using Quartz;

namespace Inburgering.Gateway.Access.Roosters;

/// <summary>One thing wrong with a schedule.</summary>
/// <param name="Pointer">JSON Pointer from the schedule itself: "/tijd"; the caller puts its own place before it.</param>
/// <param name="Detail">Dutch, says what to do, never repeats the value.</param>
public sealed record Roosterfout(string Pointer, string Detail);

/// <summary>What a schedule must obey beyond its JSON types, all faults at once.</summary>
public static class Roosterfouten
{
    /// <summary>Windows that one schedule, or the maintenance of one partner, may have.</summary>
    public const int MeesteVensters = 20;

    /// <summary>Characters of an expression of cron.</summary>
    public const int LangsteCron = 120;

    private const string VensterPlaats = "/nietTussen";
    private const string FeestdagPlaats = "/nietOpFeestdagen";
    private const string Voorbeeld = "0 0 6 ? * MON-FRI";

    /// <summary>A member that one or more kinds need and the others do not have.</summary>
    private static readonly Lid[] Leden =
    [
        new("tijd", [Roostersoort.Werkdagen, Roostersoort.Dagelijks, Roostersoort.Wekelijks, Roostersoort.Maandelijks], r => r.Tijd is not null, "Geef de tijd, zoals 06:00."),
        new("weekdagen", [Roostersoort.Wekelijks], r => r.Weekdagen is { Count: > 0 }, "Kies een of meer weekdagen."),
        new("dagVanMaand", [Roostersoort.Maandelijks], r => r.DagVanMaand is not null, "Geef een dag van 1 tot en met 31."),
        new("elkeMinuten", [Roostersoort.Interval], r => r.ElkeMinuten is not null, $"Kies uit {Intervallen}."),
        new("cron", [Roostersoort.Cron], r => r.Cron is not null, $"Geef de uitdrukking, zoals {Voorbeeld}."),
    ];

    private static string Intervallen => string.Join(", ", Roostersoort.Intervallen);

    /// <summary>Every fault of a schedule; empty: it may be used.</summary>
    /// <param name="onderhoud">Windows of the partner, without faults.</param>
    /// <param name="na">From when on it must have a moment.</param>
    public static IReadOnlyList<Roosterfout> Van(Rooster rooster, IReadOnlyList<Venster> onderhoud, DateTimeOffset na)
    {
        var fouten = Vorm(rooster, na).ToArray();
        return fouten.Length > 0 ? fouten : [.. Nooit(rooster, onderhoud, na)];
    }

    /// <summary>Every fault of a list of windows.</summary>
    /// <param name="pointer">Of the list.</param>
    public static IReadOnlyList<Roosterfout> Van(IReadOnlyList<Venster> vensters, string pointer) =>
        [
            .. vensters.Count > MeesteVensters ? (Roosterfout[])[new(pointer, $"Er zijn er te veel. Houd er hoogstens {MeesteVensters} over.")] : [],
            .. vensters.SelectMany((venster, i) => Van(venster, $"{pointer}/{i}")),
        ];

    private static IEnumerable<Roosterfout> Van(Venster venster, string pointer) =>
        Tijd(venster.Van, $"{pointer}/van")
            .Concat(Tijd(venster.Tot, $"{pointer}/tot"))
            .Concat(venster.Dagen is { Count: 0 } ? [new($"{pointer}/dagen", "Kies een of meer weekdagen, of laat dit weg voor elke dag.")] : [])
            .Concat(Weekdagen(venster.Dagen ?? [], $"{pointer}/dagen"));

    private static IEnumerable<Roosterfout> Vorm(Rooster rooster, DateTimeOffset na) =>
        Roostersoort.Alle.Contains(rooster.Soort)
            ? Leden.SelectMany(lid => OfLid(lid, rooster)).Concat(Handmatig(rooster)).Concat(Waarden(rooster, na))
            : Waarden(rooster, na).Prepend(new("/soort", $"Deze soort bestaat niet. Kies uit {string.Join(", ", Roostersoort.Alle)}."));

    private static IEnumerable<Roosterfout> OfLid(Lid lid, Rooster rooster) => (lid.Soorten.Contains(rooster.Soort), lid.Gegeven(rooster)) switch
    {
        (true, false) => [new($"/{lid.Naam}", $"Ontbreekt, maar hoort bij de soort {rooster.Soort}. {lid.Vraag}")],
        (false, true) => [new($"/{lid.Naam}", $"Hoort niet bij de soort {rooster.Soort}. Laat dit weg.")],
        _ => [],
    };

    private static IEnumerable<Roosterfout> Handmatig(Rooster rooster)
    {
        if (rooster.Soort == Roostersoort.Handmatig && rooster.NietOpFeestdagen)
        {
            yield return new(FeestdagPlaats, $"Hoort niet bij de soort {rooster.Soort}. Laat dit weg.");
        }

        if (rooster is { Soort: Roostersoort.Handmatig, NietTussen.Count: > 0 })
        {
            yield return new(VensterPlaats, $"Hoort niet bij de soort {rooster.Soort}. Laat dit weg.");
        }
    }

    private static IEnumerable<Roosterfout> Waarden(Rooster rooster, DateTimeOffset na) =>
        (rooster.Tijd is { } tijd ? Tijd(tijd, "/tijd") : [])
            .Concat(Weekdagen(rooster.Weekdagen ?? [], "/weekdagen"))
            .Concat(rooster.DagVanMaand is < 1 or > 31 ? [new("/dagVanMaand", "Deze dag bestaat niet. Geef een dag van 1 tot en met 31.")] : [])
            .Concat(rooster.ElkeMinuten is { } minuten && !Roostersoort.Intervallen.Contains(minuten) ? [new("/elkeMinuten", $"Dit aantal minuten kan niet. Kies uit {Intervallen}.")] : [])
            .Concat(rooster.Cron is { } cron && Cronfout(cron, na) is { } zin ? [new("/cron", zin)] : [])
            .Concat(Van(rooster.NietTussen ?? [], VensterPlaats));

    private static IEnumerable<Roosterfout> Tijd(string tekst, string pointer) =>
        Kloktekst.Tijd(tekst) is null ? [new(pointer, "Dit is geen tijd. Schrijf uren en minuten, zoals 06:00.")] : [];

    private static IEnumerable<Roosterfout> Weekdagen(IReadOnlyList<string> namen, string pointer)
    {
        for (var i = 0; i < namen.Count; i++)
        {
            if (Kloktekst.Weekdag(namen[i]) < 0)
            {
                yield return new($"{pointer}/{i}", "Dit is geen weekdag. Kies uit maandag tot en met zondag.");
            }
            else if (namen.Take(i).Contains(namen[i]))
            {
                yield return new($"{pointer}/{i}", "Deze dag staat er twee keer. Laat hem een keer weg.");
            }
        }
    }

    private static string? Cronfout(string cron, DateTimeOffset na)
    {
        if (cron.Length > LangsteCron)
        {
            return $"Deze uitdrukking is te lang. Gebruik hoogstens {LangsteCron} tekens.";
        }

        var velden = cron.Split(' ');
        if (velden.Length != 6 || !Array.TrueForAll(velden, IsVeld))
        {
            return $"Schrijf zes velden met een spatie ertussen: seconde, minuut, uur, dag, maand en weekdag, zoals {Voorbeeld}.";
        }

        if (velden[0] != "0")
        {
            return "De seconden moeten 0 zijn. Begin de uitdrukking met een 0.";
        }

        if (!CronExpression.TryParse(cron, out _))
        {
            return $"Deze uitdrukking is niet geldig. Kijk de velden na. Zo kan het wel: {Voorbeeld}.";
        }

        return new Rooster { Soort = Roostersoort.Cron, Cron = cron }.Momenten(na, []).Any() ? null : "Deze uitdrukking komt in vijf jaar niet een keer voor. Kies een dag en een maand die bestaan.";
    }

    // Quartz takes an empty part of a list for granted and breaks on it when it counts
    private static bool IsVeld(string tekst) =>
        Array.TrueForAll(tekst.Split(','), deel => deel.Length > 0 && deel.All(teken => char.IsAsciiLetterOrDigit(teken) || "*?/#-".Contains(teken, StringComparison.Ordinal)));

    private static IEnumerable<Roosterfout> Nooit(Rooster rooster, IReadOnlyList<Venster> onderhoud, DateTimeOffset na)
    {
        if (rooster.Soort == Roostersoort.Handmatig || rooster.Momenten(na, onderhoud).Any())
        {
            yield break;
        }

        if (!(rooster with { NietTussen = null }).Momenten(na, []).Any())
        {
            yield return new(FeestdagPlaats, "Alle momenten vallen op een feestdag. Zet dit uit of kies een ander moment.");
        }
        else if (rooster.NietTussen is { Count: > 0 })
        {
            yield return new(VensterPlaats, "Er blijft geen enkel moment over: alles valt in deze uren of in het onderhoud van de partner. Maak ze korter of kies een ander moment.");
        }
        else
        {
            yield return new($"/{Leden.First(lid => lid.Soorten.Contains(rooster.Soort)).Naam}", "Elk moment valt in het onderhoud van de partner. Kies een ander moment.");
        }
    }

    /// <param name="Soorten">The kinds that need it.</param>
    /// <param name="Vraag">What to do when it is not there.</param>
    private sealed record Lid(string Naam, string[] Soorten, Func<Rooster, bool> Gegeven, string Vraag);
}
