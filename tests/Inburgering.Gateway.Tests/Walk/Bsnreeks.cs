using System.Globalization;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>The fictional range of domain.md, in order; each passes the 11-proef.</summary>
internal static class Bsnreeks
{
    /// <summary>Without the persons that the demo's DUO knows.</summary>
    public static IEnumerable<string> Vrij
    {
        get
        {
            using var duo = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Binaries.Root, "config", "demo", "duo.json")));
            var bekend = duo.RootElement.GetProperty("personen").EnumerateArray().Select(p => p.GetProperty("bsn").GetString()).ToHashSet(StringComparer.Ordinal);
            return [.. Alle.Where(bsn => !bekend.Contains(bsn))];
        }
    }

    public static IEnumerable<string> Alle =>
        from stam in Enumerable.Range(99_990_000, 10_000)
        let rest = stam.ToString("D8", CultureInfo.InvariantCulture).Select((c, i) => (c - '0') * (9 - i)).Sum() % 11
        where rest < 10
        select string.Create(CultureInfo.InvariantCulture, $"{stam:D8}{rest}");
}
