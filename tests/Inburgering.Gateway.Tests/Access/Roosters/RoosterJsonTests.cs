using System.Text.Json;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Access.Roosters;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>One shape in config/, in the API and in the database.</summary>
public sealed class RoosterJsonTests
{
    private const string Vol =
        """{"soort":"wekelijks","tijd":"06:00","weekdagen":["maandag"],"nietOpFeestdagen":true,"nietTussen":[{"van":"22:00","tot":"06:00","dagen":["zondag"]},{"van":"12:00","tot":"13:00"}]}""";

    /// <summary>How config/ and how a body of the API is read.</summary>
    private static readonly JsonSerializerOptions[] Lezers = [PolicyJson.Options, BodyCheck.Options];

    [Theory]
    [InlineData(Vol)]
    [InlineData("""{"soort":"handmatig"}""")]
    [InlineData("""{"soort":"dagelijks","tijd":"01:30"}""")]
    [InlineData("""{"soort":"maandelijks","tijd":"01:30","dagVanMaand":31}""")]
    [InlineData("""{"soort":"interval","elkeMinuten":5}""")]
    [InlineData("""{"soort":"cron","cron":"0 0 6 ? * MON-FRI"}""")]
    public void Rooster_ReadAndWritten_IsTheSameText(string json) =>
        Assert.All(Lezers, lezer => Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Rooster>(json, lezer), lezer)));

    [Theory]
    [InlineData("""{"soort":"dagelijks","tijd":"01:30","uur":1}""")]
    [InlineData("""{"soort":"dagelijks","tijd":"01:30","zin":"Elke dag"}""")]
    [InlineData("""{"soort":"dagelijks","Tijd":"01:30"}""")]
    [InlineData("""{"tijd":"01:30"}""")]
    [InlineData("""{"soort":null}""")]
    [InlineData("""{"soort":"dagelijks","tijd":"01:30","nietTussen":[{"van":"22:00"}]}""")]
    [InlineData("""{"soort":"dagelijks","tijd":"01:30","nietTussen":[{"van":"22:00","tot":"06:00","om":"x"}]}""")]
    public void Rooster_UnknownOrMissingMember_IsRefused(string json) =>
        Assert.All(Lezers, lezer => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Rooster>(json, lezer)));

    [Theory]
    [InlineData("""{"soort":"dagelijks","tijd":"01:30","uur":1}""")]
    [InlineData("""{"soort":"dagelijks","nietTussen":[{"van":"22:00","tot":"06:00","om":"x"}]}""")]
    public void Rooster_UnknownMemberForAReaderThatLetsThemPass_IsRefusedAllTheSame(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Rooster>(json, JsonSerializerOptions.Web));

    [Fact]
    public void Beleid_VanVoorDeRoosters_BlijftLeesbaar()
    {
        using var config = new ConfigCopy();
        config.Edit("partners/duo.json", duo =>
        {
            duo["afstemming"]!["tijd"] = "01:30";
            duo.AsObject().Remove("synchronisaties");
        });

        Assert.Null(config.Load().Partners["duo"].Synchronisaties);
    }
}
