using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Sandbox;

/// <summary>One ordered fault: which calls, how often or how long, and what they get instead of an answer.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed partial record Storing
{
    /// <summary>A status of its own, a delay, or what can go wrong with a connection, an answer or its headers.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "302", "400", "401", "403-fouttekst", "403-leeg", "404", "429", "500", "502", "503", "504",
        "traag", "druppelt", "halverwege", "hangt", "reset", "onzin", "andere-versie", "zonder-versie",
    ];

    private const int Longest = 200;

    /// <summary>The operation's template or the start of one, e.g. <c>/personen/{bsn}/inburgeringsplicht</c>; null: every operation.</summary>
    public string? Path { get; init; }

    /// <summary>Null: every method.</summary>
    public string? Method { get; init; }

    /// <summary>How many calls are hit; of no meaning beside <see cref="Seconden"/>.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Every call is hit for this long, as in a maintenance window; null: the first <see cref="Times"/> calls.</summary>
    public int? Seconden { get; init; }

    public required string Kind { get; init; }

    /// <summary>Only these calls are hit; null: everybody's.</summary>
    public string? Bsn { get; init; }

    /// <summary>True: the partner first does what the call asks, and then answers with the fault.</summary>
    public bool NaVerwerking { get; init; }

    /// <summary>How long <c>traag</c> waits before it answers (null: 3000), or <c>druppelt</c> between two bytes (null: 50).</summary>
    public int? VertragingMs { get; init; }

    /// <summary>The Retry-After of an answer with a status, in seconds; null: none, but what is left of the window, and 1 for 429.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The texts of <c>403-fouttekst</c>; null: one that says it is the sandbox.</summary>
    public IReadOnlyList<string>? Foutteksten { get; init; }

    /// <summary>What <c>andere-versie</c> says; null: 99.0.0.</summary>
    public string? Versie { get; init; }

    /// <summary>When the window ends; set when it is ordered.</summary>
    [JsonIgnore]
    public DateTimeOffset? Tot { get; init; }

    internal bool BreaksConnection => Kind is "hangt" or "reset";

    internal int? Status => Kind.Length >= 3 && int.TryParse(Kind.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;

    /// <summary>Null when this fault can be ordered, else what is wrong with it.</summary>
    public string? Fault() => this switch
    {
        _ when !Kinds.Contains(Kind) => $"kind is een van: {string.Join(", ", Kinds)}.",
        { Times: < 1 } => "times is 1 of meer.",
        { Seconden: < 1 or > 86_400 } => "seconden is 1 tot en met 86400.",
        { VertragingMs: < 0 or > 600_000 } => "vertragingMs is 0 tot en met 600000.",
        { RetryAfter: < 0 } => "retryAfter is 0 of meer.",
        { Foutteksten: { } texts } when texts.Any(text => text is null or { Length: > Longest }) => "Een fouttekst heeft ten hoogste 200 tekens.",
        _ => null,
    };

    /// <summary>The path as an operation: without the partner's prefix, and with a number in it as <see cref="Bsn"/>.</summary>
    public Storing Normalized(string prefix)
    {
        var path = Path is null or "*" ? string.Empty : Path;
        path = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
        path = path.StartsWith("/v1/", StringComparison.Ordinal) ? path[3..] : path;
        var number = NineDigits().Match(path);
        return this with
        {
            Path = NineDigits().Replace(path, "{bsn}"),
            Method = Method is null or "*" ? null : Method,
            Bsn = number.Success ? number.Value : Bsn,
        };
    }

    internal bool Hits(string method, string template, string? bsn) =>
        template.StartsWith(Path ?? string.Empty, StringComparison.OrdinalIgnoreCase)
        && (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (Bsn is null || Bsn == bsn);

    [GeneratedRegex("(?<=/)[0-9]{9}(?=/|$)", RegexOptions.None, 1000)]
    private static partial Regex NineDigits();
}
