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
    [InlineData("   ", null)]
    public void Read_Fouttekst_LeavesNumbersOut(string text, string? reason)
    {
        Assert.True(DuoFoutmelding.TryRead(Body(text), out var read));
        Assert.Equal(reason, read);
    }

    [Fact]
    public void Read_LongFouttekst_IsCutAt200()
    {
        Assert.True(DuoFoutmelding.TryRead(Body(new string('x', 200)), out var whole));
        Assert.True(DuoFoutmelding.TryRead(Body(new string('x', 201)), out var cut));

        Assert.Equal(new string('x', 200), whole);
        Assert.Equal(new string('x', 199) + "…", cut);
    }

    [Fact]
    public void Read_NumberAcrossTheCut_IsLeftOutFirst()
    {
        Assert.True(DuoFoutmelding.TryRead(Body(new string('x', 195) + "999990019"), out var reason));

        Assert.DoesNotContain("9", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyFoutteksten_KeepsTwenty()
    {
        Assert.True(DuoFoutmelding.TryRead(Body([.. Enumerable.Repeat("x", 500)]), out var reason));

        Assert.Equal(20, reason!.Split("; ").Length);
    }

    private static byte[] Body(params string[] texts) => JsonSerializer.SerializeToUtf8Bytes(texts.Select(text => new { fouttekst = text }));
}
