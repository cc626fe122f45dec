using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>The claim act (RFC 8693, 4.1): which of a client's users asks, vouched for by the client's own key, and known to us by a pseudonym alone.</summary>
[Trait("Standaard", "OAuth-NL")]
public sealed class GebruikersclaimTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    private const string Wie = "vrijwilliger-17";

    private IdentityHost Host => fixture.Host;

    private TestClient Vwn => fixture.Vwn;

    /// <summary>None of these names a user.</summary>
    public static TheoryData<string> Kapot =>
    [
        "null", "\"vrijwilliger-17\"", "[]", "{}", "17", "[{\"sub\":\"a\"}]", "{\"sub\":17}", "{\"sub\":null}", "{\"sub\":\"\"}", "{\"sub\":\"jan@vwn.example\"}", "{\"sub\":\"Jan Jansen\"}",
        "{\"sub\":\"a\\n\"}", "{\"sub\":\"999990019\"}", "{\"sub\":\"v-999990019\"}", "{\"sub\":\"v999990019.x\"}", "{\"sub\":\"é\"}", "{\"sub\":\"a\",\"iss\":\"https://elders.example\"}", "{\"sub\":\"a\",\"act\":{\"sub\":\"b\"}}",
        "{\"SUB\":\"a\"}", $"{{\"sub\":\"{new string('a', 65)}\"}}",
    ];

    [Theory]
    [InlineData(Wie)]
    [InlineData("A.b_c-1")]
    [InlineData("12345678")]
    [InlineData("999990018")]
    [InlineData("0000999990019")]
    [InlineData("6f1f4d0c-2f5e-4b7e-8a53-999990019abc")]
    public async Task Post_AssertionNamesAUser_GivesATokenThatNamesHerAndADoorThatKnowsAPseudonym(string wie)
    {
        var token = await TokenAsync(Vwn, new JsonObject { ["sub"] = wie });

        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(new JsonWebToken(token).EncodedPayload))!;
        Assert.Equal($"{{\"sub\":\"{wie}\"}}", payload["act"]!.ToJsonString());
        Assert.Equal("vwn", (string?)payload["sub"]);
        var binnen = await WhoAsync(token);
        Assert.Contains($"gebruiker={Kenmerk("vwn", wie)}", binnen, StringComparison.Ordinal);
        Assert.DoesNotContain(wie, binnen + Host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutAct_NamesNobody()
    {
        var token = await Vwn.TokenAsync(Host);

        Assert.DoesNotContain("gebruiker", await WhoAsync(token), StringComparison.Ordinal);
        Assert.DoesNotContain("\"act\"", Base64UrlEncoder.Decode(new JsonWebToken(token).EncodedPayload), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kapot))]
    public async Task Post_ActThatNamesNobody_IsInvalidRequestThatSaysWhatItShouldBe(string act)
    {
        var (status, body, _) = await PostAsync(Vwn, JsonNode.Parse(act));

        Assert.Equal((400, "invalid_request"), (status, body.GetProperty("error").GetString()));
        Assert.StartsWith("act noemt geen gebruiker: het is een object met alleen sub", body.GetProperty("error_description").GetString(), StringComparison.Ordinal);
        // RFC 6749 5.2: printable ASCII without quote and backslash
        Assert.All(body.GetProperty("error_description").GetString()!, c => Assert.True(c is >= ' ' and <= '~' and not ('"' or '\\')));
    }

    /// <summary>Which no writer of JSON makes.</summary>
    [Fact]
    public async Task Post_ActWithHalfACharacter_IsInvalidRequest()
    {
        var claims = Vwn.Claims(Host);
        claims["act"] = new JsonObject { ["sub"] = "half" };

        var assertion = Vwn.Sign(Vwn.Header().ToJsonString(), claims.ToJsonString().Replace("half", "\\ud800", StringComparison.Ordinal), "RS256");
        var (status, body, _) = await TestClient.PostAsync(Host, TestClient.Form(assertion));

        Assert.Equal((400, "invalid_request"), (status, body.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task Post_ActOfAClientWithoutUsers_IsInvalidRequest()
    {
        var (status, body, _) = await PostAsync(fixture.School, new JsonObject { ["sub"] = Wie });

        Assert.Equal((400, "invalid_request"), (status, body.GetProperty("error").GetString()));
        Assert.StartsWith("Met deze client zijn geen gebruikers afgesproken.", body.GetProperty("error_description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ActPutInAfterSigning_IsInvalidClient()
    {
        var delen = Vwn.Assertion(Host).Split('.');
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode(delen[1]))!;
        claims["act"] = new JsonObject { ["sub"] = Wie };

        var (status, body, _) = await TestClient.PostAsync(Host, TestClient.Form($"{delen[0]}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}.{delen[2]}"));

        Assert.Equal((401, "invalid_client"), (status, body.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task Get_ActExchangedInTheToken_IsInvalidToken()
    {
        var delen = (await TokenAsync(Vwn, new JsonObject { ["sub"] = Wie })).Split('.');
        var ander = Base64UrlEncoder.Decode(delen[1]).Replace(Wie, "vrijwilliger-18", StringComparison.Ordinal);

        using var response = await GetAsync($"{delen[0]}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(ander))}.{delen[2]}");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    /// <summary>As an outside issuer might put it: signed by a key we trust, and not of the form.</summary>
    [Theory]
    [MemberData(nameof(Kapot))]
    public async Task Get_TokenWhoseActNamesNobody_IsInvalidToken(string act)
    {
        using var response = await GetAsync(Sign("vwn", JsonNode.Parse(act)));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Get_TokenOfAnIssuerThatNamesAUser_IsKnownByHerPseudonymAndOnlyOfAClientWithUsers()
    {
        using var vwn = await GetAsync(Sign("vwn", new JsonObject { ["sub"] = Wie }));
        using var school = await GetAsync(Sign("school", new JsonObject { ["sub"] = Wie }));

        Assert.Contains($"gebruiker={Kenmerk("vwn", Wie)}", await vwn.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, school.StatusCode);
    }

    /// <summary>What a token claims beyond act names nobody: the pseudonym is ours to make.</summary>
    [Fact]
    public async Task Get_TokenThatBringsAPseudonymItself_NamesNobody()
    {
        var claims = Claims("vwn");
        claims["gebruiker"] = new string('a', 40);

        using var response = await GetAsync(IssuerSigner.Sign(Host, "1", Header(), claims));

        Assert.DoesNotContain("gebruiker", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Kenmerk_VanDezelfdeNaamElders_IsEenAnder()
    {
        var kluis = Host.Services.GetRequiredService<Kluis>();
        string[] kenmerken = [kluis.Gebruiker("1708", "vwn", Wie), kluis.Gebruiker("1708", "vwn", "vrijwilliger-18"), kluis.Gebruiker("1708", "vwn-2", Wie), kluis.Gebruiker("0171", "vwn", Wie), kluis.Gebruiker("1708", "vwn-", "2" + Wie)];

        Assert.Equal(5, kenmerken.Distinct().Count());
        Assert.All(kenmerken, kenmerk => Assert.Matches("^[0-9a-f]{40}$", kenmerk));
        Assert.Equal(kenmerken[0], kluis.Gebruiker("1708", "vwn", Wie));
    }

    private string Kenmerk(string client, string wie) => Host.Services.GetRequiredService<Kluis>().Gebruiker("1708", client, wie);

    private Task<(int Status, System.Text.Json.JsonElement Body, HttpResponseMessage Response)> PostAsync(TestClient client, JsonNode? act)
    {
        var claims = client.Claims(Host);
        claims["act"] = act;
        return TestClient.PostAsync(Host, TestClient.Form(client.Sign(client.Header(), claims)));
    }

    private async Task<string> TokenAsync(TestClient client, JsonObject act)
    {
        var (status, body, _) = await PostAsync(client, act);
        Assert.True(status == 200, body.ToString());
        return body.GetProperty("access_token").GetString()!;
    }

    private async Task<string> WhoAsync(string token)
    {
        using var response = await GetAsync(token);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> GetAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/lezen");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private string Sign(string client, JsonNode? act)
    {
        var claims = Claims(client);
        claims["act"] = act;
        return IssuerSigner.Sign(Host, "1", Header(), claims);
    }

    private static JsonObject Header() => new() { ["alg"] = "RS256", ["typ"] = "at+jwt", ["kid"] = "1" };

    private JsonObject Claims(string client) => new()
    {
        ["iss"] = Host.Options.BasisUrl,
        ["sub"] = client,
        ["azp"] = client,
        ["client_id"] = client,
        ["aud"] = new JsonArray(Host.Audience),
        ["iat"] = Host.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = Host.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(),
        ["jti"] = TestClient.NewJti(),
        ["scope"] = "dossier:lezen",
    };
}
