using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Outbox;

namespace Inburgering.Gateway.Tests.Verhalen;

/// <summary>Hasan of domain (h), from koppeling to MBO-4. Up to 15 November 2024 the demo's loader told his story, from the same file.</summary>
public sealed class HasanTests(Verhaalhuis house) : IClassFixture<Verhaalhuis>
{
    private const string School = "schakelcollege-1708", Vwn = "vwn-1708";

    [Fact]
    public async Task Hasan_VanKoppelingTotAfronding_HeeftHetDossierDatErHoort()
    {
        var hasan = new Verhaal(house, Regiewerk.Hasan, "1708");

        // 2024: koppeling while in the azc, klantprofiel, leerbaarheidstoets, PIP, termijn, aanbod
        Assert.Equal("verwerkt", (await hasan.StuurtAsync("coa", "coa", "koppeling", "2024-02-05", new { gemeentecode = "1708", vNummer = "2900000017" })).Status);
        Assert.Equal("verwerkt", (await hasan.StuurtAsync("coa", "coa", "klantprofiel-beschikbaar", "2024-02-20", new { gemeentecode = "1708", vNummer = "2900000017", klantprofiel = new { cvGemaakt = true } })).Status);
        Assert.Equal("O B1 2024-06-17", await hasan.StaatAsync("PIP", "leerroute", "niveau", "dagtekening"));
        Assert.Equal("2024-06-18 2027-06-18", await hasan.StaatAsync("TER", "startdatum", "einddatum"));
        Assert.Equal("B1-route haalbaar 62.50 50.00", await hasan.StaatAsync("LBT", "resultaat", "behaaldeScore", "benodigdeScore"));

        // what the onderwijsroute does not allow
        Assert.Equal("400 GW-0210 PIP-04", await hasan.WeigertAsync("pips", Melder.Pip("2024-11-15", "O", "A2")));
        Assert.StartsWith("409 GW-0211", await hasan.WeigertAsync("map-resultaten", new { datumEindgesprek = "2024-11-14" }), StringComparison.Ordinal);

        // DUO says whose PIP counts, which later meldingen are held against
        await hasan.MeldtDuoAsync("SS130", "2024-11-15");

        // the school tells of October; the gemeente tells DUO the total
        Assert.Equal(("verwerkt", null), await hasan.StuurtAsync("taalaanbieder", School, "presentie", "2024-11-04", new { periode = "2024-10", geplandeUren = 60, gevolgdeUren = 54, geoorloofdVerzuimUren = 6, ongeoorloofdVerzuimUren = 0 }));
        Assert.Equal("participatie-als-taalles 54 open", await hasan.UrenAsync());
        await hasan.MeldtAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 54 });
        Assert.Equal("participatie-als-taalles 54 gemeld", await hasan.UrenAsync());
        Assert.Contains("54", Assert.Single(await hasan.BijDuoAsync("PUT", "/participatietaalles")), StringComparison.Ordinal);

        // 11 February 2025: signed at VluchtelingenWerk, confirmed, told to DUO without verwijtbaar
        await house.WordtAsync("2025-02-11");
        Assert.Equal(("verwerkt", null), await hasan.StuurtAsync("vluchtelingenwerk", Vwn, "pvt-uren", "2025-02-10", new { periode = "2025-01", uren = 12, excursieuren = 4 }));
        Assert.Equal(("verwerkt", "pvt-bevestigen"), await hasan.StuurtAsync("vluchtelingenwerk", Vwn, "pvt-ondertekening", "2025-02-11", new { datum = "2025-02-11", documentReferentie = "PVT-2025-0017" }));
        Assert.Equal("pvt 2025-02-11", await hasan.VoorstellenAsync());
        Assert.Empty(await hasan.BijDuoAsync("PUT", "/pvt"));
        await hasan.MeldtAsync("pvt-resultaten", new { datumOndertekening = "2025-02-11" });
        Assert.Empty(await hasan.VoorstellenAsync());
        var pvt = Assert.Single(await hasan.BijDuoAsync("PUT", "/pvt"));
        Assert.Contains("2025-02-11", pvt, StringComparison.Ordinal);
        Assert.DoesNotContain("verwijtbaar", pvt, StringComparison.OrdinalIgnoreCase);

        // what the partners see of him meanwhile: their task and nothing else
        Assert.Equal("AAN CON CPS EXA IDN LBT PIP TER UUR", await hasan.ZietAsync(School, "uitvoeren-leerroute"));
        Assert.DoesNotContain("UUR", await hasan.ZietAsync(Vwn, "uitvoeren-pvt"), StringComparison.Ordinal);

        // 12 June 2026: the taalschakeltraject is done
        await house.WordtAsync("2026-06-12");
        Assert.Equal(("verwerkt", null), await hasan.StuurtAsync("taalaanbieder", School, "beeindiging", "2026-06-12", new { datum = "2026-06-12", reden = "diploma" }));
        await hasan.MeldtDuoAsync("SS106", "2026-06-12", new { inburgeringsplicht = new { indicatorInburgeringsplicht = false, begindatum = "2024-01-29", einddatum = "2026-06-12", wijzigingsdatum = "2026-06-12", redenGeenInburgeringsplicht = "Inburgeringsplicht voldaan" } });

        Assert.Equal("voldaan", await hasan.KolomAsync("fase"));
        Assert.Equal("2026-06-12", await hasan.StaatAsync("PLI", "einddatum"));
        Assert.Equal("O B1 2024-06-17", await hasan.StaatAsync("PIP", "leerroute", "niveau", "dagtekening"));
        Assert.Equal("2025-02-11", await hasan.StaatAsync("PVT", "datumOndertekening"));
        Assert.Equal((2L, 2L), (await hasan.RegelsAsync("Melding ingediend"), await hasan.RegelsAsync("Melding ingediend", resultaat: 1)));
    }
}
