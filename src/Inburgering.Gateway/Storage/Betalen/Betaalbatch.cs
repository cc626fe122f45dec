using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>One file for the bank, without its bytes.</summary>
internal sealed record Betaalbatch(Guid BatchId, Betaalid BerichtId)
{
    public required Batchstand Stand { get; init; }

    /// <summary>Key of the bank's profile.</summary>
    public required string Profiel { get; init; }

    /// <summary>The gemeente's own account.</summary>
    public required string Rekening { get; init; }

    public required DateOnly Uitvoeringsdatum { get; init; }

    /// <summary>While it is open: of what stands in it now.</summary>
    public required int Aantal { get; init; }

    /// <summary>Null while it is open: it is added up when it is sealed.</summary>
    public required long? TotaalCenten { get; init; }

    /// <summary>Client or account that put it together.</summary>
    public required string GemaaktDoor { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset GemaaktOp { get; init; }

    /// <summary>Account that approved it; null: nobody yet.</summary>
    public required string? GoedgekeurdDoor { get; init; }

    public required DateTimeOffset? VerzegeldOp { get; init; }

    /// <summary>SHA-256 of the file; null until it is sealed.</summary>
    public required string? Hash { get; init; }

    /// <summary>How often a hand-over began.</summary>
    public required int Aanbieding { get; init; }

    /// <summary>Clock of the database: until then one machine hands it over; null: no machine does.</summary>
    public required DateTimeOffset? LeaseTot { get; init; }

    /// <summary>Id of the one batch in the file (PmtInfId).</summary>
    public Betaalid InfoId => Betaalid.Parse($"{BerichtId}-1");
}

/// <summary>What was put together.</summary>
internal sealed record NieuweBatch(string Profiel, string Rekening, DateOnly Uitvoeringsdatum);

/// <summary>What keeps a person's orders out of a file that is about to be sealed.</summary>
/// <param name="Gesloten">The dossier takes no more: moved, over, or stopped by what the bank said.</param>
/// <param name="Beperkt">Categories under restriction (AVG 18).</param>
/// <param name="Bezwaren">Doelen that are contested (AVG 21).</param>
/// <param name="Vervallen">The decision does not count any more.</param>
internal sealed record Batchstop(Guid OpdrachtId, bool Gesloten, IReadOnlyCollection<string> Beperkt, IReadOnlyCollection<string> Bezwaren, bool Vervallen);
