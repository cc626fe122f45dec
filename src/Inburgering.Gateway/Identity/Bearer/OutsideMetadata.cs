using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Inburgering.Gateway.Identity.Bearer;

/// <summary>An outside issuer's metadata and keys over HTTP.</summary>
internal static class OutsideMetadata
{
    /// <summary>Without the last known good: with it a token signed by a retired key was still accepted (measured).</summary>
    public static IConfigurationManager<OpenIdConnectConfiguration> Create(string metadataUrl)
    {
        var https = new Uri(metadataUrl).Scheme == Uri.UriSchemeHttps;
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
        return new ConfigurationManager<OpenIdConnectConfiguration>(
            metadataUrl, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(http) { RequireHttps = https })
        {
            RefreshInterval = TimeSpan.FromSeconds(30),
            AutomaticRefreshInterval = TimeSpan.FromMinutes(5),
            UseLastKnownGoodConfiguration = false,
        };
    }
}
