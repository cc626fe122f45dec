using System.Diagnostics;
using System.Diagnostics.Metrics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Inburgering.Gateway.Wiring;

/// <summary>Traces and counts. They leave by OTLP only when OTEL_EXPORTER_OTLP_ENDPOINT is given; counts can always be read at /metrics.</summary>
internal static class Telemetry
{
    /// <summary>Of our own source and meter.</summary>
    public const string Name = "Gateway";

    public const string AspNetCore = "Microsoft.AspNetCore";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // not System.Net.Http: its url.full holds a partner's path, and DUO's path holds the BSN (security 22)
    private static readonly string[] Sources = [AspNetCore, "Npgsql", "Quartz", Name];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Authentication", "System.Net.Http", "System.Runtime",
        "Npgsql", "Quartz", Name,
    ];

    public static ActivitySource Source { get; } = new(Name);

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        // a caller's trace is adopted by the Verwerkingslog once we know who it is; spans stay ours
        services.AddSingleton<DistributedContextPropagator>(new NoPropagation());
        services.AddSingleton<MetricsText>();
        services.AddHostedService(s => new TelemetryHost(() => Start(s, configuration[Endpoint])));
        return services;
    }

    private static IEnumerable<IDisposable> Start(IServiceProvider services, string? endpoint)
    {
        var self = ResourceBuilder.CreateDefault().AddService("inburgering-gateway", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString());
        CountLines(services);
        WatchPolicy(services);
        WatchAnchors(services);
        WatchLog(services);
        WatchStilstand(services);
        WatchCertificaten(services);
        var metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(self).AddMeter(Meters).AddReader(services.GetRequiredService<MetricsText>().Reader);
        if (string.IsNullOrEmpty(endpoint))
        {
            return [metrics.Build()];
        }

        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(self).AddSource(Sources).AddProcessor(new SpanPrivacy())
            .AddOtlpExporter(o => Send(o, endpoint, "traces"));
        return [metrics.AddOtlpExporter(o => Send(o, endpoint, "metrics")).Build(), traces.Build()];
    }

    private static void Send(OtlpExporterOptions exporter, string endpoint, string signal)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/v1/{signal}");
    }

    private static void CountLines(IServiceProvider services)
    {
        if (services.GetService<LogWriter>() is { } writer)
        {
            services.GetRequiredService<IMeterFactory>().Create(Name)
                .CreateObservableCounter("gateway_log_lines", () => writer.Geschreven, null, "Lines of the Verwerkingslog confirmed since the start.");
        }
    }

    private static void WatchPolicy(IServiceProvider services)
    {
        if (services.GetService<BeleidHouder>() is { } houder)
        {
            services.GetRequiredService<IMeterFactory>().Create(Name)
                .CreateObservableGauge("gateway_beleid_ongeldig", () => houder.Ongeldig ? 1 : 0, null, "1 while config/ was changed and does not hold together.");
        }
    }

    private static void WatchAnchors(IServiceProvider services)
    {
        if (services.GetService<Zegelaar>() is { } zegelaar)
        {
            services.GetRequiredService<IMeterFactory>().Create(Name).CreateObservableGauge(
                "gateway_anker_leeftijd_seconds", () => zegelaar.Verankering.Leeftijd?.TotalSeconds ?? 0, "s", "How long the oldest checkpoint waits for a witness.");
        }
    }

    private static void WatchLog(IServiceProvider services)
    {
        if (services.GetService<Logverschil>() is { } verschil)
        {
            services.GetRequiredService<IMeterFactory>().Create(Name)
                .CreateObservableGauge("gateway_log_verschil", () => verschil.Ontbreekt, null, "Answers of the last 31 days whose line is gone from the Verwerkingslog.");
        }
    }

    private static void WatchStilstand(IServiceProvider services)
    {
        if (services.GetService<Stilstanden>() is { } stilstanden)
        {
            services.GetRequiredService<IMeterFactory>().Create(Name).CreateObservableGauge(
                "gateway_partner_stilstand",
                () => stilstanden.Nu.Select(s => new Measurement<long>(1, new("partner", s.Stil.Partner), new("gemeente", s.Gemeentecode), new("oorzaak", s.Stil.Oorzaak == Stilstandoorzaak.HerkentOnsNiet ? "niet-herkend" : "geen-antwoord"))),
                null,
                "1 while a partner does not answer a gemeente, or does not know it (401), and all for that partner waits.");
        }
    }

    private static void WatchCertificaten(IServiceProvider services)
    {
        if (services.GetService<Certificaatmap>() is { } certificaten)
        {
            services.GetRequiredService<IMeterFactory>().Create(Name).CreateObservableGauge(
                "gateway_certificaat_dagen",
                () => certificaten.Looptijden.Select(l => new Measurement<double>(Math.Round(l.Dagen, 1), new KeyValuePair<string, object?>("naam", l.Naam))),
                null,
                "Days until our own certificate for mutual TLS ends.");
        }
    }

    /// <summary>Takes over no trace, tracestate or baggage from a caller and gives none on.</summary>
    private sealed class NoPropagation : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields => [];

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
            (traceId, traceState) = (null, null);

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
            // nothing goes out by itself
        }
    }
}

/// <summary>Holds the providers as long as the program runs: what is not built is not counted.</summary>
internal sealed class TelemetryHost(Func<IEnumerable<IDisposable>> start) : IHostedService
{
    private IDisposable[] providers = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        providers = [.. start()];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var provider in providers)
        {
            provider.Dispose();
        }

        return Task.CompletedTask;
    }
}
