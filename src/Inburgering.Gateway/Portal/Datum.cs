using System.Globalization;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Portal;

/// <summary>Dutch dates in Dutch time (standards 8.4).</summary>
internal static class Datum
{
    public static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");
    public static readonly TimeZoneInfo Tijdzone = Klok.Nederland;

    private static readonly string[] Vormen = ["d-M-yyyy", "d-M-yy", "yyyy-M-d"];

    /// <summary>vrijdag 15 november 2024.</summary>
    public static string Dag(DateOnly dag) => dag.ToString("dddd d MMMM yyyy", Nederlands);

    /// <summary>15 november 2024.</summary>
    public static string Voluit(DateOnly dag) => dag.ToString("d MMMM yyyy", Nederlands);

    /// <summary>15-11-2024.</summary>
    public static string Kort(DateOnly dag) => dag.ToString("dd-MM-yyyy", Nederlands);

    /// <summary>15-11-2024 10:05:09.</summary>
    public static string Moment(DateTimeOffset moment) => Hier(moment).ToString("dd-MM-yyyy HH:mm:ss", Nederlands);

    /// <summary>15-11-2024 10:05.</summary>
    public static string Minuut(DateTimeOffset moment) => Hier(moment).ToString("dd-MM-yyyy HH:mm", Nederlands);

    /// <summary>For the datetime attribute: UTC.</summary>
    public static string Machine(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static DateOnly DagVan(DateTimeOffset moment) => DateOnly.FromDateTime(Hier(moment).DateTime);

    /// <summary>Accepts dd-mm-jjjj, d-m-jj and ISO.</summary>
    public static bool Lees(string? tekst, out DateOnly dag) =>
        DateOnly.TryParseExact(tekst?.Trim(), Vormen, Nederlands, DateTimeStyles.None, out dag);

    private static DateTimeOffset Hier(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Tijdzone);
}
