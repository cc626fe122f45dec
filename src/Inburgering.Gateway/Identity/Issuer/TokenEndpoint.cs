using System.Text.Json.Serialization;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Identity.Issuer;

/// <summary>POST /oauth/token: client credentials, proven by private_key_jwt, and nothing else.</summary>
internal static class TokenEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost(IdentityPaths.Token, HandleAsync)
        .AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    [Handeling("Token gevraagd", Actie.Inloggen)]
    internal static async Task<IResult> HandleAsync(HttpContext http, ClientAuthenticator authenticator, AccessTokens tokens, Kluis kluis, Verwerking verwerking)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
        var (request, error) = await TokenRequest.ReadAsync(http);
        if (error is not null)
        {
            return Refuse(http, verwerking, error);
        }

        (var bewezen, error) = await authenticator.AuthenticateAsync(request!, http.RequestAborted);
        if (error is not null)
        {
            return Refuse(http, verwerking, error);
        }

        var (client, gebruiker) = bewezen!;
        verwerking.Actor = client.Kenmerk(kluis, gebruiker) ?? client.ClientId;
        verwerking.ClientId = client.ClientId;
        if (Granted(client, request!.Scope) is not { } scopes)
        {
            return Refuse(http, verwerking, OAuthError.InvalidScope);
        }

        verwerking.Besluit = Resultaat.Toegestaan;
        return TypedResults.Ok(Answer.Of(tokens.Create(client.ClientId, scopes, gebruiker), scopes));
    }

    // outside the client's ceiling is an error, never silently less (standards 2.2, 12)
    private static string[]? Granted(GeregistreerdeClient client, string? asked)
    {
        string[] scopes = string.IsNullOrWhiteSpace(asked)
            ? [.. Scopes.Standaard(client)]
            : [.. asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        return scopes.Length > 0 && scopes.All(scope => client.Scopes.Contains(scope, StringComparer.Ordinal)) ? scopes : null;
    }

    private static JsonHttpResult<OAuthError> Refuse(HttpContext http, Verwerking verwerking, OAuthError error)
    {
        verwerking.Reden = error.Error;
        if (error.Challenge)
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"gateway\"";
        }

        return TypedResults.Json(error, statusCode: error.Status);
    }

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope)
    {
        public static Answer Of(string token, IEnumerable<string> scopes) =>
            new(token, "Bearer", (int)AccessTokens.Lifetime.TotalSeconds, string.Join(' ', scopes));
    }
}
