using System.Diagnostics;
using System.Globalization;
using System.Net;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Wiring;

/// <summary>Around every call to a partner: its pipeline, one span, one count and one log line, all by route template and never by path (security 22).</summary>
internal sealed partial class PartnerHandler(string partner, PartnerPipeline pipeline, PartnerMeters meters, int answerMax, ILogger logger)
    : DelegatingHandler
{
    private const string NoRoute = "onbekend";

    private readonly PartnerVersies versies = new(partner, meters, logger);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var route = request.Options.TryGetValue(PartnerRequest.Route, out var template) ? template : NoRoute;
        using var span = Start(request, route);
        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
        }

        var started = Stopwatch.GetTimestamp();
        try
        {
            var answer = await pipeline.SendAsync(IsRepeatable(request.Method), Afzender(request), ct => TryAsync(request, ct), cancellationToken);
            versies.Note(request, answer);
            Note(span, request, route, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture), started, answer.StatusCode >= HttpStatusCode.InternalServerError);
            return answer;
        }
        catch (Exception e)
        {
            Note(span, request, route, Word(e), started, failed: true);
            throw;
        }
    }

    private static bool IsRepeatable(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put || method == HttpMethod.Delete;

    private static string? Afzender(HttpRequestMessage request) =>
        request.Options.TryGetValue(PartnerRequest.Afzender, out var afzender) ? afzender.ToString() : null;

    private static string Word(Exception e) => e switch
    {
        TimeoutException => "te-laat",
        OperationCanceledException => "afgebroken",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "te-groot",
        HttpRequestException => "onbereikbaar",
        _ => "fout",
    };

    // read here, so that the time of one try covers the body too
    private async ValueTask<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var answer = await base.SendAsync(request, ct);
        try
        {
            await answer.Content.LoadIntoBufferAsync(answerMax, ct);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private Activity Start(HttpRequestMessage request, string route)
    {
        var name = $"partner {partner} {route}";
        var span = Telemetry.Source.CreateActivity(name, ActivityKind.Client) ?? new Activity(name);
        span.SetIdFormat(ActivityIdFormat.W3C);
        span.Start();
        span.SetTag("gateway.partner", partner);
        span.SetTag("http.request.method", request.Method.Method);
        span.SetTag("url.template", route);

        // ours alone: no tracestate and no baggage of whoever called us
        request.Headers.Remove("traceparent");
        request.Headers.TryAddWithoutValidation("traceparent", span.Id);
        return span;
    }

    private void Note(Activity span, HttpRequestMessage request, string route, string outcome, long started, bool failed)
    {
        var elapsed = Stopwatch.GetElapsedTime(started);
        meters.Calls.Record(elapsed.TotalSeconds, new("partner", partner), new("route", route), new("outcome", outcome));
        span.SetTag("gateway.outcome", outcome);
        span.SetStatus(failed ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        LogCall(partner, request.Method.Method, route, outcome, (long)elapsed.TotalMilliseconds);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Partner {Partner}: {Method} {Route} gaf {Uitkomst} in {Milliseconden} ms.")]
    private partial void LogCall(string partner, string method, string route, string uitkomst, long milliseconden);
}
