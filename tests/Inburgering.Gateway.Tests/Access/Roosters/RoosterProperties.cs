using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Access.Roosters;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>Whatever the schedule, the windows and the moment: what always holds of the moments that follow.</summary>
public sealed class RoosterProperties
{
    private static readonly TimeSpan Kijk = TimeSpan.FromDays(16);

    private static int Proeven => TestMaat.Lang ? 5_000 : 300;

    [Fact]
    public void Momenten_AnySchedule_AreThoseOfTheMinuteByMinuteOracle() => Check(worp =>
        Assert.Equal(new MinuutOrakel(worp.Rooster, worp.Onderhoud).Tussen(worp.Na, worp.Na + Kijk), Binnen(worp)));

    [Fact]
    public void Momenten_AnySchedule_StrictlyIncreaseAndComeLater() => Check(worp =>
    {
        var vorige = worp.Na;
        foreach (var moment in worp.Rooster.Momenten(worp.Na, worp.Onderhoud).Take(100))
        {
            Assert.True(moment > vorige, $"{moment:O} na {vorige:O}");
            vorige = moment;
        }
    });

    [Fact]
    public void Momenten_AnySchedule_AreInNoWindowAndOnNoHolidayThatIsNotWanted() => Check(worp =>
    {
        var orakel = new MinuutOrakel(worp.Rooster, worp.Onderhoud);
        foreach (var lokaal in Binnen(worp).Select(moment => MinuutOrakel.Klok(moment.UtcDateTime)))
        {
            Assert.False(orakel.InVenster(lokaal), $"{lokaal:s}");
            Assert.False(worp.Rooster.NietOpFeestdagen && FeestdagenTests.Alle.Contains(DateOnly.FromDateTime(lokaal)), $"{lokaal:s}");
        }
    });

    [Fact]
    public void Momenten_ScheduleWithATime_ShowThatTimeOnTheClock() => Check(worp =>
    {
        var tijd = worp.Rooster.Tijd ?? string.Empty;
        foreach (var moment in tijd.Length > 0 ? Binnen(worp).Select(moment => moment.UtcDateTime) : [])
        {
            Assert.True($"{MinuutOrakel.Klok(moment):HH:mm}" == tijd || (MinuutOrakel.IsSprong(moment) && tijd.StartsWith("02:", StringComparison.Ordinal)), $"{moment:O}");
        }
    });

    [Fact]
    public void Momenten_FromOneOfThem_GoOnWithTheNext() => Check(worp =>
    {
        var momenten = worp.Rooster.Momenten(worp.Na, worp.Onderhoud).Take(12).ToArray();
        for (var i = 1; i < momenten.Length; i++)
        {
            Assert.Equal(momenten[i], worp.Rooster.Momenten(momenten[i - 1], worp.Onderhoud).First());
            Assert.Equal(momenten[i], worp.Rooster.Momenten(momenten[i].AddTicks(-1), worp.Onderhoud).First());
        }
    });

    [Fact]
    public void Fouten_AnySchedule_AreThereExactlyWhenItHasNoMoment() => Check(worp =>
        Assert.Equal(worp.Rooster.Momenten(worp.Na, worp.Onderhoud).Any(), Roosterfouten.Van(worp.Rooster, worp.Onderhoud, worp.Na).Count == 0));

    [Fact]
    public void Json_AnySchedule_ReadsBackAsWritten() => Check(worp =>
    {
        var json = JsonSerializer.Serialize(worp.Rooster, PolicyJson.Options);

        var terug = JsonSerializer.Deserialize<Rooster>(json, PolicyJson.Options)!;

        Assert.Equal(json, JsonSerializer.Serialize(terug, PolicyJson.Options));
        Assert.Equal(worp.Rooster.Zin(), terug.Zin());
        Assert.Equal(worp.Rooster.Momenten(worp.Na, worp.Onderhoud).Take(5), terug.Momenten(worp.Na, worp.Onderhoud).Take(5));
    });

    private static DateTimeOffset[] Binnen(Roosterworp worp) => [.. worp.Rooster.Momenten(worp.Na, worp.Onderhoud).TakeWhile(moment => moment <= worp.Na + Kijk)];

    private static void Check(Action<Roosterworp> eigenschap) =>
        Prop.ForAll(Roosterworp.Arbitrair, eigenschap).Check(Config.QuickThrowOnFailure.WithMaxTest(Proeven).WithQuietOnSuccess(true));
}
