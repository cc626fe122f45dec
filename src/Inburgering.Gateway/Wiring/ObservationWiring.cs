namespace Inburgering.Gateway.Wiring;

/// <summary>What the operator sees of the program.</summary>
internal static class ObservationWiring
{
    /// <summary>Diagnostic log, traces and counts; no Server header.</summary>
    public static WebApplicationBuilder AddObservation(this WebApplicationBuilder builder)
    {
        builder.Logging.AddJsonLog(builder.Configuration);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    /// <summary>Outermost middleware, so that it sees the status that really left.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseMiddleware<RequestLog>();
}
