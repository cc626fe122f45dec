using System.Globalization;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Portal;

/// <summary>A time of the clock as people type it.</summary>
internal static class Kloktijd
{
    private static readonly string[] Vormen = ["H:mm", "H.mm", "HHmm"];

    /// <summary>Null: not a time such as 06:00, 6.00 or 0600.</summary>
    public static TimeOnly? Lees(string? tekst) => TimeOnly.TryParseExact(tekst?.Trim(), Vormen, CultureInfo.InvariantCulture, DateTimeStyles.None, out var tijd) ? tijd : null;

    /// <summary>As a schedule writes it; what is no time stays as it was typed, so that it can be told.</summary>
    public static string? Netjes(string? tekst) => Lees(tekst)?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? (string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim());

    /// <summary>That time of a Dutch day; in the night of spring, when it is not there, an hour later.</summary>
    public static DateTimeOffset Moment(DateOnly dag, TimeOnly tijd) => Klok.Volgende(Klok.Middernacht(dag).AddTicks(-1), tijd);
}
