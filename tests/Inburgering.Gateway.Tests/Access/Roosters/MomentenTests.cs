using Inburgering.Gateway.Access.Roosters;
using static Inburgering.Gateway.Tests.Access.Roosters.Roostervoorbeeld;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>The moments of each kind, apart from the nights in which the clock jumps.</summary>
public sealed class MomentenTests
{
    [Fact]
    public void Werkdagen_FromAFriday_SkipTheWeekend() =>
        Assert.Equal(["2026-11-20T06:00+01:00", "2026-11-23T06:00+01:00"], Werkdagen("06:00").Eerste(2, "2026-11-20T05:59+01:00"));

    [Fact]
    public void Momenten_AtThatVeryMoment_BeginAfterIt() =>
        Assert.Equal(["2026-11-24T06:00+01:00"], Werkdagen("06:00").Eerste(1, "2026-11-23T06:00+01:00"));

    [Fact]
    public void Momenten_SecondsBefore_BeginAtTheMinute()
    {
        Assert.Equal(["2026-11-23T06:00+01:00"], Dagelijks("06:00").Eerste(1, "2026-11-23T05:59:59.999+01:00"));
        Assert.Equal(["2026-11-23T06:00+01:00"], Cron("0 0 6 * * ?").Eerste(1, "2026-11-23T05:59:59.999+01:00"));
        Assert.Equal(["2026-11-23T06:05+01:00"], Elke(5).Eerste(1, "2026-11-23T06:00:00.001+01:00"));
        Assert.Equal(["2026-11-23T08:00+01:00"], Elke(120).Eerste(1, "2026-11-23T06:00:00.001+01:00"));
    }

    [Fact]
    public void Wekelijks_TwoDays_ComeInOrderOfTheWeek() =>
        Assert.Equal(["2026-11-24T06:00+01:00", "2026-11-27T06:00+01:00", "2026-12-01T06:00+01:00"], Wekelijks("06:00", "vrijdag", "dinsdag").Eerste(3, "2026-11-23T12:00+01:00"));

    [Theory]
    [InlineData(28, "2028-02-28")]
    [InlineData(29, "2028-02-29")]
    [InlineData(30, "2028-02-29")]
    [InlineData(31, "2028-02-29")]
    public void Maandelijks_LeapYear_TakesTheLastDayThereIs(int dag, string datum) =>
        Assert.Equal([$"{datum}T06:00+01:00"], Maandelijks("06:00", dag).Eerste(1, "2028-02-01T00:00+01:00"));

    [Fact]
    public void Maandelijks_31_IsTheLastDayOfEveryMonth() =>
        Assert.Equal(
            ["2027-01-31T06:00+01:00", "2027-02-28T06:00+01:00", "2027-03-31T06:00+02:00", "2027-04-30T06:00+02:00"],
            Maandelijks("06:00", 31).Eerste(4, "2027-01-01T00:00+01:00"));

    [Fact]
    public void Cron_LeapDay_ComesOnceInFourYears() =>
        Assert.Equal(["2028-02-29T06:00+01:00", "2032-02-29T06:00+01:00"], Cron("0 0 6 29 2 ?").Eerste(2, "2026-11-23T00:00+01:00"));

    [Fact]
    public void Dagelijks_LeapDay_IsThere() =>
        Assert.Equal(["2028-02-29T06:00+01:00", "2028-03-01T06:00+01:00"], Dagelijks("06:00").Eerste(2, "2028-02-28T06:00+01:00"));

    [Fact]
    public void Interval_HalfADay_IsMidnightAndNoon() =>
        Assert.Equal(["2026-11-23T12:00+01:00", "2026-11-24T00:00+01:00", "2026-11-24T12:00+01:00"], Elke(720).Eerste(3, "2026-11-23T00:00+01:00"));

    [Fact]
    public void Handmatig_Ever_HasNone() => Assert.Empty(new Rooster { Soort = Roostersoort.Handmatig }.Eerste(1, "2026-11-23T00:00+01:00"));

    [Fact]
    public void NietOpFeestdagen_Pasen_SkipsThemWhenAsked()
    {
        Assert.Equal(["2026-04-02T06:00+02:00", "2026-04-07T06:00+02:00"], (Werkdagen("06:00") with { NietOpFeestdagen = true }).Eerste(2, "2026-04-02T00:00+02:00"));
        Assert.Equal(["2026-04-03T06:00+02:00"], Werkdagen("06:00").Eerste(1, "2026-04-03T00:00+02:00"));
        Assert.Equal(["2025-12-27T00:00+01:00"], (Elke(60) with { NietOpFeestdagen = true }).Eerste(1, "2025-12-24T23:00+01:00"));
    }

    [Theory]
    [InlineData("21:55", "22:00", "2026-11-24T06:00")]
    [InlineData("23:55", "00:00", "2026-11-24T06:00")]
    [InlineData("05:50", "05:55", "2026-11-23T06:00")]
    public void NietTussen_AcrossMidnight_ClosesFromTheFirstMinuteUpToTheLast(string na, string dicht, string open)
    {
        var rooster = Elke(5, Tussen("22:00", "06:00"));

        Assert.Equal([$"{open}+01:00"], rooster.Eerste(1, $"2026-11-23T{na}+01:00"));
        Assert.DoesNotContain(rooster.Eerste(500, "2026-11-23T00:00+01:00"), m => m.Contains($"T{dicht}", StringComparison.Ordinal));
        Assert.Equal(["2026-11-23T21:55+01:00"], rooster.Eerste(1, "2026-11-23T21:50+01:00"));
    }

    [Fact]
    public void NietTussen_WeekdayAcrossMidnight_BeginsOnThatDay() =>
        Assert.Equal(
            ["2026-11-21T05:00+01:00", "2026-11-21T23:00+01:00", "2026-11-22T23:00+01:00", "2026-11-23T05:00+01:00"],
            Cron("0 0 5,23 * * ?").Eerste(4, "2026-11-20T23:00+01:00", Tussen("23:30", "06:00", "zaterdag")));

    [Fact]
    public void NietTussen_SundayIntoMonday_GoesRoundTheEndOfTheWeek() =>
        Assert.Equal(["2026-11-24T05:00+01:00"], Dagelijks("05:00").Eerste(1, "2026-11-22T05:00+01:00", Tussen("22:00", "06:00", "zondag")));

    [Fact]
    public void NietTussen_SameVanAndTot_IsAWholeDay() =>
        Assert.Equal(["2026-11-21T23:00+01:00", "2026-11-23T00:00+01:00"], Elke(60, Tussen("00:00", "00:00", "zondag")).Eerste(2, "2026-11-21T22:00+01:00"));

    [Fact]
    public void Onderhoud_BesideTheSchedule_ClosesToo() =>
        Assert.Equal(["2026-11-28T03:00+01:00", "2026-11-30T03:00+01:00"], Dagelijks("03:00").Eerste(2, "2026-11-27T12:00+01:00", Tussen("02:00", "06:00", "zondag")));

    [Fact]
    public void Momenten_NoneInFiveYears_End()
    {
        Assert.Empty(Dagelijks("03:00", Tussen("02:00", "04:00")).Eerste(1, "2026-11-23T00:00+01:00"));
        Assert.Empty(Elke(5, Tussen("00:00", "00:00")).Eerste(1, "2026-11-23T00:00+01:00"));
        Assert.Empty(Cron("0 * * * * ?", Tussen("00:00", "00:00")).Eerste(1, "2026-11-23T00:00+01:00"));
        Assert.Empty((Cron("0 0 6 25 12 ?") with { NietOpFeestdagen = true }).Eerste(1, "2026-11-23T00:00+01:00"));
        Assert.Empty(Cron("0 0 6 ? 2 2#5").Eerste(1, "2026-11-23T00:00+01:00"));
    }

    [Fact]
    public void Momenten_LastBeforeAGapOfMoreThanFiveYears_AreTheEnd() =>
        Assert.Equal(["2044-02-29T06:00+01:00"], Cron("0 0 6 ? 2 2#5").Eerste(9, "2040-01-01T00:00+01:00"));
}
