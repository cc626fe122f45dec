namespace Inburgering.Gateway.Sandbox;

/// <summary>What happens around every call to one partner: answer headers, an ordered fault, and the record of the call.</summary>
internal sealed partial class PartnerVerkeer(string prefix, IServiceProvider services)
{
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();
    private readonly ILogger logger = services.GetRequiredService<ILogger<PartnerVerkeer>>();
    private readonly CancellationToken stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    public string Prefix => prefix;

    public Storingen Storingen { get; } = new(services.GetRequiredService<TimeProvider>());

    public Verzoekenboek Verzoeken { get; } = new();

    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var endpoint = ExactEndpoint(context);
        var template = endpoint?.RoutePattern.RawText?[prefix.Length..] ?? "(onbekend)";
        SetAnswerHeaders(context, endpoint);
        var storing = Storingen.Take(context.Request.Method, template, context.GetRouteValue("bsn") as string);
        var now = clock.GetUtcNow();
        var verzoek = Verzoeken.Add(context.Request, template, now, storing?.Kind);
        context.Features.Set(verzoek);
        try
        {
            await (storing is null ? next(context) : new Storingsantwoord(context, storing, next, now, stopping).WriteAsync());
            verzoek.Status = storing is { BreaksConnection: true } ? null : context.Response.StatusCode;
        }
        finally
        {
            LogVerzoek(verzoek.Method, verzoek.Path, verzoek.Status);
        }
    }

    // A partner's paths are byte-true: routing takes /pip for /PIP and forgives a last slash, the partner does not.
    private static RouteEndpoint? ExactEndpoint(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint && IsExact(endpoint.RoutePattern.RawText!, context.Request.Path))
        {
            return endpoint;
        }

        context.SetEndpoint(new Endpoint(NotFoundAsync, EndpointMetadataCollection.Empty, "(onbekend)"));
        return null;
    }

    private static bool IsExact(string template, string path)
    {
        var wanted = template.Split('/');
        var given = path.Split('/');
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static void SetAnswerHeaders(HttpContext context, RouteEndpoint? endpoint)
    {
        if (endpoint?.Metadata.GetMetadata<ApiVersie>() is { } version)
        {
            context.Response.Headers["API-Version"] = version.Versie;
        }

        if (Guid.TryParseExact(context.Request.Headers["berichtId"], "D", out _))
        {
            context.Response.Headers["berichtId"] = context.Request.Headers["berichtId"];
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Template} -> {Status}")]
    private partial void LogVerzoek(string method, string template, int? status);
}
