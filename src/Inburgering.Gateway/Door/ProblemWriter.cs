using System.Diagnostics;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Door;

/// <summary>Writes a problem as the whole answer.</summary>
internal interface IProblemWriter
{
    Task WriteAsync(HttpContext context, Probleem probleem);
}

/// <summary>Every problem of the API has type, status, title, detail, code and traceId, whoever made it (ADR /core/error-handling/problem-details).</summary>
/// <remarks>Goes before the framework's own writer, which says nothing to a caller that did not ask for JSON.</remarks>
internal sealed class ProblemWriter : IProblemWriter, IProblemDetailsWriter
{
    public const string MediaType = "application/problem+json";

    public Task WriteAsync(HttpContext context, Probleem probleem)
    {
        context.Response.StatusCode = probleem.Status;
        return WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = probleem.Details() }).AsTask();
    }

    public bool CanWrite(ProblemDetailsContext context) => ApiPaths.IsApi(context.HttpContext.Request.Path);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        Complete(context);
        var response = context.HttpContext.Response;
        await response.WriteAsJsonAsync(context.ProblemDetails, options: null, contentType: MediaType, CancellationToken.None);
    }

    /// <summary>Fills in what the framework, an endpoint or the token check left out.</summary>
    private static void Complete(ProblemDetailsContext context)
    {
        var details = context.ProblemDetails;
        var probleem = Problems.ForStatus(details.Status ?? context.HttpContext.Response.StatusCode);
        details.Status ??= context.HttpContext.Response.StatusCode;
        if (!details.Extensions.ContainsKey("code"))
        {
            details.Type = $"urn:inburgering:probleem:{probleem.Code}";
            details.Title = probleem.Titel;
            details.Extensions["code"] = probleem.Code;
        }

        details.Detail ??= probleem.Detail;
        details.Extensions["traceId"] = TraceId(context.HttpContext);
    }

    // the id under which the Verwerkingslog knows this request
    private static string TraceId(HttpContext context) =>
        context.RequestServices.GetService<Verwerking>()?.TraceId ?? Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
