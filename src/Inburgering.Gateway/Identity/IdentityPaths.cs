namespace Inburgering.Gateway.Identity;

/// <summary>Paths of the embedded issuer (interface 3). None of them is part of the API's own document.</summary>
internal static class IdentityPaths
{
    public const string Token = "/oauth/token";
    public const string Authorize = "/oauth/authorize";
    public const string Jwks = "/.well-known/jwks.json";
    public const string OpenIdConfiguration = "/.well-known/openid-configuration";
    public const string AuthorizationServer = "/.well-known/oauth-authorization-server";
}
