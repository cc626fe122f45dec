using System.Diagnostics;

namespace Inburgering.Gateway.Benchmarks;

/// <summary>What a number of callers got done side by side.</summary>
/// <param name="PerSeconde">Calls per second, of all together.</param>
/// <param name="P95">Milliseconds within which 95 of 100 calls were done.</param>
/// <param name="P99">As above for 99.</param>
internal sealed record Doorvoer(double PerSeconde, double P95, double P99)
{
    /// <summary>CPU time of the answering process per call, in milliseconds; 0 when it was not asked.</summary>
    public double Rekentijd { get; init; }

    public static Doorvoer Of(IReadOnlyList<double> tijden, TimeSpan duur)
    {
        var gesorteerd = tijden.Order().ToArray();
        return new Doorvoer(tijden.Count / duur.TotalSeconds, Deel(gesorteerd, 0.95), Deel(gesorteerd, 0.99));
    }

    /// <summary>Calls again and again from as many tasks, in this process.</summary>
    public static async Task<Doorvoer> MeetAsync(int gelijktijdig, TimeSpan duur, Func<Task> werk)
    {
        var begin = Stopwatch.GetTimestamp();
        var tijden = await Task.WhenAll(Enumerable.Range(0, gelijktijdig).Select(_ => Task.Run(async () =>
        {
            var eigen = new List<double>();
            while (Stopwatch.GetElapsedTime(begin) < duur)
            {
                var vraag = Stopwatch.GetTimestamp();
                await werk();
                eigen.Add(Stopwatch.GetElapsedTime(vraag).TotalMilliseconds);
            }

            return eigen;
        })));
        return Of([.. tijden.SelectMany(t => t)], Stopwatch.GetElapsedTime(begin));
    }

    /// <summary>The middle one of several rounds, each number by itself.</summary>
    public static Doorvoer Midden(IReadOnlyList<Doorvoer> rondes) => new(Midden(rondes.Select(r => r.PerSeconde)), Midden(rondes.Select(r => r.P95)), Midden(rondes.Select(r => r.P99))) { Rekentijd = Midden(rondes.Select(r => r.Rekentijd)) };

    private static double Midden(IEnumerable<double> waarden) => waarden.Order().ToArray() is var w ? w[w.Length / 2] : throw new UnreachableException();

    private static double Deel(double[] gesorteerd, double deel) => gesorteerd[Math.Min(gesorteerd.Length - 1, (int)(gesorteerd.Length * deel))];
}
