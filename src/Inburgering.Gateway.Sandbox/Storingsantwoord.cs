using System.Diagnostics;

namespace Inburgering.Gateway.Sandbox;

/// <summary>Does to a call what a fault says.</summary>
internal static class Storingsantwoord
{
    private static readonly object[] Refusal = [new { fouttekst = "De sandbox weigert dit bericht." }];

    public static Task WriteAsync(HttpContext context, Storing storing, RequestDelegate next, CancellationToken stopping)
    {
        context.Response.StatusCode = Status(storing.Kind);
        return storing.Kind switch
        {
            "503" or "500" or "404" or "403-leeg" => Task.CompletedTask,
            "403-fouttekst" => context.Response.WriteAsJsonAsync(Refusal, context.RequestAborted),
            "302" => RedirectAsync(context),
            "onzin" => JunkAsync(context),
            "traag" => SlowAsync(context, TimeSpan.FromMilliseconds(storing.VertragingMs), next),
            "hangt" => HangAsync(context, stopping),
            "reset" => ResetAsync(context),
            _ => throw new UnreachableException(),
        };
    }

    private static int Status(string kind) => kind switch
    {
        "503" => StatusCodes.Status503ServiceUnavailable,
        "500" => StatusCodes.Status500InternalServerError,
        "404" => StatusCodes.Status404NotFound,
        "403-leeg" or "403-fouttekst" => StatusCodes.Status403Forbidden,
        "302" => StatusCodes.Status302Found,
        _ => StatusCodes.Status200OK,
    };

    // Leads back to the sandbox itself: a client that follows it is seen in the verzoeken.
    private static Task RedirectAsync(HttpContext context)
    {
        context.Response.Headers.Location = "/_sandbox/gereed";
        return Task.CompletedTask;
    }

    private static Task JunkAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("{\"onzin\": [1, 2,, <html>", context.RequestAborted);
    }

    private static async Task SlowAsync(HttpContext context, TimeSpan wait, RequestDelegate next)
    {
        await Task.Delay(wait, context.RequestAborted);
        await next(context);
    }

    private static async Task HangAsync(HttpContext context, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => context.Abort(), TaskScheduler.Default);
    }

    private static Task ResetAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
