using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Access.Roosters;

/// <summary>When something runs: a schedule, in one shape for config/, for the database and for the API.</summary>
/// <remarks>It stands in Access, with its calculation, because a policy whose schedule never fires is refused whole, at the start and while running.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Rooster
{
    /// <summary>One of <see cref="Roostersoort"/>; decides which members belong.</summary>
    public required string Soort { get; init; }

    /// <summary>Dutch time, "06:00"; for werkdagen, dagelijks, wekelijks and maandelijks. Null for the others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tijd { get; init; }

    /// <summary>maandag to zondag, for wekelijks. Null for the others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Weekdagen { get; init; }

    /// <summary>1 to 31, for maandelijks; a month without that day: its last. Null for the others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DagVanMaand { get; init; }

    /// <summary>For interval, one of <see cref="Roostersoort.Intervallen"/>: up to an hour in real minutes, above it in hours of the clock, counted from midnight. Null for the others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ElkeMinuten { get; init; }

    /// <summary>For cron: an expression of Quartz in six fields, seconds 0, in Dutch time. Null for the others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cron { get; init; }

    /// <summary>Skips the days of <see cref="Feestdagen"/>; by default false.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NietOpFeestdagen { get; init; }

    /// <summary>Hours in which it does not run; null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Venster>? NietTussen { get; init; }

    /// <summary>The moments after this one, in order, each once, as UTC; only asked of a schedule without faults.</summary>
    /// <param name="na">The first moment is later than this.</param>
    /// <param name="onderhoud">Windows of the partner itself, beside those of the schedule.</param>
    /// <remarks>
    /// Dutch time. A time that does not exist in the night of spring becomes the first one that does; one that is there twice in autumn
    /// counts the first time only. A moment is skipped when the time asked for or the time of the clock is inside a window. Ends after five
    /// years without a moment.
    /// </remarks>
    public IEnumerable<DateTimeOffset> Momenten(DateTimeOffset na, IReadOnlyList<Venster> onderhoud) => new Momentenreeks(this, onderhoud).Na(na);

    /// <summary>The schedule in one Dutch sentence without a full stop; only asked of a schedule without faults.</summary>
    public string Zin() => Roosterzin.Van(this);
}

/// <summary>Hours in which nothing runs, by the Dutch clock.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Venster
{
    /// <summary>First minute, "22:00".</summary>
    public required string Van { get; init; }

    /// <summary>First minute after it, "06:00"; not later than <see cref="Van"/>: on the next day.</summary>
    public required string Tot { get; init; }

    /// <summary>Weekdays on which it begins; null: every day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Dagen { get; init; }
}

/// <summary>The kinds of a schedule, as they stand in JSON.</summary>
public static class Roostersoort
{
    public const string Werkdagen = "werkdagen";
    public const string Dagelijks = "dagelijks";
    public const string Wekelijks = "wekelijks";
    public const string Maandelijks = "maandelijks";
    public const string Interval = "interval";
    public const string Handmatig = "handmatig";
    public const string Cron = "cron";

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<string> Alle { get; } = [Werkdagen, Dagelijks, Wekelijks, Maandelijks, Interval, Handmatig, Cron];

    /// <summary>Minutes that an interval may have: parts of an hour, then whole hours that fit in a day.</summary>
    public static IReadOnlyList<int> Intervallen { get; } = [5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720];
}
