using System.Globalization;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features;

/// <summary>Moments and lengths as people say them, in Dutch time.</summary>
internal static class Tijdwoorden
{
    internal static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>«vandaag 06:00», «morgen 06:00», «maandag 06:00» within a week from now, else «15 november 06:00», with the year when it is another.</summary>
    public static string Bij(DateTimeOffset moment, DateTimeOffset nu) => $"{Dag(Klok.Dag(moment), Klok.Dag(nu))} {Tijd(moment)}";

    /// <summary>«06:00».</summary>
    public static string Tijd(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Klok.Nederland).ToString("HH:mm", Nederlands);

    /// <summary>«45 seconden», «3 minuten», «1 uur en 5 minuten».</summary>
    public static string Duur(TimeSpan duur) => duur switch
    {
        _ when duur < TimeSpan.FromSeconds(1.5) => "1 seconde",
        { TotalSeconds: < 99.5 } => $"{Math.Round(duur.TotalSeconds)} seconden",
        { TotalMinutes: < 59.5 } => $"{Math.Round(duur.TotalMinutes)} minuten",
        _ => Uren((int)Math.Round(duur.TotalMinutes)),
    };

    private static string Uren(int minuten) => $"{minuten / 60} uur" + (minuten % 60) switch
    {
        0 => string.Empty,
        1 => " en 1 minuut",
        var rest => $" en {rest} minuten",
    };

    private static string Dag(DateOnly dag, DateOnly vandaag) => (dag.DayNumber - vandaag.DayNumber) switch
    {
        0 => "vandaag",
        1 => "morgen",
        -1 => "gisteren",
        > 1 and < 7 => dag.ToString("dddd", Nederlands),
        _ => dag.ToString(dag.Year == vandaag.Year ? "d MMMM" : "d MMMM yyyy", Nederlands),
    };
}
