using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>Every assertion that must not pass: one change at a time to a sound one.</summary>
[Trait("Standaard", "OAuth-NL")]
public sealed class AssertionNegativeTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    private IdentityHost Host => fixture.Host;

    private TestClient School => fixture.School;

    private long Now => Host.Clock.GetUtcNow().ToUnixTimeSeconds();

    [Theory]
    [InlineData("iss")]
    [InlineData("sub")]
    [InlineData("aud")]
    [InlineData("iat")]
    [InlineData("exp")]
    [InlineData("jti")]
    public async Task Post_ClaimMissing_IsInvalidClient(string claim)
    {
        var claims = School.Claims(Host);
        claims.Remove(claim);

        await RefusedAsync(School.Sign(School.Header(), claims));
    }

    [Theory]
    [InlineData("iss", "\"zaaksysteem\"")]
    [InlineData("sub", "\"zaaksysteem\"")]
    [InlineData("iss", "[\"school\"]")]
    [InlineData("iss", "null")]
    [InlineData("sub", "\"school\\u0000\"")]
    [InlineData("aud", "\"https://elders.example/oauth/token\"")]
    [InlineData("aud", "\"{token}/\"")]
    [InlineData("aud", "\"{base}/\"")]
    [InlineData("aud", "\"{base}/v1\"")]
    [InlineData("aud", "[\"{token}\"]")]
    [InlineData("aud", "[\"{token}\",\"{base}\"]")]
    [InlineData("aud", "[\"{token}\",\"https://elders.example\"]")]
    [InlineData("jti", "\"123456789012345678901\"")]
    [InlineData("jti", "\"\"")]
    [InlineData("jti", "12345678901234567890123456")]
    [InlineData("jti", "\"\\u0000bbbbbbbbbbbbbbbbbbbbbbbbbb\"")]
    [InlineData("jti", "\"\\ud800bbbbbbbbbbbbbbbbbbbbbbbbbb\"")]
    [InlineData("exp", "\"9999999999\"")]
    [InlineData("exp", "-1")]
    [InlineData("exp", "1e300")]
    [InlineData("iat", "\"nu\"")]
    [InlineData("iat", "true")]
    public async Task Post_ClaimWrong_IsInvalidClient(string claim, string json)
    {
        var value = json.Replace("{token}", Host.TokenEndpoint, StringComparison.Ordinal).Replace("{base}", Host.Options.BasisUrl, StringComparison.Ordinal);
        var claims = School.Claims(Host);
        claims.Remove(claim);
        var text = claims.ToJsonString()[..^1] + $",\"{claim}\":{value}}}";

        await RefusedAsync(School.Sign(School.Header().ToJsonString(), text, "RS256"));
    }

    [Theory]
    [InlineData(-120, -60)]
    [InlineData(0, 301)]
    [InlineData(0, 86400)]
    [InlineData(-3000, 60)]
    [InlineData(120, 180)]
    [InlineData(600, 660)]
    public async Task Post_TimesWrong_IsInvalidClient(int issued, int expires)
    {
        var claims = School.Claims(Host);
        claims["iat"] = Now + issued;
        claims["exp"] = Now + expires;

        await RefusedAsync(School.Sign(School.Header(), claims));
    }

    [Theory]
    [InlineData("120")]
    [InlineData("\"later\"")]
    public async Task Post_NotYetValid_IsInvalidClient(string notBefore)
    {
        var claims = School.Claims(Host);
        claims["nbf"] = notBefore.StartsWith('"') ? JsonNode.Parse(notBefore) : Now + long.Parse(notBefore, System.Globalization.CultureInfo.InvariantCulture);

        await RefusedAsync(School.Sign(School.Header(), claims));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("RS512")]
    [InlineData("ES256")]
    [InlineData("rs256")]
    public async Task Post_OtherAlgorithm_IsInvalidClient(string alg) => await RefusedAsync(School.Sign(School.Header(alg), School.Claims(Host)));

    [Theory]
    [InlineData("kid", "\"onbekend\"")]
    [InlineData("kid", "\"\"")]
    [InlineData("kid", "\"\\u0000\"")]
    [InlineData("kid", "null")]
    [InlineData("typ", "\"at+jwt\"")]
    [InlineData("typ", "7")]
    [InlineData("crit", "[\"exp\"]")]
    public async Task Post_HeaderWrong_IsInvalidClient(string name, string json)
    {
        var header = School.Header();
        header[name] = JsonNode.Parse(json);

        await RefusedAsync(School.Sign(header, School.Claims(Host)));
    }

    [Fact]
    public async Task Post_WithoutKid_IsInvalidClient()
    {
        var header = School.Header();
        header.Remove("kid");

        await RefusedAsync(School.Sign(header, School.Claims(Host)));
    }

    [Fact]
    public async Task Post_KeyInHeader_IsNotFetchedOrUsed()
    {
        var attacker = new TestClient("school", await NewKeyAsync());
        var header = attacker.Header();
        header["kid"] = School.Key.KeyId;
        header["jku"] = Host.Options.BasisUrl + "/.well-known/jwks.json";
        header["jwk"] = new JsonObject { ["kty"] = "RSA", ["n"] = attacker.Key.N, ["e"] = attacker.Key.E };

        await RefusedAsync(attacker.Sign(header, attacker.Claims(Host)));
    }

    [Fact]
    public async Task Post_KeyOfAnotherClient_IsInvalidClient()
    {
        var other = fixture.Zaaksysteem;

        await RefusedAsync(other.Sign(other.Header(), School.Claims(Host)));
    }

    [Fact]
    public async Task Post_DuplicateClaimOrHeader_IsInvalidClient()
    {
        var claims = School.Claims(Host).ToJsonString()[..^1] + ",\"sub\":\"school\"}";
        var header = School.Header().ToJsonString()[..^1] + ",\"alg\":\"RS256\"}";

        await RefusedAsync(School.Sign(School.Header().ToJsonString(), claims, "RS256"));
        await RefusedAsync(School.Sign(header, School.Claims(Host).ToJsonString(), "RS256"));
    }

    [Fact]
    public async Task Post_ChangedAfterSigning_IsInvalidClient()
    {
        var parts = School.Assertion(Host).Split('.');
        var other = School.Assertion(Host).Split('.');

        await RefusedAsync($"{parts[0]}.{other[1]}.{parts[2]}");
        await RefusedAsync($"{parts[0]}.{parts[1]}.");
    }

    [Theory]
    [InlineData("geen-jwt")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.e30.e30")]
    [InlineData("W10.W10.W10")]
    [InlineData("a.b.c.d.e")]
    [InlineData("bnVsbA.bnVsbA.bnVsbA")]
    public async Task Post_NoJwt_IsInvalidClient(string assertion) => await RefusedAsync(assertion);

    [Fact]
    public async Task Post_ClientNotRegistered_AnswersAsForAnUnknownKey()
    {
        var stranger = new TestClient("vreemde", await NewKeyAsync());
        var keyless = new TestClient("zonder-sleutel", await NewKeyAsync());

        Assert.Equal(await RefusedAsync(stranger.Assertion(Host)), await RefusedAsync(keyless.Assertion(Host)));
    }

    [Fact]
    public async Task Post_ClientOrKeyNotActive_IsInvalidClientAtOnce()
    {
        var client = await TestClient.RegisterAsync(Host, "zonder-sleutel");
        await client.TokenAsync(Host);

        await ExecuteAsync("update identiteit.client_sleutel set tot = @nu where client_id = 'zonder-sleutel'");
        await RefusedAsync(client.Assertion(Host));
        await ExecuteAsync("update identiteit.client_sleutel set tot = null, sinds = @nu + interval '1 hour' where client_id = 'zonder-sleutel'");
        await RefusedAsync(client.Assertion(Host));
        await ExecuteAsync("update identiteit.client_sleutel set sinds = @nu where client_id = 'zonder-sleutel'");
        await client.TokenAsync(Host);
        await ExecuteAsync("update identiteit.client set actief = false where client_id = 'zonder-sleutel' and @nu is not null");
        await RefusedAsync(client.Assertion(Host));
    }

    private async Task<string> RefusedAsync(string assertion)
    {
        var (status, body, response) = await TestClient.PostAsync(Host, TestClient.Form(assertion));
        Assert.Equal(401, status);
        Assert.Equal("invalid_client", body.GetProperty("error").GetString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Empty(response.Headers.WwwAuthenticate);
        var description = body.GetProperty("error_description").GetString()!;
        Assert.All(description, letter => Assert.InRange(letter, ' ', '~'));
        return description;
    }

    private async Task<string> NewKeyAsync()
    {
        var scratch = await TestClient.RegisterAsync(Host, $"proef-{Guid.NewGuid():N}");
        return System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kty"] = "RSA",
            ["kid"] = scratch.Key.KeyId,
            ["n"] = scratch.Key.N,
            ["e"] = scratch.Key.E,
            ["d"] = scratch.Key.D,
            ["p"] = scratch.Key.P,
            ["q"] = scratch.Key.Q,
            ["dp"] = scratch.Key.DP,
            ["dq"] = scratch.Key.DQ,
            ["qi"] = scratch.Key.QI,
        });
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = fixture.Database.Source.CreateCommand(sql);
        command.Parameters.AddWithValue("nu", Host.Clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
