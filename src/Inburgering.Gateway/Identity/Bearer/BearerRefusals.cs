using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Identity.Bearer;

/// <summary>The two refusals of RFC 6750: who are you (401), and you may not (403).</summary>
internal static class BearerRefusals
{
    /// <summary>401 of the scheme: no error code when no token was given, invalid_token when it was bad.</summary>
    public static Task ChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        return UnauthorizedAsync(context.HttpContext, invalidToken: context.AuthenticateFailure is not null);
    }

    /// <summary>401.</summary>
    /// <param name="invalidToken">True: a token was given and is not good, or not good any more.</param>
    public static Task UnauthorizedAsync(HttpContext http, bool invalidToken) => WriteAsync(
        http,
        StatusCodes.Status401Unauthorized,
        invalidToken ? "Bearer error=\"invalid_token\"" : "Bearer",
        invalidToken ? "Het token is niet geldig. Vraag een nieuw token aan." : "Stuur een token mee in de header Authorization.");

    /// <summary>403: the token lacks a scope.</summary>
    public static Task ForbiddenAsync(HttpContext http, string scope) => WriteAsync(
        http,
        StatusCodes.Status403Forbidden,
        $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"",
        $"Voor deze handeling is de scope {scope} nodig.");

    private static async Task WriteAsync(HttpContext http, int status, string challenge, string detail)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.WWWAuthenticate = challenge;
        http.Response.Headers.CacheControl = "no-store";
        var problem = new ProblemDetails
        {
            Status = status,
            Title = status == StatusCodes.Status401Unauthorized ? "Niet aangemeld" : "Geen toegang",
            Detail = detail,
        };
        var service = http.RequestServices.GetService<IProblemDetailsService>();
        if (service is null || !await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem }))
        {
            await http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", http.RequestAborted);
        }
    }
}
