using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Besluiten;

/// <summary>The policy as it stood when a decision was made: every version ever in force is kept, and none changes.</summary>
internal sealed partial class Beleidsversies(BeleidStore store)
{
    private readonly ConcurrentDictionary<string, Beleidsversie> bekend = new(StringComparer.Ordinal);

    /// <summary>The version with this hash.</summary>
    /// <returns>Null: a version this house never had.</returns>
    public async Task<Beleidsversie?> ReadAsync(string hash, CancellationToken ct)
    {
        if (bekend.TryGetValue(hash, out var versie))
        {
            return versie;
        }

        return await store.ReadAsync(hash, ct) is { } bewaard
            ? bekend.GetOrAdd(hash, new Beleidsversie(hash, bewaard.Sinds, Read(bewaard.Tekst)))
            : null;
    }

    /// <summary>Null when this program no longer understands a text that an earlier one wrote.</summary>
    private static Beleid? Read(string tekst)
    {
        try
        {
            return PolicyLoader.FromText(tekst, [.. PartnerFile().Matches(tekst).Select(m => m.Groups["naam"].Value)]);
        }
        catch (PolicyException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^=== partners/(?<naam>[a-z]+)\.json$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartnerFile();
}

/// <summary>One version of the policy.</summary>
/// <param name="Sinds">Since when it was in force.</param>
/// <param name="Beleid">Null: its text is kept, but this program cannot read it.</param>
internal sealed record Beleidsversie(string Hash, DateTimeOffset Sinds, Beleid? Beleid);
