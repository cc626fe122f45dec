using Microsoft.Net.Http.Headers;

namespace Inburgering.Gateway.Door;

/// <summary>What routing is too kind about: a slash at the end, and an Accept that JSON does not satisfy (ADR /core/no-trailing-slash).</summary>
internal sealed class ApiAddresses(RequestDelegate next)
{
    private static readonly string[] Served = ["*/*", "application/*", "application/json", "application/problem+json"];

    public Task InvokeAsync(HttpContext context, IProblemWriter problems)
    {
        var path = context.Request.Path;
        if (!ApiPaths.IsApi(path))
        {
            return next(context);
        }

        if (path.Value!.EndsWith('/') || path.Value.Contains("//", StringComparison.Ordinal))
        {
            return problems.WriteAsync(context, Problems.BestaatNiet);
        }

        return IsServable(context.Request) ? next(context) : problems.WriteAsync(context, Problems.NietTeLeveren);
    }

    private static bool IsServable(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return true;
        }

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return false;
        }

        return accepted.Any(a => a.Quality is not 0 && Served.Concat(Also(request.Path)).Contains(a.MediaType.Value, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The scraper of /metrics and the reader of security.txt ask for text; an export may be asked as the file it is.</summary>
    private static string[] Also(PathString path) => path.Value switch
    {
        "/metrics" or "/.well-known/security.txt" => ["text/*", "text/plain"],
        "/v1/logregels/_exporteer" => ["text/*", "text/csv"],
        { } pad when pad.EndsWith("/inzage-exporten", StringComparison.Ordinal) => ["text/*", "text/html"],
        _ => [],
    };
}
