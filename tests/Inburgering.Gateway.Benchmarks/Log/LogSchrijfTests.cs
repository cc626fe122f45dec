using Inburgering.Gateway.Benchmarks.Kaal;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Benchmarks.Log;

/// <summary>Lines per second through the product's writer, against one that only chains, batches and commits (performance 2).</summary>
public sealed class LogSchrijfTests
{
    private const int Rondes = 5;

    // the product's line is checked, salted, kept apart per gemeente under row security and twice as wide
    private const double MinsteAandeel = 0.15;
    private const double MinsteGroei = 5;
    private static readonly int[] Gelijktijdig = [1, 16, 64];
    private static readonly TimeSpan Duur = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Append_FromOneToSixtyFourCallers_KeepsUpWithTheBareWriter()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await using (var tabel = wereld.Database.Owner.CreateCommand(KaleSchrijver.Tabel))
        {
            await tabel.ExecuteNonQueryAsync(Given.Ct);
        }

        await using var kaal = await KaleSchrijver.OpenAsync(wereld.Database.Owner);
        var nummer = 0;
        var eigen = () => wereld.Writer.AppendAsync(Given.Regel(nummer: Interlocked.Increment(ref nummer)), Given.Ct);
        var ander = () => kaal.AppendAsync("schakelcollege-1708", Given.Dossier(nummer), "IDN.naam,geboortedatum CON.telefoon PIP.leerroute");

        var gemeten = await MeasureAsync(eigen, ander);

        foreach (var (n, (een, twee)) in gemeten)
        {
            Meting.Druk($"regels per seconde bij {n} gelijktijdig: {een.PerSeconde:F0} (p99 {een.P99:F1} ms), kale schrijver {twee.PerSeconde:F0} (p99 {twee.P99:F1} ms)");
        }

        Meting.Minstens("schrijver tegen de kale schrijver, 16 gelijktijdig", gemeten[16].Eigen.PerSeconde / gemeten[16].Kaal.PerSeconde, MinsteAandeel);
        Meting.Minstens("schrijver tegen de kale schrijver, 64 gelijktijdig", gemeten[64].Eigen.PerSeconde / gemeten[64].Kaal.PerSeconde, MinsteAandeel);
        Meting.Minstens("schrijver bij 64 gelijktijdig tegen 1", gemeten[64].Eigen.PerSeconde / gemeten[1].Eigen.PerSeconde, MinsteGroei);
    }

    private static async Task<Dictionary<int, (Doorvoer Eigen, Doorvoer Kaal)>> MeasureAsync(Func<Task> eigen, Func<Task> kaal)
    {
        var rondes = Gelijktijdig.ToDictionary(n => n, _ => (Eigen: new List<Doorvoer>(), Kaal: new List<Doorvoer>()));
        for (var ronde = -1; ronde < Rondes; ronde++)             // one to warm up
        {
            foreach (var n in Gelijktijdig)
            {
                var (een, ander) = (await Doorvoer.MeetAsync(n, Duur, eigen), await Doorvoer.MeetAsync(n, Duur, kaal));
                if (ronde >= 0)
                {
                    rondes[n].Eigen.Add(een);
                    rondes[n].Kaal.Add(ander);
                }
            }
        }

        return rondes.ToDictionary(r => r.Key, r => (Doorvoer.Midden(r.Value.Eigen), Doorvoer.Midden(r.Value.Kaal)));
    }
}
