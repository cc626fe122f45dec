using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Portal.Grafieken;

namespace Inburgering.Gateway.Tests.Portal;

/// <summary>Places and words of the strip of runs and of the stacked days.</summary>
public sealed class UitvoeringgrafiekTests
{
    private static readonly DateTimeOffset Nu = new(2024, 11, 15, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Strip_ZonderEchteUitvoering_TekentNiets() => Assert.Null(Uitvoeringenstrip.Of("k", "DUO", [Uitvoering(0, "gelukt", 5, aanleiding: "proef")], Nu));

    [Theory]
    [InlineData("gelukt", "Vol")]
    [InlineData("gelukt-met-afkeur", "Half")]
    [InlineData("verdacht-leeg", "Half")]
    [InlineData("mislukt", "Kruis")]
    [InlineData("gestopt", "Streep")]
    [InlineData("loopt", "Stip")]
    [InlineData("overgeslagen", "Leeg")]
    [InlineData("iets anders", "Leeg")]
    public void Strip_PerStatus_HeeftEenEigenVorm(string status, string vorm) =>
        Assert.Equal(vorm, $"{Uitvoeringenstrip.Of("k", "DUO", [Uitvoering(0, status, 5)], Nu)!.Tekens[0].Vorm}");

    [Fact]
    public void Strip_VanMeerDanVeertien_ToontDeNieuwsteRechts()
    {
        var strip = Uitvoeringenstrip.Of("k", "DUO", [.. Enumerable.Range(0, 20).Select(i => Uitvoering(i, i == 0 ? "mislukt" : "gelukt", i))], Nu)!;

        Assert.Equal(14, strip.Tekens.Count);
        Assert.Equal((208, "vandaag 06:00 mislukt, 0 ontvangen"), (strip.Tekens[^1].X, strip.Tekens[^1].Titel));
        Assert.Equal((0, "2 november 06:00 gelukt, 13 ontvangen"), (strip.Tekens[0].X, strip.Tekens[0].Titel));
        Assert.Equal("13 van 14 gelukt", strip.Conclusie);
        Assert.Equal("13 keer gelukt, 1 keer mislukt. Het nieuwste: vandaag 06:00 mislukt, 0 ontvangen.", strip.Beschrijving);
    }

    [Fact]
    public void Strip_VanMinderDanVeertien_StaatRechts() => Assert.Equal([192, 208], Uitvoeringenstrip.Of("k", "DUO", [Uitvoering(0, "gelukt", 1), Uitvoering(1, "gelukt", 1)], Nu)!.Tekens.Select(t => t.X));

    [Fact]
    public void Staven_ZonderUitvoering_TekenenNiets() => Assert.Null(Dagenstaven.Of([.. Dertig()]));

    [Fact]
    public void Staven_MetAfkeurEnMislukking_StapelenTotDeTopEnZeggenHet()
    {
        var dagen = Dertig().ToArray();
        dagen[29] = dagen[29] with { Uitvoeringen = 1, Ontvangen = 60, Gelijk = 30, Gewijzigd = 10, Nieuw = 5, Verschillend = 5, Afgekeurd = 10 };
        dagen[10] = dagen[10] with { Uitvoeringen = 1, Mislukt = 1, Ontvangen = 30 };

        var staven = Dagenstaven.Of(dagen)!;

        Assert.Equal(60, staven.Top);
        Assert.Equal(["same 112 96", "missed 64 48", "different 48 16", "rejected 16 32"], staven.Staven[29].Delen.Select(d => $"{d.Soort} {d.Y} {d.Hoogte}"));
        Assert.Equal(("15-11-2024: 10 afgekeurd", true, false), (staven.Staven[29].Delen[^1].Titel, staven.Staven[10].Mislukt, staven.Staven[29].Mislukt));
        Assert.Equal("In 30 dagen zijn er 10 afgekeurd; op 1 dag mislukte een uitvoering.", staven.Conclusie);
        Assert.Equal("De drukste dag was 15 november 2024 met 60 ontvangen. De laatste uitvoering was op 15 november 2024. Het meest is afgekeurd op 15 november 2024: 10.", staven.Beschrijving);
        Assert.Equal(["18 okt", "25 okt", "1 nov", "8 nov", "15 nov"], staven.Maten().Select(m => m.Naam));
    }

    private static IEnumerable<DagView> Dertig() => Enumerable.Range(0, 30).Select(i => new DagView(new DateOnly(2024, 10, 17).AddDays(i), 0, 0, 0, 0, 0, 0, 0, 0, 0));

    private static UitvoeringView Uitvoering(int dagenTerug, string status, int ontvangen, string aanleiding = "rooster") => new()
    {
        UitvoeringId = Guid.Empty,
        SynchronisatieId = Guid.Empty,
        Aanleiding = aanleiding,
        GestartDoor = "taak-synchronisatie",
        GestartDoorNaam = "het rooster",
        BegonnenOp = new DateTimeOffset(2024, 11, 15, 5, 0, 0, TimeSpan.Zero).AddDays(-dagenTerug),
        Status = status,
        Stand = string.Empty,
        Ontvangen = ontvangen,
        Gedaan = ontvangen,
        Nieuw = 0,
        Gewijzigd = 0,
        Gelijk = ontvangen,
        Verschillend = 0,
        Afgekeurd = 0,
        Tegengehouden = 0,
        Telling = string.Empty,
    };
}
