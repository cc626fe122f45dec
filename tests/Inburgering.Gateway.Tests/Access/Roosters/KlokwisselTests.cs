using Inburgering.Gateway.Access.Roosters;
using static Inburgering.Gateway.Tests.Access.Roosters.Roostervoorbeeld;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>The two nights in which the Dutch clock jumps: 29 March 2026 (02:00 becomes 03:00) and 25 October 2026 (03:00 becomes 02:00).</summary>
public sealed class KlokwisselTests
{
    public static TheoryData<string, string> Voorjaar => new()
    {
        { "01:59", "2026-03-29T01:59+01:00" },
        { "02:00", "2026-03-29T03:00+02:00" },
        { "02:01", "2026-03-29T03:00+02:00" },
        { "02:30", "2026-03-29T03:00+02:00" },
        { "02:59", "2026-03-29T03:00+02:00" },
        { "03:00", "2026-03-29T03:00+02:00" },
        { "03:01", "2026-03-29T03:01+02:00" },
    };

    public static TheoryData<string, string> Najaar => new()
    {
        { "01:59", "2026-10-25T01:59+02:00" },
        { "02:00", "2026-10-25T02:00+02:00" },
        { "02:01", "2026-10-25T02:01+02:00" },
        { "02:30", "2026-10-25T02:30+02:00" },
        { "02:59", "2026-10-25T02:59+02:00" },
        { "03:00", "2026-10-25T03:00+01:00" },
        { "03:01", "2026-10-25T03:01+01:00" },
    };

    [Theory]
    [MemberData(nameof(Voorjaar))]
    public void Momenten_TimeThatIsNotThere_IsTheFirstThatIs(string tijd, string moment)
    {
        foreach (var rooster in OpTijd(tijd, "zondag", 29))
        {
            Assert.Equal([moment], rooster.Eerste(1, "2026-03-28T12:00+01:00"));
            Assert.DoesNotContain(rooster.Eerste(2, "2026-03-28T12:00+01:00").Skip(1), m => m.StartsWith("2026-03-29", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Najaar))]
    public void Momenten_TimeThatIsThereTwice_CountsTheFirstTimeOnly(string tijd, string moment)
    {
        foreach (var rooster in OpTijd(tijd, "zondag", 25))
        {
            Assert.Equal([moment], rooster.Eerste(1, "2026-10-24T12:00+02:00"));
            Assert.DoesNotContain(rooster.Eerste(2, "2026-10-24T12:00+02:00").Skip(1), m => m.StartsWith("2026-10-25", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Momenten_AskedInTheSecondTime_AreNotThoseOfTheFirst() =>
        Assert.Equal(["2026-10-26T02:45+01:00"], Dagelijks("02:45").Eerste(1, "2026-10-25T02:30+01:00"));

    [Fact]
    public void Interval_PartOfAnHour_GoesOnInRealMinutes()
    {
        Assert.Equal(["2026-03-29T01:40+01:00", "2026-03-29T03:00+02:00", "2026-03-29T03:20+02:00"], Elke(20).Eerste(3, "2026-03-29T01:20+01:00"));
        Assert.Equal(
            ["2026-10-25T02:30+02:00", "2026-10-25T02:00+01:00", "2026-10-25T02:30+01:00", "2026-10-25T03:00+01:00"],
            Elke(30).Eerste(4, "2026-10-25T02:00+02:00"));
        Assert.Equal(["2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00", "2026-10-25T03:00+01:00"], Elke(60).Eerste(3, "2026-10-25T01:00+02:00"));
    }

    [Fact]
    public void Interval_MoreThanAnHour_CountsHoursOfTheClock()
    {
        Assert.Equal(["2026-03-29T00:00+01:00", "2026-03-29T03:00+02:00", "2026-03-29T04:00+02:00", "2026-03-29T06:00+02:00"], Elke(120).Eerste(4, "2026-03-28T23:00+01:00"));
        Assert.Equal(["2026-10-25T00:00+02:00", "2026-10-25T02:00+02:00", "2026-10-25T04:00+01:00", "2026-10-25T06:00+01:00"], Elke(120).Eerste(4, "2026-10-24T23:00+02:00"));
    }

    [Fact]
    public void Cron_SeveralTimesThatAreNotThere_AreOneMoment() =>
        Assert.Equal(["2026-03-29T03:00+02:00", "2026-03-30T02:00+02:00", "2026-03-30T02:15+02:00"], Cron("0 0/15 2 * * ?").Eerste(3, "2026-03-29T00:00+01:00"));

    [Fact]
    public void Cron_SeveralTimesThatAreThereTwice_CountTheFirstTimeOnly() =>
        Assert.Equal(["2026-10-25T02:00+02:00", "2026-10-25T02:30+02:00", "2026-10-26T02:00+01:00"], Cron("0 0/30 2 * * ?").Eerste(3, "2026-10-25T00:00+02:00"));

    [Fact]
    public void Momenten_TimeThatIsNotThereInAWindow_IsSkipped()
    {
        Assert.Equal(["2026-03-30T02:30+02:00"], Dagelijks("02:30").Eerste(1, "2026-03-29T00:00+01:00", Tussen("03:00", "04:00")));
        Assert.Empty(Dagelijks("02:30", Tussen("02:00", "03:00")).Eerste(1, "2026-03-29T00:00+01:00"));
    }

    [Fact]
    public void Momenten_WindowInTheHourThatIsThereTwice_ClosesBoth() =>
        Assert.Equal(["2026-10-25T02:40+02:00", "2026-10-25T02:40+01:00", "2026-10-25T03:00+01:00"], Elke(20, Tussen("02:00", "02:30")).Eerste(3, "2026-10-25T01:40+02:00"));

    /// <summary>The same time in every kind that has one.</summary>
    private static IEnumerable<Rooster> OpTijd(string tijd, string weekdag, int dag) =>
        [Dagelijks(tijd), Wekelijks(tijd, weekdag), Maandelijks(tijd, dag), Cron($"0 {int.Parse(tijd[3..], System.Globalization.CultureInfo.InvariantCulture)} {int.Parse(tijd[..2], System.Globalization.CultureInfo.InvariantCulture)} * * ?")];
}
