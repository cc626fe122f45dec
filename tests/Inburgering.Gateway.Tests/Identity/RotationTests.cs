using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Inburgering.Gateway.Identity;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>Keys that come and go while the gateway runs, and an issuer outside it (security 21).</summary>
[Trait("Standaard", "OAuth-NL")]
public sealed class RotationTests(IdentityDatabase database) : IClassFixture<IdentityDatabase>
{
    private static readonly TestRegister Clients = new TestRegister().With("school", Scopes.DossierLezen);

    [Fact]
    public async Task Rotate_NextKeySigns_TokensOfBothAreAcceptedWhileBothArePublished()
    {
        await using var host = await IdentityHost.StartAsync(database.Source, Clients);
        var client = await TestClient.RegisterAsync(host, "school");
        var old = await client.TokenAsync(host);
        Move(host, "1", "3");
        await UntilAsync(async () => await KidsAsync(host) is ["2", "3"]);
        var next = await client.TokenAsync(host);

        Assert.Equal("1", new JsonWebToken(old).Kid);
        Assert.Equal("2", new JsonWebToken(next).Kid);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, next));
    }

    [Fact]
    public async Task Remove_KeyFileGone_ItsTokensAreRefusedWithinASecond()
    {
        await using var host = await IdentityHost.StartAsync(database.Source, Clients);
        var client = await TestClient.RegisterAsync(host, "school");
        var token = await client.TokenAsync(host);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, token));

        var since = Stopwatch.StartNew();
        File.Delete(Path.Combine(host.Options.SleutelMap, "uitgever-1.pem"));
        await UntilAsync(async () => await StatusAsync(host, token) == HttpStatusCode.Unauthorized);

        Assert.True(since.Elapsed < TimeSpan.FromSeconds(1), $"It took {since.Elapsed}.");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, await client.TokenAsync(host)));
    }

    [Fact]
    public async Task Replace_OtherKeyUnderTheSameName_RefusesTokensOfTheFirst()
    {
        await using var host = await IdentityHost.StartAsync(database.Source, Clients);
        await using var other = await IdentityHost.StartAsync(database.Source, Clients, ownKeys: true);
        var client = await TestClient.RegisterAsync(host, "school");
        var token = await client.TokenAsync(host);

        File.Copy(Path.Combine(other.Options.SleutelMap, "uitgever-1.pem"), Path.Combine(host.Options.SleutelMap, "uitgever-1.pem"), overwrite: true);

        await UntilAsync(async () => await StatusAsync(host, token) == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task OutsideIssuer_ItsToken_IsAcceptedAndTheEmbeddedEndpointsAreGone()
    {
        await using var issuer = await IdentityHost.StartAsync(database.Source, Clients);
        await using var gateway = await IdentityHost.StartAsync(database.Source, Clients, Outside(issuer));
        var client = await TestClient.RegisterAsync(issuer, "school");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, await client.TokenAsync(issuer)));
        foreach (var path in new[] { "/.well-known/jwks.json", "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server", "/oauth/token", "/oauth/authorize" })
        {
            using var response = await gateway.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task OutsideIssuer_MetadataOfRfc8414_IsAccepted()
    {
        await using var issuer = await IdentityHost.StartAsync(database.Source, Clients);
        var settings = Outside(issuer);
        settings["Authentication:MetadataUrl"] = issuer.Options.BasisUrl + "/.well-known/oauth-authorization-server";
        await using var gateway = await IdentityHost.StartAsync(database.Source, Clients, settings);
        var client = await TestClient.RegisterAsync(issuer, "school");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, await client.TokenAsync(issuer)));
    }

    [Fact]
    public async Task OutsideIssuer_ItsNameWithAnothersKey_Is401()
    {
        await using var issuer = await IdentityHost.StartAsync(database.Source, Clients);
        await using var impostor = await IdentityHost.StartAsync(database.Source, Clients, ownKeys: true);
        await using var gateway = await IdentityHost.StartAsync(database.Source, Clients, Outside(issuer));
        var client = await TestClient.RegisterAsync(issuer, "school");
        var token = new JsonWebToken(await client.TokenAsync(issuer));
        var header = System.Text.Json.Nodes.JsonNode.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(token.EncodedHeader))!.AsObject();
        var claims = System.Text.Json.Nodes.JsonNode.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(token.EncodedPayload))!.AsObject();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, IssuerSigner.Sign(issuer, "1", header, claims)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(gateway, IssuerSigner.Sign(impostor, "1", header, claims)));
    }

    [Fact]
    public async Task OutsideIssuer_TokenOfOurOwnKeys_Is401()
    {
        await using var issuer = await IdentityHost.StartAsync(database.Source, Clients);
        await using var before = await IdentityHost.StartAsync(database.Source, Clients, ownKeys: true);
        await using var gateway = await IdentityHost.StartAsync(database.Source, Clients, Outside(issuer));
        var client = await TestClient.RegisterAsync(before, "school");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(gateway, await client.TokenAsync(before)));
    }

    private static Dictionary<string, string?> Outside(IdentityHost issuer) => new(StringComparer.Ordinal)
    {
        ["Authentication:Authority"] = issuer.Options.BasisUrl,
        ["Authentication:Audience"] = issuer.Audience,
    };

    private static void Move(IdentityHost host, string from, string to) =>
        File.Move(Path.Combine(host.Options.SleutelMap, $"uitgever-{from}.pem"), Path.Combine(host.Options.SleutelMap, $"uitgever-{to}.pem"));

    private static async Task<string?[]> KidsAsync(IdentityHost host)
    {
        var json = await host.Http.GetStringAsync(new Uri("/.well-known/jwks.json", UriKind.Relative), TestContext.Current.CancellationToken);
        return [.. JsonDocument.Parse(json).RootElement.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString())];
    }

    private static async Task<HttpStatusCode> StatusAsync(IdentityHost host, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/lezen");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    // asks again until it holds; the run's own limit ends it when it never does
    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
