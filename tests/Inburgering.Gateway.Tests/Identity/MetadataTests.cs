using System.Text.Json;
using Inburgering.Gateway.Identity;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>Standards 2.2, 9: what the issuer tells about itself.</summary>
[Trait("Standaard", "OAuth-NL")]
public sealed class MetadataTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    private IdentityHost Host => fixture.Host;

    [Theory]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/.well-known/oauth-authorization-server")]
    public async Task Get_Metadata_NamesConfiguredAddressesWhateverTheHost(string path)
    {
        var metadata = await GetAsync(path, host: "aanvaller.example");

        var basis = Host.Options.BasisUrl;
        Assert.Equal(basis, Text(metadata, "issuer"));
        Assert.Equal(basis + "/oauth/token", Text(metadata, "token_endpoint"));
        Assert.Equal(basis + "/oauth/authorize", Text(metadata, "authorization_endpoint"));
        Assert.Equal(basis + "/.well-known/jwks.json", Text(metadata, "jwks_uri"));
        Assert.Equal(["client_credentials"], Words(metadata, "grant_types_supported"));
        Assert.Equal(["private_key_jwt"], Words(metadata, "token_endpoint_auth_methods_supported"));
        Assert.Equal(["RS256", "PS256", "ES256"], Words(metadata, "token_endpoint_auth_signing_alg_values_supported"));
        Assert.Equal(Scopes.Alle.Keys, Words(metadata, "scopes_supported"));
        Assert.Empty(Words(metadata, "response_types_supported"));
    }

    [Fact]
    public async Task Get_Authorize_SaysThatNoResponseTypeIsSupported()
    {
        using var response = await Host.Http.GetAsync(new Uri(Host.Options.BasisUrl + "/oauth/authorize?response_type=code&client_id=school"), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Contains("unsupported_response_type", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Jwks_PublishesTwoPublicKeysAndNothingPrivate()
    {
        var keys = (await GetAsync("/.well-known/jwks.json")).GetProperty("keys").EnumerateArray().ToArray();

        Assert.Equal(["1", "2"], keys.Select(key => Text(key, "kid")));
        Assert.All(keys, key =>
        {
            Assert.Equal(["alg", "e", "kid", "kty", "n", "use"], key.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
            Assert.Equal(("RSA", "sig", "RS256"), (Text(key, "kty"), Text(key, "use"), Text(key, "alg")));
        });
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static IEnumerable<string> Words(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(word => word.GetString()!);

    private async Task<JsonElement> GetAsync(string path, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        using var response = await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("public, max-age=604800", response.Headers.CacheControl!.ToString());
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
