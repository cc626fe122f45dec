using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Identity.Issuer;

/// <summary>Proves a client by its signed assertion: claims, registered key, signature, and the first use of its jti, in that order.</summary>
internal sealed class ClientAuthenticator(
    IClientRegister register, IdentityOptions options, IDbContextFactory<GatewayModel> database, JtiStore jtis, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>The client and its user, or why not. Only a sound signature spends a jti: others cannot burn a client's ids.</summary>
    public async Task<(Bewezen? Client, OAuthError? Error)> AuthenticateAsync(TokenRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (assertion, fault) = ClientAssertion.Read(request.Assertion, [options.TokenEndpoint, options.Issuer], now);
        if (assertion is null)
        {
            return (null, OAuthError.InvalidClient(fault!));
        }

        if (request.ClientId is not null && request.ClientId != assertion.ClientId)
        {
            return (null, OAuthError.InvalidClient("client_id is een andere dan die van de assertion."));
        }

        if (register.Zoek(assertion.ClientId) is not { } client || !await SignedAsync(assertion, now, ct))
        {
            return (null, OAuthError.UnknownClient);
        }

        return await jtis.UseAsync(assertion.ClientId, assertion.Jti, assertion.Expires + ClientAssertion.Skew, ct)
            ? WithUser(client, assertion.Act)
            : (null, OAuthError.InvalidClient("Deze jti is al gebruikt."));
    }

    private static (Bewezen? Client, OAuthError? Error) WithUser(GeregistreerdeClient client, Gebruikersclaim act) => act switch
    {
        { IsGoed: false } => (null, OAuthError.InvalidUser),
        { Gebruiker: not null } when client.Gebruikers == Gebruikersregel.Geen => (null, OAuthError.NoUsers),
        _ => (new Bewezen(client, act.Gebruiker), null),
    };

    private async Task<bool> SignedAsync(ClientAssertion assertion, DateTimeOffset now, CancellationToken ct)
    {
        await using var model = await database.CreateDbContextAsync(ct);
        var jwk = await (from key in model.Set<ClientSleutelRow>()
                         join client in model.Set<ClientRow>() on key.ClientId equals client.ClientId
                         where client.Actief && key.ClientId == assertion.ClientId && key.Kid == assertion.Kid
                             && key.Sinds <= now && (key.Tot == null || now < key.Tot)
                         select key.Jwk).SingleOrDefaultAsync(ct);
        if (jwk is null)
        {
            return false;
        }

        var result = await Handler.ValidateTokenAsync(assertion.Token, new TokenValidationParameters
        {
            IssuerSigningKey = new JsonWebKey(jwk) { KeyId = assertion.Kid },
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = ClientAssertion.Algorithms,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid;
    }
}

/// <summary>Who asks for a token.</summary>
/// <param name="Gebruiker">As the client names its user; null: its system asks for itself.</param>
internal sealed record Bewezen(GeregistreerdeClient Client, string? Gebruiker);
