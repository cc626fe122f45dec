using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Authentication.JwtBearer;

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
    public static Task UnauthorizedAsync(HttpContext http, bool invalidToken) =>
        WriteAsync(http, http.Features.Get<MtlsVerbinding>() is null ? Problems.NietIngelogd : Problems.CertificaatGeweigerd, invalidToken ? "Bearer error=\"invalid_token\"" : "Bearer");

    /// <summary>403: the token lacks a scope.</summary>
    public static Task ForbiddenAsync(HttpContext http, string scope) =>
        WriteAsync(http, Problems.ScopeOntbreekt, $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"");

    private static async Task WriteAsync(HttpContext http, Probleem probleem, string challenge)
    {
        http.Response.StatusCode = probleem.Status;
        http.Response.Headers.WWWAuthenticate = challenge;
        http.Response.Headers.CacheControl = "no-store";
        http.RequestServices.GetRequiredService<Verwerking>().Reden = Clientcertificaat.RedenOf(http) ?? probleem.Code;
        await probleem.Answer().ExecuteAsync(http);
    }
}
