using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Inburgering.Gateway.Storage;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Identity;

/// <summary><c>gateway token &lt;clientId&gt; [--scope "…"] [--gebruiker …]</c>: prints a token for a demo client, gotten over HTTP as a partner would.</summary>
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
        if (Vraag.Of(args) is not { } vraag)
        {
            return Fail(error, WrongUse, "Gebruik: gateway token <clientId> [--scope \"dossier:lezen …\"] [--gebruiker <id>]");
        }

        var clientId = vraag.ClientId;
        var file = Path.Combine(options.DemoMap, Path.GetFileName(clientId) + ".jwk.json");
        if (!File.Exists(file))
        {
            return Fail(error, WrongUse, $"Van client {clientId} ligt geen sleutel in {options.DemoMap}. Start eerst ./run, of kijk of de naam klopt.");
        }

        return await AskAsync(vraag, await File.ReadAllTextAsync(file), options, output, error);
    }

    private static async Task<int> AskAsync(Vraag vraag, string jwk, GatewayOptions options, TextWriter output, TextWriter error)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = Assertion(vraag, new JsonWebKey(jwk), options.BasisUrl),
        };
        if (vraag.Scope is { } scope)
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

    private static string Assertion(Vraag vraag, JsonWebKey key, string issuer)
    {
        var now = DateTimeOffset.UtcNow;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = vraag.ClientId,
            ["sub"] = vraag.ClientId,
            ["aud"] = issuer + IdentityPaths.Token,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(1).ToUnixTimeSeconds(),
            ["jti"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
        };
        if (vraag.Gebruiker is { } gebruiker)
        {
            claims[Gebruikersclaim.Naam] = Gebruikersclaim.Maak(gebruiker);
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            Claims = claims,
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

    /// <summary>What stands after the command, in any order.</summary>
    /// <param name="Scope">Null: all of the client's own.</param>
    /// <param name="Gebruiker">Which of the client's users asks, as a partner's own system names her; null: none.</param>
    private sealed record Vraag(string ClientId, string? Scope, string? Gebruiker)
    {
        private static readonly string[] Opties = ["--scope", "--gebruiker"];

        /// <summary>Null: wrong use.</summary>
        public static Vraag? Of(string[] args)
        {
            var (client, opties) = ((string?)null, new Dictionary<string, string>(StringComparer.Ordinal));
            using var woorden = args.AsEnumerable().GetEnumerator();
            while (woorden.MoveNext())
            {
                var woord = woorden.Current;
                var isOptie = Opties.Contains(woord);
                if (isOptie ? !woorden.MoveNext() || !opties.TryAdd(woord, woorden.Current) : client is not null || woord.StartsWith('-'))
                {
                    return null;
                }

                client = isOptie ? client : woord;
            }

            return client is null ? null : new Vraag(client, opties.GetValueOrDefault(Opties[0]), opties.GetValueOrDefault(Opties[1]));
        }
    }
}
