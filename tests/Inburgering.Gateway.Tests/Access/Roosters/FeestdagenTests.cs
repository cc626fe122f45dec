using System.Globalization;
using Inburgering.Gateway.Access.Roosters;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>The holidays of seven years, from a calendar.</summary>
public sealed class FeestdagenTests
{
    /// <summary>Month and day, in order.</summary>
    internal static readonly Dictionary<int, string> Kalender = new()
    {
        [2024] = "01-01 03-29 03-31 04-01 04-27 05-05 05-09 05-19 05-20 12-25 12-26",
        [2025] = "01-01 04-18 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26",
        [2026] = "01-01 04-03 04-05 04-06 04-27 05-05 05-14 05-24 05-25 12-25 12-26",
        [2027] = "01-01 03-26 03-28 03-29 04-27 05-05 05-06 05-16 05-17 12-25 12-26",
        [2028] = "01-01 04-14 04-16 04-17 04-27 05-05 05-25 06-04 06-05 12-25 12-26",
        [2029] = "01-01 03-30 04-01 04-02 04-27 05-05 05-10 05-20 05-21 12-25 12-26",
        [2030] = "01-01 04-19 04-21 04-22 04-27 05-05 05-30 06-09 06-10 12-25 12-26",
    };

    public static TheoryData<int> Jaren => [.. Kalender.Keys];

    /// <summary>Of the calendar above, not of the program.</summary>
    internal static HashSet<DateOnly> Alle { get; } =
        [.. Kalender.SelectMany(jaar => jaar.Value.Split(' ').Select(dag => DateOnly.ParseExact($"{jaar.Key}-{dag}", "yyyy-MM-dd", CultureInfo.InvariantCulture)))];

    [Theory]
    [MemberData(nameof(Jaren))]
    public void Van_Jaar_GivesTheDaysOfTheCalendar(int jaar) =>
        Assert.Equal(Kalender[jaar], string.Join(' ', Feestdagen.Van(jaar).Select(dag => dag.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void Is_EveryDayOfSevenYears_IsTrueOnThoseDaysAlone()
    {
        for (var dag = new DateOnly(2024, 1, 1); dag.Year < 2031; dag = dag.AddDays(1))
        {
            Assert.True(Alle.Contains(dag) == Feestdagen.Is(dag), $"{dag:yyyy-MM-dd}");
        }
    }

    [Fact]
    public void Koningsdag_OnASunday_IsTheDayBefore()
    {
        Assert.True(Feestdagen.Is(new DateOnly(2025, 4, 26)));
        Assert.False(Feestdagen.Is(new DateOnly(2025, 4, 27)));
        Assert.True(Feestdagen.Is(new DateOnly(2031, 4, 26)));
    }
}
