using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Wiring;

/// <summary>Counts of calls to partners, by partner and route template, never by path; and how each partner's calls stand in this process.</summary>
internal sealed class PartnerMeters
{
    private readonly ConcurrentDictionary<string, PartnerPipeline> lijnen = new(StringComparer.Ordinal);

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
        TurnWaits = meter.CreateHistogram(
            "gateway_partner_turn_wait_seconds",
            "s",
            "How long tries waited for the limit of a partner.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.1, 0.5, 1, 2.5, 5, 10, 20, 40] });
        Openings = meter.CreateCounter<long>("gateway_partner_breaker_openings", null, "Times a partner's breaker opened.");
        meter.CreateObservableGauge("gateway_partner_breaker_open", () => PerPartner(l => l.Stand.Stand == Verbindingstand.Dicht ? 0 : 1), null, "1 while this process spares a partner that failed too often.");
        meter.CreateObservableGauge("gateway_partner_places_in_use", () => PerPartner(l => l.Bezet), null, "Calls to a partner under way in this process.");
        meter.CreateObservableGauge("gateway_partner_places_waiting", () => PerPartner(l => l.Wachtend), null, "Calls that wait for a place in this process.");
    }

    /// <summary>Tags partner, route and outcome: its count is the number of calls.</summary>
    public Histogram<double> Calls { get; }

    public Counter<long> Retries { get; }

    public Counter<long> Openings { get; }

    /// <summary>Tag partner; only of those that have a limit.</summary>
    public Histogram<double> TurnWaits { get; }

    /// <summary>Tags partner and contract.</summary>
    public UpDownCounter<long> Afwijkingen { get; }

    /// <summary>Shows how this partner's calls stand.</summary>
    public void Watch(PartnerPipeline lijn) => lijnen[lijn.Partner] = lijn;

    private IEnumerable<Measurement<long>> PerPartner(Func<PartnerPipeline, long> waarde) =>
        lijnen.Values.Select(l => new Measurement<long>(waarde(l), new KeyValuePair<string, object?>("partner", l.Partner)));
}
