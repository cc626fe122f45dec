using Inburgering.Gateway.Door;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Identity.Issuer;

/// <summary>What the issuer says about itself: two metadata documents with one content, and its public keys.</summary>
internal static class MetadataEndpoints
{
    // a week, as the profile recommends: the next key is published long before it signs
    private const string Cache = "public, max-age=604800";

    private const string Openbaar = "Openbare gegevens van de issuer";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(IdentityPaths.OpenIdConfiguration, Metadata).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(IdentityPaths.AuthorizationServer, Metadata).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(IdentityPaths.Jwks, Jwks).AllowAnonymous().ExcludeFromDescription();
        app.MapMethods(IdentityPaths.Authorize, ["GET", "POST"], Authorize).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    [ZonderLogregel(Openbaar)]
    internal static JsonHttpResult<Dictionary<string, object>> Metadata(HttpContext http, IdentityOptions options)
    {
        http.Response.Headers.CacheControl = Cache;
        return TypedResults.Json(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = options.Issuer,
            ["authorization_endpoint"] = options.BasisUrl + IdentityPaths.Authorize,
            ["token_endpoint"] = options.TokenEndpoint,
            ["jwks_uri"] = options.BasisUrl + IdentityPaths.Jwks,
            ["scopes_supported"] = Scopes.Alle.Keys,
            ["response_types_supported"] = Array.Empty<string>(),
            ["grant_types_supported"] = new[] { "client_credentials" },
            ["token_endpoint_auth_methods_supported"] = new[] { "private_key_jwt" },
            ["token_endpoint_auth_signing_alg_values_supported"] = ClientAssertion.Algorithms,
        });
    }

    [ZonderLogregel(Openbaar)]
    internal static JsonHttpResult<Dictionary<string, object>> Jwks(HttpContext http, IssuerKeyRing keys)
    {
        http.Response.Headers.CacheControl = Cache;
        return TypedResults.Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["keys"] = keys.Keys.Select(PublicPart) });
    }

    // the profile obliges an issuer to name this endpoint; no client is registered for the code grant, so it refuses (Decisions/0001)
    [ZonderLogregel(Openbaar)]
    internal static IResult Authorize(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var error = new OAuthError(StatusCodes.Status400BadRequest, "unsupported_response_type", "Deze issuer kent alleen client_credentials; medewerkers melden zich aan in het portaal.");
        return TypedResults.Json(error, statusCode: error.Status);
    }

    private static Dictionary<string, string> PublicPart(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.RsaSha256,
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }
}
