using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Identity.Issuer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>Standards 2.2: what the embedded issuer gives, and every way of asking that it refuses.</summary>
[Trait("Standaard", "OAuth-NL")]
public sealed class TokenEndpointTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    private IdentityHost Host => fixture.Host;

    private TestClient School => fixture.School;

    [Fact]
    public async Task Post_SoundAssertion_GivesTokenWithTheClaimsOfTheProfile()
    {
        var (status, body, response) = await TestClient.PostAsync(Host, TestClient.Form(School.Assertion(Host)));

        Assert.Equal(200, status);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("Bearer", body.GetProperty("token_type").GetString());
        Assert.Equal(600, body.GetProperty("expires_in").GetInt32());
        Assert.Equal("berichten:leveren dossier:lezen", body.GetProperty("scope").GetString());
        Assert.False(body.TryGetProperty("refresh_token", out _));
        var token = new JsonWebToken(body.GetProperty("access_token").GetString());
        Assert.Equal("at+jwt", token.Typ);
        Assert.Equal("RS256", token.Alg);
        Assert.Equal("1", token.Kid);
        var claims = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload)).RootElement;
        Assert.Equal(
            ["aud", "azp", "client_id", "exp", "iat", "iss", "jti", "scope", "sub"],
            claims.EnumerateObject().Select(claim => claim.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Host.Options.BasisUrl, claims.GetProperty("iss").GetString());
        Assert.All(["sub", "azp", "client_id"], name => Assert.Equal("school", claims.GetProperty(name).GetString()));
        Assert.Equal([Host.Audience], claims.GetProperty("aud").EnumerateArray().Select(audience => audience.GetString()!));
        Assert.True(Base64UrlEncoder.DecodeBytes(claims.GetProperty("jti").GetString()!).Length >= 16);
        Assert.Equal(600, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
    }

    [Fact]
    public async Task Post_TwoRequests_GiveDifferentJti()
    {
        var first = new JsonWebToken(await School.TokenAsync(Host));
        var second = new JsonWebToken(await School.TokenAsync(Host));

        Assert.NotEqual(first.Id, second.Id);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public async Task Post_RsaAlgorithm_GivesToken(string alg)
    {
        var (status, body, _) = await TestClient.PostAsync(Host, TestClient.Form(School.Sign(School.Header(alg), School.Claims(Host))));

        Assert.True(status == 200, body.ToString());
    }

    [Fact]
    public async Task Post_EllipticCurveKey_GivesToken()
    {
        using var key = await EcClient.RegisterAsync(fixture.Database.Source, "school", Host.Clock.GetUtcNow());

        var (status, body, _) = await TestClient.PostAsync(Host, TestClient.Form(key.Sign(School.Claims(Host))));

        Assert.True(status == 200, body.ToString());
    }

    [Fact]
    public async Task Post_AudienceIsIssuer_GivesToken()
    {
        var claims = School.Claims(Host);
        claims["aud"] = Host.Options.BasisUrl;

        var (status, _, _) = await TestClient.PostAsync(Host, TestClient.Form(School.Sign(School.Header(), claims)));

        Assert.Equal(200, status);
    }

    [Fact]
    public async Task Post_EscapedSlashesAndFractions_AreTheSameClaims()
    {
        var now = Host.Clock.GetUtcNow().ToUnixTimeSeconds();
        var audience = Host.TokenEndpoint.Replace("/", "\\/", StringComparison.Ordinal);
        var claims = $$"""{"iss":"school","sub":"school","aud":"{{audience}}","iat":{{now}}.25,"exp":{{now + 60}}.5,"jti":"{{TestClient.NewJti()}}"}""";

        var (status, body, _) = await TestClient.PostAsync(Host, TestClient.Form(School.Sign(School.Header().ToJsonString(), claims, "RS256")));

        Assert.True(status == 200, body.ToString());
    }

    [Fact]
    public async Task Post_SpecialScope_IsGivenOnlyWhenAskedByName()
    {
        var byDefault = new JsonWebToken(await fixture.Zaaksysteem.TokenAsync(Host));
        var asked = new JsonWebToken(await fixture.Zaaksysteem.TokenAsync(Host, "dossier:bijzonder:lezen"));

        Assert.Equal("dossier:lezen dossier:schrijven", byDefault.GetClaim("scope").Value);
        Assert.Equal("dossier:bijzonder:lezen", asked.GetClaim("scope").Value);
    }

    [Theory]
    [InlineData("dossier:schrijven")]
    [InlineData("dossier:lezen dossier:schrijven")]
    [InlineData("dossier:bijzonder:lezen")]
    [InlineData("DOSSIER:LEZEN")]
    [InlineData("verzonnen")]
    public async Task Post_ScopeOutsideTheClients_IsRefusedNotReduced(string scope)
    {
        var (status, body, _) = await TestClient.PostAsync(Host, TestClient.Form(School.Assertion(Host), ("scope", scope)));

        Assert.Equal(400, status);
        Assert.Equal("invalid_scope", body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Post_SameAssertionTwice_RefusesTheSecond()
    {
        var assertion = School.Assertion(Host);

        var first = await TestClient.PostAsync(Host, TestClient.Form(assertion));
        var second = await TestClient.PostAsync(Host, TestClient.Form(assertion));

        Assert.Equal(200, first.Status);
        Assert.Equal(401, second.Status);
        Assert.Equal("invalid_client", second.Body.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Post_OneJtiAtTwoNodesTogether_WorksOnce()
    {
        await using var other = await IdentityHost.StartAsync(fixture.Database.Source, fixture.Register);
        var claims = School.Claims(Host);
        var second = (JsonObject)claims.DeepClone();
        second["aud"] = other.TokenEndpoint;

        var answers = await Task.WhenAll(
            TestClient.PostAsync(Host, TestClient.Form(School.Sign(School.Header(), claims))),
            TestClient.PostAsync(other, TestClient.Form(School.Sign(School.Header(), second))));

        Assert.Equal([200, 401], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task Post_BadSignatureWithSomeonesJti_DoesNotSpendIt()
    {
        var claims = School.Claims(Host);
        var forged = School.Sign(School.Header(), claims)[..^8] + "AAAAAAAA";

        var attack = await TestClient.PostAsync(Host, TestClient.Form(forged));
        var honest = await TestClient.PostAsync(Host, TestClient.Form(School.Sign(School.Header(), claims)));

        Assert.Equal(401, attack.Status);
        Assert.Equal(200, honest.Status);
    }

    [Fact]
    public async Task Use_JtiPastItsExpiry_IsRemoved()
    {
        await using var host = await IdentityHost.StartAsync(fixture.Database.Source, fixture.Register);
        await School.TokenAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await School.TokenAsync(host);

        await using var command = fixture.Database.Source.CreateCommand("select count(*) from identiteit.jti where verloopt < @now");
        command.Parameters.AddWithValue("now", host.Clock.GetUtcNow());

        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Send_OtherMethod_IsNotAllowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Host.TokenEndpoint);
        using var response = await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Post_ForgedHost_ChangesNothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Host.TokenEndpoint) { Content = new FormUrlEncodedContent(TestClient.Form(School.Assertion(Host))) };
        request.Headers.Host = "aanvaller.example";
        using var response = await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Host.Options.BasisUrl, new JsonWebToken(JsonDocument.Parse(body).RootElement.GetProperty("access_token").GetString()).Issuer);
    }

    [Fact]
    public void Lifetimes_StayWithinTheProfile()
    {
        Assert.InRange(AccessTokens.Lifetime, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));
        Assert.Equal(TimeSpan.FromMinutes(5), ClientAssertion.MaxLifetime);
    }
}
