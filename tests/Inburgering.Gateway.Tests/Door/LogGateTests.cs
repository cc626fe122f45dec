using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Builder;

namespace Inburgering.Gateway.Tests.Door;

/// <summary>No receipt, no body (security 2, domain f12): whatever an endpoint does, its first byte comes after its line.</summary>
public sealed class LogGateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_DecidedAndLogged_DeliversAndNamesTheFields()
    {
        await using var host = await LogGateHost.StartAsync();

        var (status, body) = await GetAsync(host, "/v1/goed");

        Assert.Equal(HttpStatusCode.OK, status);
        var regel = Assert.Single(host.Log.Regels);
        using var json = JsonDocument.Parse(body);
        Assert.Equal(json.RootElement.GetProperty("gegevens").EnumerateObject().Select(p => $"IDN.{p.Name}"), regel.Geleverd);
        Assert.Equal((Resultaat.Toegestaan, "Proef", "loopback"), (regel.Resultaat, regel.Naam, regel.Oorsprong));
    }

    [Theory]
    [InlineData("/v1/zonder-besluit")]
    [InlineData("/v1/zwijgt")]
    [InlineData("/v1/kaal")]
    [InlineData("/v1/tekst")]
    [InlineData("/v1/csv")]
    [InlineData("/v1/stroom")]
    public async Task Get_EndpointThatCannotAccount_Is503WithoutItsBody(string path)
    {
        await using var host = await LogGateHost.StartAsync();

        var (status, body) = await GetAsync(host, path);

        AssertNoBody(status, body);
        Assert.DoesNotContain(host.Log.Regels, r => r.Resultaat == Resultaat.Toegestaan);
    }

    [Theory]
    [InlineData("/v1/goed")]
    [InlineData("/v1/stroomt")]
    [InlineData("/v1/begint")]
    [InlineData("/v1/status/204")]
    [InlineData("/v1/status/304")]
    [InlineData("/v1/geweigerd")]
    [InlineData("/v1/kapot")]
    public async Task Get_LogUnavailable_Is503AndNoByteOfTheBody(string path)
    {
        await using var host = await LogGateHost.StartAsync();
        host.Log.Confirmation = Task.FromException(new LogUnavailableException("proef"));

        var (status, body) = await GetAsync(host, path);

        AssertNoBody(status, body);
    }

    [Theory]
    [InlineData("/v1/goed")]
    [InlineData("/v1/stroomt")]
    [InlineData("/v1/begint")]
    [InlineData("/v1/status/204")]
    public async Task Get_LogSlow_FirstByteOnlyAfterTheLine(string path)
    {
        await using var host = await LogGateHost.StartAsync();
        var confirmation = new TaskCompletionSource();
        host.Log.Confirmation = confirmation.Task;

        var answer = host.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Ct);
        await host.Log.Asked.WaitAsync(Ct);
        await Assert.ThrowsAsync<TimeoutException>(() => answer.WaitAsync(TimeSpan.FromMilliseconds(150), Ct));
        confirmation.SetResult();

        using var response = await answer;
        Assert.True(response.IsSuccessStatusCode);
        Assert.Single(host.Log.Regels);
    }

    [Fact]
    public async Task Get_Streaming_WritesOneLineForAllParts()
    {
        await using var host = await LogGateHost.StartAsync();

        var (_, body) = await GetAsync(host, "/v1/stroomt");

        Assert.Equal(string.Concat(Enumerable.Repeat(LogGateHost.Geheim, 3)), body);
        Assert.Single(host.Log.Regels);
    }

    [Theory]
    [InlineData(204, Resultaat.Toegestaan)]
    [InlineData(304, Resultaat.Toegestaan)]
    [InlineData(401, Resultaat.Geweigerd)]
    [InlineData(403, Resultaat.Geweigerd)]
    [InlineData(404, Resultaat.Geweigerd)]
    public async Task Get_AnswerWithoutContent_IsLogged(int status, Resultaat resultaat)
    {
        await using var host = await LogGateHost.StartAsync();

        var (answered, _) = await GetAsync(host, $"/v1/status/{status}");

        Assert.Equal(status, (int)answered);
        var regel = Assert.Single(host.Log.Regels);
        Assert.Equal(resultaat, regel.Resultaat);
        Assert.Equal(status < 400 ? null : $"http-{status}", regel.Reden);
        Assert.Empty(regel.Geleverd);
    }

    [Fact]
    public async Task Head_Decided_IsLogged()
    {
        await using var host = await LogGateHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/v1/hoofd");

        using var response = await host.Client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Resultaat.Toegestaan, Assert.Single(host.Log.Regels).Resultaat);
    }

    [Fact]
    public async Task Get_Refused_IsLoggedWithoutFields()
    {
        await using var host = await LogGateHost.StartAsync();

        var (status, body) = await GetAsync(host, "/v1/geweigerd");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("GW-0104", body, StringComparison.Ordinal);
        var regel = Assert.Single(host.Log.Regels);
        Assert.Equal(Resultaat.Geweigerd, regel.Resultaat);
        Assert.Empty(regel.Geleverd);
    }

    [Theory]
    [InlineData("/v1/kapot")]
    [InlineData("/v1/breekt-af")]
    public async Task Get_Exception_Is500AndALineWithFout(string path)
    {
        await using var host = await LogGateHost.StartAsync();

        var (status, body) = await GetAsync(host, path);

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.DoesNotContain(LogGateHost.Geheim, body, StringComparison.Ordinal);
        var regel = Assert.Single(host.Log.Regels);
        Assert.Equal((LogStatus.Error, Resultaat.Fout, "interne-fout"), (regel.Status, regel.Resultaat, regel.Reden));
        Assert.Empty(regel.Geleverd);
    }

    [Theory]
    [InlineData("/v1/goed")]
    [InlineData("/v1/stroomt")]
    [InlineData("/v1/begint")]
    [InlineData("/v1/status/204")]
    [InlineData("/v1/geweigerd")]
    [InlineData("/v1/kapot")]
    [InlineData("/v1/breekt-af")]
    public async Task Get_WithALine_NamesItsDecision(string path)
    {
        await using var host = await LogGateHost.StartAsync();

        using var response = await host.Client.GetAsync(path, Ct);

        Assert.Equal(Assert.Single(host.Log.Regels).SpanId, Assert.Single(response.Headers.GetValues("Besluit-Id")));
    }

    [Theory]
    [InlineData("/v1/goed")]
    [InlineData("/v1/stroomt")]
    [InlineData("/v1/geweigerd")]
    [InlineData("/v1/kapot")]
    public async Task Get_LogUnavailable_NamesNoDecisionBecauseNoneIsOnRecord(string path)
    {
        await using var host = await LogGateHost.StartAsync();
        host.Log.Confirmation = Task.FromException(new LogUnavailableException("proef"));

        using var response = await host.Client.GetAsync(path, Ct);

        Assert.False(response.Headers.Contains("Besluit-Id"));
    }

    [Fact]
    public async Task Get_OnTheAllowList_NeedsNoLine()
    {
        await using var host = await LogGateHost.StartAsync();
        host.Log.Confirmation = Task.FromException(new LogUnavailableException("proef"));

        var (status, _) = await GetAsync(host, "/v1/zonder-regel");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(host.Log.Regels);
    }

    [Fact]
    public async Task CheckEndpoints_EndpointWithoutDecisionAboutTheLog_IsNamed()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/v1/goed", () => "x").WithMetadata(new HandelingAttribute("Proef", Actie.Raadplegen));
        app.MapGet("/v1/plat", () => "x").WithMetadata(new ZonderLogregelAttribute("proef"));
        app.CheckEndpoints();
        app.MapGet("/v1/vergeten", () => "x");

        var fault = Assert.Throws<InvalidOperationException>(app.CheckEndpoints);

        Assert.Contains("/v1/vergeten", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("/v1/goed", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("/v1/plat", fault.Message, StringComparison.Ordinal);
    }

    private static void AssertNoBody(HttpStatusCode status, string body)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.DoesNotContain(LogGateHost.Geheim, body, StringComparison.Ordinal);
        Assert.DoesNotContain("999990342", body, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(LogGateHost host, string path)
    {
        using var response = await host.Client.GetAsync(path, Ct);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Ct));
    }
}
