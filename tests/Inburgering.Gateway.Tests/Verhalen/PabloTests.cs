using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Outbox;

namespace Inburgering.Gateway.Tests.Verhalen;

/// <summary>Pablo of domain (h): a gezinsmigrant, who pays his own lessons; the gemeente advises. Up to 15 November 2024 the demo's loader told his story.</summary>
public sealed class PabloTests(Verhaalhuis house) : IClassFixture<Verhaalhuis>
{
    private const string Vwn = "vwn-1708";

    [Fact]
    public async Task Pablo_VanVestigingTotDiploma_KrijgtWatZijnDoelgroepKrijgtEnNietMeer()
    {
        var pablo = new Verhaal(house, Regiewerk.Pablo, "1708");

        // 2024: no COA, a PIP for the B1-route without intensity, exams in November
        Assert.Equal("B B1 2024-03-25", await pablo.StaatAsync("PIP", "leerroute", "niveau", "dagtekening"));
        Assert.Equal("2024-03-26 2027-03-26", await pablo.StaatAsync("TER", "startdatum", "einddatum"));
        Assert.Equal(string.Empty, await pablo.StaatAsync("COA", "klantprofiel"));

        // what his gemeente does not offer to a gezinsmigrant
        Assert.StartsWith("409 GW-0120 Reden doelgroep", await pablo.WeigertAsync("aanbiedingen", new { instellingsnummer = "0000054321", datumInburgeringsaanbod = "2024-11-15", indicatorAlfabetiseringsonderwijs = "NVT" }), StringComparison.Ordinal);
        Assert.Contains("PIP-09", await pablo.WeigertAsync("pips", new { dagtekening = "2024-11-15", leerroute = "B", niveau = "B1", geschatteIntensiteitB1Route = 300 }), StringComparison.Ordinal);
        foreach (var (client, taak) in new[] { ("taalpunt-1708", "leerroute"), (Vwn, "begeleiding") })
        {
            Assert.StartsWith("409 GW-0120 Reden doelgroep", await pablo.WeigertAsync("opdrachten", Regiewerk.Opdracht(client, taak)), StringComparison.Ordinal);
        }

        Assert.Equal("404", await pablo.ZietAsync("taalpunt-1708", "uitvoeren-leerroute"));
        Assert.Equal("404", await pablo.ZietAsync("schakelcollege-1708", "uitvoeren-leerroute"));
        Assert.Equal("404", await pablo.ZietAsync(Vwn, "maatschappelijke-begeleiding"));

        // the PVT at VluchtelingenWerk, signed in September, and DUO's own word that his PIP is of this gemeente
        await pablo.MeldtDuoAsync("SS130", "2024-11-15");
        Assert.Equal(("verwerkt", null), await pablo.StuurtAsync("vluchtelingenwerk", Vwn, "pvt-uren", "2024-09-04", new { periode = "2024-09", uren = 12, excursieuren = 4 }));
        Assert.Equal("verwerkt", (await pablo.StuurtAsync("vluchtelingenwerk", Vwn, "pvt-ondertekening", "2024-09-05", new { datum = "2024-09-05", documentReferentie = "PVT-2024-0044" })).Status);
        Assert.Equal("pvt 2024-09-05", await pablo.VoorstellenAsync());
        await pablo.MeldtAsync("pvt-resultaten", new { datumOndertekening = "2024-09-05" });
        Assert.Contains("2024-09-05", Assert.Single(await pablo.BijDuoAsync("PUT", "/pvt")), StringComparison.Ordinal);

        // exams until March 2025, then the diploma
        await house.WordtAsync("2025-03-25");
        var examens = new[] { ("2024-11-04", "LE"), ("2024-11-06", "KNM"), ("2025-01-14", "LU"), ("2025-02-11", "SC"), ("2025-03-11", "SP") };
        await pablo.MeldtDuoAsync("SS199", "2025-03-18", new
        {
            examenresultaten = examens.Select(e => e.Item2 == "KNM" ? (object)new { examendatum = e.Item1, resultaat = "Geslaagd", onderdeel = e.Item2 } : new { examendatum = e.Item1, resultaat = "Geslaagd", onderdeel = e.Item2, niveau = "B1" }),
        });
        foreach (var (_, onderdeel) in examens)
        {
            Assert.Contains(onderdeel, await pablo.StaatAsync("EXA", "resultaten"), StringComparison.Ordinal);
        }

        await pablo.MeldtDuoAsync("SS106", "2025-03-25", new { inburgeringsplicht = new { indicatorInburgeringsplicht = false, begindatum = "2024-02-12", einddatum = "2025-03-25", wijzigingsdatum = "2025-03-25", redenGeenInburgeringsplicht = "Inburgeringsplicht voldaan" } });
        Assert.Equal("voldaan", await pablo.KolomAsync("fase"));
        Assert.Equal("2025-03-25", await pablo.StaatAsync("PLI", "einddatum"));
        Assert.Equal((1L, 2L), (await pablo.RegelsAsync("Melding ingediend"), await pablo.RegelsAsync("Melding ingediend", resultaat: 1)));
    }
}
