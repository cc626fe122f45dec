using System.Globalization;
using Inburgering.Gateway.Access.Roosters;

namespace Inburgering.Gateway.Tests.Access.Roosters;

/// <summary>The slow way to the same moments: looks at every minute of real time and asks whether the schedule means it.</summary>
/// <remarks>Knows the clock by the European rule (last Sundays of March and October, 01:00 UTC), the holidays by the calendar, and of cron what its generator writes.</remarks>
internal sealed class MinuutOrakel(Rooster rooster, IReadOnlyList<Venster> onderhoud)
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly char[] Tekens = ['-', '/'];

    public IEnumerable<DateTimeOffset> Tussen(DateTimeOffset na, DateTimeOffset tot)
    {
        for (var minuut = na.UtcDateTime.Date; minuut <= tot.UtcDateTime; minuut = minuut.AddMinutes(1))
        {
            if (minuut > na.UtcDateTime && Loopt(minuut))
            {
                yield return new DateTimeOffset(minuut, TimeSpan.Zero);
            }
        }
    }

    /// <summary>The time of the Dutch clock at this minute.</summary>
    public static DateTime Klok(DateTime utc) => utc.AddHours(IsZomer(utc) ? 2 : 1);

    public bool InVenster(DateTime lokaal) => (rooster.NietTussen ?? []).Concat(onderhoud).Any(v => InVenster(v, lokaal));

    public static bool IsSprong(DateTime utc) => utc == Wissel(utc.Year, 3);

    private bool Loopt(DateTime utc)
    {
        var lokaal = Klok(utc);
        var bedoeld = rooster is { Soort: "interval", ElkeMinuten: <= 60 and var stap } ? lokaal.Minute % stap == 0 : Gevraagd(utc, lokaal).Any(tijd => Bedoelt(tijd) && !InVenster(tijd));
        return bedoeld && !InVenster(lokaal) && !(rooster.NietOpFeestdagen && FeestdagenTests.Alle.Contains(DateOnly.FromDateTime(lokaal)));
    }

    /// <summary>The times of the clock that this minute stands for: its own, those that the clock jumped over, or none the second time.</summary>
    private static IEnumerable<DateTime> Gevraagd(DateTime utc, DateTime lokaal)
    {
        if (IsSprong(utc))
        {
            return Enumerable.Range(0, 61).Select(terug => lokaal.AddMinutes(-terug));
        }

        var tweede = Wissel(utc.Year, 10);
        return utc >= tweede && utc < tweede.AddHours(1) ? [] : [lokaal];
    }

    private bool Bedoelt(DateTime tijd) => rooster.Soort switch
    {
        "werkdagen" => OpTijd(tijd) && tijd.DayOfWeek != DayOfWeek.Saturday && tijd.DayOfWeek != DayOfWeek.Sunday,
        "dagelijks" => OpTijd(tijd),
        "wekelijks" => OpTijd(tijd) && rooster.Weekdagen!.Contains(tijd.ToString("dddd", Nederlands)),
        "maandelijks" => OpTijd(tijd) && (tijd.Day == rooster.DagVanMaand || (tijd.AddDays(1).Day == 1 && tijd.Day < rooster.DagVanMaand)),
        "interval" => tijd.Minute == 0 && tijd.Hour % (rooster.ElkeMinuten / 60) == 0,
        "cron" => Past(tijd, rooster.Cron!.Split(' ')),
        _ => false,
    };

    private bool OpTijd(DateTime tijd) => tijd.ToString("HH:mm", CultureInfo.InvariantCulture) == rooster.Tijd;

    private static bool Past(DateTime tijd, string[] velden) =>
        velden[0] == "0" && Past(velden[1], tijd.Minute, 0) && Past(velden[2], tijd.Hour, 0) && Past(velden[3], tijd.Day, 1) && Past(velden[4], tijd.Month, 1)
        && Past(velden[5].Replace("MON-FRI", "2-6", StringComparison.Ordinal), (int)tijd.DayOfWeek + 1, 1);

    private static bool Past(string veld, int waarde, int eerste) => veld.Split(',').Any(deel => (deel, deel.Split(Tekens)) switch
    {
        ("*" or "?", _) => true,
        (_, ["*", var stap]) => (waarde - eerste) % Getal(stap) == 0,
        (_, [var van, var tot]) => waarde >= Getal(van) && waarde <= Getal(tot),
        _ => waarde == Getal(deel),
    });

    private static int Getal(string tekst) => int.Parse(tekst, CultureInfo.InvariantCulture);

    private static bool InVenster(Venster venster, DateTime lokaal) => Enumerable.Range(0, 2).Select(terug => lokaal.Date.AddDays(-terug)).Any(dag =>
    {
        var begin = dag + TimeSpan.Parse(venster.Van, CultureInfo.InvariantCulture);
        var einde = dag + TimeSpan.Parse(venster.Tot, CultureInfo.InvariantCulture);
        return (venster.Dagen is null || venster.Dagen.Contains(dag.ToString("dddd", Nederlands))) && lokaal >= begin && lokaal < (einde > begin ? einde : einde.AddDays(1));
    });

    private static bool IsZomer(DateTime utc) => utc >= Wissel(utc.Year, 3) && utc < Wissel(utc.Year, 10);

    private static DateTime Wissel(int jaar, int maand)
    {
        var dag = new DateTime(jaar, maand, 31, 1, 0, 0, DateTimeKind.Utc);
        return dag.AddDays(-(int)dag.DayOfWeek);
    }
}
