namespace Inburgering.Gateway.Storage.Model;

/// <summary>One report of a bank as it came in; kept before it is understood.</summary>
internal sealed class BankberichtRow
{
    public required string Gemeentecode { get; init; }

    public required Guid BerichtId { get; init; }

    /// <summary>How it came in: Bankkanaal's word.</summary>
    public required string Kanaal { get; init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Message with version; null: not understood.</summary>
    public string? Soort { get; set; }

    /// <summary>Key of the profile of the bank that it counts as from; null: not understood.</summary>
    public string? Afzender { get; set; }

    /// <summary>The bank's own id of it; null: not understood.</summary>
    public string? Kenmerk { get; set; }

    /// <summary>Bankberichtstand's word.</summary>
    public required string Stand { get; set; }

    /// <summary>Why it waits or is in quarantine, as JSON; null: nothing is wrong.</summary>
    public string? Fouten { get; set; }

    /// <summary>Client or account.</summary>
    public required string OntvangenDoor { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    /// <summary>Business clock; null: not yet, or never.</summary>
    public DateTimeOffset? VerwerktOp { get; set; }

    /// <summary>Data key of its bytes.</summary>
    public required Guid SleutelId { get; init; }

    public required byte[] Inhoud { get; init; }
}

/// <summary>Where the statements of one account have come to.</summary>
internal sealed class AfschriftstandRow
{
    public required string Gemeentecode { get; init; }

    /// <summary>IBAN of the gemeente's own account.</summary>
    public required string Rekening { get; init; }

    /// <summary>The bank's id of the last statement.</summary>
    public required string Afschrift { get; set; }

    public required long Nummer { get; set; }

    /// <summary>Null: it was whole.</summary>
    public int? Pagina { get; set; }

    public bool? Laatste { get; set; }

    public required long EindCenten { get; set; }

    public required DateOnly EindDag { get; set; }

    /// <summary>Last day of the first statement of the series, from which on none is missing; null: not known.</summary>
    public DateOnly? SindsDag { get; init; }
}

/// <summary>One payment within an entry of a statement, booked on an order or held.</summary>
internal sealed class BoekingRow
{
    public required string Gemeentecode { get; init; }

    public required string Rekening { get; init; }

    public required string Afschrift { get; init; }

    public required int Pagina { get; init; }

    /// <summary>The entry within it: "referentie:" or "plaats:" and which.</summary>
    public required string Post { get; init; }

    /// <summary>From 1; 0: the entry as a whole.</summary>
    public required int Detail { get; init; }

    public required Guid BerichtId { get; init; }

    /// <summary>geboekt, aangehouden or vrijgevallen.</summary>
    public required string Soort { get; set; }

    /// <summary>Null: of no order yet.</summary>
    public Guid? OpdrachtId { get; init; }

    public Guid? DossierId { get; init; }

    /// <summary>The batch that a held entry is said to be the sum of; null: none.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Orders that the bank says are in a held entry; null: not said.</summary>
    public int? Aantal { get; init; }

    /// <summary>Negative: off the account.</summary>
    public required long BedragCenten { get; init; }

    public required DateTimeOffset Op { get; init; }
}

/// <summary>Something about money for a person to look at.</summary>
internal sealed class BanksignaalRow
{
    public required string Gemeentecode { get; init; }

    public long Nummer { get; init; }

    /// <summary>The report that said it; null: nobody said anything, which is what is the matter.</summary>
    public Guid? BerichtId { get; init; }

    public required string Code { get; init; }

    public required string Ernst { get; init; }

    public Guid? OpdrachtId { get; init; }

    public Guid? DossierId { get; init; }

    public Guid? BatchId { get; init; }

    /// <summary>The entry: account, statement, page, entry and detail; null: of none.</summary>
    public string? Post { get; init; }

    /// <summary>What the bank's reason asks; null: none.</summary>
    public string? Reden { get; init; }

    /// <summary>EndToEndIds that it may be about.</summary>
    public required string[] Kandidaten { get; init; }

    public required DateTimeOffset Op { get; init; }

    /// <summary>Null: still to do.</summary>
    public DateTimeOffset? AfgehandeldOp { get; set; }

    public string? AfgehandeldDoor { get; set; }
}

/// <summary>Nothing of this profile or this dossier goes to the bank until a person lifts it.</summary>
internal sealed class BetaalstopRow
{
    public required string Gemeentecode { get; init; }

    public long Nummer { get; init; }

    public string? Profiel { get; init; }

    public Guid? DossierId { get; init; }

    public required Guid BerichtId { get; init; }

    public required DateTimeOffset Op { get; init; }

    public DateTimeOffset? OpgehevenOp { get; set; }

    public string? OpgehevenDoor { get; set; }
}

/// <summary>A report that a channel brought, so that it is fetched once.</summary>
internal sealed class KanaalberichtRow
{
    public required string Gemeentecode { get; init; }

    /// <summary>IBankkanaal's word.</summary>
    public required string Kanaal { get; init; }

    /// <summary>How the channel names it.</summary>
    public required string Sleutel { get; init; }

    public required Guid BerichtId { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset Op { get; init; }
}

/// <summary>How the channel of a gemeente does: one row.</summary>
internal sealed class KanaalstandRow
{
    public required string Gemeentecode { get; init; }

    /// <summary>System clock: when the bank last answered; null: never.</summary>
    public DateTimeOffset? GoedOp { get; set; }

    /// <summary>System clock: since when it does not; null: it does.</summary>
    public DateTimeOffset? FoutSinds { get; set; }
}
