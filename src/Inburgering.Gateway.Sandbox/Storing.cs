using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Sandbox;

/// <summary>One ordered fault: which calls, how often, and what they get instead of an answer.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed partial record Storing
{
    /// <summary>The kinds of interface.md 5, and three that a network knows.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        ["503", "500", "404", "403-fouttekst", "403-leeg", "302", "traag", "onzin", "hangt", "reset"];

    /// <summary>The operation's template or the start of one, e.g. <c>/personen/{bsn}/inburgeringsplicht</c>; null: every operation.</summary>
    public string? Path { get; init; }

    /// <summary>Null: every method.</summary>
    public string? Method { get; init; }

    /// <summary>How many calls are hit.</summary>
    public int Times { get; init; } = 1;

    public required string Kind { get; init; }

    /// <summary>Only these calls are hit; null: everybody's.</summary>
    public string? Bsn { get; init; }

    /// <summary>For <c>traag</c>: how long the answer waits.</summary>
    public int VertragingMs { get; init; } = 3000;

    /// <summary>Null when this fault can be ordered, else what is wrong with it.</summary>
    public string? Fault() => this switch
    {
        _ when !Kinds.Contains(Kind) => $"kind is een van: {string.Join(", ", Kinds)}.",
        { Times: < 1 } => "times is 1 of meer.",
        { VertragingMs: < 0 or > 600_000 } => "vertragingMs is 0 tot en met 600000.",
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

    internal bool BreaksConnection => Kind is "hangt" or "reset";

    internal bool Hits(string method, string template, string? bsn) =>
        template.StartsWith(Path ?? string.Empty, StringComparison.OrdinalIgnoreCase)
        && (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (Bsn is null || Bsn == bsn);

    [GeneratedRegex("(?<=/)[0-9]{9}(?=/|$)", RegexOptions.None, 1000)]
    private static partial Regex NineDigits();
}
