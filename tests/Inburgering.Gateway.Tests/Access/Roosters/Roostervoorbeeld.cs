using System.Globalization;
using Inburgering.Gateway.Access.Roosters;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>Short ways to write a schedule, a window and a moment.</summary>
internal static class Roostervoorbeeld
{
    public static Rooster Dagelijks(string tijd, params Venster[] nietTussen) => new() { Soort = Roostersoort.Dagelijks, Tijd = tijd, NietTussen = nietTussen };

    public static Rooster Werkdagen(string tijd) => new() { Soort = Roostersoort.Werkdagen, Tijd = tijd };

    public static Rooster Wekelijks(string tijd, params string[] dagen) => new() { Soort = Roostersoort.Wekelijks, Tijd = tijd, Weekdagen = dagen };

    public static Rooster Maandelijks(string tijd, int dag) => new() { Soort = Roostersoort.Maandelijks, Tijd = tijd, DagVanMaand = dag };

    public static Rooster Elke(int minuten, params Venster[] nietTussen) => new() { Soort = Roostersoort.Interval, ElkeMinuten = minuten, NietTussen = nietTussen };

    public static Rooster Cron(string uitdrukking, params Venster[] nietTussen) => new() { Soort = Roostersoort.Cron, Cron = uitdrukking, NietTussen = nietTussen };

    public static Venster Tussen(string van, string tot, params string[] dagen) => new() { Van = van, Tot = tot, Dagen = dagen.Length > 0 ? dagen : null };

    public static DateTimeOffset Op(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    /// <summary>The first moments, written as in the tables: with the offset of the Netherlands, "2026-03-29T03:00+02:00".</summary>
    public static string[] Eerste(this Rooster rooster, int aantal, string na, params Venster[] onderhoud) =>
        [.. rooster.Momenten(Op(na), onderhoud).Take(aantal).Select(InNederland)];

    private static string InNederland(DateTimeOffset moment)
    {
        Assert.Equal(TimeSpan.Zero, moment.Offset);
        return TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
    }
}
