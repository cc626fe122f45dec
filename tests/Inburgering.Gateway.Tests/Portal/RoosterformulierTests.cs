using System.Text.Json;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Portal;
using Inburgering.Gateway.Portal.Synchronisaties;

namespace Inburgering.Gateway.Tests.Portal;

/// <summary>A schedule as the fields of a form, and moments as words.</summary>
public sealed class RoosterformulierTests
{
    private static readonly JsonSerializerOptions ZonderNiets = new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static TheoryData<string> Roosters => new(
        """{"soort":"werkdagen","tijd":"06:00","nietOpFeestdagen":true}""",
        """{"soort":"wekelijks","tijd":"06:00","weekdagen":["maandag","zondag"]}""",
        """{"soort":"maandelijks","tijd":"23:59","dagVanMaand":31}""",
        """{"soort":"interval","elkeMinuten":15,"nietTussen":[{"van":"22:00","tot":"06:00"},{"van":"08:00","tot":"09:00","dagen":["maandag","woensdag"]}]}""",
        """{"soort":"handmatig"}""",
        """{"soort":"cron","cron":"0 0 6 ? * MON-FRI"}""");

    [Theory]
    [MemberData(nameof(Roosters))]
    public void Formulier_VanEenRooster_GeeftHetzelfdeRooster(string json)
    {
        var formulier = Roosterformulier.Of(JsonSerializer.Deserialize<RoosterVorm>(json, JsonSerializerOptions.Web)!);
        formulier.VulAan();

        Assert.Equal(json, JsonSerializer.Serialize(formulier.NaarVorm(), ZonderNiets));
    }

    [Fact]
    public void Formulier_MetVeldenVanEenAndereSoort_LaatZeWeg()
    {
        var vorm = new Roosterformulier { Soort = "dagelijks", Tijd = " 6.30 ", Weekdagen = ["maandag"], DagVanMaand = "3", Cron = "x", ElkeMinuten = "5" }.NaarVorm();

        Assert.Equal(("06:30", null, null, null, null), (vorm.Tijd, vorm.Weekdagen, vorm.DagVanMaand, vorm.Cron, vorm.ElkeMinuten));
    }

    [Theory]
    [InlineData("/rooster/tijd", "tijd")]
    [InlineData("/rooster/soort", "soort-werkdagen")]
    [InlineData("/rooster/weekdagen/0", "weekdag-maandag")]
    [InlineData("/rooster/nietTussen", "venster-0-van")]
    [InlineData("/rooster/nietTussen/1/tot", "venster-1-tot")]
    [InlineData("/reden", "reden")]
    public void Veld_VanEenFout_IsWaarHijTeVerbeterenIs(string pointer, string veld) => Assert.Equal(veld, Roosterformulier.Veld(pointer));

    [Fact]
    public void Vensters_MetEenLegeRijErtussen_StaanOpDePaginaVooraanZoalsDeApiZeTelt()
    {
        var formulier = new Roosterformulier { Soort = "dagelijks", Vensters = [new(), new() { Van = "22:00" }, new(), new() { Tot = "6" }] };
        formulier.VulAan();

        Assert.Equal(["22:00", null, null, null], formulier.Vensters.Select(v => v.Van));
        Assert.Equal([("22:00", string.Empty), (string.Empty, "6")], formulier.NaarVorm().NietTussen!.Select(v => (v.Van, v.Tot)));
    }

    [Theory]
    [InlineData("2024-11-15T05:00:00Z", "vandaag 06:00")]
    [InlineData("2024-11-14T23:30:00Z", "vandaag 00:30")]
    [InlineData("2024-11-14T05:00:00Z", "gisteren 06:00")]
    [InlineData("2024-11-16T05:00:00Z", "morgen 06:00")]
    [InlineData("2024-11-18T05:00:00Z", "maandag 06:00")]
    [InlineData("2024-11-22T05:00:00Z", "22 november 06:00")]
    [InlineData("2025-03-30T04:00:00Z", "30 maart 2025 06:00")]
    public void Bij_VanEenMoment_IsWatMensenZeggen(string moment, string zin) =>
        Assert.Equal(zin, Tijdwoorden.Bij(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), new DateTimeOffset(2024, 11, 15, 9, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(0.2, "1 seconde")]
    [InlineData(45, "45 seconden")]
    [InlineData(180, "3 minuten")]
    [InlineData(3600, "1 uur")]
    [InlineData(3660, "1 uur en 1 minuut")]
    [InlineData(7500, "2 uur en 5 minuten")]
    public void Duur_VanSeconden_IsWatMensenZeggen(double seconden, string zin) => Assert.Equal(zin, Tijdwoorden.Duur(TimeSpan.FromSeconds(seconden)));

    [Fact]
    public void Moment_InDeNachtVanDeZomertijd_IsEenUurLater() =>
        Assert.Equal(new DateTimeOffset(2025, 3, 30, 1, 30, 0, TimeSpan.Zero), Kloktijd.Moment(new DateOnly(2025, 3, 30), new TimeOnly(2, 30)).ToUniversalTime());
}
