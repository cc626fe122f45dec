using System.Diagnostics;
using System.Globalization;

namespace Inburgering.Gateway.Benchmarks;

/// <summary>Two ways measured in turns in one run: on a shared machine only their ratio says something.</summary>
internal static class Meting
{
    private const int Rondes = 15;

    /// <summary>Median time of one call of each, in microseconds.</summary>
    public static async Task<(double Een, double Ander)> VergelijkAsync(int perRonde, Func<Task> een, Func<Task> ander)
    {
        var (a, b) = (new List<double>(), new List<double>());
        for (var ronde = -2; ronde < Rondes; ronde++)       // two to warm up
        {
            var (x, y) = (await TimeAsync(perRonde, een), await TimeAsync(perRonde, ander));
            if (ronde >= 0)
            {
                a.Add(x);
                b.Add(y);
            }
        }

        return (Median(a), Median(b));
    }

    /// <summary>Prints the numbers and holds the ratio to its limit.</summary>
    public static void Houd(string wat, (double Een, double Ander) gemeten, double hoogstens)
    {
        var verhouding = gemeten.Ander / gemeten.Een;
        Hoogstens(string.Create(CultureInfo.InvariantCulture, $"{wat}: {gemeten.Een:F1} µs en {gemeten.Ander:F1} µs"), verhouding, hoogstens);
    }

    /// <summary>Prints a ratio and holds it to its lower limit.</summary>
    public static void Minstens(string wat, double verhouding, double minstens)
    {
        Druk($"{wat}: verhouding {verhouding:F2} (minstens {minstens:F2})");
        Assert.True(verhouding >= minstens, $"{wat}: {verhouding:F2}");
    }

    /// <summary>As above for an upper limit.</summary>
    public static void Hoogstens(string wat, double verhouding, double hoogstens)
    {
        Druk($"{wat}: verhouding {verhouding:F2} (hoogstens {hoogstens:F2})");
        Assert.True(verhouding <= hoogstens, $"{wat}: {verhouding:F2}");
    }

    /// <summary>Prints one figure.</summary>
    public static void Druk(FormattableString tekst) => Console.WriteLine(tekst.ToString(CultureInfo.InvariantCulture));

    private static async Task<double> TimeAsync(int perRonde, Func<Task> werk)
    {
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < perRonde; i++)
        {
            await werk();
        }

        return Stopwatch.GetElapsedTime(begin).TotalMicroseconds / perRonde;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
