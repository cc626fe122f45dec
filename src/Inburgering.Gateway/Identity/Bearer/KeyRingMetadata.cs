using Inburgering.Gateway.Identity.Issuer;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Inburgering.Gateway.Identity.Bearer;

/// <summary>The embedded issuer's keys for JwtBearer, straight from the key ring: no HTTP to ourselves.</summary>
internal sealed class KeyRingMetadata(IssuerKeyRing keys, IdentityOptions options) : IConfigurationManager<OpenIdConnectConfiguration>
{
    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = options.Issuer };
        foreach (var key in keys.Keys)
        {
            configuration.SigningKeys.Add(key);
        }

        return Task.FromResult(configuration);
    }

    /// <summary>Nothing to do: the ring looks in the folder by itself.</summary>
    public void RequestRefresh()
    {
    }
}
