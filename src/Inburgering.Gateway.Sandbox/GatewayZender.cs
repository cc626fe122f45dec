using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Inburgering.Gateway.Sandbox;

/// <summary>Sends to the gateway as one of its clients: a token by private_key_jwt first, then the message. Another receiver is asked no token.</summary>
public sealed class GatewayZender(SandboxOmgeving omgeving, TimeProvider clock) : IDisposable
{
    private readonly HttpClient gateway = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    private string TokenEndpoint => $"{omgeving.GatewayAdres}/oauth/token";

    /// <summary>Sends the request (its address is a path of the gateway) with a fresh token of this client.</summary>
    /// <exception cref="HttpRequestException">The gateway does not answer, or gives no token.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string clientId, string scope, CancellationToken ct) =>
        await SendAsync(request, await LoginAsync(clientId, scope, ct), ct);

    /// <summary>Sends with a token that was asked before: for many messages in a row.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AuthenticationHeaderValue? login, CancellationToken ct)
    {
        request.RequestUri = new Uri(new Uri(omgeving.GatewayAdres), request.RequestUri!);
        request.Headers.Authorization = login;
        return gateway.SendAsync(request, ct);
    }

    /// <summary>A fresh token of this client; null when the receiver wants none.</summary>
    public async Task<AuthenticationHeaderValue?> LoginAsync(string clientId, string scope, CancellationToken ct) =>
        omgeving.ZonderToken ? null : new AuthenticationHeaderValue("Bearer", await TokenAsync(clientId, scope, ct));

    public void Dispose() => gateway.Dispose();

    private async Task<string> TokenAsync(string clientId, string scope, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = scope,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = await AssertionAsync(clientId, ct),
        });
        using var response = await gateway.PostAsync(new Uri(TokenEndpoint), form, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"De gateway gaf geen token: {(int)response.StatusCode}.", null, response.StatusCode);
        }

        await using var body = await response.Content.ReadAsStreamAsync(ct);
        using var document = await JsonDocument.ParseAsync(body, cancellationToken: ct);
        return document.RootElement.GetProperty("access_token").GetString()!;
    }

    private async Task<string> AssertionAsync(string clientId, CancellationToken ct)
    {
        var file = Path.Combine(omgeving.DataMap, "demo", $"{clientId}.jwk.json");
        using var key = JsonDocument.Parse(await File.ReadAllBytesAsync(file, ct));
        var now = clock.GetUtcNow();
        return ClientAssertion.Sign(key.RootElement, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = clientId,
            ["sub"] = clientId,
            ["aud"] = TokenEndpoint,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddSeconds(60).ToUnixTimeSeconds(),
            ["jti"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
        });
    }
}
