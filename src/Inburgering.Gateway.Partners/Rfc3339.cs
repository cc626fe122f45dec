using System.Globalization;
using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Partners;

/// <summary>A moment as RFC 3339 writes it, with capital T and Z. .NET alone is too kind: it takes moments without offset or seconds.</summary>
public static partial class Rfc3339
{
    private const int TickDigits = 7;

    /// <summary>False for anything else, and for the offset -00:00.</summary>
    public static bool TryParse(string? text, out DateTimeOffset moment)
    {
        moment = default;
        var parts = Shape().Match(text ?? string.Empty);
        if (!parts.Success || parts.Groups["offset"].Value == "-00:00")
        {
            return false;
        }

        var offset = parts.Groups["offset"].Value is "Z" ? "+00:00" : parts.Groups["offset"].Value;
        if (!DateTimeOffset.TryParseExact(
            parts.Groups["seconds"].Value + offset, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole))
        {
            return false;
        }

        moment = whole.AddTicks(Ticks(parts.Groups["fraction"].Value));
        return true;
    }

    /// <remarks>Digits past a tick (100 ns) are dropped.</remarks>
    private static long Ticks(string fraction) =>
        long.Parse(fraction.PadRight(TickDigits, '0')[..TickDigits], CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A(?<seconds>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<fraction>[0-9]+))?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
