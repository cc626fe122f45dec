using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Many notifications, doubled, shuffled and without BSN, to a receiver that asks no token: as another supplier would use the sandbox.</summary>
public sealed class SandboxReeksenTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string BerichtId, string Doel, string? Authorization, JsonNode Body)> received = new();
    private WebApplication? receiver;
    private SandboxServer? sandbox;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        receiver = builder.Build();
        receiver.MapPost("/v1/notificaties", async (HttpRequest request) =>
        {
            var body = (await JsonNode.ParseAsync(request.Body))!;
            received.Enqueue((request.Headers["berichtId"]!, request.Headers["doel"]!, request.Headers.Authorization, body));
            return Results.StatusCode(received.Count % 10 == 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status201Created);
        });
        await receiver.StartAsync();
        var address = receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        sandbox = new SandboxServer { GatewayAdres = address, ZonderToken = true };
        await sandbox.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox!.DisposeAsync();
        await receiver!.DisposeAsync();
    }

    [Fact]
    public async Task Reeks_WithDoublesAndShuffle_SendsEachEventAsOftenAsAsked()
    {
        var report = await RunAsync("""
            {"aantal":200,"gebeurtenissen":["SS199","SS131"],"dubbel":0.1,"dubbelNieuwBerichtId":0.1,"geschud":0.1,"zonderBsn":0.25,"gelijktijdig":1}
            """);

        Assert.Equal(242, (int?)report["verzonden"]);
        Assert.Equal((218, 24), ((int)report["statussen"]!["201"]!, (int)report["statussen"]!["503"]!));
        Assert.Equal(200, received.DistinctBy(one => one.Body.ToJsonString()).Count());
        Assert.InRange(received.DistinctBy(one => one.BerichtId).Count(), 220, 222);
        Assert.InRange(received.Count(one => one.Body["bsn"] is null && one.Body["vNummer"] is not null), 30, 90);
        Assert.All(received, one => Assert.Null(one.Authorization));
        var moments = received.Select(one => (string)one.Body["registratieDatumTijd"]!).ToList();
        Assert.NotEqual(moments.Order(StringComparer.Ordinal), moments);
    }

    [Fact]
    public async Task Reeks_WithoutDoubles_KeepsTheOrderAndTheGemeente()
    {
        await RunAsync("""{"aantal":50,"gemeente":"0171","gelijktijdig":1,"perSeconde":5000}""");

        var moments = received.Select(one => (string)one.Body["registratieDatumTijd"]!).ToList();
        Assert.Equal(moments.Order(StringComparer.Ordinal), moments);
        Assert.All(received, one => Assert.Equal("00000001999990002000", one.Doel));
    }

    [Fact]
    public async Task Reeks_OfGivenZendingen_SendsThose()
    {
        var report = await RunAsync("""
            {"zendingen":[{"gebeurtenisId":"SS101","bsn":"999990019","zonderBsn":true},{"gebeurtenisId":"SS777","bsn":"999990032"},
             {"gebeurtenisId":"SS101","bsn":"999990056"}],"gelijktijdig":1}
            """);

        Assert.Equal(1, (int?)report["statussen"]!["geen gemeente"]);
        Assert.Equal(["SS101", "SS777"], received.Select(one => (string?)one.Body["gebeurtenisId"]));
        Assert.Equal(2900000017, (long)received.First().Body["vNummer"]!);
        Assert.Null(received.First().Body["bsn"]);
    }

    [Theory]
    [InlineData("""{"aantal":0}""")]
    [InlineData("""{"aantal":1,"dubbel":1.5}""")]
    [InlineData("""{"aantal":1,"gelijktijdig":0}""")]
    [InlineData("""{"aantal":1,"perSeconde":0}""")]
    [InlineData("""{"zendingen":[]}""")]
    [InlineData("""{"hoeveel":3}""")]
    public async Task Reeks_NotUnderstood_Is400(string reeks)
    {
        using var response = await sandbox!.SteerAsync("reeksen", reeks);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Zending_Ss102AfterTheFirstPip_StartsTheTermijnTheDayAfter()
    {
        var duo = new SandboxMelder(sandbox!);
        const string Hasan = $"/personen/{SandboxServer.Hasan}";
        await duo.KnowAsync(SandboxServer.Hasan, """{"pip":null,"inburgeringstermijn":null}""");
        await duo.PostAsync($"{Hasan}/PIP", """{"dagtekeningPip":"2024-10-31","leerroute":"B"}""");
        await duo.PostAsync($"{Hasan}/PIP", """{"dagtekeningPip":"2024-11-07","leerroute":"B","niveau":"A2"}""");
        Assert.Equal(404, (await duo.GetAsync($"{Hasan}/inburgeringstermijn")).Status);

        using var sent = await sandbox!.SteerAsync("zendingen", """{"gebeurtenisId":"SS102","bsn":"999990019"}""");

        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.Equal(
            """{"startdatum":"2024-11-01","einddatum":"2027-11-01","wijzigingsdatum":"2024-11-15"}""",
            (await duo.GetAsync($"{Hasan}/inburgeringstermijn")).Text);
        Assert.Single((await duo.DeleteAsync($"{Hasan}/PIP")).Foutteksten);
    }

    private async Task<JsonNode> RunAsync(string reeks)
    {
        using var started = await sandbox!.SteerAsync("reeksen", reeks);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        while (true)
        {
            var report = JsonNode.Parse(await sandbox.Client.GetStringAsync(started.Headers.Location, TestContext.Current.CancellationToken))!;
            if ((bool)report["klaar"]!)
            {
                return report;
            }

            await Task.Yield();
        }
    }
}
