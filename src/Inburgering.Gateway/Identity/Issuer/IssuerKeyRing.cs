using Inburgering.Gateway.Storage.Sleutels;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Identity.Issuer;

/// <summary>The issuer's keys as the key folder holds them now: a key whose file is taken away is refused within a second (security 21).</summary>
internal sealed class IssuerKeyRing(Sleutelmap sleutelmap)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);
    private Snapshot snapshot = new([], string.Empty, long.MinValue);

    /// <summary>All published keys; the first signs, the others are published ahead of their turn.</summary>
    public IReadOnlyList<RsaSecurityKey> Keys => Look().Keys;

    /// <summary>The key that signs.</summary>
    /// <exception cref="InvalidOperationException">The folder holds no issuer key any more.</exception>
    public RsaSecurityKey Current => Keys is [var first, ..]
        ? first
        : throw new InvalidOperationException("De sleutelmap bevat geen sleutel «uitgever»: er kunnen geen tokens worden gemaakt.");

    private Snapshot Look()
    {
        var seen = Volatile.Read(ref snapshot);
        var now = Environment.TickCount64;
        if (now - seen.LookedAt < Fresh.TotalMilliseconds && seen.LookedAt != long.MinValue)
        {
            return seen;
        }

        var state = Sleutelmap.UitgeverStand(sleutelmap.Map);
        var next = state == seen.State ? seen with { LookedAt = now } : new Snapshot(Sleutelmap.LeesUitgevers(sleutelmap.Map), state, now);
        Volatile.Write(ref snapshot, next);
        return next;
    }

    private sealed record Snapshot(IReadOnlyList<RsaSecurityKey> Keys, string State, long LookedAt);
}
