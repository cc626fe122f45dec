namespace Inburgering.Gateway.Storage.Model;

/// <summary>One active record per inburgeraar and gemeente. Only the named working columns stand in clear (security 17).</summary>
internal sealed class DossierRow
{
    public required string Gemeentecode { get; init; }

    public required Guid DossierId { get; init; }

    public required Guid SleutelId { get; set; }

    /// <summary>Blind index of the BSN by an odd version of the key; null while only the V-nummer is known. See <see cref="Nummerindex"/>.</summary>
    public byte[]? BsnIndex { get; set; }

    /// <summary>By an even version; null outside those.</summary>
    public byte[]? BsnIndexEven { get; set; }

    public byte[]? VNummerIndex { get; set; }

    public byte[]? VNummerIndexEven { get; set; }

    public required string Fase { get; set; }

    public string? Doelgroep { get; set; }

    public string? Leerroute { get; set; }

    /// <summary>Exclusive end of the inburgeringstermijn.</summary>
    public DateOnly? TermijnEinde { get; set; }

    public required DateTimeOffset GeopendOp { get; init; }

    /// <summary>Business clock: since when it takes no new facts (moved, merged); retention counts from the end of the plicht, not from here.</summary>
    public DateTimeOffset? GeslotenOp { get; set; }

    /// <summary>Last day of the plicht as DUO gave it; retention counts from here (domain c).</summary>
    public DateOnly? PlichtEinde { get; set; }

    /// <summary>Gemeente the person moved to; null while it is ours.</summary>
    public string? VerhuisdNaar { get; set; }

    /// <summary>The dossier that took this one over when a V-nummer turned out to be this BSN.</summary>
    public Guid? SamengevoegdIn { get; set; }
}

/// <summary>A data key of one dossier (or of one message for which no dossier was known yet), wrapped.</summary>
internal sealed class SleutelRow
{
    public required string Gemeentecode { get; init; }

    public required Guid SleutelId { get; init; }

    public required string InpakKid { get; set; }

    public required byte[] Ingepakt { get; set; }

    public required DateTimeOffset GemaaktOp { get; init; }
}

/// <summary>One version of one group of fields from one source, with its provenance (domain f20).</summary>
internal sealed class FeitRow
{
    public required string Gemeentecode { get; init; }

    public required Guid FeitId { get; init; }

    public required Guid DossierId { get; init; }

    public required string Categorie { get; init; }

    /// <summary>Fields that come and go together: "termijn", "doelgroep".</summary>
    public required string Veldgroep { get; init; }

    /// <summary>Partner key or "gemeente".</summary>
    public required string Bron { get; init; }

    /// <summary>Our id of the message it came with; null for what an employee entered.</summary>
    public Guid? BerichtId { get; init; }

    public required int Versie { get; init; }

    public required bool Actueel { get; set; }

    /// <summary>Gemeente it came from when the person moved here; source, message and time asked stay what they were.</summary>
    public string? OvergenomenVan { get; init; }

    /// <summary>Business clock: since when we hold it.</summary>
    public required DateTimeOffset Tijdstip { get; init; }

    /// <summary>System clock: when the source was last asked and said this; an answer asked for earlier never replaces a later one.</summary>
    public required DateTimeOffset GevraagdOp { get; set; }

    /// <summary>Place in the source's own order of what it sends (the event's sequence); null: it keeps none.</summary>
    public long? Volgorde { get; set; }

    /// <summary>JSON object of the fields, encrypted with the dossier's key.</summary>
    public required byte[] Inhoud { get; init; }

    /// <summary>Business clock: since when the gemeente holds this version for wrong (AVG 16); it stays readable as corrected.</summary>
    public DateTimeOffset? GecorrigeerdOp { get; set; }

    /// <summary>Keyed hash of the plain content, to see that a repeat brings nothing new.</summary>
    public required byte[] InhoudHash { get; init; }
}

/// <summary>A partner's assignment: valid in [van, tot).</summary>
internal sealed class OpdrachtRow
{
    public required string Gemeentecode { get; init; }

    public required Guid OpdrachtId { get; init; }

    public required Guid DossierId { get; init; }

    public required string ClientId { get; init; }

    public required string Taak { get; init; }

    public required DateTimeOffset Van { get; init; }

    public DateTimeOffset? Tot { get; set; }

    /// <summary>Raised by every change: what a decision rested on stays tellable.</summary>
    public int Versie { get; set; } = 1;

    /// <summary>verwerker or verantwoordelijke: per contract, it changes who answers an inzageverzoek (domain f).</summary>
    public string AvgRol { get; init; } = "verwerker";

    /// <summary>Account or client that gave it.</summary>
    public string? GegevenDoor { get; init; }

    public string? BeeindigdDoor { get; set; }
}

/// <summary>Consent, only where no task covers the sharing: valid in [gegeven, ingetrokken).</summary>
internal sealed class ToestemmingRow
{
    public required string Gemeentecode { get; init; }

    public required Guid ToestemmingId { get; init; }

    public required Guid DossierId { get; init; }

    public required string ClientId { get; init; }

    public required string Doel { get; init; }

    public required DateTimeOffset GegevenOp { get; init; }

    public DateTimeOffset? IngetrokkenOp { get; set; }

    /// <summary>Language of the text that was signed, ISO 639-1.</summary>
    public string? Taal { get; init; }

    /// <summary>Version of the text that was signed.</summary>
    public string? Tekstversie { get; init; }

    /// <summary>Reference to the proof, encrypted with the dossier's key.</summary>
    public byte[]? Bewijs { get; init; }

    /// <summary>Account or client that recorded it.</summary>
    public string? GegevenDoor { get; init; }

    public string? IngetrokkenDoor { get; set; }
}

/// <summary>How one client knows one dossier: a random id, never derived.</summary>
internal sealed class RelatieRow
{
    public required string Gemeentecode { get; init; }

    public required Guid ExternId { get; init; }

    public required string ClientId { get; init; }

    public required Guid DossierId { get; init; }

    public required string PartnerReferentie { get; init; }

    public required DateTimeOffset Sinds { get; init; }

    public DateTimeOffset? GeldigTot { get; set; }
}
