using System.Globalization;
using System.Security.Claims;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Identity.Bearer;

/// <summary>The facts of a verified token the gateway works with; the rest of what a client is stands in the register.</summary>
internal static class ClientClaims
{
    public const string ClientId = "client_id";
    public const string Scope = "scope";
    public const string IssuedAt = "iat";

    /// <summary>Keyed hash of the client and its user; her own id goes no further than this room.</summary>
    public const string Gebruiker = "gebruiker";

    /// <summary>The calling client's id.</summary>
    public static string? ClientIdOf(ClaimsPrincipal caller) => caller.FindFirstValue(ClientId);

    /// <summary>When the token was made, by the issuer's clock.</summary>
    public static DateTimeOffset? IssuedAtOf(ClaimsPrincipal caller) =>
        long.TryParse(caller.FindFirstValue(IssuedAt), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Scopes of the token that the register allows this client.</summary>
    public static IEnumerable<string> ScopesOf(ClaimsPrincipal caller) =>
        caller.FindAll(Scope).SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The facts of a client that showed its certificate on this connection.</summary>
    internal static ClaimsIdentity OfCertificate(GeregistreerdeClient client, DateTimeOffset nu) => new(
        [new(ClientId, client.ClientId), new(Scope, string.Join(' ', client.Scopes)), new(IssuedAt, nu.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))],
        BearerScheme.Name,
        ClientId,
        roleType: null);

    /// <summary>The facts out of a token's own claims; null when it names no client of ours, two clients, no moment of issue, or a user that may not be named.</summary>
    internal static ClaimsIdentity? Read(ClaimsPrincipal token, Gebruikersclaim act, IClientRegister register, Kluis kluis)
    {
        // azp is what the profile obliges, client_id what RFC 9068 does: an issuer may give either, or both alike
        var names = token.FindAll(ClientId).Concat(token.FindAll("azp")).Select(claim => claim.Value).Distinct(StringComparer.Ordinal).ToArray();
        if (names is not [var clientId] || register.Zoek(clientId) is not { } client || IssuedAtOf(token) is null
            || !act.IsGoed || (act.Gebruiker is not null && client.Gebruikers == Gebruikersregel.Geen))
        {
            return null;
        }

        var scopes = ScopesOf(token).Where(scope => client.Scopes.Contains(scope, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
        Claim[] facts = [new(ClientId, clientId), new(Scope, string.Join(' ', scopes)), new(IssuedAt, token.FindFirstValue(IssuedAt)!)];
        return new ClaimsIdentity(client.Kenmerk(kluis, act.Gebruiker) is { } gebruiker ? [.. facts, new(Gebruiker, gebruiker)] : facts, BearerScheme.Name, ClientId, roleType: null);
    }
}
