using System.Net;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Tests.Door;

[Trait("Standaard", "ADR")]
[Trait("Regel", "/core/transport/security-headers")]
public sealed class ApiHeadersTests(DoorHost host) : IClassFixture<DoorHost>
{
    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";
    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("GET", "/v1/goed", 200)]
    [InlineData("GET", "/v1/bestaat-niet", 404)]
    [InlineData("GET", "/v1", 404)]
    [InlineData("GET", "/v1/goed/", 404)]
    [InlineData("DELETE", "/v1/goed", 405)]
    [InlineData("TRACE", "/v1/goed", 405)]
    [InlineData("GET", "/v1/gebonden?aantal=x", 400)]
    [InlineData("POST", "/v1/inhoud", 415)]
    [InlineData("GET", "/v1/kapot", 500)]
    [InlineData("GET", "/v1/gelogd-kapot", 500)]
    [InlineData("GET", "/v1/log-weg", 503)]
    [InlineData("GET", "/v1/zonder-besluit", 503)]
    [InlineData("GET", "/v1/status/401", 401)]
    [InlineData("GET", "/v1/status/429", 429)]
    [InlineData("GET", "/oauth/niets", 404)]
    [InlineData("GET", "/access/niets", 404)]
    [InlineData("GET", "/.well-known/niets", 404)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/metrics", 404)]
    public async Task Send_AnyApiPath_HasEveryHeader(string method, string path, int status)
    {
        using var response = await SendAsync(method, path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("no-store", One(response, "Cache-Control"));
        Assert.Equal(ApiPolicy, One(response, "Content-Security-Policy"));
        Assert.Equal(ApiVersie.Huidig, One(response, "API-Version"));
        CheckShared(response);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/overzicht", 200, "no-store")]
    [InlineData("/bestaat-niet", 404, "no-store")]
    [InlineData("/overzicht/kapot", 500, "no-store")]
    [InlineData("/css/huis.css", 200, "public, max-age=604800")]
    [InlineData("/css/bestaat-niet.css", 404, "no-store")]
    [InlineData("/v1x", 404, "no-store")]
    public async Task Get_PortalPath_HasThePortalsHeaders(string path, int status, string cache)
    {
        using var response = await SendAsync("GET", path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(cache, One(response, "Cache-Control"));
        Assert.Equal(PagePolicy, One(response, "Content-Security-Policy"));
        Assert.False(response.Headers.Contains("API-Version"));
        CheckShared(response);
    }

    [Theory]
    [InlineData("/v1/openapi.json", "public, max-age=3600")]
    [InlineData("/.well-known/jwks.json", "public, max-age=604800")]
    public async Task Get_PublicDocument_MayBeCached(string path, string cache)
    {
        using var response = await SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(cache, One(response, "Cache-Control"));
        CheckShared(response);
    }

    [Fact]
    [Trait("Regel", "/core/transport/cors")]
    public async Task Get_OpenApiWithOrigin_AllowsEveryOrigin()
    {
        using var response = await SendAsync("GET", "/v1/openapi.json");

        Assert.Equal("*", One(response, "Access-Control-Allow-Origin"));
    }

    private static void CheckShared(HttpResponseMessage response)
    {
        Assert.Equal("max-age=31536000; includeSubDomains", One(response, "Strict-Transport-Security"));
        Assert.Equal("nosniff", One(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", One(response, "X-Frame-Options"));
        Assert.Equal("no-referrer", One(response, "Referrer-Policy"));
        Assert.Contains("geolocation=()", One(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    private static string One(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private async Task<HttpResponseMessage> SendAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", "https://elders.voorbeeld.example");
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
