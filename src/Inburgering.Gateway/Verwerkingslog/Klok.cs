namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>Key of the business clock (interface 5): terms, opdrachten, toestemming and the times of a log line. The plain TimeProvider is the system clock.</summary>
public static class Klok
{
    /// <summary>Key for <c>[FromKeyedServices]</c>.</summary>
    public const string Zaak = "zaak";

    /// <summary>Legal days and the hours people read are those of the Netherlands, both clock changes included.</summary>
    public static readonly TimeZoneInfo Nederland = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The Dutch day of an instant.</summary>
    public static DateOnly Dag(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Nederland).DateTime);

    /// <summary>The instant at which a Dutch day begins.</summary>
    public static DateTimeOffset Middernacht(DateOnly dag)
    {
        var lokaal = dag.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(lokaal, Nederland.GetUtcOffset(lokaal));
    }

    /// <summary>The first time after this instant that it is this late in the Netherlands.</summary>
    public static DateTimeOffset Volgende(DateTimeOffset nu, TimeOnly uur)
    {
        var lokaal = TimeZoneInfo.ConvertTime(nu, Nederland).DateTime;
        var moment = DateOnly.FromDateTime(lokaal).AddDays(TimeOnly.FromDateTime(lokaal) < uur ? 0 : 1).ToDateTime(uur);
        return new DateTimeOffset(moment, Nederland.GetUtcOffset(moment));
    }
}
