using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Normalization;

namespace Inburgering.Gateway.Tests.Normalization;

/// <summary>What counts as a difference between sources (domain c), for any facts in any order.</summary>
public sealed class BronverschilProperties
{
    private static readonly string[] Bronnen = ["gemeente", "duo", "taalpunt", "vorige-gemeente"];
    private static readonly string[] Velden = ["PIP.niveau", "PIP.leerroute", "CON.telefoon", "IDN.bsn", "IDN.naam", "GZH.gezondheid"];
    private static readonly string[] Waarden = ["A2", "B1", "ja"];

    [Fact]
    public void Of_ElkeVolgorde_GeeftHetzelfde() => Check(velden => Assert.Equal(Plat(velden), Plat(velden.Reverse())));

    [Fact]
    public void Of_AlleenWatTweeBronnenAndersZeggen_EnNooitNummersOfGezondheid() => Check(velden =>
    {
        var gevonden = Bronverschillen.Of(velden).Select(v => $"{v.Punt.Categorie}.{v.Punt.Veld}").ToArray();

        var verwacht = velden.Where(v => v.Bron != "vorige-gemeente").GroupBy(v => $"{v.Categorie}.{v.Veld}")
            .Where(g => g.Select(v => v.Waarde.ToString()).Distinct().Count() > 1 && g.Key is not ("IDN.bsn" or "GZH.gezondheid"))
            .Select(g => g.Key).Order(StringComparer.Ordinal);
        Assert.Equal(verwacht, gevonden);
    });

    private static void Check(Action<Brongegeven[]> regel) => Prop.ForAll(
        Gen.Choose(0, 10_000).ListOf().ToArbitrary(),
        trekking =>
        {
            regel([.. Trek(trekking)]);
            return true;
        }).QuickCheckThrowOnFailure();

    /// <summary>Each source says one thing of a field.</summary>
    private static IEnumerable<Brongegeven> Trek(IEnumerable<int> trekking) => trekking
        .Select(n => (Veld: Velden[n % 6], Bron: Bronnen[n / 6 % 4], Waarde: Waarden[n / 24 % 3]))
        .DistinctBy(t => (t.Veld, t.Bron))
        .Select(t => new Brongegeven(t.Veld[..3], t.Veld[4..], t.Bron, JsonValue.Create(t.Waarde)));

    private static string[] Plat(IEnumerable<Brongegeven> velden) =>
        [.. Bronverschillen.Of(velden).Select(v => $"{v.Punt} {string.Join(',', v.Waarden.Select(w => $"{w.Bron}={w.Tekst}"))}")];
}
