using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Identity.Issuer;

/// <summary>Makes access tokens: signed JWTs of RFC 9068 with the claims of the OAuth NL profile (standards 2.2, 6).</summary>
internal sealed class AccessTokens(IssuerKeyRing keys, IdentityOptions options, TimeProvider clock)
{
    /// <summary>Short, because a token that leaked works until it ends.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for this client with these scopes, which the caller has checked.</summary>
    /// <param name="gebruiker">The client's user who acts (RFC 8693 4.1), as the client named her; null: none.</param>
    public string Create(string clientId, IEnumerable<string> scopes, string? gebruiker)
    {
        var now = clock.GetUtcNow();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = options.Issuer,
            ["sub"] = clientId,
            ["azp"] = clientId,
            ["client_id"] = clientId,
            ["aud"] = new[] { options.Audience },
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.Add(Lifetime).ToUnixTimeSeconds(),
            ["jti"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
            ["scope"] = string.Join(' ', scopes),
        };
        if (gebruiker is not null)
        {
            claims[Gebruikersclaim.Naam] = Gebruikersclaim.Maak(gebruiker);
        }

        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            SigningCredentials = new SigningCredentials(keys.Current, SecurityAlgorithms.RsaSha256),
            Claims = claims,
        });
    }
}
