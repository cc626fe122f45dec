namespace Inburgering.Gateway.Storage.Model;

/// <summary>One payment order: what is paid to whom stands under the key of the dossier, beside it only what the work needs.</summary>
internal sealed class BetaalopdrachtRow
{
    public required string Gemeentecode { get; init; }

    public required Guid OpdrachtId { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>The decision that it rests on.</summary>
    public required Guid BesluitId { get; init; }

    /// <summary>Service month, as its first day.</summary>
    public required DateOnly Maand { get; init; }

    /// <summary>Code of its EndToEndId: HUUR, LEEF.</summary>
    public required string Soort { get; init; }

    /// <summary>From 1; a new try after a refusal or return is a new order.</summary>
    public required short Poging { get; init; }

    /// <summary>The try before this one; null: it is the first.</summary>
    public Guid? Vorige { get; init; }

    /// <summary>Keyed hash of dossier, kind, creditor and month: with the try it is what may be paid once (payments 6.1).</summary>
    public required byte[] Verplichting { get; init; }

    /// <summary>EndToEndId; never used again.</summary>
    public required string Kenmerk { get; init; }

    /// <summary>Keyed hash of the creditor's IBAN, by which its check is found.</summary>
    public required byte[] RekeningHash { get; set; }

    /// <summary>Word of Opdrachtstand.</summary>
    public required string Stand { get; set; }

    /// <summary>A bank day.</summary>
    public required DateOnly Uitvoeringsdatum { get; set; }

    /// <summary>JSON: amount, name, IBAN, reference; encrypted with the key of the dossier.</summary>
    public required byte[] Inhoud { get; set; }

    /// <summary>The one batch it stands in; null: none.</summary>
    public Guid? BatchId { get; set; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset GemaaktOp { get; init; }
}

/// <summary>Six characters, random per dossier and not derived from a person, with which its EndToEndIds begin (payments 3).</summary>
internal sealed class BetaalsleutelRow
{
    public required string Gemeentecode { get; init; }

    public required Guid DossierId { get; init; }

    public required string Sleutel { get; init; }
}

/// <summary>Whether an account may be paid: somebody checked whose it is, and somebody else accepted that (payments 4).</summary>
internal sealed class RekeningcontroleRow
{
    public required string Gemeentecode { get; init; }

    /// <summary>Keyed hash of the IBAN; the IBAN itself stands with who is paid.</summary>
    public required byte[] RekeningHash { get; init; }

    /// <summary>naamcontrole or ander-kanaal.</summary>
    public required string Wijze { get; set; }

    /// <summary>overeenkomst, bijna, geen, niet-mogelijk or bevestigd.</summary>
    public required string Uitkomst { get; set; }

    /// <summary>Client or account.</summary>
    public required string Door { get; set; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset Op { get; set; }

    /// <summary>Account of the second person; null: not yet.</summary>
    public string? AanvaardDoor { get; set; }

    public DateTimeOffset? AanvaardOp { get; set; }

    /// <summary>ISO reason for which the bank's report blocked it; null: it did not.</summary>
    public string? GeblokkeerdOm { get; set; }
}

/// <summary>One file for the bank: sealed once, its bytes never rendered again.</summary>
internal sealed class BetaalbatchRow
{
    public required string Gemeentecode { get; init; }

    public required Guid BatchId { get; init; }

    /// <summary>Word of Batchstand.</summary>
    public required string Stand { get; set; }

    /// <summary>MsgId; never used again.</summary>
    public required string BerichtId { get; init; }

    /// <summary>Key of the bank's profile.</summary>
    public required string Profiel { get; init; }

    /// <summary>IBAN of the gemeente's own account.</summary>
    public required string Rekening { get; init; }

    /// <summary>A bank day.</summary>
    public required DateOnly Uitvoeringsdatum { get; init; }

    public required int Aantal { get; set; }

    public required long TotaalCenten { get; set; }

    /// <summary>Client or account.</summary>
    public required string GemaaktDoor { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset GemaaktOp { get; init; }

    /// <summary>Account of the second person, who sealed it; null: not yet.</summary>
    public string? GoedgekeurdDoor { get; set; }

    public DateTimeOffset? VerzegeldOp { get; set; }

    /// <summary>Data key of its bytes; null until it is sealed.</summary>
    public Guid? SleutelId { get; set; }

    /// <summary>The file, encrypted; null until it is sealed.</summary>
    public byte[]? Inhoud { get; set; }

    /// <summary>SHA-256 of the file, 64 lower-case hex; null until it is sealed.</summary>
    public string? Hash { get; set; }

    /// <summary>How often a hand-over began; its fencing number.</summary>
    public required int Aanbieding { get; set; }

    /// <summary>Clock of the database: until then one machine hands it over; null: a person does, or nobody.</summary>
    public DateTimeOffset? LeaseTot { get; set; }

    /// <summary>Clock of the database: when the last hand-over began; null: none did.</summary>
    public DateTimeOffset? AanbiedingOp { get; set; }
}

/// <summary>What somebody did with an order or a batch. Only added to.</summary>
internal sealed class BetaalgebeurtenisRow
{
    public required string Gemeentecode { get; init; }

    public long Nummer { get; init; }

    /// <summary>Null for a batch.</summary>
    public Guid? OpdrachtId { get; init; }

    /// <summary>Of the order; null for a batch.</summary>
    public Guid? DossierId { get; init; }

    /// <summary>Null for an order.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>A word of ours: "gepland", "bewerkt", "vrijgegeven".</summary>
    public required string Gebeurtenis { get; init; }

    /// <summary>Where it stood afterwards.</summary>
    public required string Stand { get; init; }

    /// <summary>Client, account or job.</summary>
    public required string Door { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset Op { get; init; }

    /// <summary>A word of ours; null: none was asked.</summary>
    public string? Reden { get; init; }
}
