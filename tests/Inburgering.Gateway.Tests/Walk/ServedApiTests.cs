using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>What the started program serves to everybody.</summary>
[Collection(Leeshuis.Collection)]
public sealed class ServedApiTests(RunningHouse house)
{
    [Fact]
    [Trait("Regel", "/core/publish-openapi")]
    public async Task OpenApi_WithoutLogin_IsServedToEveryOrigin()
    {
        using var response = await house.Anonymous.GetAsync("/v1/openapi.json", TestContext.Current.CancellationToken);

        using var document = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains(document.RootElement.GetProperty("paths").EnumerateObject(), p => p.Name == "/notificaties");
    }

    [Theory]
    [InlineData("/health/live", "{\"status\":\"leeft\"}")]
    [InlineData("/health/ready", @"{""status"":""gereed"",""ankerLeeftijdSeconden"":\d{1,4}}")]
    public async Task Health_OfAWorkingHouse_SaysSo(string path, string expected) =>
        Assert.Matches($"^{expected}$", await house.Anonymous.GetStringAsync(path, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Metrics_OfAWorkingHouse_CountLogLinesAndRequests()
    {
        var text = await house.Anonymous.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Contains("gateway_log_lines_total ", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Host=", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [Trait("Regel", "/core/no-trailing-slash")]
    [InlineData("/v1/notificaties/")]
    [InlineData("/v1/dossiers/_zoek/")]
    [InlineData("/v1/openapi.json/")]
    [InlineData("/oauth/token/")]
    [InlineData("/.well-known/jwks.json/")]
    [InlineData("/health/live/")]
    public async Task Get_TrailingSlash_Returns404(string path)
    {
        using var response = await house.Anonymous.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [Trait("Regel", "/core/http-methods")]
    [InlineData("DELETE", "/v1/notificaties", "POST")]
    [InlineData("PUT", "/v1/dossiers/_zoek", "POST")]
    [InlineData("TRACE", "/v1/openapi.json", "GET")]
    public async Task Send_WrongMethod_Returns405WithAllow(string method, string path, string allow)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await house.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Contains(allow, response.Content.Headers.Allow);
    }
}
