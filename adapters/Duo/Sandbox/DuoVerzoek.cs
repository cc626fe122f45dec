using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>The part of a call that every contract of DUO asks: bron, doel, berichtId, and a BSN of nine digits in the path.</summary>
internal static partial class DuoVerzoek
{
    private const int OinLength = 20;

    public static bool IsWellFormed(HttpRequest request) =>
        request.Headers["bron"] is [{ Length: OinLength }]
        && request.Headers["doel"] is [{ Length: OinLength }]
        && request.Headers["berichtId"] is [{ } id] && Guid.TryParseExact(id, "D", out _)
        && (request.RouteValues["bsn"] is not string bsn || NineDigits().IsMatch(bsn));

    [GeneratedRegex("^[0-9]{9}\\z", RegexOptions.None, 1000)]
    private static partial Regex NineDigits();
}
