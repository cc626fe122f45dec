using System.Diagnostics.Metrics;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Tests.Wiring;

/// <summary>A partner that answers by another version of its contract is seen: a metric for as long, one warning per change.</summary>
public sealed class PartnerVersieTests
{
    // a whole UUID by itself: the log takes a row of digits out that could be a BSN
    private readonly PartnerContract contract = new($"proef:{Guid.NewGuid():N}", "1.2.0", "API-Version");

    [Theory]
    [InlineData("1.2.0", 0)]
    [InlineData("1.2.1", 1)]
    [InlineData("2.0.0", 1)]
    [InlineData("1.2", 1)]
    [InlineData("999990342", 1)]
    public async Task Answer_Version_IsHeldAgainstTheContract(string versie, long afwijking)
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Versie(versie));
        await using var caller = new PartnerCaller(partner);
        using var meter = new Meting(contract.Naam);

        await CallAsync(caller, 3);

        Assert.Equal(afwijking, meter.Stand);
        Assert.Equal(afwijking == 1 ? 1 : 0, Warnings(caller));
        Assert.DoesNotContain("999990342", caller.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_VersionThatComesAndGoes_WarnsAtEveryChangeAndEndsTheAlarm()
    {
        await using var partner = await BadPartner.StartAsync(
            BadPartner.Versie("1.2.0"), BadPartner.Versie("1.3.0"), BadPartner.Versie("1.3.0"), BadPartner.Versie("1.4.0"), BadPartner.Versie("1.2.0"));
        await using var caller = new PartnerCaller(partner);
        using var meter = new Meting(contract.Naam);

        await CallAsync(caller, 4);
        Assert.Equal((1, 2), (meter.Stand, Warnings(caller)));

        await CallAsync(caller, 1);
        Assert.Equal((0, 3), (meter.Stand, Warnings(caller)));
    }

    [Fact]
    public async Task Answer_WithoutVersion_IsSeenUnlessAServerErrorOnTheWay()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(503), BadPartner.Status(404));
        await using var caller = new PartnerCaller(partner, PartnerCaller.Quick with { Pogingen = 1 });
        using var meter = new Meting(contract.Naam);

        await CallAsync(caller, 1);
        Assert.Equal((0, 0), (meter.Stand, Warnings(caller)));

        await CallAsync(caller, 1);
        Assert.Equal((1, 1), (meter.Stand, Warnings(caller)));
    }

    private async Task CallAsync(PartnerCaller caller, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await caller.SendAsync(contract: contract);
        }
    }

    private int Warnings(PartnerCaller caller) => caller.Log.Split('\n').Count(line => line.Contains(contract.Naam, StringComparison.Ordinal));

    /// <summary>What the metric says of one contract.</summary>
    private sealed class Meting : IDisposable
    {
        private readonly MeterListener listener = new();
        private long stand;

        public Meting(string contract)
        {
            listener.InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Name == "gateway_partner_contractversie_afwijking")
                {
                    l.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, waarde, tags, _) =>
            {
                if (tags.Contains(new KeyValuePair<string, object?>("contract", contract)))
                {
                    Interlocked.Add(ref stand, waarde);
                }
            });
            listener.Start();
        }

        public long Stand => Interlocked.Read(ref stand);

        public void Dispose() => listener.Dispose();
    }
}
