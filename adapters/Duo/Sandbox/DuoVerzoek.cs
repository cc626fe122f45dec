using System.Globalization;
using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>What every contract of DUO asks of a call: bron, doel, berichtId, and numbers of the right form in the path.</summary>
internal static partial class DuoVerzoek
{
    private const int OinLength = 20;
    private const int InstellingsnummerLength = 10;
    private const int HighestId = 99_999;

    public static bool IsWellFormed(HttpRequest request) =>
        request.Headers["bron"] is [{ Length: OinLength }]
        && request.Headers["doel"] is [{ Length: OinLength }]
        && request.Headers["berichtId"] is [{ } id] && Guid.TryParseExact(id, "D", out _)
        && (request.RouteValues["bsn"] is not string bsn || NineDigits().IsMatch(bsn))
        && (request.RouteValues["id"] is not string contact || Id(contact) is not null)
        && (request.RouteValues["instellingsnummer"] is not string { Length: not InstellingsnummerLength });

    /// <summary>The id of a contactpersoon; null when it is no whole number from 1 to 99999.</summary>
    public static int? Id(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is >= 1 and <= HighestId ? id : null;

    [GeneratedRegex("^[0-9]{9}\\z", RegexOptions.None, 1000)]
    private static partial Regex NineDigits();
}
