using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Tests.Seam.Betalen;

/// <summary>payments 3: betalingskenmerk and RF.</summary>
public sealed class CrediteurreferentieTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true);

    [Theory]
    [InlineData("5000056789012345", Referentiesoort.Betalingskenmerk)]
    [InlineData("12234534622567", Referentiesoort.Betalingskenmerk)]
    [InlineData("4020261112345678", Referentiesoort.Betalingskenmerk)]
    [InlineData("1234567", Referentiesoort.Betalingskenmerk)]
    [InlineData("RF18539007547034", Referentiesoort.Rf)]
    [InlineData("RF50HUUR20261100123", Referentiesoort.Rf)]
    [InlineData("rf50 huur 2026 1100 123", Referentiesoort.Rf)]
    [InlineData("4020 2611 1234 5678", Referentiesoort.Betalingskenmerk)]
    public void TryParse_Vector_IsAReference(string text, Referentiesoort soort)
    {
        Assert.True(Crediteurreferentie.TryParse(text, out var referentie));

        Assert.Equal((text.Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant(), soort), (referentie.Reveal(), referentie.Soort));
    }

    [Theory]
    [InlineData("5020261112345678")]
    [InlineData("12345678")]
    [InlineData("123456")]
    [InlineData("123456789012345")]
    [InlineData("12345678901234567")]
    [InlineData("RF19539007547034")]
    [InlineData("RF18")]
    [InlineData("RF00539007547034")]
    [InlineData("RF18-39007547034")]
    [InlineData("FR18539007547034")]
    [InlineData("HUUR 2026-11")]
    [InlineData("٤020261112345678")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_Bad_IsNone(string? text)
    {
        Assert.False(Crediteurreferentie.TryParse(text, out var referentie));

        Assert.Equal(default, referentie);
        Assert.Throws<InvalidOperationException>(() => referentie.Reveal());
    }

    /// <summary>Of 9 to 14 digits: exactly one check digit and one length digit fit a number, and they are what the published weights say (11 minus the rest; 10 is written 1, 11 is written 0).</summary>
    [Fact]
    public void TryParse_AnyNumberOf7To12_HasOneKenmerk()
    {
        var gevallen = from lengte in Gen.Choose(7, 12)
                       from cijfers in Gen.ArrayOf(Gen.Choose(0, 9), lengte)
                       select string.Concat(cijfers);
        Prop.ForAll(gevallen.ToArbitrary(), nummer =>
        {
            var goed = Enumerable.Range(0, 100).Select(begin => begin.ToString("D2", CultureInfo.InvariantCulture) + nummer).Where(tekst => Crediteurreferentie.TryParse(tekst, out _)).ToArray();
            return goed.Length == 1 && goed[0] == $"{Controle($"{nummer.Length % 10}{nummer}")}{nummer.Length % 10}{nummer}";
        }).Check(Runs);
    }

    [Fact]
    public void TryParse_AnyRf_IsTakenWithItsCheckDigitsAlone()
    {
        var gevallen = from lengte in Gen.Choose(1, 21)
                       from tekens in Gen.ArrayOf(Gen.Elements("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".ToCharArray()), lengte)
                       select new string(tekens);
        Prop.ForAll(gevallen.ToArbitrary(), tekst =>
            Crediteurreferentie.TryParse(Betaalproef.Rf(tekst), out _)
            && Enumerable.Range(0, 100).Count(cijfers => Crediteurreferentie.TryParse($"RF{cijfers:D2}{tekst}", out _)) == 1).Check(Runs.WithMaxTest(200));
    }

    [Fact]
    public void TryParse_AnyOf15_HasTheirCheckDigitInFront() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 9), 15).Select(cijfers => string.Concat(cijfers)).ToArbitrary(), nummer =>
        Enumerable.Range(0, 10).Where(cijfer => Crediteurreferentie.TryParse($"{cijfer}{nummer}", out _)).SequenceEqual([Controle(nummer)])).Check(Runs);

    private static int Controle(string cijfers)
    {
        int[] gewichten = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1, 2, 4, 8, 5, 10];
        var rest = cijfers.Reverse().Zip(gewichten, (cijfer, gewicht) => (cijfer - '0') * gewicht).Sum() % 11;
        return rest < 2 ? rest : 11 - rest;
    }

    [Fact]
    public void ToString_OfAReference_HidesIt()
    {
        Assert.True(Crediteurreferentie.TryParse("4020261112345678", out var referentie));

        Assert.Equal("Referentie(hidden)", $"{referentie}");
    }
}
