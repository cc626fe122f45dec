using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>Looking up by number has a budget of misses: whoever tries out numbers stops finding anything (security 16).</summary>
public sealed class ZoekbudgetTests(ZoekbudgetTests.House house) : IClassFixture<ZoekbudgetTests.House>
{
    private const int Budget = 20;
    private const string Hasan = "999990019";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Zoek_TryingOutNumbers_StopsWithinTheBudgetOnEveryNode()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var gevonden = await RunningHouse.FindAsync(school, Hasan, "uitvoeren-leerroute");
        var proeven = Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? 9_000 : 60;

        var statussen = new List<HttpStatusCode>();
        foreach (var nummer in Numbers().Take(proeven))
        {
            using var response = await ZoekAsync(school, nummer);
            statussen.Add(response.StatusCode);
        }

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.NotFound, Budget).Concat(Enumerable.Repeat(HttpStatusCode.TooManyRequests, proeven - Budget)), statussen);
        using var ookHasan = await ZoekAsync(school, Hasan);
        Assert.Equal(HttpStatusCode.TooManyRequests, ookHasan.StatusCode);
        Assert.InRange(ookHasan.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(25));
        using var ander = new HttpRequestMessage(HttpMethod.Post, new Uri(await house.StartSecondAsync(), "/v1/dossiers/_zoek"))
        {
            Content = RunningHouse.Json(new { bsn = Hasan, doel = "uitvoeren-leerroute" }),
        };
        using var opAndere = await school.SendAsync(ander, Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, opAndere.StatusCode);
        Assert.Equal(proeven - Budget + 2, await house.ScalarAsync<long>("""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.reden = 'zoekbudget-op' and c.client_id = 'schakelcollege-1708' and c.resultaat = 1
            """));
        using var lezen = await school.GetAsync($"/v1/dossiers/{gevonden}?doel=uitvoeren-leerroute", Ct);
        Assert.Equal(HttpStatusCode.OK, lezen.StatusCode);
    }

    [Fact]
    public async Task Zoek_AnotherClient_HasItsOwnBudget()
    {
        using var response = await ZoekAsync(await house.AsAsync("taalpunt-1708"), Hasan);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Bericht_OverWieNietVanHenIs_TeltAlsZoekenEnStoptOokHetLeveren()
    {
        var partner = await house.AsAsync("werkcorporatie-0171");
        for (var nummer = 1; nummer <= Budget; nummer++)
        {
            using var aangenomen = await LeverAsync(partner, nummer);
            Assert.Equal(HttpStatusCode.Accepted, aangenomen.StatusCode);
        }

        await house.UntilAsync($"select coalesce(max(aantal), 0) = {Budget} from toegang.zoekmisser where client_id = 'werkcorporatie-0171'");

        using var geleverd = await LeverAsync(partner, Budget + 1);
        Assert.Equal(HttpStatusCode.TooManyRequests, geleverd.StatusCode);
        Assert.InRange(geleverd.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(25));
        using var gezocht = await partner.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { partnerReferentie = "PR-0000000001", doel = "uitvoeren-participatie" }), Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, gezocht.StatusCode);
        Assert.Equal((long)Budget, await house.ScalarAsync<long>("select count(*) from inbox.bericht where client_id = 'werkcorporatie-0171' and reden = 'geen-relatie'"));
        Assert.Equal(1L, await house.ScalarAsync<long>("""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.reden = 'zoekbudget-op' and c.client_id = 'werkcorporatie-0171' and c.naam = 'Bericht ontvangen'
            """));
    }

    [Theory]
    [InlineData("taalpunt-0171", "", Budget + 1)]
    [InlineData("taalpunt-1708", "?gedeeltelijk=true", 1)]
    public async Task Bestand_VolVreemden_WordtGeweigerdEnNoemtErNietMeerDanHetBudget(string client, string query, int fouten)
    {
        var school = await house.AsAsync(client);
        var eerder = (Missers: await MissersAsync(client), Berichten: await BerichtenAsync(client));
        var rijen = Enumerable.Range(1, 3 * Budget).Select(n => $"PR-{n:0000000000};2024-09;10;8;1;1");
        using var inhoud = new StringContent($"partnerreferentie;periode;geplandeuren;gevolgdeuren;geoorloofdverzuimuren;ongeoorloofdverzuimuren\n{string.Join('\n', rijen)}\n", new MediaTypeHeaderValue("text/csv"));
        using var aangenomen = await school.PostAsync($"/v1/leveringsbestanden{query}", inhoud, Ct);
        JsonNode stand = new JsonObject();
        await RunningHouse.UntilAsync(async ct =>
        {
            stand = JsonNode.Parse(await school.GetStringAsync(aangenomen.Headers.Location, ct))!;
            return (string?)stand["status"] == "afgekeurd";
        });

        Assert.Equal(fouten, (int)stand["fouten"]!);
        Assert.StartsWith("Te veel rijen", (string)stand["resultaten"]![0]!["redenen"]![0]!["reden"]!, StringComparison.Ordinal);
        Assert.Equal((0L, fouten - 1L), (await BerichtenAsync(client) - eerder.Berichten, await MissersAsync(client) - eerder.Missers));
    }

    private Task<long> BerichtenAsync(string client) => house.ScalarAsync<long>($"select count(*) from inbox.bericht where client_id = '{client}'");

    private Task<long> MissersAsync(string client) => house.ScalarAsync<long>($"select coalesce(max(aantal), 0)::bigint from toegang.zoekmisser where client_id = '{client}'");

    private static Task<HttpResponseMessage> LeverAsync(HttpClient partner, int nummer) => partner.PostAsync(
        "/v1/berichten",
        RunningHouse.Json(new
        {
            specversion = "1.0",
            id = $"bericht-{nummer}",
            source = "urn:nld:oin:00000003999990012000:systeem:traject",
            type = "nl.inburgering.no-show",
            time = "2024-11-14T09:00:00Z",
            data = new { partnerReferentie = $"PR-{nummer:0000000000}", datum = "2024-11-07", bij = "binnenstage", afgemeld = true },
        }),
        Ct);

    private static Task<HttpResponseMessage> ZoekAsync(HttpClient client, string bsn) =>
        client.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn, doel = "uitvoeren-leerroute" }), Ct);

    /// <summary>All but the one person this school may find.</summary>
    private static IEnumerable<string> Numbers() => Bsnreeks.Alle.Where(nummer => nummer != Hasan);

    public sealed class House : RunningHouse
    {
        protected override IReadOnlyDictionary<string, string?> Extra { get; } = new Dictionary<string, string?>
        {
            ["Zoeken__MissersPerDag"] = Budget.ToString(CultureInfo.InvariantCulture),
        };
    }
}
