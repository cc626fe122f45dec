using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Issuer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>A client that signs by hand, so that it can also sign what a library would refuse to.</summary>
internal sealed class TestClient(string clientId, string jwk)
{
    public string ClientId => clientId;

    public JsonWebKey Key { get; } = new(jwk);

    public static async Task<TestClient> RegisterAsync(IdentityHost host, string clientId) =>
        new(clientId, await host.Services.GetRequiredService<ClientSleutels>().RegistreerAsync(clientId, TestContext.Current.CancellationToken));

    /// <summary>The claims of a sound assertion.</summary>
    public JsonObject Claims(IdentityHost host) => new()
    {
        ["iss"] = clientId,
        ["sub"] = clientId,
        ["aud"] = host.TokenEndpoint,
        ["iat"] = host.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = host.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(),
        ["jti"] = NewJti(),
    };

    /// <summary>The header of a sound assertion.</summary>
    public JsonObject Header(string alg = "RS256") => new() { ["alg"] = alg, ["kid"] = Key.KeyId, ["typ"] = "JWT" };

    public string Assertion(IdentityHost host) => Sign(Header(), Claims(host));

    /// <summary>Signs any header and claims with this client's key, by the header's alg.</summary>
    public string Sign(JsonObject header, JsonObject claims) => Sign(header.ToJsonString(), claims.ToJsonString(), (string?)header["alg"]);

    public string Sign(string header, string claims, string? alg)
    {
        var input = $"{Encode(header)}.{Encode(claims)}";
        using var rsa = RSA.Create(Parameters());
        var data = Encoding.ASCII.GetBytes(input);
        var signature = alg switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), data),
            "PS256" => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "RS512" => rsa.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{input}.{Base64UrlEncoder.Encode(signature)}";
    }

    /// <summary>A sound form with this assertion.</summary>
    public static List<KeyValuePair<string, string>> Form(string assertion, params (string Key, string Value)[] more) =>
    [
        new("grant_type", "client_credentials"),
        new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        new("client_assertion", assertion),
        .. more.Select(field => new KeyValuePair<string, string>(field.Key, field.Value)),
    ];

    public static async Task<(int Status, JsonElement Body, HttpResponseMessage Response)> PostAsync(IdentityHost host, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        var response = await host.Http.PostAsync(new Uri(host.TokenEndpoint), content, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonDocument.Parse(text).RootElement, response);
    }

    /// <summary>A token of the host's own issuer.</summary>
    public async Task<string> TokenAsync(IdentityHost host, string? scope = null)
    {
        var (status, body, _) = await PostAsync(host, scope is null ? Form(Assertion(host)) : Form(Assertion(host), ("scope", scope)));
        Assert.True(status == 200, body.ToString());
        return body.GetProperty("access_token").GetString()!;
    }

    public static string NewJti() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16));

    private static string Encode(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));

    private RSAParameters Parameters() => new()
    {
        Modulus = Base64UrlEncoder.DecodeBytes(Key.N),
        Exponent = Base64UrlEncoder.DecodeBytes(Key.E),
        D = Base64UrlEncoder.DecodeBytes(Key.D),
        P = Base64UrlEncoder.DecodeBytes(Key.P),
        Q = Base64UrlEncoder.DecodeBytes(Key.Q),
        DP = Base64UrlEncoder.DecodeBytes(Key.DP),
        DQ = Base64UrlEncoder.DecodeBytes(Key.DQ),
        InverseQ = Base64UrlEncoder.DecodeBytes(Key.QI),
    };
}

/// <summary>A closed list of clients for one test class.</summary>
internal sealed class TestRegister : IClientRegister
{
    private readonly Dictionary<string, GeregistreerdeClient> clients = new(StringComparer.Ordinal);

    public TestRegister With(string clientId, params string[] scopes)
    {
        clients[clientId] = new GeregistreerdeClient(clientId, scopes);
        return this;
    }

    /// <summary>Of one gemeente, and it may name its users.</summary>
    public TestRegister WithUsers(string clientId, params string[] scopes)
    {
        clients[clientId] = new GeregistreerdeClient(clientId, scopes) { Gemeentecode = "1708", Gebruikers = Gebruikersregel.Toegestaan };
        return this;
    }

    public GeregistreerdeClient? Zoek(string clientId) => clients.GetValueOrDefault(clientId);
}
