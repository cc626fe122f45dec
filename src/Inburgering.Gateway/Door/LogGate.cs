using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Volledigheid;
using Microsoft.AspNetCore.Http.Features;

namespace Inburgering.Gateway.Door;

/// <summary>No receipt, no body (security 2): the first byte leaves only after the request's line is durable.</summary>
internal sealed class LogGate(RequestDelegate next)
{
    /// <summary>The number under which the decision of this answer can be asked for (GET …/besluiten/{besluitId}): of every answer that has a line, whoever made it.</summary>
    public const string Besluit = "Besluit-Id";

    public async Task InvokeAsync(HttpContext context, Verwerking verwerking, ILogWriter log, Deurteller teller)
    {
        if (context.GetEndpoint() is not { } endpoint || IsWithoutLine(endpoint, context.Request))
        {
            await next(context);
            return;
        }

        Begin(context, endpoint, verwerking);
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var stream = new GateStream(body.Stream, () => ConfirmAsync(context, verwerking, log));
        var gated = new StreamResponseBodyFeature(stream, body);
        context.Features.Set<IHttpResponseBodyFeature>(gated);
        try
        {
            await next(context);
            await gated.CompleteAsync();
            await ConfirmAsync(context, verwerking, log);
        }
        catch (Exception e) when (e is not LogUnavailableException && verwerking.Bewijs is null)
        {
            await FailedAsync(e, verwerking, log);
            throw;
        }
        finally
        {
            context.Features.Set(body);
            if (Left(context, verwerking))
            {
                teller.Tel(verwerking);
            }
        }
    }

    /// <summary>Whether an answer went out that must have its line: looked at apart from the writer's word, so that a hole in either shows in the nightly comparison.</summary>
    private static bool Left(HttpContext context, Verwerking verwerking) =>
        verwerking.Bewijs is not null || (context.Response.HasStarted && context.Response.StatusCode != StatusCodes.Status503ServiceUnavailable);

    private static bool IsWithoutLine(Endpoint endpoint, HttpRequest request) =>
        endpoint.Metadata.GetMetadata<ZonderLogregelAttribute>() is not null
        || (endpoint.Metadata.GetMetadata<HandelingAttribute>() is { AlleenPost: true } && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)));

    private static void Begin(HttpContext context, Endpoint endpoint, Verwerking verwerking)
    {
        if (endpoint.Metadata.GetMetadata<HandelingAttribute>() is { } handeling)
        {
            verwerking.Naam = handeling.Naam;
            verwerking.Actie = handeling.Actie;
        }

        verwerking.Oorsprong = Zone.Of(context.Connection.RemoteIpAddress);
        if (ApiPaths.IsApi(context.Request.Path))
        {
            context.Response.OnStarting(static state =>
            {
                var (response, verwerking) = ((HttpResponse, Verwerking))state;
                // an exception empties the headers before its answer, so not earlier; without a line there is no decision to name
                if (verwerking.Bewijs is not null)
                {
                    response.Headers[Besluit] = verwerking.SpanId;
                }

                return Task.CompletedTask;
            }, (context.Response, verwerking));
        }
    }

    private static async Task FailedAsync(Exception e, Verwerking verwerking, ILogWriter log)
    {
        var geweigerd = e switch
        {
            BadHttpRequestException bad => $"http-{bad.StatusCode}",
            DossierGeslotenException => "dossier-gesloten",
            _ => null,
        };
        var eigen = geweigerd is null;
        verwerking.Besluit = eigen ? Resultaat.Fout : Resultaat.Geweigerd;
        verwerking.Reden = geweigerd ?? "interne-fout";
        verwerking.Geleverd = [];
        verwerking.Bewijs = await log.AppendAsync(verwerking.NaarRegel(eigen ? LogStatus.Error : LogStatus.Unset), CancellationToken.None);
    }

    private static async Task ConfirmAsync(HttpContext context, Verwerking verwerking, ILogWriter log)
    {
        if (verwerking.Bewijs is not null)
        {
            return;
        }

        var status = context.Response.StatusCode;
        if (status < 400 && verwerking.Besluit is null)
        {
            throw new LogUnavailableException("An endpoint answered without a decision.");
        }

        if (status >= 400)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            verwerking.Reden ??= $"http-{status}";
            verwerking.Geleverd = [];
        }

        try
        {
            verwerking.Bewijs = await log.AppendAsync(verwerking.NaarRegel(status >= 500 ? LogStatus.Error : LogStatus.Unset), CancellationToken.None);
        }
        catch (LogUnavailableException) when (status == StatusCodes.Status503ServiceUnavailable)
        {
            // It already says that nothing can be logged, in the form of its contract (DUO's fouttekst), and holds no personal data.
        }
    }
}
