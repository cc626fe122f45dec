namespace Inburgering.Gateway.Benchmarks.Lezen;

/// <summary>What the line costs a read inside the product: facts, decision and opened sections, with and without the writer.</summary>
public sealed class GelogdLezenTests
{
    private const int Rondes = 5;
    private static readonly TimeSpan Duur = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(1, 0.4)]
    [InlineData(16, 0.6)]
    [InlineData(64, 0.6)]
    public async Task Read_WithItsLine_KeepsMostOfItsThroughput(int gelijktijdig, double minstens)
    {
        await using var wereld = await Leeswereld.CreateAsync(TestContext.Current.CancellationToken);
        using var writer = await wereld.WriterAsync();
        var (zonder, met) = (new List<Doorvoer>(), new List<Doorvoer>());
        for (var ronde = -1; ronde < Rondes; ronde++)             // one to warm up
        {
            var (een, ander) = (await Doorvoer.MeetAsync(gelijktijdig, Duur, () => wereld.ReadLoggedAsync(null)), await Doorvoer.MeetAsync(gelijktijdig, Duur, () => wereld.ReadLoggedAsync(writer)));
            if (ronde >= 0)
            {
                zonder.Add(een);
                met.Add(ander);
            }
        }

        await writer.StopAsync(CancellationToken.None);
        var (ongelogd, gelogd) = (Doorvoer.Midden(zonder), Doorvoer.Midden(met));
        Meting.Druk($"lezen zonder voordeur, {gelijktijdig} gelijktijdig: ongelogd {ongelogd.PerSeconde:F0} per seconde (p99 {ongelogd.P99:F1} ms), gelogd {gelogd.PerSeconde:F0} (p99 {gelogd.P99:F1} ms)");
        Meting.Minstens($"gelogd lezen tegen ongelogd, {gelijktijdig} gelijktijdig", gelogd.PerSeconde / ongelogd.PerSeconde, minstens);
    }
}
