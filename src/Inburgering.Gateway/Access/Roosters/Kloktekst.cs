using System.Globalization;

namespace Inburgering.Gateway.Access.Roosters;

/// <summary>Times and weekdays as a schedule writes them.</summary>
internal static class Kloktekst
{
    /// <summary>As in Dutch, monday first.</summary>
    public static readonly IReadOnlyList<string> Weekdagen = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    /// <summary>Null: not a time such as 06:00.</summary>
    public static TimeOnly? Tijd(string tekst) =>
        TimeOnly.TryParseExact(tekst, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var tijd) ? tijd : null;

    /// <summary>0 for monday.</summary>
    public static int Weekdag(DateTime lokaal) => ((int)lokaal.DayOfWeek + 6) % 7;

    /// <summary>0 for maandag; -1: not a weekday.</summary>
    public static int Weekdag(string naam) => Weekdagen.TakeWhile(w => w != naam).Count() is var plaats && plaats < Weekdagen.Count ? plaats : -1;
}
