using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Identity;

/// <summary>Where tokens come from and where this gateway stands in the network.</summary>
internal sealed record IdentityOptions
{
    /// <summary>Issuer of the accepted tokens: <c>Authentication:Authority</c>; without it the embedded issuer at <see cref="BasisUrl"/>.</summary>
    public required string Issuer { get; init; }

    /// <summary>The one audience a token must name: <c>Authentication:Audience</c>, default <see cref="BasisUrl"/> + <c>/v1</c>.</summary>
    public required string Audience { get; init; }

    /// <summary>Metadata of an outside issuer: <c>Authentication:MetadataUrl</c>, default the issuer's openid-configuration; null when embedded.</summary>
    public string? MetadataUrl { get; init; }

    /// <summary>The gateway's own address, from configuration and never from a Host header (security 21).</summary>
    public required string BasisUrl { get; init; }

    /// <summary>True: this process issues the tokens itself.</summary>
    public bool Embedded => MetadataUrl is null;

    /// <summary>True: cookies are Secure. Plain http is for loopback only (interface 5).</summary>
    public bool Https => new Uri(BasisUrl).Scheme == Uri.UriSchemeHttps;

    /// <summary>Endpoint that gives tokens; also an accepted audience of an assertion.</summary>
    public string TokenEndpoint => BasisUrl + IdentityPaths.Token;

    /// <summary>Reads the section Authentication.</summary>
    /// <exception cref="InvalidOperationException">An address is no absolute URL, or plain http outside this machine; names the key.</exception>
    public static IdentityOptions From(IConfiguration configuration, GatewayOptions gateway)
    {
        var authority = Text(configuration, "Authentication:Authority");
        var metadata = Text(configuration, "Authentication:MetadataUrl");
        Require(gateway.BasisUrl, "Gateway:PubliekeUrl");
        if (authority is null)
        {
            return Create(configuration, gateway, gateway.BasisUrl, metadata: null);
        }

        metadata ??= authority.TrimEnd('/') + IdentityPaths.OpenIdConfiguration;
        Require(authority, "Authentication:Authority");
        Require(metadata, "Authentication:MetadataUrl");
        return Create(configuration, gateway, authority, metadata);
    }

    private static IdentityOptions Create(IConfiguration configuration, GatewayOptions gateway, string issuer, string? metadata) => new()
    {
        Issuer = issuer,
        Audience = Text(configuration, "Authentication:Audience") ?? gateway.BasisUrl + "/v1",
        MetadataUrl = metadata,
        BasisUrl = gateway.BasisUrl,
    };

    private static string? Text(IConfiguration configuration, string key) =>
        string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();

    private static void Require(string url, string key)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            throw new InvalidOperationException($"{key}: «{url}» is geen volledig webadres.");
        }

        if (uri.Scheme == Uri.UriSchemeHttp && !uri.IsLoopback)
        {
            throw new InvalidOperationException($"{key}: «{url}» is onversleuteld. Gebruik https; http mag alleen op deze machine zelf.");
        }
    }
}
