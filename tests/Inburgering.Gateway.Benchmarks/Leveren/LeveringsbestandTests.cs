using System.Globalization;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Benchmarks.Leveren;

/// <summary>A whole school's month as a file (issue 7: 10,000 rows in under ten seconds, with progress): how long until every row counts, whether that grows with the rows alone, what it takes of memory.</summary>
public sealed class LeveringsbestandTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const int Klein = 1_000;

    // on a machine that others use too the clock on the wall swings up to threefold, so what is held tightly is the gateway's own time and the ratio
    private static readonly TimeSpan HoogsteRekentijd = TimeSpan.FromMilliseconds(1.2), HoogsteDuur = TimeSpan.FromMilliseconds(3);
    private static readonly int Groot = Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? 10_000 : 4_000;

    [Fact]
    public async Task Leveringsbestand_VanDuizendenRijen_KostEenMillisecondePerRij()
    {
        var proef = new Leveringsproef(house);
        await proef.LeerlingenAsync(Groot);
        await proef.LeverAsync(Leveringsproef.Bestand(1, Klein, "2024-08", 20), Klein);       // compiles what runs
        var (klein, _) = await proef.LeverAsync(Leveringsproef.Bestand(1, Klein, "2024-09", 20), Klein);
        var begin = house.Rekentijd;

        var (groot, standen) = await proef.LeverAsync(Leveringsproef.Bestand(1, Groot, "2024-10", 20), Groot);

        var rekentijd = house.Rekentijd - begin;
        Meting.Druk($"leveringsbestand: {Klein} rijen in {klein.TotalSeconds:F2} s, {Groot} in {groot.TotalSeconds:F2} s ({rekentijd.TotalSeconds:F1} s rekentijd), voortgang {standen} keer gezien, hoogste geheugen {Geheugen()} MiB");
        Assert.True(standen > 3, $"{standen}");
        Meting.Hoogstens("leveringsbestand: tijd per rij bij meer rijen", groot / klein / ((double)Groot / Klein), 1.5);
        Assert.True(rekentijd < Groot * HoogsteRekentijd && groot < Groot * HoogsteDuur, $"{rekentijd} {groot}");
    }

    /// <summary>Peak of the gateway's resident memory, in MiB.</summary>
    private long Geheugen() =>
        long.Parse(File.ReadLines($"/proc/{house.GatewayId}/status").First(r => r.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
