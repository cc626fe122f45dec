using Inburgering.Gateway.Access.Roosters;
using static Inburgering.Gateway.Tests.Access.Roosters.Roostervoorbeeld;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>What a schedule may not be: each fault at its place, all at once, with what to do.</summary>
public sealed class RoosterfoutenTests
{
    private static readonly DateTimeOffset Na = Op("2026-11-23T00:00+01:00");

    private static readonly Rooster Goed = Werkdagen("06:00");

    /// <summary>Case to the schedule and its faults, "pointer first words"; ";" between them.</summary>
    private static readonly Dictionary<string, (Rooster Rooster, string Fouten)> Gevallen = new()
    {
        ["unknown kind"] = (Goed with { Soort = "soms" }, "/soort Deze soort bestaat niet. Kies uit werkdagen, dagelijks, wekelijks, maandelijks, interval, handmatig, cron."),
        ["kind in capitals"] = (Goed with { Soort = "Werkdagen" }, "/soort Deze soort"),
        ["no time"] = (Goed with { Tijd = null }, "/tijd Ontbreekt, maar hoort bij de soort werkdagen. Geef de tijd, zoals 06:00."),
        ["no weekdays"] = (Wekelijks("06:00"), "/weekdagen Ontbreekt, maar hoort bij de soort wekelijks. Kies een of meer weekdagen."),
        ["no day of the month"] = (Maandelijks("06:00", 1) with { DagVanMaand = null }, "/dagVanMaand Ontbreekt"),
        ["no minutes"] = (Elke(5) with { ElkeMinuten = null }, "/elkeMinuten Ontbreekt, maar hoort bij de soort interval. Kies uit 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720."),
        ["no expression"] = (Cron(string.Empty) with { Cron = null }, "/cron Ontbreekt, maar hoort bij de soort cron. Geef de uitdrukking, zoals 0 0 6 ? * MON-FRI."),
        ["time with an interval"] = (Elke(5) with { Tijd = "06:00" }, "/tijd Hoort niet bij de soort interval. Laat dit weg."),
        ["weekdays with every day"] = (Dagelijks("06:00") with { Weekdagen = ["maandag"] }, "/weekdagen Hoort niet bij de soort dagelijks."),
        ["day of the month with workdays"] = (Goed with { DagVanMaand = 1 }, "/dagVanMaand Hoort niet"),
        ["minutes with workdays"] = (Goed with { ElkeMinuten = 5 }, "/elkeMinuten Hoort niet"),
        ["expression with workdays"] = (Goed with { Cron = "0 0 6 * * ?" }, "/cron Hoort niet"),
        ["anything by hand"] = (new() { Soort = Roostersoort.Handmatig, Tijd = "06:00", NietOpFeestdagen = true, NietTussen = [Tussen("22:00", "06:00")] },
            "/tijd Hoort niet bij de soort handmatig.;/nietOpFeestdagen Hoort niet bij de soort handmatig.;/nietTussen Hoort niet bij de soort handmatig."),
        ["time of 24 hours"] = (Dagelijks("24:00"), "/tijd Dit is geen tijd. Schrijf uren en minuten, zoals 06:00."),
        ["time without its nought"] = (Dagelijks("6:00"), "/tijd Dit is geen tijd."),
        ["time with seconds"] = (Dagelijks("06:00:00"), "/tijd Dit is geen tijd."),
        ["time with a line end"] = (Dagelijks("06:00\n"), "/tijd Dit is geen tijd."),
        ["unknown weekday"] = (Wekelijks("06:00", "maandag", "monday"), "/weekdagen/1 Dit is geen weekdag. Kies uit maandag tot en met zondag."),
        ["weekday twice"] = (Wekelijks("06:00", "maandag", "maandag"), "/weekdagen/1 Deze dag staat er twee keer. Laat hem een keer weg."),
        ["day 0"] = (Maandelijks("06:00", 0), "/dagVanMaand Deze dag bestaat niet. Geef een dag van 1 tot en met 31."),
        ["day 32"] = (Maandelijks("06:00", 32), "/dagVanMaand Deze dag bestaat niet."),
        ["every 7 minutes"] = (Elke(7), "/elkeMinuten Dit aantal minuten kan niet. Kies uit 5, 10,"),
        ["every 0 minutes"] = (Elke(0), "/elkeMinuten Dit aantal minuten kan niet."),
        ["expression of 121 characters"] = (Cron("0 0 6 * * " + new string('1', 111)), "/cron Deze uitdrukking is te lang. Gebruik hoogstens 120 tekens."),
        ["expression of 120 characters"] = (Cron($"0 00 6 ? * {string.Join(',', Enumerable.Repeat("MON", 27))},1"), string.Empty),
        ["expression of five fields"] = (Cron("0 6 * * ?"), "/cron Schrijf zes velden met een spatie ertussen: seconde, minuut, uur, dag, maand en weekdag, zoals 0 0 6 ? * MON-FRI."),
        ["expression with a year"] = (Cron("0 0 6 * * ? 2030"), "/cron Schrijf zes velden"),
        ["expression with a tab"] = (Cron("0\t0 6 * * ? "), "/cron Schrijf zes velden"),
        ["expression with two spaces"] = (Cron("0 0  6 * *"), "/cron Schrijf zes velden"),
        ["expression with a strange sign"] = (Cron("0 0 6 * * <"), "/cron Schrijf zes velden"),
        ["expression with an empty part"] = (Cron("0 0 6 1 , ?"), "/cron Schrijf zes velden"),
        ["expression with an empty part at the end"] = (Cron("0 0 6 1 2, ?"), "/cron Schrijf zes velden"),
        ["expression with seconds"] = (Cron("30 0 6 * * ?"), "/cron De seconden moeten 0 zijn. Begin de uitdrukking met een 0."),
        ["expression of every second"] = (Cron("* 0 6 * * ?"), "/cron De seconden moeten 0 zijn."),
        ["expression of hour 25"] = (Cron("0 0 25 * * ?"), "/cron Deze uitdrukking is niet geldig. Kijk de velden na. Zo kan het wel: 0 0 6 ? * MON-FRI."),
        ["expression in words"] = (Cron("0 0 zes uur elke dag"), "/cron Deze uitdrukking is niet geldig."),
        ["30 February"] = (Cron("0 0 6 30 2 ?"), "/cron Deze uitdrukking komt in vijf jaar niet een keer voor. Kies een dag en een maand die bestaan."),
        ["fifth Monday of February, in 2044"] = (Cron("0 0 6 ? 2 2#5"), "/cron Deze uitdrukking komt in vijf jaar"),
        ["window without times"] = (Dagelijks("06:00", Tussen("", "later")), "/nietTussen/0/van Dit is geen tijd.;/nietTussen/0/tot Dit is geen tijd."),
        ["window on strange days"] = (Dagelijks("06:00", Tussen("22:00", "23:00"), Tussen("22:00", "23:00", "zondag", "zon", "zondag")), "/nietTussen/1/dagen/1 Dit is geen weekdag.;/nietTussen/1/dagen/2 Deze dag staat er twee keer."),
        ["window on no day"] = (Dagelijks("06:00", Tussen("22:00", "23:00") with { Dagen = [] }), "/nietTussen/0/dagen Kies een of meer weekdagen, of laat dit weg voor elke dag."),
        ["21 windows"] = (Dagelijks("06:00", [.. Enumerable.Repeat(Tussen("22:00", "23:00"), 21)]), "/nietTussen Er zijn er te veel. Houd er hoogstens 20 over."),
        ["20 windows"] = (Dagelijks("06:00", [.. Enumerable.Repeat(Tussen("22:00", "23:00"), 20)]), string.Empty),
        ["window around the moment"] = (Dagelijks("06:00", Tussen("05:00", "07:00")), "/nietTussen Er blijft geen enkel moment over: alles valt in deze uren of in het onderhoud van de partner."),
        ["windows around every moment"] = (Elke(5, Tussen("12:00", "18:00"), Tussen("18:00", "12:00")), "/nietTussen Er blijft geen enkel moment over"),
        ["only on a holiday, and not on holidays"] = (Cron("0 0 6 25 12 ?") with { NietOpFeestdagen = true }, "/nietOpFeestdagen Alle momenten vallen op een feestdag. Zet dit uit of kies een ander moment."),
        ["everything at once"] = (new() { Soort = Roostersoort.Wekelijks, Tijd = "laat", DagVanMaand = 40, NietTussen = [Tussen("1", "06:00")] },
            "/weekdagen Ontbreekt;/dagVanMaand Hoort niet;/tijd Dit is geen tijd.;/dagVanMaand Deze dag bestaat niet.;/nietTussen/0/van Dit is geen tijd."),
    };

    public static TheoryData<string> Alle => [.. Gevallen.Keys];

    [Theory]
    [MemberData(nameof(Alle))]
    public void Van_Rooster_NamesEveryFaultAndItsPlace(string geval)
    {
        var (rooster, verwacht) = Gevallen[geval];

        var fouten = Roosterfouten.Van(rooster, [], Na).Select(f => $"{f.Pointer} {f.Detail}").ToArray();

        var begin = verwacht.Split(';', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(begin.Length == fouten.Length && begin.Zip(fouten).All(p => p.Second.StartsWith(p.First, StringComparison.Ordinal)), string.Join('\n', fouten));
    }

    [Fact]
    public void Van_MaintenanceAroundTheMoment_PointsAtTheMomentOrAtTheWindows()
    {
        Venster[] onderhoud = [Tussen("02:00", "06:00")];

        Assert.Equal(new("/tijd", "Elk moment valt in het onderhoud van de partner. Kies een ander moment."), Assert.Single(Roosterfouten.Van(Dagelijks("03:00"), onderhoud, Na)));
        Assert.Equal("/cron", Assert.Single(Roosterfouten.Van(Cron("0 0 3 * * ?") with { NietTussen = null }, onderhoud, Na)).Pointer);
        Assert.Equal("/nietTussen", Assert.Single(Roosterfouten.Van(Elke(60, Tussen("06:00", "02:00")), onderhoud, Na)).Pointer);
        Assert.Empty(Roosterfouten.Van(Dagelijks("06:00"), onderhoud, Na));
        Assert.Empty(Roosterfouten.Van(Wekelijks("03:00", "maandag"), [Tussen("02:00", "06:00", "zondag")], Na));
    }

    [Fact]
    public void Van_OnlyInTheNightOfSpring_IsNoMoment() =>
        Assert.Equal("/nietTussen", Assert.Single(Roosterfouten.Van(Dagelijks("02:30", Tussen("02:00", "03:00")), [], Na)).Pointer);

    [Fact]
    public void Van_ByHand_NeedsNoMoment() => Assert.Empty(Roosterfouten.Van(new Rooster { Soort = Roostersoort.Handmatig }, [Tussen("00:00", "00:00")], Na));

    [Fact]
    public void Van_Windows_AreCheckedWithoutASchedule() =>
        Assert.Equal(["/verbinding/onderhoud", "/verbinding/onderhoud/3/van"], Roosterfouten.Van([.. Enumerable.Range(0, 21).Select(i => Tussen(i == 3 ? "x" : "02:00", "06:00"))], "/verbinding/onderhoud").Select(f => f.Pointer));
}
