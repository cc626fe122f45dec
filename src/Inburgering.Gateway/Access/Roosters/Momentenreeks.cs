using Inburgering.Gateway.Verwerkingslog;
using Quartz;

namespace Inburgering.Gateway.Access.Roosters;

/// <summary>The moments of one schedule, made while they are asked for.</summary>
internal sealed class Momentenreeks(Rooster rooster, IReadOnlyList<Venster> onderhoud)
{
    /// <summary>Years without a moment after which there will be none.</summary>
    private const int Geduld = 5;

    private const int Uur = 60;

    private readonly Sluitingstijden sluiting = new([.. rooster.NietTussen ?? [], .. onderhoud]);

    public IEnumerable<DateTimeOffset> Na(DateTimeOffset na) =>
        rooster is { Soort: Roostersoort.Interval, ElkeMinuten: <= Uur and var minuten } ? Doorlopend(na, TimeSpan.FromMinutes(minuten)) : OpDeKlok(na);

    /// <summary>Real minutes: the clock's offset is whole hours, so parts of an hour fall alike in UTC and here.</summary>
    private IEnumerable<DateTimeOffset> Doorlopend(DateTimeOffset na, TimeSpan stap)
    {
        var laatste = na;
        for (var moment = new DateTimeOffset(na.UtcTicks - (na.UtcTicks % stap.Ticks), TimeSpan.Zero) + stap; moment <= laatste.AddYears(Geduld); moment += stap)
        {
            var lokaal = Lokaal(moment);
            if (!sluiting.Dicht(lokaal) && !IsVrij(lokaal))
            {
                laatste = moment;
                yield return moment;
            }
        }
    }

    /// <summary>Times of the Dutch clock, each put on the line of real time.</summary>
    private IEnumerable<DateTimeOffset> OpDeKlok(DateTimeOffset na)
    {
        var volgende = Volgende();
        var laatste = na;
        for (var vorige = Lokaal(na); volgende(vorige) is { } gevraagd;)
        {
            var moment = Moment(gevraagd);
            if (moment > laatste.AddYears(Geduld))
            {
                yield break;
            }

            // a cron of every minute would ask each minute of a window: go on where the window ends
            if (Gesloten(gevraagd, Lokaal(moment)) is { } dicht)
            {
                if (sluiting.Open(dicht) is not { } open)
                {
                    yield break;
                }

                vorige = open.AddMinutes(-1);
                continue;
            }

            vorige = gevraagd;
            if (moment > laatste && !IsVrij(gevraagd))
            {
                laatste = moment;
                yield return moment;
            }
        }
    }

    /// <summary>The time that is inside a window: as asked, or as the clock shows it when that time does not exist; null: neither.</summary>
    private DateTime? Gesloten(DateTime gevraagd, DateTime lokaal)
    {
        if (sluiting.Dicht(gevraagd))
        {
            return gevraagd;
        }

        return sluiting.Dicht(lokaal) ? lokaal : null;
    }

    private bool IsVrij(DateTime lokaal) => rooster.NietOpFeestdagen && Feestdagen.Is(DateOnly.FromDateTime(lokaal));

    /// <summary>Gives the first time of the clock after one; null: there is none.</summary>
    private Func<DateTime, DateTime?> Volgende() => rooster.Soort switch
    {
        Roostersoort.Werkdagen => na => OpDag(na, dag => Kloktekst.Weekdag(dag) < 5),
        Roostersoort.Dagelijks => na => OpDag(na, _ => true),
        Roostersoort.Wekelijks => na => OpDag(na, dag => rooster.Weekdagen!.Contains(Kloktekst.Weekdagen[Kloktekst.Weekdag(dag)])),
        Roostersoort.Maandelijks => na => OpDag(na, dag => dag.Day == Math.Min(rooster.DagVanMaand!.Value, DateTime.DaysInMonth(dag.Year, dag.Month))),
        Roostersoort.Interval => na => na.Date.AddMinutes((((int)na.TimeOfDay.TotalMinutes / rooster.ElkeMinuten!.Value) + 1) * rooster.ElkeMinuten.Value),
        Roostersoort.Cron => VanCron(new CronExpression(rooster.Cron!, TimeZoneInfo.Utc)),
        Roostersoort.Handmatig => _ => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private DateTime? OpDag(DateTime na, Func<DateTime, bool> past)
    {
        var tijd = Kloktekst.Tijd(rooster.Tijd!)!.Value.ToTimeSpan();
        var dag = na.TimeOfDay < tijd ? na.Date : na.Date.AddDays(1);
        while (!past(dag))
        {
            dag = dag.AddDays(1);
        }

        return dag + tijd;
    }

    // Quartz counts in a zone without clock changes; what the nights of the Netherlands do with a time is decided here, for all kinds alike
    private static Func<DateTime, DateTime?> VanCron(CronExpression cron) => na => cron.GetNextValidTimeAfter(new DateTimeOffset(na, TimeSpan.Zero))?.DateTime;

    private static DateTime Lokaal(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Klok.Nederland).DateTime;

    private static DateTimeOffset Moment(DateTime lokaal)
    {
        var bestaand = lokaal;
        while (Klok.Nederland.IsInvalidTime(bestaand))
        {
            bestaand = bestaand.AddMinutes(1);
        }

        var afstand = Klok.Nederland.IsAmbiguousTime(bestaand) ? Klok.Nederland.GetAmbiguousTimeOffsets(bestaand).Max() : Klok.Nederland.GetUtcOffset(bestaand);
        return new DateTimeOffset(bestaand, afstand).ToUniversalTime();
    }
}
