using Inburgering.Gateway.Access.Roosters;
using static Inburgering.Gateway.Tests.Access.Roosters.Roostervoorbeeld;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>What people read of a schedule.</summary>
public sealed class RoosterzinTests
{
    /// <summary>The schedule as its sentence says it.</summary>
    private static readonly Dictionary<string, Rooster> Zinnen = new()
    {
        ["Elke werkdag om 06:00 uur"] = Werkdagen("06:00"),
        ["Elke werkdag om 06:00 uur, niet op feestdagen, niet tussen 22:00 en 06:00 uur"] = Werkdagen("06:00") with { NietOpFeestdagen = true, NietTussen = [Tussen("22:00", "06:00")] },
        ["Elke dag om 01:30 uur"] = Dagelijks("01:30"),
        ["Elke dag om 01:30 uur, niet op zondag tussen 02:00 en 06:00 uur, niet tussen 12:00 en 13:00 uur"] = Dagelijks("01:30", Tussen("02:00", "06:00", "zondag"), Tussen("12:00", "13:00")),
        ["Elke maandag om 06:00 uur"] = Wekelijks("06:00", "maandag"),
        ["Elke maandag en vrijdag om 06:00 uur"] = Wekelijks("06:00", "vrijdag", "maandag"),
        ["Elke maandag, woensdag en zondag om 06:00 uur, niet op feestdagen"] = Wekelijks("06:00", "zondag", "woensdag", "maandag") with { NietOpFeestdagen = true },
        ["Op de 1e van elke maand om 06:00 uur"] = Maandelijks("06:00", 1),
        ["Op de 28e van elke maand om 06:00 uur"] = Maandelijks("06:00", 28),
        ["Op de 29e van elke maand (in een kortere maand op de laatste dag) om 06:00 uur"] = Maandelijks("06:00", 29),
        ["Op de laatste dag van elke maand om 06:00 uur"] = Maandelijks("06:00", 31),
        ["Elke 5 minuten"] = Elke(5),
        ["Elk uur, niet op zaterdag en zondag"] = Elke(60, Tussen("00:00", "00:00", "zaterdag", "zondag")),
        ["Elke 12 uur, niet op zondag vanaf 06:00 uur, 24 uur lang"] = Elke(720, Tussen("06:00", "06:00", "zondag")),
        ["Alleen met de hand"] = new() { Soort = Roostersoort.Handmatig },
        ["Volgens de uitdrukking 0 0 6 ? * MON-FRI"] = Cron("0 0 6 ? * MON-FRI"),
    };

    public static TheoryData<string> Alle => [.. Zinnen.Keys];

    [Theory]
    [MemberData(nameof(Alle))]
    public void Zin_EveryKind_SaysInDutchWhenItRuns(string zin) => Assert.Equal(zin, Zinnen[zin].Zin());

    [Fact]
    public void Zin_Table_HasEveryKind() => Assert.Equal(Roostersoort.Alle.Order(StringComparer.Ordinal), Zinnen.Values.Select(r => r.Soort).Distinct().Order(StringComparer.Ordinal));
}
