using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Tests.Seam.Betalen;

/// <summary>payments 2.3 and 3: ids in a file.</summary>
public sealed class BetaalidTests
{
    [Theory]
    [InlineData("GW-0384-20261125-000017", true)]
    [InlineData("A", true)]
    [InlineData("12345678901234567890123456789012345", true)]
    [InlineData("123456789012345678901234567890123456", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("A/B", false)]
    [InlineData("A B", false)]
    [InlineData("é", false)]
    public void TryParse_Text_IsAnIdOfLettersDigitsAndHyphens(string? text, bool goed)
    {
        Assert.Equal(goed, Betaalid.TryParse(text, out var id));

        if (goed)
        {
            Assert.Equal(text, id.ToString());
        }
        else
        {
            Assert.Throws<FormatException>(() => Betaalid.Parse(text ?? string.Empty));
        }
    }

    [Theory]
    [InlineData(Betaalsoort.Huur, "HUUR")]
    [InlineData(Betaalsoort.Energie, "ENER")]
    [InlineData(Betaalsoort.Water, "WATR")]
    [InlineData(Betaalsoort.Zorgverzekering, "ZORG")]
    [InlineData(Betaalsoort.Leefgeld, "LEEF")]
    [InlineData(Betaalsoort.Vakantiegeld, "VAKG")]
    [InlineData(Betaalsoort.Beslag, "BESL")]
    public void Kenmerk_OfAnOrder_GoesThereAndBack(Betaalsoort soort, string code)
    {
        var kenmerk = new Opdrachtkenmerk("ZW7Q2K", new DateOnly(2026, 11, 1), soort, 2);

        Assert.Equal($"ZW7Q2K-202611-{code}-2", kenmerk.Id.ToString());
        Assert.True(Opdrachtkenmerk.TryParse(kenmerk.Id.ToString(), out var gelezen));
        Assert.Equal(kenmerk, gelezen);
    }

    [Theory]
    [InlineData("ZW7Q2K-202611-HUUR-0")]
    [InlineData("ZW7Q2K-202611-HUUR-01")]
    [InlineData("ZW7Q2K-202613-HUUR-1")]
    [InlineData("ZW7Q2K-202611-RENT-1")]
    [InlineData("ZW7Q2-202611-HUUR-1")]
    [InlineData("zw7q2k-202611-HUUR-1")]
    [InlineData("NOTPROVIDED")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_IdOfAnother_IsNoKenmerk(string? text) => Assert.False(Opdrachtkenmerk.TryParse(text, out _));

    [Fact]
    public void Kenmerk_ThatIsNone_HasNoId()
    {
        Assert.Throws<FormatException>(() => new Opdrachtkenmerk("kort", new DateOnly(2026, 11, 1), Betaalsoort.Huur, 1).Id);
        Assert.Throws<FormatException>(() => new Opdrachtkenmerk("ZW7Q2K", new DateOnly(2026, 11, 1), Betaalsoort.Huur, 0).Id);
    }

    [Fact]
    public void Bedrag_SumTooLarge_IsNoAmount()
    {
        Assert.Throws<OverflowException>(() => new Bedrag(long.MaxValue) + new Bedrag(1));
        Assert.Equal(new Bedrag(129410), Bedrag.Som([new(61235), new(14800), new(15975), new(37400)]));
        Assert.Equal((false, true, true, false), (new Bedrag(0).IsBetaalbaar, Bedrag.Minste.IsBetaalbaar, Bedrag.Meeste.IsBetaalbaar, new Bedrag(Bedrag.Meeste.Centen + 1).IsBetaalbaar));
    }
}
