using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Wiring;

namespace Inburgering.Gateway.Tests.Wiring;

[Trait("Regel", "security 22")]
public sealed class BsnRedactionTests
{
    [Theory]
    [InlineData("999990342", "[bsn]")]
    [InlineData("bsn=999990342.", "bsn=[bsn].")]
    [InlineData("bsn999990342en verder", "bsn[bsn]en verder")]
    [InlineData("personen/999990342/inburgeringstermijn", "personen/[bsn]/inburgeringstermijn")]
    [InlineData("999 990 342", "[bsn]")]
    [InlineData("999.990.342", "[bsn]")]
    [InlineData("{\"bsn\":\"999990342\",\"n\":999990342}", "{\"bsn\":\"[bsn]\",\"n\":[bsn]}")]
    [InlineData("%20999990342%20", "%20[bsn]%20")]
    public void Clean_TextWithBsn_TakesItOut(string text, string clean) => Assert.Equal(clean, BsnRedaction.Clean(text));

    [Theory]
    [InlineData("999990343")]
    [InlineData("000000000")]
    [InlineData("9999903420")]
    [InlineData("00000003999990011000")]
    [InlineData("999 990.342")]
    [InlineData("b999990342f4a1c2d3e4f5a6b7c8d9e0")]
    [InlineData("6d6b8f0a-3f0e-4a52-9a0f-a99999034200")]
    [InlineData("2024-11-15T10:00:00.1234567Z")]
    public void Clean_OtherNumbers_LeavesThemAlone(string text) => Assert.Equal(text, BsnRedaction.Clean(text));

    [Fact]
    public void Clean_AnyNumber_IsGoneExactlyWhenItIsABsn()
    {
        var numbers = Gen.Choose(0, 999_999_999).Select(n => n.ToString("D9", System.Globalization.CultureInfo.InvariantCulture));
        var around = Gen.Elements("", " ", "/", "\"", "x", ",", "é", "\n");
        var texts = numbers.SelectMany(n => around.SelectMany(a => around.Select(b => (Number: n, Text: a + n + b))));
        Check.QuickThrowOnFailure(Prop.ForAll(texts.ToArbitrary(), t =>
            Bsn.TryParse(t.Number, out _) == !BsnRedaction.Clean(t.Text).Contains(t.Number, StringComparison.Ordinal)));
    }
}
