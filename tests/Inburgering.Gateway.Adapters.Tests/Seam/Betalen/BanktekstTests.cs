using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Tests.Seam.Betalen;

/// <summary>payments 2: character conversion.</summary>
public sealed class BanktekstTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true);

    [Theory]
    [InlineData("A. Voorbeeld", "A. Voorbeeld")]
    [InlineData("Straße & Søn", "Strasse + Son")]
    [InlineData("Łukasz Wałęsa", "Lukasz Walesa")]
    [InlineData("Çağlar Şahin-İnce ı", "Caglar Sahin-Ince i")]
    [InlineData("Đorđe Ærøskøbing Þór", "Dorde AEroskobing THor")]
    [InlineData("Nguyễn Thị Hồng", "Nguyen Thi Hong")]
    [InlineData("Nguye\u0302\u0303n", "Nguyen")]
    [InlineData("Ĳsbrand d’Hondt – “van Gent”", "IJsbrand d'Hondt - 'van Gent'")]
    [InlineData("  twee   woorden\u00a0hier\t", "twee woorden hier")]
    public void Naam_WithMapping_BecomesTheBanksCharacters(string origineel, string bank)
    {
        var tekst = Banktekst.Naam(origineel);

        Assert.Equal((origineel, bank, string.Empty, true), (tekst.Origineel, tekst.Tekst, tekst.Onvertaalbaar, tekst.Past));
        Assert.Empty(tekst.Fouten("/naam"));
    }

    [Theory]
    [InlineData("محمد", "محد")]
    [InlineData("ሰላም Tesfay", "ሰላም")]
    [InlineData("Иванов", "Ивано")]
    [InlineData("A@B € A@", "@€")]
    [InlineData("x\ud83d\ude00", "\ud83d\ude00")]
    [InlineData("regel\u0000nul", "\u0000")]
    public void Naam_LetterWithoutMapping_IsForAPerson(string origineel, string letters)
    {
        var tekst = Banktekst.Naam(origineel);

        Assert.Equal((letters, false), (string.Concat(tekst.Onvertaalbaar.EnumerateRunes()), tekst.Past));
        var fout = Assert.Single(tekst.Fouten("/naam"));
        Assert.Equal(("BT-05", "/naam"), (fout.Code, fout.Pointer));
        Assert.Contains(letters, fout.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(70, null)]
    [InlineData(71, "BT-06")]
    [InlineData(0, "BB-13")]
    public void Naam_Length_IsThatOfTheBanksText(int lengte, string? code)
    {
        var tekst = Banktekst.Naam(new string('a', lengte) + "  ");

        Assert.Equal((code is null, code), (tekst.Past, tekst.Fouten("/naam").SingleOrDefault()?.Code));
        Assert.Equal(lengte == 70 ? "BT-06" : code, Banktekst.Naam(new string('a', Math.Max(0, lengte - 1)) + (lengte > 0 ? "ß" : string.Empty)).Fouten("/naam").SingleOrDefault()?.Code);
    }

    [Fact]
    public void Omschrijving_Of140_Fits()
    {
        Assert.True(Banktekst.Omschrijving(new string('a', 140)).Past);
        Assert.False(Banktekst.Omschrijving(new string('a', 141)).Past);
    }

    [Fact]
    public void ToString_OfATekst_HidesIt() => Assert.Equal("Banktekst(hidden)", $"{Banktekst.Naam("A. Voorbeeld")}");

    /// <summary>Whatever is written: what the bank gets is in its characters, and what was left out is named.</summary>
    [Fact]
    public void Naam_AnyText_HoldsOnlyWhatTheBankTakesAndLosesNoLetterUnnamed() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), invoer =>
        {
            var origineel = invoer ?? string.Empty;
            var tekst = Banktekst.Omschrijving(origineel);
            Assert.All(tekst.Tekst, teken => Assert.True(Banktekst.IsBankteken(teken)));
            Assert.Equal(tekst.Tekst.Trim(), tekst.Tekst);
            Assert.All(origineel.EnumerateRunes(), rune => Assert.True(Banktekst.Omschrijving($"a{rune}a") is var een && (een.Onvertaalbaar.Length > 0 || een.Tekst.Length > 0)));
            Assert.Equal(origineel.EnumerateRunes().Any(rune => Banktekst.Omschrijving($"a{rune}a").Onvertaalbaar.Length > 0), tekst.Onvertaalbaar.Length > 0);
        }).Check(Runs);
}
