using System.Diagnostics;
using Inburgering.Gateway.Door;
using Microsoft.AspNetCore.Diagnostics;

namespace Inburgering.Gateway.Wiring;

/// <summary>One line per request, and the same on its span: the route's pattern and never the path, which holds identifiers.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Note(context, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private void Note(HttpContext context, long elapsed)
    {
        // the exception handler takes the endpoint away
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "geen";
        var client = context.RequestServices.GetService<CallerHolder>()?.Caller?.Id ?? context.RequestServices.GetService<CallerHolder>()?.Registratie?.ClientId;
        var quiet = context.Response.StatusCode < 400 && (ApiPaths.IsAsset(context.Request.Path) || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal));
        Tag(Activity.Current, context, route);
        LogRequest(quiet ? LogLevel.Debug : LogLevel.Information, context.Request.Method, route, context.Response.StatusCode, elapsed, client);
    }

    // ASP.NET Core 10 leaves these out of its own span
    private static void Tag(Activity? span, HttpContext context, string route)
    {
        span?.SetTag("http.request.method", context.Request.Method);
        span?.SetTag("http.route", route);
        span?.SetTag("http.response.status_code", context.Response.StatusCode);
    }

    [LoggerMessage(Message = "{Method} {Route} gaf {Status} in {Milliseconden} ms aan {Client}.")]
    private partial void LogRequest(LogLevel level, string method, string route, int status, long milliseconden, string? client);
}
