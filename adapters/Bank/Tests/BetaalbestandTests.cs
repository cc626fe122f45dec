using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank.Tests;

/// <summary>payments 2: what we write.</summary>
public sealed class BetaalbestandTests
{
    private const int Bestanden = 200;
    private static readonly string Map = Path.Combine(SharedContracts.RepositoryRoot, "adapters", "Bank", "Tests");

    [Fact]
    public async Task Schrijf_OrdersOfTheContracts_IsItsFile()
    {
        var geschreven = XDocument.Parse(Encoding.UTF8.GetString(Schrijf(Betaalvoorbeeld.Ontzorgen)));

        var verwacht = XDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Map, "pain.001-ontzorgen.xml"), TestContext.Current.CancellationToken));
        Assert.True(XNode.DeepEquals(verwacht.Root, geschreven.Root), geschreven.ToString());
    }

    [Theory]
    [InlineData(Painversie.V09, "pain.001.001.09")]
    [InlineData(Painversie.V03, "pain.001.001.03")]
    public async Task Schrijf_AnyFile_IsValidForAnotherImplementationAndForOurRules(Painversie versie, string soort)
    {
        var bestanden = Gen.Sample(Betaalvoorbeeld.Alle.Generator, Bestanden, 20).Select(bestand => bestand with { Profiel = bestand.Profiel with { Versie = versie } }).ToArray();

        var geschreven = bestanden.Select(bestand => (ReadOnlyMemory<byte>)Schrijf(bestand)).ToArray();

        Assert.Equal(string.Empty, await Xmllint.ToetsAsync(soort, geschreven));
    }

    [Fact]
    public void Schrijf_AnyFile_HoldsItsOrdersToTheCentAndNothingElse() => Prop.ForAll(Betaalvoorbeeld.Alle, bestand =>
    {
        var document = XDocument.Parse(Encoding.UTF8.GetString(Schrijf(bestand)));
        var namen = document.Descendants().Where(e => !e.HasElements).Select(e => e.Value).ToArray();
        var bedragen = document.Descendants().Where(e => e.Name.LocalName == "InstdAmt").Select(e => (long)(decimal.Parse(e.Value, System.Globalization.CultureInfo.InvariantCulture) * 100));
        Assert.Equal(bestand.Opdrachten.Select(o => o.Bedrag.Centen), bedragen);
        Assert.Equal(bestand.Opdrachten.Select(o => o.Naam.Tekst), document.Descendants().Where(e => e.Name.LocalName == "Cdtr").Select(e => e.Value));
        Assert.All(bestand.Opdrachten, o => Assert.Contains(o.Rekening.Reveal(), namen));
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Schrijf_Twice_GivesTheSameBytesAndTheirHash()
    {
        var eerste = Assert.IsType<Bestanduitkomst.Geschreven>(new BetaalbestandSchrijver().Schrijf(Betaalvoorbeeld.Ontzorgen));
        var tweede = Assert.IsType<Bestanduitkomst.Geschreven>(new BetaalbestandSchrijver().Schrijf(Betaalvoorbeeld.Ontzorgen));

        Assert.Equal(eerste.Inhoud.ToArray(), tweede.Inhoud.ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(eerste.Inhoud.Span)), eerste.Sha256);
    }

    [Fact]
    public void Schrijf_EveryFaultOfTheRecord_IsSaidAtOnceAndNothingIsWritten()
    {
        var fout = Betaalvoorbeeld.Opdracht("A-1", 0, "محمد", "NL42RABO0300012345", Betaalvoorbeeld.Vrij(new string('x', 141)));

        var afgekeurd = Fouten(Betaalvoorbeeld.Bestand([Betaalvoorbeeld.Ontzorgen.Opdrachten[0], fout]) with { Opdrachtgever = Banktekst.Naam(" ") });

        Assert.Equal(["BB-13 /opdrachtgever", "BT-05 /opdrachten/1/naam", "BT-06 /opdrachten/1/omschrijving"], afgekeurd);
    }

    [Theory]
    [InlineData("Uitkering november 2026", true)]
    [InlineData("Polis 000123456 premie 2026-11", true)]
    [InlineData("Huur 2026-11 contract 31122", true)]
    [InlineData("Klant 999990019", false)]
    [InlineData("Klant 9999.90.019", false)]
    [InlineData("Klant 999 990 019", false)]
    [InlineData("Klant 999990018", true)]
    [InlineData("V 2900000017", false)]
    [InlineData("V-nummer 12", false)]
    [InlineData("Klant bsn 1", false)]
    [InlineData("Huur statushouder", false)]
    [InlineData("ONTZORGEN november", false)]
    [InlineData("Bijstand", false)]
    [InlineData("inburgering", false)]
    [InlineData("asiel", false)]
    public void Schrijf_Text_SaysNothingOfWhoOrWhy(string tekst, bool mag)
    {
        var fouten = Uitkomst(Betaalvoorbeeld.Bestand([Betaalvoorbeeld.Opdracht("A-1", 1, "Verhuurder", "NL42RABO0300012345", Betaalvoorbeeld.Vrij(tekst))]));

        Assert.Equal(mag ? [] : ["BB-15 /CstmrCdtTrfInitn/1/PmtInf/1/CdtTrfTxInf/1/RmtInf/1/Ustrd/1"], fouten);
    }

    [Fact]
    public void Schrijf_MoreThanTheProfileTakes_IsRefused()
    {
        var krap = Betaalvoorbeeld.Profiel with { MeesteOpdrachten = 3 };
        var klein = Betaalvoorbeeld.Profiel with { MeesteBytes = 2_000 };

        Assert.Equal(["BB-17"], Fouten(Betaalvoorbeeld.Ontzorgen with { Profiel = krap }).Select(f => f[..5]));
        Assert.Equal(["BB-17"], Fouten(Betaalvoorbeeld.Ontzorgen with { Profiel = klein }).Select(f => f[..5]));
    }

    /// <summary>The seed of the benchmark: as many orders as a default profile takes, within its bytes; twice the orders cost twice the work.</summary>
    [Fact]
    public void Schrijf_FiveThousandOrders_FitsTheProfileAndCostsInProportion()
    {
        Schrijf(Betaalvoorbeeld.Van(10));
        var klein = Kosten(1_250);
        var groot = Kosten(5_000);

        Assert.InRange((double)groot / klein, 3.0, 5.0);
        Assert.InRange(Schrijf(Betaalvoorbeeld.Van(Bankprofiel.StandaardOpdrachten)).Length, 1_000_000, Bankprofiel.StandaardBytes);
    }

    private static long Kosten(int opdrachten)
    {
        var bestand = Betaalvoorbeeld.Van(opdrachten);
        var voor = GC.GetAllocatedBytesForCurrentThread();
        Schrijf(bestand);
        return GC.GetAllocatedBytesForCurrentThread() - voor;
    }

    private static byte[] Schrijf(Betaalbestand bestand) => new BetaalbestandSchrijver().Schrijf(bestand) switch
    {
        Bestanduitkomst.Geschreven(var inhoud, _) => inhoud.ToArray(),
        Bestanduitkomst.Afgekeurd(var fouten) => throw new InvalidOperationException(string.Join('\n', fouten)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string[] Fouten(Betaalbestand bestand)
    {
        Assert.IsType<Bestanduitkomst.Afgekeurd>(new BetaalbestandSchrijver().Schrijf(bestand));
        return Uitkomst(bestand);
    }

    private static string[] Uitkomst(Betaalbestand bestand) =>
        new BetaalbestandSchrijver().Schrijf(bestand) is Bestanduitkomst.Afgekeurd(var fouten) ? [.. fouten.Select(fout => $"{fout.Code} {fout.Pointer}")] : [];
}
