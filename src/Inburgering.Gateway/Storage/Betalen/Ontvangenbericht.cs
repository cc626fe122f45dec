using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>One report of a bank, without its bytes.</summary>
/// <param name="Hash">SHA-256 of the bytes, 64 lower-case hex.</param>
internal sealed record Ontvangenbericht(Guid BerichtId, string Hash)
{
    public required Bankberichtstand Stand { get; init; }

    /// <summary>Null: not understood.</summary>
    public required Bankberichtsoort? Soort { get; init; }

    /// <summary>Why it waits or is in quarantine; empty: nothing is wrong.</summary>
    public required IReadOnlyList<BerichtFout> Fouten { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    /// <summary>Business clock; null: not yet, or never.</summary>
    public required DateTimeOffset? VerwerktOp { get; init; }
}

/// <summary>What a report says that it is; the three together are once for ever (payments 6.6).</summary>
/// <param name="Soort">"camt.053.001.08".</param>
/// <param name="Afzender">Key of the profile of the bank.</param>
/// <param name="Kenmerk">The bank's own id of it.</param>
internal sealed record Bankberichtsoort(string Soort, string Afzender, string Kenmerk);

/// <summary>How far a report is.</summary>
internal enum Bankberichtstand
{
    /// <summary>Kept, not looked into.</summary>
    Ontvangen,

    /// <summary>What comes before it is not there yet: nothing of it is booked.</summary>
    Wacht,

    /// <summary>All that it does is done.</summary>
    Verwerkt,

    /// <summary>Something is wrong with it: nothing of it counts, a person has to look.</summary>
    Quarantaine,
}
