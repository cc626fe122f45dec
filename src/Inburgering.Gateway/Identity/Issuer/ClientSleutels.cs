using System.Security.Cryptography;
using System.Text.Json;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Identity.Issuer;

/// <summary>Registers a client with a new key of its own, for the demo: a real partner makes its key itself.</summary>
internal sealed class ClientSleutels(IDbContextFactory<GatewayModel> database, TimeProvider clock)
{
    // for a demo that lives a day; a longer key takes a second to make, times a dozen clients
    private const int KeyBits = 2048;

    /// <summary>Adds a key pair to this client, which is made when it has no row yet; older keys stay valid.</summary>
    /// <returns>The private JWK as JSON. The gateway keeps only the public part.</returns>
    public async Task<string> RegistreerAsync(string clientId, CancellationToken ct = default)
    {
        using var rsa = RSA.Create(KeyBits);
        var key = new RsaSecurityKey(rsa);
        var kid = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        await using var model = await database.CreateDbContextAsync(ct);
        if (!await model.Set<ClientRow>().AnyAsync(row => row.ClientId == clientId, ct))
        {
            model.Add(new ClientRow { ClientId = clientId });
        }

        var parameters = rsa.ExportParameters(includePrivateParameters: true);
        model.Add(new ClientSleutelRow { ClientId = clientId, Kid = kid, Jwk = JsonSerializer.Serialize(Public(parameters, kid)), Sinds = clock.GetUtcNow() });
        await model.SaveChangesAsync(ct);
        return JsonSerializer.Serialize(Private(parameters, kid));
    }

    private static Dictionary<string, string> Public(RSAParameters rsa, string kid) => new(StringComparer.Ordinal)
    {
        ["kty"] = "RSA",
        ["use"] = "sig",
        ["alg"] = SecurityAlgorithms.RsaSha256,
        ["kid"] = kid,
        ["n"] = Base64UrlEncoder.Encode(rsa.Modulus),
        ["e"] = Base64UrlEncoder.Encode(rsa.Exponent),
    };

    private static Dictionary<string, string> Private(RSAParameters rsa, string kid) => new(Public(rsa, kid), StringComparer.Ordinal)
    {
        ["d"] = Base64UrlEncoder.Encode(rsa.D),
        ["p"] = Base64UrlEncoder.Encode(rsa.P),
        ["q"] = Base64UrlEncoder.Encode(rsa.Q),
        ["dp"] = Base64UrlEncoder.Encode(rsa.DP),
        ["dq"] = Base64UrlEncoder.Encode(rsa.DQ),
        ["qi"] = Base64UrlEncoder.Encode(rsa.InverseQ),
    };
}
