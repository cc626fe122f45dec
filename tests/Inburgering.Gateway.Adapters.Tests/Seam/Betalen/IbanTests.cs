using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Tests.Seam.Betalen;

/// <summary>payments 3, IBAN.</summary>
public sealed class IbanTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true);

    [Theory]
    [InlineData("NL91ABNA0417164300")]
    [InlineData("NL65BNGH0285999901")]
    [InlineData("NL42RABO0300012345")]
    [InlineData("NL51INGB0000123456")]
    [InlineData("NL17BUNQ2099999901")]
    [InlineData("NL13TEST0123456789")]
    [InlineData("BE68539007547034")]
    [InlineData("DE89370400440532013000")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    public void TryParse_Vector_IsAnIban(string text)
    {
        Assert.True(Iban.TryParse(text, out var iban, out var fout));

        Assert.Equal((text, (Ibanfout?)null, true), (iban.Reveal(), fout, iban.IsSepa));
    }

    [Theory]
    [InlineData("NL43RABO0300012345", Ibanfout.Controlegetal)]
    [InlineData("NL42RABO0300012354", Ibanfout.Controlegetal)]
    [InlineData("NL42RABO030001234", Ibanfout.Lengte)]
    [InlineData("NL42RABO03000123456", Ibanfout.Lengte)]
    [InlineData("BE685390075470345", Ibanfout.Lengte)]
    [InlineData("NL4212340300012345", Ibanfout.Tekens)]
    [InlineData("NL42RABO03000A2345", Ibanfout.Tekens)]
    [InlineData("NL42RABO-0300012345", Ibanfout.Tekens)]
    [InlineData("NL42RABO٠300012345", Ibanfout.Tekens)]
    [InlineData("4242RABO0300012345", Ibanfout.Begin)]
    [InlineData("NL", Ibanfout.Begin)]
    [InlineData("NLX2RABO0300012345", Ibanfout.Begin)]
    [InlineData("", Ibanfout.Leeg)]
    [InlineData("  ", Ibanfout.Leeg)]
    [InlineData(null, Ibanfout.Leeg)]
    public void TryParse_Bad_SaysWhy(string? text, Ibanfout waarom)
    {
        Assert.False(Iban.TryParse(text, out var iban, out var fout));

        Assert.Equal((default, waarom), (iban, fout));
    }

    /// <summary>Mod 97 alone takes 00, 01 and 99 for what would be 97, 98 and 02.</summary>
    [Fact]
    public void TryParse_CheckDigitsThatAreNeverGiven_AreRefused()
    {
        for (var nummer = 0; nummer < 1000; nummer++)
        {
            foreach (var cijfers in new[] { "00", "01", "99" })
            {
                Assert.False(Iban.TryParse($"NL{cijfers}RABO0300{nummer:D6}", out _));
            }
        }
    }

    [Fact]
    public void TryParse_SpacesAndSmallLetters_AreTheSameAccount()
    {
        Assert.True(Iban.TryParse(" nl42 rabo 0300\u00a00123 45", out var iban));

        Assert.Equal("NL42RABO0300012345", iban.Reveal());
        Assert.True(Iban.TryParse("NL42RABO0300012345", out var same) && iban == same);
    }

    [Theory]
    [InlineData("NL42RABO0300012345", true, true)]
    [InlineData("BE68539007547034", false, true)]
    [InlineData("TR330006100519786457841326", false, false)]
    public void Land_OfAnIban_SaysWhetherSepaReachesIt(string text, bool nederlands, bool sepa)
    {
        Assert.True(Iban.TryParse(text, out var iban));

        Assert.Equal((text[..2], nederlands, sepa), (iban.Land, iban.IsNederlands, iban.IsSepa));
    }

    [Fact]
    public void ToString_OfAnIban_HidesIt()
    {
        Assert.True(Iban.TryParse("NL42RABO0300012345", out var iban));

        Assert.Equal("IBAN(hidden)", $"{iban}");
        Assert.Throws<InvalidOperationException>(() => default(Iban).Reveal());
    }

    /// <summary>Mod 97 finds every single wrong digit.</summary>
    [Fact]
    public void TryParse_OneDigitChanged_IsAlwaysRefused()
    {
        var gevallen = from rekening in Gen.Choose(0, 999_999_999)
                       from plaats in Gen.Choose(8, 17)
                       from verschil in Gen.Choose(1, 9)
                       select (rekening, plaats, verschil);
        Prop.ForAll(gevallen.ToArbitrary(), geval =>
        {
            var goed = Betaalproef.Iban(geval.rekening).Reveal();
            var cijfer = (char)('0' + ((goed[geval.plaats] - '0' + geval.verschil) % 10));
            return !Iban.TryParse($"{goed[..geval.plaats]}{cijfer}{goed[(geval.plaats + 1)..]}", out _);
        }).Check(Runs);
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Iban.TryParse(text, out _, out var fout) == fout is null).Check(Runs);
}
