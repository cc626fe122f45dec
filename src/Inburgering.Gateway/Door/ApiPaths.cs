namespace Inburgering.Gateway.Door;

/// <summary>Which paths are API and which are the portal's (interface 5).</summary>
internal static class ApiPaths
{
    public const string OpenApi = "/v1/openapi.json";

    private static readonly string[] Api = ["/v1", "/oauth", "/.well-known", "/access", "/getuige", "/health", "/metrics"];
    private static readonly string[] Assets = ["/lib", "/css", "/js", "/fonts", "/img"];
    private static readonly string[] Cacheable =
        [OpenApi, "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server", "/.well-known/jwks.json", "/.well-known/security.txt", "/.well-known/authzen-configuration"];

    /// <summary>Answers with problem+json and the headers of an API.</summary>
    public static bool IsApi(PathString path) => Starts(path, Api);

    /// <summary>Static files of the portal: no personal data, cacheable.</summary>
    public static bool IsAsset(PathString path) => Starts(path, Assets);

    /// <summary>Public documents (standards 11: metadata and JWKS cacheable, all else no-store).</summary>
    public static bool IsCacheable(PathString path) => Cacheable.Contains(path.Value, StringComparer.Ordinal);

    private static bool Starts(PathString path, string[] roots) => Array.Exists(roots, root => path.StartsWithSegments(root, StringComparison.Ordinal));
}
