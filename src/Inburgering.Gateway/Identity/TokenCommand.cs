using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Inburgering.Gateway.Storage;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Identity;

/// <summary><c>gateway token &lt;clientId&gt; [--scope "…"]</c>: prints a token for a demo client, gotten over HTTP as a partner would.</summary>
internal static class TokenCommand
{
    private const int Ok = 0;
    private const int WrongUse = 2;
    private const int NotAllowed = 3;

    /// <summary>Exit code: 0 the token is on the output; 2 wrong use, or no gateway to ask; 3 the issuer refused.</summary>
    /// <param name="args">What follows "token".</param>
    public static Task<int> RunAsync(string[] args, GatewayOptions options) => RunAsync(args, options, Console.Out, Console.Error);

    /// <inheritdoc cref="RunAsync(string[], GatewayOptions)"/>
    internal static async Task<int> RunAsync(string[] args, GatewayOptions options, TextWriter output, TextWriter error)
    {
        var (clientId, scope) = args switch
        {
            [var client] => (client, null),
            [var client, "--scope", var words] => (client, words),
            ["--scope", var words, var client] => (client, words),
            _ => (null, (string?)null),
        };
        if (clientId is null || clientId.StartsWith('-'))
        {
            return Fail(error, WrongUse, "Gebruik: gateway token <clientId> [--scope \"dossier:lezen …\"]");
        }

        var file = Path.Combine(options.DemoMap, Path.GetFileName(clientId) + ".jwk.json");
        if (!File.Exists(file))
        {
            return Fail(error, WrongUse, $"Van client {clientId} ligt geen sleutel in {options.DemoMap}. Start eerst ./run, of kijk of de naam klopt.");
        }

        return await AskAsync(clientId, scope, await File.ReadAllTextAsync(file), options, output, error);
    }

    private static async Task<int> AskAsync(string clientId, string? scope, string jwk, GatewayOptions options, TextWriter output, TextWriter error)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = Assertion(clientId, new JsonWebKey(jwk), options.BasisUrl),
        };
        if (scope is not null)
        {
            form["scope"] = scope;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            using var body = new FormUrlEncodedContent(form);
            using var response = await http.PostAsync(new Uri($"http://127.0.0.1:{options.Port}{IdentityPaths.Token}"), body);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return response.IsSuccessStatusCode ? Print(output, answer.GetProperty("access_token").GetString()!) : Fail(error, NotAllowed, Refusal(answer));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException)
        {
            return Fail(error, WrongUse, $"Op poort {options.Port} antwoordt geen gateway met een eigen issuer. Draait ./run, en klopt GATEWAY_PORT?");
        }
    }

    private static string Assertion(string clientId, JsonWebKey key, string issuer)
    {
        var now = DateTimeOffset.UtcNow;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["iss"] = clientId,
                ["sub"] = clientId,
                ["aud"] = issuer + IdentityPaths.Token,
                ["iat"] = now.ToUnixTimeSeconds(),
                ["exp"] = now.AddMinutes(1).ToUnixTimeSeconds(),
                ["jti"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
            },
        });
    }

    private static string Refusal(JsonElement answer) =>
        answer.TryGetProperty("error_description", out var text) ? $"Geen token: {text.GetString()}" : "Geen token: de gateway weigert zonder uitleg.";

    private static int Print(TextWriter output, string token)
    {
        output.WriteLine(token);
        return Ok;
    }

    private static int Fail(TextWriter error, int code, string message)
    {
        error.WriteLine(message);
        return code;
    }
}
