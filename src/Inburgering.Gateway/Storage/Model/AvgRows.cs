namespace Inburgering.Gateway.Storage.Model;

/// <summary>Beperking (AVG 18): a category that is held back everywhere, in [van, tot).</summary>
internal sealed class BeperkingRow
{
    public required string Gemeentecode { get; init; }

    public required Guid BeperkingId { get; init; }

    public required Guid DossierId { get; init; }

    public required string Categorie { get; init; }

    /// <summary>Number of the AVG case.</summary>
    public required string Zaaknummer { get; init; }

    public required DateTimeOffset Van { get; init; }

    public DateTimeOffset? Tot { get; set; }

    public required string Door { get; init; }
}

/// <summary>Bezwaar (AVG 21): a contested use that stops until it is decided, in [van, tot).</summary>
internal sealed class BezwaarRow
{
    public required string Gemeentecode { get; init; }

    public required Guid BezwaarId { get; init; }

    public required Guid DossierId { get; init; }

    public required string Doel { get; init; }

    /// <summary>Null: whoever uses that doel.</summary>
    public string? ClientId { get; init; }

    public required string Zaaknummer { get; init; }

    public required DateTimeOffset Van { get; init; }

    public DateTimeOffset? Tot { get; set; }

    /// <summary>gegrond or ongegrond; null while undecided. A bezwaar that was upheld keeps its use stopped.</summary>
    public string? Uitkomst { get; set; }

    public required string Door { get; init; }
}

/// <summary>Rectificatie (AVG 16): which version of a fact was wrong, and which took its place.</summary>
internal sealed class RectificatieRow
{
    public required string Gemeentecode { get; init; }

    public required Guid RectificatieId { get; init; }

    public required Guid DossierId { get; init; }

    public required string Categorie { get; init; }

    public required string Veld { get; init; }

    public required Guid OudFeitId { get; init; }

    /// <summary>Null when the source is another (DUO): a request was sent, nothing changed here.</summary>
    public Guid? NieuwFeitId { get; init; }

    public required string Zaaknummer { get; init; }

    public required DateTimeOffset Op { get; init; }

    public required string Door { get; init; }
}

/// <summary>What a receiver of a corrected value must do (AVG 19).</summary>
internal sealed class CorrectietaakRow
{
    public required string Gemeentecode { get; init; }

    public required Guid CorrectietaakId { get; init; }

    public required Guid RectificatieId { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>Client that received the value, or the partner key of the source that must mend it.</summary>
    public required string Ontvanger { get; init; }

    /// <summary>open, bevestigd or vervallen.</summary>
    public required string Status { get; set; }

    public required DateTimeOffset GemaaktOp { get; init; }

    public DateTimeOffset? AfgehandeldOp { get; set; }
}

/// <summary>Noodtoegang: one employee, one dossier, at most four hours of the system clock.</summary>
internal sealed class NoodtoegangRow
{
    public required string Gemeentecode { get; init; }

    public required Guid NoodtoegangId { get; init; }

    public required Guid DossierId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The reason in the employee's own words, encrypted with the dossier's key.</summary>
    public required byte[] Reden { get; init; }

    public required DateTimeOffset Van { get; init; }

    public required DateTimeOffset Tot { get; set; }

    /// <summary>Second person; only when one was used within seven days before (security 13).</summary>
    public Guid? GoedgekeurdDoor { get; set; }

    public Guid? BeoordeeldDoor { get; set; }

    public DateTimeOffset? BeoordeeldOp { get; set; }

    /// <summary>in-orde or onrechtmatig; geweigerd when it was not approved; null while it waits or is in the review pile.</summary>
    public string? Oordeel { get; set; }

    /// <summary>The reviewer's words, encrypted with the dossier's key.</summary>
    public byte[]? Toelichting { get; set; }
}

/// <summary>Legal hold: nothing of this dossier is erased in [van, tot).</summary>
internal sealed class BewaarplichtRow
{
    public required string Gemeentecode { get; init; }

    public required Guid BewaarplichtId { get; init; }

    public required Guid DossierId { get; init; }

    public required string Zaaknummer { get; init; }

    public required DateTimeOffset Van { get; init; }

    public DateTimeOffset? Tot { get; set; }

    public required string Door { get; init; }
}

/// <summary>That something was erased, without what it was.</summary>
internal sealed class VerwijderingRow
{
    public required string Gemeentecode { get; init; }

    public required Guid VerwijderingId { get; init; }

    /// <summary>The erased dossier's inner id, which means nothing once its rows are gone.</summary>
    public required Guid DossierId { get; init; }

    /// <summary>Code of the policy; null: the whole dossier with its key.</summary>
    public string? Categorie { get; init; }

    /// <summary>The term that had passed, "P5Y".</summary>
    public required string Termijn { get; init; }

    /// <summary>Copies that went along: feiten, berichten, sleutel, each with its number, as canonical JSON.</summary>
    public required string Aantallen { get; init; }

    public required DateTimeOffset Op { get; init; }
}
