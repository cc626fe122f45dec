using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>security 12: a policy that changes while processes run holds for all of them at once, a bad one for none, and an old one never again.</summary>
public sealed class BeleidsversieTests(BeleidHouse house) : IClassFixture<BeleidHouse>
{
    private const string Doel = "uitvoeren-leerroute";
    private const string School = "partners/taalaanbieder.json";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Narrowing_WhileASecondNodeKeepsTheOldFiles_HoldsOnBothAtOnce()
    {
        var eerste = await house.AsAsync("schakelcollege-1708");
        using var tweede = new HttpClient { BaseAddress = await house.StartSecondAsync(("Gateway__ConfigMap", house.TweedeMap)) };
        tweede.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await house.TokenAsync("schakelcollege-1708"));
        var id = await RunningHouse.FindAsync(eerste, "999990019", Doel);
        Assert.Contains("\"geboortedatum\"", (await ReadAsync(tweede, id)).Body, StringComparison.Ordinal);

        house.Config.Edit(School, j =>
        {
            j["grants"]![0]!["velden"]!["IDN"] = new JsonArray("bsn", "naam");
            j["grants"]![0]!["aanmelding"]!["velden"]!["IDN"] = new JsonArray("naam");
        });
        await house.UntilAsync("select count(*) = 2 from toegang.beleid_actief");

        // from here on no read that starts later may show it, whatever the node holds
        var bodies = new List<(HttpStatusCode Status, string Body)>();
        await RunningHouse.UntilAsync(async _ =>
        {
            bodies.Add(await ReadAsync(eerste, id));
            bodies.Add(await ReadAsync(tweede, id));
            return bodies[^1].Status == HttpStatusCode.OK && bodies[^2].Status == HttpStatusCode.OK;
        });
        Assert.All(bodies, b => Assert.DoesNotContain("\"geboortedatum\"", b.Body, StringComparison.Ordinal));
        Assert.All(bodies.Where(b => b.Status != HttpStatusCode.OK), b => Assert.Contains("GW-0111", b.Body, StringComparison.Ordinal));
        Assert.Contains("nieuwer en komt uit de database", await tweede.GetStringAsync("/health/ready", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("beleid", await house.Anonymous.GetStringAsync("/health/ready", Ct), StringComparison.Ordinal);

        await house.KillGatewayAsync();
        house.Config.TakeOver(house.Tweede);
        await house.StartGatewayAsync();

        Assert.DoesNotContain("\"geboortedatum\"", (await ReadAsync(eerste, id)).Body, StringComparison.Ordinal);
        Assert.Equal(2L, await house.ScalarAsync<long>("select count(*) from toegang.beleid_actief"));
        Assert.Contains("nieuwer en komt uit de database", await house.Anonymous.GetStringAsync("/health/ready", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadFile_WhileRunning_KeepsTheLastGoodPolicyAndSaysSo()
    {
        var lezer = await house.AsAsync("schakelcollege-1708");
        var goed = house.Config.Read("partners/coa.json");

        house.Config.Edit("partners/coa.json", j => j["levert"]!["doel"] = "zomaar");
        await RunningHouse.UntilAsync(MetricIs(1));
        var ready = await house.Anonymous.GetStringAsync("/health/ready", Ct);
        var (status, _) = await ReadAsync(lezer, await RunningHouse.FindAsync(lezer, "999990019", Doel));
        house.Config.Write("partners/coa.json", goed);
        await RunningHouse.UntilAsync(MetricIs(0));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("kloppen niet (1 fout). Het laatste goede beleid blijft gelden.", ready, StringComparison.Ordinal);
        Assert.Contains("Het laatste goede beleid blijft gelden.", house.Output, StringComparison.Ordinal);
        Assert.Contains("levert.doel: doel «zomaar» bestaat niet", System.Text.RegularExpressions.Regex.Unescape(house.Output.Replace("\\n", " ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("kloppen niet", await house.Anonymous.GetStringAsync("/health/ready", Ct), StringComparison.Ordinal);
    }

    private Func<CancellationToken, Task<bool>> MetricIs(int waarde) =>
        async ct => (await house.Anonymous.GetStringAsync("/metrics", ct)).Contains($"gateway_beleid_ongeldig {waarde}\n", StringComparison.Ordinal);

    private static async Task<(HttpStatusCode Status, string Body)> ReadAsync(HttpClient client, string id)
    {
        using var answer = await client.GetAsync($"/v1/dossiers/{id}?doel={Doel}", Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }
}

/// <summary>A house whose policy may be changed, and a second folder that stays as it was.</summary>
public sealed class BeleidHouse : RunningHouse
{
    private readonly ConfigCopy config;
    private readonly ConfigCopy tweede;

    public BeleidHouse() => (config, tweede) = (new ConfigCopy(Path.Combine(Data, "config")), new ConfigCopy(TweedeMap));

    internal ConfigCopy Config => config;

    internal ConfigCopy Tweede => tweede;

    public string TweedeMap => Path.Combine(Data, "config-oud");

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?>
    {
        ["Gateway__ConfigMap"] = Path.Combine(Data, "config"),
        ["Gateway__Beleidronde"] = "00:00:00.100",
    };
}
