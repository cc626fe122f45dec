using System.Text.Json;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

public sealed class DuoFoutmeldingTests
{
    [Theory]
    [InlineData("BSN 999990019 is onbekend.", "BSN (nummer weggelaten) is onbekend.")]
    [InlineData("V-nummer 2900000017.", "V-nummer (nummer weggelaten).")]
    [InlineData("BSN 9999.90.019 is onbekend.", "BSN (nummer weggelaten) is onbekend.")]
    [InlineData("BSN 999 990 019 is onbekend.", "BSN (nummer weggelaten) is onbekend.")]
    [InlineData("OIN 00000001999990001000", "OIN (nummer weggelaten)")]
    [InlineData("Niet voor 2024-06-17 en na 17-06-2024 10:30, code 12345678.", "Niet voor 2024-06-17 en na 17-06-2024 10:30, code 12345678.")]
    [InlineData("  Twee\nregels\ten een tab ", "Twee regels en een tab")]
    [InlineData("   ", "DUO weigert en geeft geen uitleg.")]
    public void Read_Fouttekst_LeavesNumbersOut(string text, string reason) => Assert.Equal([reason], DuoFoutmelding.Read(Body(text)));

    [Fact]
    public void Read_LongFouttekst_IsCutAt200() => Assert.Equal(
        [new string('x', 200), new string('x', 199) + "…"],
        DuoFoutmelding.Read(Body(new string('x', 200), new string('x', 201))));

    [Fact]
    public void Read_NumberAcrossTheCut_IsLeftOutFirst() =>
        Assert.DoesNotContain("9", Assert.Single(DuoFoutmelding.Read(Body(new string('x', 195) + "999990019"))!), StringComparison.Ordinal);

    [Fact]
    public void Read_AsManyAsTheContractAllows_KeepsEachInOrder()
    {
        var texts = Enumerable.Range(1, 100).Select(number => $"Regel {number}.").ToArray();

        Assert.Equal(texts, DuoFoutmelding.Read(Body(texts)));
        Assert.Equal(texts, DuoFoutmelding.Read(Body([.. texts, "Regel 101."])));
    }

    [Fact]
    public void Read_EmptyTextBesideOthers_IsLeftOut() => Assert.Equal(["Een.", "Twee."], DuoFoutmelding.Read(Body("Een.", " ", "Twee.")));

    [Fact]
    public void Read_NoList_IsNoRefusalOfTheContract() => Assert.Null(DuoFoutmelding.Read("""{"fouttekst":"Een."}"""u8.ToArray()));

    private static byte[] Body(params string[] texts) => JsonSerializer.SerializeToUtf8Bytes(texts.Select(text => new { fouttekst = text }));
}
