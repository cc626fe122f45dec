namespace Inburgering.Gateway.Sandbox;

/// <summary>What happens around every call to one partner: answer headers, an ordered fault, and the record of the call.</summary>
internal sealed partial class PartnerVerkeer(string prefix, IServiceProvider services)
{
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();
    private readonly ILogger logger = services.GetRequiredService<ILogger<PartnerVerkeer>>();
    private readonly CancellationToken stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    public string Prefix => prefix;

    public Storingen Storingen { get; } = new();

    public Verzoekenboek Verzoeken { get; } = new();

    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint() as RouteEndpoint;
        var template = endpoint?.RoutePattern.RawText is { } raw && raw.StartsWith(prefix, StringComparison.Ordinal) ? raw[prefix.Length..] : "(onbekend)";
        SetAnswerHeaders(context, endpoint);
        var storing = Storingen.Take(context.Request.Method, template, context.GetRouteValue("bsn") as string);
        var verzoek = Verzoeken.Add(context.Request, template, clock.GetUtcNow(), storing?.Kind);
        try
        {
            await (storing is null ? next(context) : Storingsantwoord.WriteAsync(context, storing, next, stopping));
            verzoek.Status = storing is { BreaksConnection: true } ? null : context.Response.StatusCode;
        }
        finally
        {
            LogVerzoek(verzoek.Method, verzoek.Path, verzoek.Status);
        }
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
