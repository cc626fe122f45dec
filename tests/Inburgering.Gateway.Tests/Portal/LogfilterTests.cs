using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Portal;

namespace Inburgering.Gateway.Tests.Portal;

/// <summary>Dates as people write them, and the period they mean.</summary>
public sealed class LogfilterTests
{
    private static readonly Periode Week = new(new DateOnly(2024, 11, 9), new DateOnly(2024, 11, 15));

    [Theory]
    [InlineData("05-11-2024")]
    [InlineData("5-11-2024")]
    [InlineData("5-11-24")]
    [InlineData("2024-11-05")]
    public void Lees_InElkeVorm_IsDezelfdeDag(string tekst)
    {
        Assert.True(Datum.Lees(tekst, out var dag));
        Assert.Equal(new DateOnly(2024, 11, 5), dag);
    }

    [Theory]
    [InlineData("11/05/2024")]
    [InlineData("31-02-2024")]
    [InlineData("gisteren")]
    public void Vraag_MetEenFouteDatum_ZegtHoeHetMoetEnNeemtDeGewonePeriode(string tekst)
    {
        var filter = new Logfilter { Van = tekst };

        var vraag = filter.Vraag(Week, 92, Soort.Alles);

        Assert.Equal(Teksten.DatumOnjuist, filter.FoutVan);
        Assert.Equal(Week, vraag.Periode);
    }

    [Theory]
    [InlineData("01-08-2024", "31-10-2024", null)]
    [InlineData("01-08-2024", "01-11-2024", Teksten.PeriodeTeLang)]
    [InlineData("02-08-2024", "01-08-2024", Teksten.PeriodeOmgekeerd)]
    public void Vraag_MetTweeDatums_BewaaktDeLengte(string van, string tot, string? fout)
    {
        var filter = new Logfilter { Van = van, Tot = tot };

        filter.Vraag(Week, 92, Soort.Alles);

        Assert.Equal(fout, filter.FoutTot);
    }

    [Fact]
    public void Vraag_MetAlleenEenBegin_LooptTotVandaagOfTotDeGrens()
    {
        Assert.Equal(Week.Tot, new Logfilter { Van = "01-11-2024" }.Vraag(Week, 92, Soort.Alles).Periode.Tot);
        Assert.Equal(new DateOnly(2024, 4, 1), new Logfilter { Van = "01-01-2024" }.Vraag(Week, 92, Soort.Alles).Periode.Tot);
    }

    [Fact]
    public void Periode_OverDeWintertijd_BegintEnEindigtOpNederlandseMiddernacht()
    {
        var dag = new Periode(new DateOnly(2024, 10, 27), new DateOnly(2024, 10, 27));

        Assert.Equal(TimeSpan.FromHours(25), dag.Einde - dag.Begin);
    }

    [Fact]
    public void Moment_TweeKeerHalfDrie_IsTweeKeerDezelfdeKlok()
    {
        var zomer = new DateTimeOffset(2024, 10, 27, 0, 30, 0, TimeSpan.Zero);

        Assert.Equal("27-10-2024 02:30:00", Datum.Moment(zomer));
        Assert.Equal("27-10-2024 02:30:00", Datum.Moment(zomer.AddHours(1)));
    }
}
