using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Inburgering.Gateway.Wiring;

/// <summary>The diagnostic log (not the Verwerkingslog): JSON lines on standard output, without a BSN and without paths.</summary>
internal static class Logging
{
    /// <summary>Replaces every other log provider. Levels may be set under <c>Serilog:MinimumLevel</c>.</summary>
    public static ILoggingBuilder AddJsonLog(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        return logging.AddSerilog(Create(configuration, sink => sink.Console(new RedactingJsonFormatter())), dispose: true);
    }

    /// <summary>A logger of its own per host: the static one would be shared by two hosts in one process.</summary>
    internal static Logger Create(IConfiguration configuration, Action<Serilog.Configuration.LoggerSinkConfiguration> sink)
    {
        var settings = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
            .Enrich.FromLogContext();
        sink(settings.WriteTo);
        // last, so that it sees what the others added
        return settings.ReadFrom.Configuration(configuration).Enrich.With(new BsnEnricher()).CreateLogger();
    }
}
