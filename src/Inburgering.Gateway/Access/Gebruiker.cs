using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Access;

/// <summary>Whether a partner's system says which of its own people asks (domain b.6: named users, never one shared account).</summary>
public enum Gebruikersregel
{
    /// <summary>It names none; a token that names one is refused, for who names a user counts on it that she sees her own caseload alone.</summary>
    Geen,

    /// <summary>A call that names a user reaches no further than her caseload; one that names none, as far as the client.</summary>
    Toegestaan,

    /// <summary>What names no user reads nothing.</summary>
    Verplicht,
}

/// <summary>How a partner calls one of its people: by an id of its own system that says nothing to us.</summary>
public static partial class Gebruiker
{
    /// <summary>1 to 64 letters, digits, dots, hyphens and underscores, and no BSN among them. So no e-mail address, and no name with a space.</summary>
    public static bool IsGeldig(string? id) =>
        id is not null && Vorm().IsMatch(id) && (Guid.TryParseExact(id, "D", out _) || !Cijfers().Matches(id).Any(m => Bsn.TryParse(m.Value, out _)));

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Vorm();

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Cijfers();
}
