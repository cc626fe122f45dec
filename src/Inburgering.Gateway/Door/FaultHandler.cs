using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Diagnostics;

namespace Inburgering.Gateway.Door;

/// <summary>An exception as a problem: never its text, never a stack trace. The portal's pages go on to their own error page.</summary>
internal sealed partial class FaultHandler(IProblemWriter problems, ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var probleem = For(exception);
        if (probleem.Status >= StatusCodes.Status500InternalServerError)
        {
            // type and place alone: a message may repeat what was sent
            var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint;
            LogFault(exception.GetType().Name, endpoint?.RoutePattern.RawText, exception.StackTrace);
        }

        // of a page the path already is that of its error page, which takes over the status
        if (!ApiPaths.IsApi(httpContext.Request.Path))
        {
            httpContext.Response.StatusCode = probleem.Status;
            return false;
        }

        await problems.WriteAsync(httpContext, probleem);
        return true;
    }

    private static Probleem For(Exception exception) => exception switch
    {
        LogUnavailableException => Problems.GeenLog,
        DossierGeslotenException => Problems.DossierGesloten,
        BadHttpRequestException bad => Problems.ForStatus(bad.StatusCode),
        _ => Problems.InterneFout,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Onverwachte fout ({Soort}) bij {Route}: {Plaats}")]
    private partial void LogFault(string soort, string? route, string? plaats);
}
