using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Portal.Grafieken;

namespace Inburgering.Gateway.Tests.Portal;

/// <summary>The chart's places and words.</summary>
public sealed class BanengrafiekTests
{
    private static readonly Periode Jaar = new(new DateOnly(2023, 11, 16), new DateOnly(2024, 11, 15));

    [Fact]
    public void Of_ZonderAantallen_TekentNiets() => Assert.Null(Banengrafiek.Of(Jaar, [], oin => oin));

    [Fact]
    public void Of_MetTweeOrganisaties_ZetDeDruksteBovenaan()
    {
        var grafiek = Banengrafiek.Of(Jaar, [Aantal(1, "school", Wat.Gekeken, 1), Aantal(1, "duo", Wat.Geleverd, 3)], oin => oin)!;

        Assert.Equal(["duo", "school"], grafiek.Banen.Select(b => b.Naam));
        Assert.True(grafiek.Banen[0].Y < grafiek.Banen[1].Y);
    }

    [Fact]
    public void Of_OpDeEersteEnDeLaatsteDag_BlijftBinnenDeRand()
    {
        var grafiek = Banengrafiek.Of(Jaar, [Aantal(0, "duo", Wat.Geleverd, 1), Aantal(Jaar.Dagen - 1, "duo", Wat.Geleverd, 1)], oin => oin)!;

        Assert.Equal([Banengrafiek.Links, 740d], grafiek.Banen[0].Tekens.Select(t => t.X));
    }

    [Fact]
    public void Of_MetTeVeelTekens_BundeltPerWeekOfMaand()
    {
        var aantallen = Enumerable.Range(0, Jaar.Dagen).SelectMany(d => new[] { Aantal(d, "duo", Wat.Geleverd, 1), Aantal(d, "school", Wat.Gekeken, 2) }).ToArray();

        var grafiek = Banengrafiek.Of(Jaar, aantallen, oin => oin)!;

        Assert.InRange(grafiek.Banen.Sum(b => b.Tekens.Count), 2, 400);
        Assert.Equal(Jaar.Dagen * 2, grafiek.Banen.Single(b => b.Naam == "school").Som(Wat.Gekeken));
    }

    [Fact]
    public void Beschrijving_MetEenWeigering_NoemtPiekLaatsteEnWeigering()
    {
        var grafiek = Banengrafiek.Of(Jaar, [Aantal(0, "DUO", Wat.Geleverd, 4), Aantal(10, "Taalpunt", Wat.Geweigerd, 1)], oin => oin)!;

        Assert.Equal(
            "Banen van 2 organisaties van 16 november 2023 tot en met 15 november 2024. De drukste dag was 16 november 2023: DUO, 4 keer. "
            + "Het laatste was op 26 november 2023 door Taalpunt. 1 keer is geweigerd.",
            grafiek.Beschrijving());
    }

    private static Dagaantal Aantal(int dag, string organisatie, Wat wat, long aantal) => new(Jaar.Van.AddDays(dag), organisatie, wat, aantal);
}
