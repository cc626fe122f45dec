using Inburgering.Gateway.Features.Betalen.Afletteren;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Tests.Features.Betalen.Afletteren;

using Opdrachtstand = Inburgering.Gateway.Partners.Betalen.Opdrachtstand;

/// <summary>payments 7.8: when the bank's silence is somebody's task.</summary>
public sealed class StilteTests
{
    /// <summary>Executed on a Thursday; the Friday after is a bank day, the weekend is none.</summary>
    [Theory]
    [InlineData("Aangeboden", "2026-12-03", null)]
    [InlineData("Aangeboden", "2026-12-04", "GeenBericht")]
    [InlineData("Geaccepteerd", "2026-12-04", null)]
    [InlineData("Geaccepteerd", "2026-12-06", null)]
    [InlineData("Geaccepteerd", "2026-12-07", "NietGeboekt")]
    [InlineData("Geaccepteerd", "2027-01-07", "NietGeboekt")]
    [InlineData("Gepland", "2027-01-07", null)]
    [InlineData("Vrijgegeven", "2027-01-07", null)]
    [InlineData("Uitgevoerd", "2027-01-07", null)]
    [InlineData("Afgewezen", "2027-01-07", null)]
    [InlineData("Teruggeboekt", "2027-01-07", null)]
    [InlineData("Geannuleerd", "2027-01-07", null)]
    public void Stilte_VanEenOpdracht_IsEenTaakNaHaarDag(string stand, string vandaag, string? taak)
    {
        var opdracht = Kas.Opdracht(Kas.Kenmerk(0), 100) with { Stand = Enum.Parse<Opdrachtstand>(stand), Uitvoeringsdatum = new DateOnly(2026, 12, 3) };

        var signaal = Stilte.Van(opdracht, DateOnly.Parse(vandaag, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(taak, signaal?.Code.ToString());
        Assert.True(signaal is null || (signaal.Ernst == Signaalernst.Taak && signaal.Kenmerk == opdracht.Kenmerk && signaal.Batch == opdracht.Batch));
    }
}
