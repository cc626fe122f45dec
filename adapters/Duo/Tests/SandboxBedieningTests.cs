using System.Net;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>What a test may order from the sandbox: faults, the calls received, another state, and back to the start.</summary>
public sealed class SandboxBedieningTests : IAsyncLifetime
{
    private const string Plicht = $"/personen/{SandboxServer.Hasan}/inburgeringsplicht";
    private readonly SandboxServer sandbox = new();

    public ValueTask InitializeAsync() => sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Theory]
    [InlineData("503", 503, "")]
    [InlineData("500", 500, "")]
    [InlineData("404", 404, "")]
    [InlineData("302", 302, "")]
    [InlineData("403-leeg", 403, "")]
    [InlineData("403-fouttekst", 403, """[{"fouttekst":"De sandbox weigert dit bericht."}]""")]
    [InlineData("onzin", 200, """{"onzin": [1, 2,, <html>""")]
    public async Task Storing_Ordered_HitsThatManyCallsWithTheContractsHeaders(string kind, int status, string body)
    {
        await OrderAsync("/personen/{bsn}/inburgeringsplicht", kind, times: 2);

        for (var i = 0; i < 2; i++)
        {
            using var hit = await sandbox.AskAsync(Plicht);
            Assert.Equal((HttpStatusCode)status, hit.StatusCode);
            Assert.Equal(body, await hit.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal("1.2.2", hit.Headers.GetValues("API-Version").Single());
        }

        await AssertPlichtIsKnownAsync();
    }

    [Fact]
    public async Task Storing_Traag_AnswersProperlyAfterTheDelay()
    {
        using var ordered = await sandbox.SteerAsync("storingen", """{"kind":"traag","vertragingMs":1}""");

        await AssertPlichtIsKnownAsync();
        Assert.Equal("traag", (string?)(await sandbox.VerzoekenAsync())[0]!["storing"]);
    }

    [Fact]
    public async Task Storing_Reset_BreaksTheConnection()
    {
        await OrderAsync("/personen", "reset");

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.AskAsync(Plicht));
        Assert.Null((await sandbox.VerzoekenAsync())[0]!["status"]);
    }

    [Fact]
    public async Task Storing_Hangt_NeverAnswers()
    {
        await OrderAsync("/personen", "hangt");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAsync<TaskCanceledException>(() => sandbox.Client.GetAsync(new Uri($"/duo/v1{Plicht}", UriKind.Relative), patience.Token));
    }

    [Theory]
    [InlineData("/personen/{bsn}/doelgroep", "GET")]
    [InlineData("/personen/999990032/inburgeringsplicht", "GET")]
    [InlineData("/personen/{bsn}/inburgeringsplicht", "DELETE")]
    public async Task Storing_ForAnotherCall_LeavesThisOneAlone(string path, string method)
    {
        await OrderAsync(path, "503", method: method);

        await AssertPlichtIsKnownAsync();
    }

    [Theory]
    [InlineData("/duo/v1/personen/{bsn}/inburgeringsplicht")]
    [InlineData("/v1/personen/{bsn}/inburgeringsplicht")]
    [InlineData("/personen/999990019/inburgeringsplicht")]
    [InlineData("*")]
    public async Task Storing_PathWrittenAnotherWay_HitsTheSameCall(string path)
    {
        await OrderAsync(path, "503", method: "*");

        using var hit = await sandbox.AskAsync(Plicht);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, hit.StatusCode);
    }

    [Theory]
    [InlineData("""{"kind":"stuk"}""")]
    [InlineData("""{"kind":"503","times":0}""")]
    [InlineData("""{"kind":"traag","vertragingMs":-1}""")]
    [InlineData("""{"kind":"503","keren":2}""")]
    [InlineData("{}")]
    public async Task Storing_NotUnderstood_Is400(string json)
    {
        using var response = await sandbox.SteerAsync("storingen", json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Verzoeken_AfterCalls_TellEverythingButThePerson()
    {
        using var known = await sandbox.AskAsync(Plicht);
        using var unknown = await sandbox.AskAsync($"/personen/{SandboxServer.Sanne}/PIP", berichtId: "4f6cf5a6-64f4-4a52-9d5c-1f8d2bfb7c31");

        var calls = await sandbox.VerzoekenAsync();

        Assert.Equal(["/personen/{bsn}/inburgeringsplicht", "/personen/{bsn}/PIP"], calls.Select(call => (string?)call!["path"]));
        Assert.Equal([200, 404], calls.Select(call => (int?)call!["status"]));
        Assert.Equal("4f6cf5a6-64f4-4a52-9d5c-1f8d2bfb7c31", (string?)calls[1]!["berichtId"]);
        Assert.Equal("00000001999990001000", (string?)calls[1]!["bron"]);
        Assert.Equal(SandboxServer.Duo, (string?)calls[1]!["doel"]);
        Assert.DoesNotContain("99999", calls.ToJsonString().Replace("0000000199999", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_AfterCallsOfEveryKind_HoldsNoBsn()
    {
        await OrderAsync("/personen", "reset");
        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.AskAsync(Plicht));
        await AssertPlichtIsKnownAsync();
        using var unknownPath = await sandbox.AskAsync($"/personen/{SandboxServer.Hasan}/niets");
        using var faulty = await sandbox.SteerAsync("personen", $$"""{"bsn":"{{SandboxServer.Hasan}}","niets":1}""");

        Assert.Contains(sandbox.Lines, line => line.Contains("GET /personen/{bsn}/inburgeringsplicht -> 200", StringComparison.Ordinal));
        Assert.DoesNotContain(sandbox.Lines, line => line.Contains(SandboxServer.Hasan, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Personen_PartChanged_IsWhatDuoAnswersUntilHerstel()
    {
        const string Change = """{"bsn":"999990019","inburgeringsplicht":{"indicatorInburgeringsplicht":false},"pip":null}""";
        using var changed = await sandbox.SteerAsync("personen", Change);
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        using var plicht = await sandbox.AskAsync(Plicht);
        using var pip = await sandbox.AskAsync($"/personen/{SandboxServer.Hasan}/PIP");
        Assert.Equal("""{"indicatorInburgeringsplicht":false}""", await plicht.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, pip.StatusCode);

        await OrderAsync("/personen", "503", times: 99);
        using var herstel = await sandbox.SteerAsync("herstel");
        Assert.Empty(await sandbox.VerzoekenAsync());
        await AssertPlichtIsKnownAsync();
    }

    [Fact]
    public async Task Personen_AddedAndForgotten_IsKnownAndThen404()
    {
        const string Add = """{"bsn":"999990056","gemeentecode":"1708","inburgeringsplicht":{"indicatorInburgeringsplicht":true}}""";
        using var added = await sandbox.SteerAsync("personen", Add);
        using var known = await sandbox.AskAsync($"/personen/{SandboxServer.Sanne}/inburgeringsplicht");
        using var forgotten = await sandbox.SteerAsync("personen", """{"bsn":"999990056","onbekend":true}""");
        using var unknown = await sandbox.AskAsync($"/personen/{SandboxServer.Sanne}/inburgeringsplicht");

        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData("2024-10-16", HttpStatusCode.OK)]
    [InlineData("2024-10-15", HttpStatusCode.Forbidden)]
    public async Task Get_ByGemeenteOfThePreviousPip_IsInScopeForOneMonth(string dagtekening, HttpStatusCode status)
    {
        var moved = new JsonObject
        {
            ["bsn"] = SandboxServer.Hasan,
            ["gemeentecode"] = "0171",
            ["vorigePipGemeentecode"] = "1708",
            ["pip"] = new JsonObject
            {
                ["gemeentecode"] = "0171",
                ["pip"] = new JsonObject { ["dagtekeningPip"] = dagtekening, ["leerroute"] = "O" },
            },
        };
        using var changed = await sandbox.SteerAsync("personen", moved.ToJsonString());

        using var response = await sandbox.AskAsync(Plicht);

        Assert.Equal(status, response.StatusCode);
    }

    private async Task OrderAsync(string path, string kind, int times = 1, string method = "GET")
    {
        var storing = new JsonObject { ["path"] = path, ["method"] = method, ["times"] = times, ["kind"] = kind };
        using var response = await sandbox.SteerAsync("storingen", storing.ToJsonString());
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private async Task AssertPlichtIsKnownAsync()
    {
        using var response = await sandbox.AskAsync(Plicht);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
