using System.Diagnostics.Metrics;

namespace Inburgering.Gateway.Wiring;

/// <summary>Counts of calls to partners, by partner and route template, never by path.</summary>
internal sealed class PartnerMeters
{
    public PartnerMeters(IMeterFactory factory)
    {
        var meter = factory.Create(Telemetry.Name);
        Calls = meter.CreateHistogram(
            "gateway_partner_call_seconds",
            "s",
            "Duration of calls to partners, all tries included.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40] });
        Retries = meter.CreateCounter<long>("gateway_partner_retries", null, "Tries after the first.");
        Afwijkingen = meter.CreateUpDownCounter<long>(
            "gateway_partner_contractversie_afwijking", null, "1 while a partner answers by another version of a contract than we were written for.");
        Openings = meter.CreateCounter<long>("gateway_partner_breaker_openings", null, "Times a partner's breaker opened.");
    }

    /// <summary>Tags partner, route and outcome: its count is the number of calls.</summary>
    public Histogram<double> Calls { get; }

    public Counter<long> Retries { get; }

    public Counter<long> Openings { get; }

    /// <summary>Tags partner and contract.</summary>
    public UpDownCounter<long> Afwijkingen { get; }
}
