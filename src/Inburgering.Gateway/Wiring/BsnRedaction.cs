using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Wiring;

/// <summary>Takes every BSN out of a text: nine digits that pass the 11-proef, bare or written as 3-3-3, not part of a longer number.</summary>
internal static partial class BsnRedaction
{
    public const string Mark = "[bsn]";

    public static string Clean(string text) => Numbers().Replace(text, static match => match.Groups["bsn"] is { Success: true } number && IsBsn(number.Value) ? Mark : match.Value);

    private static bool IsBsn(string number) =>
        Bsn.TryParse(number.Length == 9 ? number : string.Concat(number.Where(char.IsAsciiDigit)), out _);

    // trace ids and UUIDs come first, whole: digits inside them are no number
    [GeneratedRegex(
        @"(?<![0-9a-f-])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{16})(?![0-9a-f-])|(?:(?<![0-9])|(?<=%[0-9A-Fa-f]{2}))(?<bsn>[0-9]{9}|[0-9]{3}(?<sign>[ .])[0-9]{3}\k<sign>[0-9]{3})(?![0-9])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
