using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Tests.Features.Ontzorgen;

/// <summary>The worked cases of payments 8, and what holds for every month: to the cent, whole invoices, or a person decides.</summary>
public sealed class MaandberekeningTests
{
    private static readonly DateOnly Begin = new(2026, 11, 17);

    /// <summary>Cents: benefit, attachment, floor, costs, accounts; then what comes of it.</summary>
    [Theory]
    [InlineData("A full month", 129410L, 0, 0, "61235 14800 15975", 1, "61235 14800 15975 37400", null)]
    [InlineData("C shortfall", 80000L, 0, 0, "61235 14800 15975", 1, "", "Tekort")]
    [InlineData("D zero", 92010L, 0, 20000, "61235 14800 15975", 1, "", "OnderOndergrens")]
    [InlineData("D zero without a floor", 92010L, 0, 0, "61235 14800 15975", 1, "", "OnderOndergrens")]
    [InlineData("D below the floor", 112009L, 0, 20000, "61235 14800 15975", 1, "", "OnderOndergrens")]
    [InlineData("D on the floor", 112010L, 0, 20000, "61235 14800 15975", 1, "61235 14800 15975 20000", null)]
    [InlineData("E attachment decided", 129410L, 4500, 0, "61235 14800 15975", 1, "61235 14800 15975 4500 32900", null)]
    [InlineData("H couple", 129411L, 0, 0, "61235 14800 15975", 2, "61235 14800 15975 18701 18700", null)]
    [InlineData("benefit not delivered", null, 0, 0, "61235", 1, "", "UitkeringOnbekend")]
    public void Maand_UitgewerktGeval_GeeftDezeBetalingenOfWachtOpEenBesluit(
        string geval, long? uitkering, long beslag, long ondergrens, string kosten, int rekeningen, string verwacht, string? stop)
    {
        var besluit = Besluit(ondergrens, rekeningen, [.. Getallen(kosten).Select(k => Post(k, new DateOnly(2026, 12, 1)))]);

        var maand = Maandberekening.Van(besluit, new DateOnly(2026, 12, 1), uitkering is { } u ? new Bedrag(u) : null, new Bedrag(beslag));

        Assert.True(verwacht == string.Join(' ', maand.Betalingen.Select(b => b.Bedrag.Centen)), geval);
        Assert.Equal(stop, maand.Stop?.ToString());
    }

    [Fact]
    public void Maand_GebrokenEersteMaand_TeltWatBinnenHetBesluitBegintEnGeeftEenSchatting()
    {
        // case B: landlord and insurer bill from the first day of the decision; the rent of the whole month began before it
        var besluit = Besluit(0, 1, [Post(28576, Begin), Post(7455, Begin), Post(61235, new DateOnly(2026, 11, 1)) with { TotEnMet = new DateOnly(2026, 11, 30) }]);

        var maand = Maandberekening.Van(besluit, new DateOnly(2026, 11, 1), new Bedrag(60391), default);

        Assert.Equal((36031, 24360), (maand.VasteLasten.Centen, maand.Leefgeld!.Value.Centen));
        Assert.Equal([28576, 7455, 24360], maand.Betalingen.Select(b => b.Bedrag.Centen));
        Assert.Equal(60391, Maandberekening.Schatting(new Bedrag(129410), Begin).Centen);
    }

    [Fact]
    public void Maand_HuurStijgt_RaaktDeMaandenErvoorNiet()
    {
        // case F: from the third month
        var besluit = Besluit(0, 1, [
            Post(61235, new DateOnly(2026, 12, 1)) with { TotEnMet = new DateOnly(2027, 1, 31) }, Post(63072, new DateOnly(2027, 2, 1)), Post(14800, new DateOnly(2026, 12, 1)), Post(15975, new DateOnly(2026, 12, 1))]);

        Assert.Equal(
            [37400, 37400, 35563, 35563],
            Enumerable.Range(0, 4).Select(n => Maandberekening.Van(besluit, new DateOnly(2026, 12, 1).AddMonths(n), new Bedrag(129410), default).Leefgeld!.Value.Centen));
    }

    [Theory]
    [InlineData("2027-06-01", false, "PeriodeVoorbij")]
    [InlineData("2027-06-01", true, null)]
    [InlineData("2027-05-01", false, null)]
    [InlineData("2026-10-01", false, "PeriodeNogNiet")]
    public void Maand_BuitenDeZesMaanden_BetaaltAlleenWatHetBesluitNoemt(string maand, bool genoemd, string? stop)
    {
        // case J
        var besluit = Besluit(0, 1, [Post(61235, new DateOnly(2026, 12, 1)) with { OokBuitenPeriode = genoemd }]);

        Assert.Equal(stop, Maandberekening.Van(besluit, DateOnly.Parse(maand, CultureInfo.InvariantCulture), new Bedrag(129410), default).Stop?.ToString());
    }

    [Theory]
    [InlineData("2026-11-17", "2027-05-16")]
    [InlineData("2026-08-31", "2027-02-27")]
    [InlineData("2027-08-31", "2028-02-28")]
    [InlineData("2026-12-01", "2027-05-31")]
    public void Einddatum_VanZesMaanden_IsDeDagErvoor(string begin, string einde) =>
        Assert.Equal(DateOnly.Parse(einde, CultureInfo.InvariantCulture), Ontzorgbesluit.Laatste(DateOnly.Parse(begin, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(31, "2027-02-01", "2027-02-28")]
    [InlineData(31, "2026-12-01", "2026-12-31")]
    [InlineData(1, "2026-12-01", "2026-12-01")]
    public void Vervaldag_InEenKorteMaand_IsDeLaatsteDag(int dag, string maand, string vervalt) => Assert.Equal(
        DateOnly.Parse(vervalt, CultureInfo.InvariantCulture), (Post(1, Begin) with { Vervaldag = dag }).Vervalt(DateOnly.Parse(maand, CultureInfo.InvariantCulture)));

    [Fact]
    public void Maand_WatErOokIs_IsTotOpDeCentVerdeeldOfWachtOpEenMens()
    {
        var gen = from uitkering in Gen.Choose(0, 300_000)
                  from beslag in Gen.Choose(0, 20_000)
                  from ondergrens in Gen.Choose(0, 60_000)
                  from rekeningen in Gen.Choose(1, 4)
                  from kosten in Gen.ListOf(Gen.Choose(1, 90_000))
                  where kosten.Count is > 0 and < 6
                  select (uitkering, beslag, ondergrens, rekeningen, kosten);

        Prop.ForAll(gen.ToArbitrary(), geval =>
        {
            var besluit = Besluit(geval.ondergrens, geval.rekeningen, [.. geval.kosten.Select(k => Post(k, new DateOnly(2026, 12, 1)))]);
            var maand = Maandberekening.Van(besluit, new DateOnly(2026, 12, 1), new Bedrag(geval.uitkering), new Bedrag(geval.beslag));
            var leefgeld = maand.Betalingen.Where(b => b.Soort == "LEEF").Select(b => b.Bedrag.Centen).ToArray();
            var rest = geval.uitkering - geval.beslag - geval.kosten.Sum(k => (long)k);
            return maand.Stop is null
                ? maand.Betalingen.Sum(b => b.Bedrag.Centen) == geval.uitkering && leefgeld.Sum() == rest && rest >= geval.ondergrens && rest > 0
                    && leefgeld.Max() - leefgeld.Min() <= 1 && maand.Betalingen.Count(b => b.Soort == "HUUR") == geval.kosten.Count
                : maand.Betalingen.Count == 0 && (rest <= 0 || rest < geval.ondergrens);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static IEnumerable<long> Getallen(string tekst) => tekst.Split(' ').Select(t => long.Parse(t, CultureInfo.InvariantCulture));

    private static Kostenpost Post(long centen, DateOnly vanaf) => new()
    {
        Soort = Kostensoort.Huur,
        Crediteur = Rekening("Woningstichting De Linde"),
        Omschrijving = new Omschrijving.Vrij(Banktekst.Omschrijving("Contract 20024")),
        Bedrag = new Bedrag(centen),
        Vanaf = vanaf,
        TotEnMet = null,
        Vervaldag = 1,
        OokBuitenPeriode = false,
    };

    private static Ontzorgbesluit Besluit(long ondergrens, int rekeningen, IReadOnlyList<Kostenpost> kosten) => new()
    {
        Begindatum = Begin,
        Einddatum = Ontzorgbesluit.Laatste(Begin),
        Kosten = kosten,
        Leefgeld = [.. Enumerable.Range(1, rekeningen).Select(n => Rekening($"Persoon {n}"))],
        Beslaglegger = Rekening("Deurwaarder Vos"),
        Ondergrens = new Bedrag(ondergrens),
    };

    private static Rekening Rekening(string naam) => new(Banktekst.Naam(naam), Iban.TryParse("NL13TEST0123456789", out var iban) ? iban : throw new InvalidOperationException());
}
