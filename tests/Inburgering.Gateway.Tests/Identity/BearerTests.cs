using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>Standards 2.1: which tokens the API takes, and what it answers to the others.</summary>
[Trait("Standaard", "OAuth-NL")]
public sealed class BearerTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    private IdentityHost Host => fixture.Host;

    private long Now => Host.Clock.GetUtcNow().ToUnixTimeSeconds();

    [Fact]
    public async Task Get_SoundToken_ExposesClientScopeAndIssueTimeOnly()
    {
        using var response = await GetAsync("/v1/lezen", await fixture.School.TokenAsync(Host));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var claims = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal(["client_id=school", "iat", "scope=berichten:leveren dossier:lezen"], claims.Select(c => c.StartsWith("iat=", StringComparison.Ordinal) ? "iat" : c).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Get_WithoutToken_Is401WithoutErrorCode()
    {
        using var response = await GetAsync("/v1/lezen", token: null);

        await AssertProblemAsync(response, 401, "Bearer");
    }

    [Fact]
    public async Task Get_TokenInQuery_IsIgnoredAndNotLogged()
    {
        var token = await fixture.School.TokenAsync(Host);
        using var response = await GetAsync($"/v1/lezen?access_token={token}", token: null);

        await AssertProblemAsync(response, 401, "Bearer");
        Assert.DoesNotContain(token.Split('.')[2], Host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TokenInForm_IsIgnored()
    {
        var token = await fixture.School.TokenAsync(Host);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/lezen") { Content = new FormUrlEncodedContent([new("access_token", token)]) };
        using var response = await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        await AssertProblemAsync(response, 401, "Bearer");
    }

    [Fact]
    public async Task Get_BasicInsteadOfBearer_Is401()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/lezen");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "c2Nob29sOmdlaGVpbQ==");
        using var response = await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        await AssertProblemAsync(response, 401, "Bearer");
    }

    [Fact]
    public async Task Get_ScopeMissing_Is403NamingTheScope()
    {
        using var response = await GetAsync("/v1/schrijven", await fixture.School.TokenAsync(Host));

        await AssertProblemAsync(response, 403, "Bearer error=\"insufficient_scope\", scope=\"dossier:schrijven\"");
    }

    [Fact]
    public async Task Get_TokenWithMoreThanTheCeiling_IsCutDown()
    {
        var claims = Claims();
        claims["scope"] = "dossier:lezen dossier:schrijven";

        using var response = await GetAsync("/v1/schrijven", Sign(Header(), claims));

        await AssertProblemAsync(response, 403, "Bearer error=\"insufficient_scope\", scope=\"dossier:schrijven\"");
    }

    [Fact]
    public async Task Get_HandSignedSoundToken_IsAccepted()
    {
        using var response = await GetAsync("/v1/lezen", Sign(Header(), Claims()));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    [InlineData("iat")]
    public async Task Get_ClaimMissing_IsInvalidToken(string claim)
    {
        var claims = Claims();
        claims.Remove(claim);

        await InvalidAsync(Sign(Header(), claims));
    }

    [Theory]
    [InlineData("iss", "\"https://elders.example\"")]
    [InlineData("iss", "\"{base}/\"")]
    [InlineData("aud", "\"https://elders.example/v1\"")]
    [InlineData("aud", "\"{base}\"")]
    [InlineData("aud", "[]")]
    [InlineData("client_id", "\"zaaksysteem\"")]
    [InlineData("azp", "\"zaaksysteem\"")]
    [InlineData("cnf", "{\"x5t#S256\":\"bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2\"}")]
    [InlineData("exp", "1")]
    [InlineData("iat", "\"gisteren\"")]
    public async Task Get_ClaimWrong_IsInvalidToken(string claim, string json)
    {
        var claims = Claims();
        claims[claim] = JsonNode.Parse(json.Replace("{base}", Host.Options.BasisUrl, StringComparison.Ordinal));

        await InvalidAsync(Sign(Header(), claims));
    }

    [Fact]
    public async Task Get_ClientNotOfOurRegister_IsInvalidToken()
    {
        var claims = Claims();
        claims["client_id"] = "vreemde";
        claims["azp"] = "vreemde";
        claims["sub"] = "vreemde";

        await InvalidAsync(Sign(Header(), claims));
    }

    [Fact]
    public async Task Get_NoClient_IsInvalidToken()
    {
        var claims = Claims();
        claims.Remove("client_id");
        claims.Remove("azp");

        await InvalidAsync(Sign(Header(), claims));
    }

    [Theory]
    [InlineData(-120, -31)]
    [InlineData(60, 120)]
    public async Task Get_OutsideItsTime_IsInvalidToken(int notBefore, int expires)
    {
        var claims = Claims();
        claims["nbf"] = Now + notBefore;
        claims["exp"] = Now + expires;

        await InvalidAsync(Sign(Header(), claims));
    }

    [Theory]
    [InlineData("typ", "\"JWT\"")]
    [InlineData("typ", "\"id_token\"")]
    [InlineData("typ", "null")]
    [InlineData("kid", "\"9\"")]
    [InlineData("kid", "\"2\"")]
    [InlineData("kid", "null")]
    [InlineData("crit", "[\"exp\"]")]
    [InlineData("alg", "\"none\"")]
    [InlineData("alg", "\"HS256\"")]
    [InlineData("alg", "\"RS512\"")]
    public async Task Get_HeaderWrong_IsInvalidToken(string name, string json)
    {
        var header = Header();
        header[name] = JsonNode.Parse(json);

        await InvalidAsync(Sign(header, Claims()));
    }

    [Fact]
    public async Task Get_ForeignKeyUnderOurKid_IsInvalidToken()
    {
        var header = Header();

        await InvalidAsync(fixture.School.Sign(header, Claims()));
    }

    [Theory]
    [InlineData("onzin")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.")]
    public async Task Get_NoToken_IsInvalidToken(string token) => await InvalidAsync(token);

    [Fact]
    public async Task Get_AssertionInsteadOfToken_IsInvalidToken() => await InvalidAsync(fixture.School.Assertion(Host));

    [Theory]
    [InlineData("/v1/lezen")]
    [InlineData("/v1/schrijven")]
    [InlineData("/v1/client")]
    public async Task Get_ClientWithdrawn_Is401BeforeAnyMissingScope(string path)
    {
        await using var host = await IdentityHost.StartAsync(fixture.Database.Source, new TestRegister().With("ingetrokken", "dossier:lezen"));
        var client = await TestClient.RegisterAsync(host, "ingetrokken");
        var token = await client.TokenAsync(host);
        await SetAsync("actief = false");

        using var withdrawn = await GetAsync(host, path, token);
        await AssertProblemAsync(withdrawn, 401, "Bearer error=\"invalid_token\"");
        await SetAsync("actief = true, tokens_geldig_vanaf = now() + interval '1 hour'");

        using var older = await GetAsync(host, path, token);
        await AssertProblemAsync(older, 401, "Bearer error=\"invalid_token\"");
        await SetAsync("tokens_geldig_vanaf = '-infinity'");
    }

    [Fact]
    public async Task Get_StatusLeftToTheStatement_PassesTheDoor()
    {
        await using var host = await IdentityHost.StartAsync(fixture.Database.Source, new TestRegister().With("ingetrokken", "dossier:lezen"));
        var client = await TestClient.RegisterAsync(host, "ingetrokken");
        var token = await client.TokenAsync(host);
        await SetAsync("actief = false");

        using var response = await GetAsync(host, "/v1/eigen-statement", token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await SetAsync("actief = true");
    }

    private static JsonObject Header() => new() { ["alg"] = "RS256", ["typ"] = "at+jwt", ["kid"] = "1" };

    private JsonObject Claims() => new()
    {
        ["iss"] = Host.Options.BasisUrl,
        ["sub"] = "school",
        ["azp"] = "school",
        ["client_id"] = "school",
        ["aud"] = new JsonArray(Host.Audience),
        ["iat"] = Now,
        ["exp"] = Now + 60,
        ["jti"] = TestClient.NewJti(),
        ["scope"] = "dossier:lezen",
    };

    private string Sign(JsonObject header, JsonObject claims) => IssuerSigner.Sign(Host, "1", header, claims);

    private Task<HttpResponseMessage> GetAsync(string path, string? token) => GetAsync(Host, path, token);

    private static async Task<HttpResponseMessage> GetAsync(IdentityHost host, string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task InvalidAsync(string token)
    {
        using var response = await GetAsync("/v1/lezen", token);
        await AssertProblemAsync(response, 401, "Bearer error=\"invalid_token\"");
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, int status, string challenge)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(challenge, Assert.Single(response.Headers.WwwAuthenticate).ToString());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    private async Task SetAsync(string change)
    {
        await using var command = fixture.Database.Source.CreateCommand($"update identiteit.client set {change} where client_id = 'ingetrokken'");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
