using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>The register of art. 30 for everybody: generated from the policy, and every line of the log finds its version (standards 3.4, domain f22).</summary>
[Collection(Leeshuis.Collection)]
public sealed class RegisterTests(RunningHouse house)
{
    private static readonly string[] Leden =
    [
        "id", "actief", "versie", "naam", "geldigVanaf", "doelen", "grondslagen", "verwerkingsverantwoordelijke", "verwerker", "betrokkenen", "gegevenscategorieen", "bronnen", "ontvangers", "maatregelen",
    ];

    private static readonly string[] Dpv = ["LegalObligation", "PublicInterest", "OfficialAuthorityOfController", "Consent", "Contract", "VitalInterest", "LegitimateInterest"];
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F22_EveryActivity_SaysWhatArticle30Asks()
    {
        var register = (await GetAsync("/v1/verwerkingsactiviteiten")).GetProperty("verwerkingsactiviteiten").EnumerateArray().ToArray();

        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"VA-{n:00}"), register.Select(a => a.GetProperty("id").GetString()![..5]));
        foreach (var regel in register)
        {
            var versie = await GetAsync($"/v1/verwerkingsactiviteiten/{regel.GetProperty("id").GetString()}/versies/{regel.GetProperty("versie").GetInt32()}");
            Assert.All(Leden, lid => Assert.True(versie.TryGetProperty(lid, out _), lid));
            Assert.Equal(regel.GetProperty("naam").GetString(), versie.GetProperty("naam").GetString());
            Assert.All(versie.GetProperty("grondslagen").EnumerateArray(), g => Assert.Contains(g.GetProperty("dpv").GetString(), Dpv));
            Assert.All(versie.GetProperty("gegevenscategorieen").EnumerateArray(), c => Assert.Matches(@"^P\d+[YMD]\z", c.GetProperty("bewaartermijn").GetProperty("duur").GetString()));
        }
    }

    [Fact]
    public async Task F22_ActivityOfTheSchool_NamesItsReceiverCategoriesAndTerm()
    {
        var versie = await GetAsync("/v1/verwerkingsactiviteiten/VA-07-leerroute/versies/2");

        Assert.Equal(["uitvoeren-leerroute"], Codes(versie, "doelen"));
        Assert.Equal(["WI"], Codes(versie, "grondslagen"));
        Assert.Equal(["AAN", "CON", "CPS", "EXA", "IDN", "LBT", "MAP", "PIP", "TER", "TVG", "UUR"], Codes(versie, "gegevenscategorieen"));
        Assert.Equal(["taalaanbieder"], Codes(versie, "ontvangers"));
        Assert.Equal("DPIA-DEMO-07", versie.GetProperty("dpiaNummer").GetString());
        var idn = versie.GetProperty("gegevenscategorieen").EnumerateArray().Single(c => c.GetProperty("code").GetString() == "IDN");
        Assert.Equal(("G", "P5Y"), (idn.GetProperty("bijzonder").GetString(), idn.GetProperty("bewaartermijn").GetProperty("duur").GetString()));
    }

    [Theory]
    [InlineData("VA-02-gezondheid/versies/1", "GZH", "REG")]
    [InlineData("VA-03-duo/versies/2", "AAN CPS EXA GZH IDN LBT MAP PAR PIP PLI PVT TER UUR VBL VRO", "duo")]
    [InlineData("VA-04-coa/versies/1", "COA CON GEZ IDN", "")]
    [InlineData("VA-12-statistiek/versies/1", "AAN FIN GSP IDN MAP PIP PVT UUR", "cbs")]
    [InlineData("VA-15-betalen/versies/1", "FIN IDN", "bank")]
    public async Task F22_OtherActivity_NamesCategoriesAndReceivers(string id, string categorieen, string ontvangers)
    {
        var versie = await GetAsync($"/v1/verwerkingsactiviteiten/{id}");

        Assert.Equal(categorieen.Split(' '), Codes(versie, "gegevenscategorieen"));
        Assert.Equal(ontvangers.Split(' ', StringSplitOptions.RemoveEmptyEntries), Codes(versie, "ontvangers"));
    }

    [Fact]
    public async Task F22_EveryLineOfTheLog_FindsAVersionThatHeldThen()
    {
        var eerste = await house.ScalarAsync<DateTime>("select min(tijdstip) from verwerkingslog.regel");
        var genoemd = (await house.ScalarAsync<string[]>("select array_agg(distinct activiteit) from verwerkingslog.context"))!;

        Assert.NotEmpty(genoemd);
        foreach (var verwijzing in genoemd)
        {
            var versie = await GetAsync($"/v1/verwerkingsactiviteiten/{verwijzing.Replace("/", "/versies/", StringComparison.Ordinal)}");
            Assert.True(versie.GetProperty("geldigVanaf").GetDateTime() <= eerste, verwijzing);
        }
    }

    [Theory]
    [InlineData("VA-07-leerroute/versies/3")]
    [InlineData("VA-07-leerroute/versies/0")]
    [InlineData("VA-07-leerroute/versies/02")]
    [InlineData("VA-07-leerroute/versies/-1")]
    [InlineData("VA-07-leerroute/versies/99999999999")]
    [InlineData("VA-99-niets/versies/1")]
    public async Task Get_VersionThatNeverWas_IsNotFound(string pad)
    {
        using var answer = await house.Anonymous.GetAsync($"/v1/verwerkingsactiviteiten/{pad}", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("GW-0110", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Codes(JsonElement versie, string lijst) => versie.GetProperty(lijst).EnumerateArray().Select(e => e.GetProperty("code").GetString());

    private async Task<JsonElement> GetAsync(string pad) => JsonDocument.Parse(await house.Anonymous.GetStringAsync(pad, Ct)).RootElement;
}
