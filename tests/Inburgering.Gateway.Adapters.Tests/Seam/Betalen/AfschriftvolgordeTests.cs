using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Tests.Seam.Betalen;

/// <summary>payments 7.2: what only the statement before it can say.</summary>
public sealed class AfschriftvolgordeTests
{
    private static readonly Iban Rekening = Betaalproef.Iban(285999901, "BNGH");
    private static readonly DateOnly Vrijdag = new(2026, 11, 27);
    private static readonly Afschrift Gisteren = Afschrift(231, 50_000_00, 49_238_90, Vrijdag);

    private static readonly (string Geval, Afschrift Afschrift, string Uitkomst)[] Tabel =
    [
        ("the next", Afschrift(232, 49_238_90, 49_000_00, Vrijdag.AddDays(3)), "volgt"),
        ("the next, first page", Afschrift(232, 49_238_90, 49_000_00, Vrijdag.AddDays(3), new Pagina(1, false)), "volgt"),
        ("the same", Gisteren, "herhaling"),
        ("the same number, another statement", Gisteren with { Id = "anders" }, "BK-03"),
        ("a gap", Afschrift(233, 49_238_90, 49_000_00, Vrijdag.AddDays(3)), "BK-03"),
        ("an older one", Afschrift(229, 49_238_90, 49_000_00, Vrijdag.AddDays(-3)), "BK-03"),
        ("number 1 in the same year", Afschrift(1, 49_238_90, 49_000_00, Vrijdag.AddDays(3)), "BK-03"),
        ("number 1 in the next year", Afschrift(1, 49_238_90, 49_000_00, new DateOnly(2027, 1, 4)), "volgt"),
        ("number 1 two years on", Afschrift(1, 49_238_90, 49_000_00, new DateOnly(2028, 1, 4)), "BK-03"),
        ("no number", Afschrift(232, 49_238_90, 49_000_00, Vrijdag) with { Nummer = null }, "BK-03"),
        ("second page first", Afschrift(232, 49_238_90, 49_000_00, Vrijdag.AddDays(3), new Pagina(2, true)), "BK-03"),
        ("opens otherwise", Afschrift(232, 49_238_89, 49_000_00, Vrijdag.AddDays(3)), "BK-04"),
        ("another's account", Afschrift(232, 49_238_90, 49_000_00, Vrijdag.AddDays(3)) with { Rekening = Betaalproef.Iban(1) }, "BK-02"),
    ];

    public static TheoryData<string> Gevallen => [.. Tabel.Select(rij => rij.Geval)];

    [Theory]
    [MemberData(nameof(Gevallen))]
    public void Toets_AfterAWholeStatement_TakesOnlyTheNext(string geval)
    {
        var (_, afschrift, uitkomst) = Tabel.Single(rij => rij.Geval == geval);

        var oordeel = Afschriftvolgorde.Toets(afschrift, [Rekening], Afschriftstand.Na(Gisteren));

        Assert.True(uitkomst == Naam(oordeel), $"{geval}: {Naam(oordeel)}");
    }

    [Theory]
    [InlineData(232, 2, true, 400, "volgt")]
    [InlineData(232, 2, false, 400, "volgt")]
    [InlineData(232, 3, true, 400, "BK-03")]
    [InlineData(232, 1, false, 400, "herhaling")]
    [InlineData(233, 1, true, 400, "BK-03")]
    [InlineData(232, 2, true, 401, "BK-04")]
    public void Toets_AfterAFirstPage_TakesOnlyTheSecond(int nummer, int pagina, bool laatste, int begin, string uitkomst)
    {
        var eerste = Afschrift(232, 500, 400, Vrijdag, new Pagina(1, false));

        var oordeel = Afschriftvolgorde.Toets(Afschrift(nummer, begin, 300, Vrijdag, new Pagina(pagina, laatste)), [Rekening], Afschriftstand.Na(eerste));

        Assert.Equal(uitkomst, Naam(oordeel));
    }

    [Fact]
    public void Toets_WholeAfterAFirstPage_MissesThePages() => Assert.Equal(
        "BK-03", Naam(Afschriftvolgorde.Toets(Afschrift(233, 400, 300, Vrijdag), [Rekening], Afschriftstand.Na(Afschrift(232, 500, 400, Vrijdag, new Pagina(1, false))))));

    [Fact]
    public void Toets_FirstOfAnAccount_IsTakenAsItIsUnlessPagesMiss()
    {
        Assert.Equal("volgt", Naam(Afschriftvolgorde.Toets(Gisteren, [Rekening], null)));
        Assert.Equal("BK-03", Naam(Afschriftvolgorde.Toets(Gisteren with { Pagina = new Pagina(2, true) }, [Rekening], null)));
        Assert.Equal("BK-02", Naam(Afschriftvolgorde.Toets(Gisteren, [], null)));
    }

    [Fact]
    public void Toets_Gap_NamesTheNumberThatMisses()
    {
        var wacht = Assert.IsType<Volgorde.Wacht>(Afschriftvolgorde.Toets(Afschrift(240, 1, 1, Vrijdag), [Rekening], Afschriftstand.Na(Gisteren)));

        Assert.StartsWith("Afschrift ontbreekt: nummer 232.", wacht.Reden.Detail, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Afschriftstand.Na(Gisteren with { Nummer = null }));
    }

    private static string Naam(Volgorde oordeel) => oordeel switch
    {
        Volgorde.Volgt => "volgt",
        Volgorde.Herhaling => "herhaling",
        Volgorde.Wacht(var reden) => reden.Code!,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Afschrift Afschrift(long nummer, long begin, long eind, DateOnly dag, Pagina? pagina = null) => new()
    {
        Rekening = Rekening,
        Id = $"AFS-{nummer}",
        Nummer = nummer,
        Pagina = pagina,
        Begin = new Saldo(new Bedrag(begin), dag.AddDays(-1)),
        Eind = new Saldo(new Bedrag(eind), dag),
        Posten = [],
    };
}
