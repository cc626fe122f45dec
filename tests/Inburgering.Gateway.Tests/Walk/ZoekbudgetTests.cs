using System.Globalization;
using System.Net;
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
