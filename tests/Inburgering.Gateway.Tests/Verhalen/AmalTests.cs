using Inburgering.Gateway.Tests.Features;

namespace Inburgering.Gateway.Tests.Verhalen;

/// <summary>Amal of domain (h), the hard paths: a month told twice, words about health, a move and the Z-route. Up to 15 November 2024 the demo's loader told her story.</summary>
public sealed class AmalTests(Verhaalhuis house) : IClassFixture<Verhaalhuis>
{
    private const string School = "taalpunt-0171", Werk = "werkcorporatie-0171", VNummer = "2900000033";

    [Fact]
    public async Task Amal_VanVerhuizingTotZroute_HeeftEenDossierPerGemeenteEnNietsDubbel()
    {
        var (oud, amal) = (new Verhaal(house, Regiewerk.Amal, "1708"), new Verhaal(house, Regiewerk.Amal, "0171"));

        // she moved on 1 October: 0171 has the PIP and what travels, 1708 its history
        Assert.Equal("Z 2024-04-08", await amal.StaatAsync("PIP", "leerroute", "dagtekening"));
        Assert.Equal(string.Empty, await amal.StaatAsync("INT", "taal"));
        Assert.Equal("0171", await oud.KolomAsync("verhuisd_naar"));
        Assert.Equal(string.Empty, await amal.KolomAsync("gesloten_op"));

        // COA's word, by V-nummer alone: two koppelingen in a row, of which the first gemeente keeps a closed dossier and gets nothing new, and a profile that nobody ever fills
        const string eerste = "select count(*) from dossiers.dossier where gemeentecode = '0106' and gesloten_op is not null and bsn_index is null";
        var gesloten = await house.ScalarAsync<long>(eerste);
        Assert.Equal(("verwerkt", null), await amal.StuurtAsync("coa", "coa", "koppeling", "2024-01-08", new { gemeentecode = "0106", vNummer = VNummer }));
        Assert.Equal(("verwerkt", null), await amal.StuurtAsync("coa", "coa", "koppeling-vervallen", "2024-01-12", new { gemeentecode = "0106", vNummer = VNummer, reden = "andere-gemeente" }));
        Assert.Equal(("verwerkt", null), await amal.StuurtAsync("coa", "coa", "koppeling", "2024-01-15", new { gemeentecode = "0171", vNummer = VNummer }));
        Assert.Equal(("verwerkt", null), await amal.StuurtAsync("coa", "coa", "klantprofiel-beschikbaar", "2024-02-20", new { gemeentecode = "0171", vNummer = VNummer, klantprofiel = new { } }));
        Assert.Equal(("afgekeurd", "geen-relatie"), await amal.StuurtAsync("coa", "coa", "klantprofiel-gewijzigd", "2024-02-21", new { gemeentecode = "0106", vNummer = VNummer, klantprofiel = new { cvGemaakt = true } }));
        Assert.Equal(gesloten + 1, await house.ScalarAsync<long>(eerste));
        Assert.Contains("gekoppeld", await amal.StaatAsync("COA", "koppeling"), StringComparison.Ordinal);
        Assert.DoesNotContain("cvGemaakt", await amal.StaatAsync("COA", "klantprofiel"), StringComparison.Ordinal);

        // her new school: a month told twice with other hours, and a teacher who writes about her back
        await amal.GeeftAsync(School, "leerroute");
        Assert.Equal(("verwerkt", null), await amal.StuurtAsync("taalaanbieder", School, "presentie", "2024-11-04", Maand("2024-10", 40)));
        Assert.Equal(("afgekeurd", "maand-dubbel"), await amal.StuurtAsync("taalaanbieder", School, "presentie", "2024-11-05", Maand("2024-10", 44)));
        Assert.Equal("participatie-als-taalles 40 open", await amal.UrenAsync());
        Assert.Equal(("verwerkt", null), await amal.StuurtAsync("taalaanbieder", School, "signaal", "2024-11-06", new { datum = "2024-11-06", soort = "dreigende-uitval", toelichting = "Zij heeft veel pijn in haar rug en gaat naar de dokter." }));
        Assert.True(amal.Gewaarschuwd);

        // participation counts for DUO in her route
        Assert.Equal(("verwerkt", null), await amal.StuurtAsync("participatiepartner", Werk, "participatie-uren", "2024-11-07", new { periode = "2024-10", uren = 24 }));
        Assert.Equal("participatieactiviteiten 24 open, participatie-als-taalles 40 open", await amal.UrenAsync());
        await amal.MeldtAsync("gevolgde-uren", new { soort = "participatieactiviteiten", uren = 24 });
        await amal.MeldtAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 40 });
        Assert.Equal("participatieactiviteiten 24 gemeld, participatie-als-taalles 40 gemeld", await amal.UrenAsync());

        // health goes to nobody who works with her
        Assert.DoesNotContain("GZH", await amal.ZietAsync(Werk, "uitvoeren-participatie"), StringComparison.Ordinal);
        Assert.DoesNotContain("GZH", await amal.ZietAsync(School, "uitvoeren-leerroute"), StringComparison.Ordinal);

        // DUO says whose PIP counts
        await amal.MeldtDuoAsync("SS130", "2024-11-15");

        // 2026: the Z-route is done, its talk held and told by the new gemeente
        await house.WordtAsync("2026-10-05");
        await amal.MeldtAsync("zroute-resultaten", new { datumAfronding = "2026-10-01" });
        await amal.MeldtDuoAsync("SS106", "2026-10-05", new { inburgeringsplicht = new { indicatorInburgeringsplicht = false, begindatum = "2023-11-20", einddatum = "2026-10-05", wijzigingsdatum = "2026-10-05", redenGeenInburgeringsplicht = "Inburgeringsplicht voldaan" } });
        Assert.Equal("voldaan", await amal.KolomAsync("fase"));
        Assert.Equal("Z", await oud.StaatAsync("PIP", "leerroute"));
        Assert.Equal(3L, await amal.RegelsAsync("Melding ingediend"));
    }

    private static object Maand(string periode, int uren) => new { periode, geplandeUren = uren, gevolgdeUren = uren, geoorloofdVerzuimUren = 0, ongeoorloofdVerzuimUren = 0 };
}
