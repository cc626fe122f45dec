namespace Inburgering.Gateway.Storage.Model;

/// <summary>A message as it was received: nothing received is ever lost.</summary>
internal sealed class BerichtRow
{
    public required string Gemeentecode { get; init; }

    public required Guid BerichtId { get; init; }

    /// <summary>Order of receipt: the business clock may stand still.</summary>
    public long Volgnummer { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Keyed hash of the client's user who delivered it, 40 hex; null: its system itself.</summary>
    public string? Gebruiker { get; init; }

    /// <summary>Partner key, "duo".</summary>
    public required string Partner { get; init; }

    /// <summary>Keyed hash of the sender's own id.</summary>
    public required byte[] ExternIdHash { get; init; }

    /// <summary>Keyed hash of the body.</summary>
    public required byte[] InhoudHash { get; init; }

    /// <summary>Keyed hash of person, code and moment: the same event under another id finds this one. Null for a repeat.</summary>
    public byte[]? GebeurtenisHash { get; init; }

    /// <summary>Keyed hash of the number of the person: what is about one person is known before there is a dossier. Null: it names none, or the dossier was erased.</summary>
    public byte[]? PersoonHash { get; set; }

    /// <summary>gebeurtenisId; checked text of at most six signs.</summary>
    public required string Code { get; init; }

    public required Berichtstatus Status { get; set; }

    /// <summary>Code of <see cref="Berichtredenen"/>; null while nothing is wrong.</summary>
    public string? Reden { get; set; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    public DateTimeOffset? VerwerktOp { get; set; }

    public required Guid SleutelId { get; set; }

    /// <summary>Raw body, encrypted; emptied after its term.</summary>
    public byte[]? Inhoud { get; set; }

    public Guid? DossierId { get; set; }

    /// <summary>What applying it made of the dossier; null: it was not applied, or nobody delivered it.</summary>
    public Berichtgevolg? Gevolg { get; set; }

    public int Pogingen { get; set; }

    /// <summary>How many of those do not count: they said nothing of this one.</summary>
    public int Vergeefs { get; set; }

    /// <summary>System clock; null when nothing is left to do.</summary>
    public DateTimeOffset? VolgendePoging { get; set; }

    /// <summary>System clock: until then another worker keeps off.</summary>
    public DateTimeOffset? BezetTot { get; set; }

    /// <summary>The first message of which this is a repeat with another content.</summary>
    public Guid? HerhalingVan { get; init; }

    /// <summary>W3C trace id of the delivery, 32 hex.</summary>
    public required string TraceId { get; init; }
}

/// <summary>What a delivered message made of the dossier when it was applied.</summary>
internal enum Berichtgevolg
{
    /// <summary>It said what we knew.</summary>
    Gelijk = 0,

    Gewijzigd = 1,

    /// <summary>It opened a dossier.</summary>
    Nieuw = 2,
}

/// <summary>Where a message stands; shown to the sender and in the portal.</summary>
internal enum Berichtstatus
{
    /// <summary>Stored, still to be worked on.</summary>
    Ontvangen = 0,

    /// <summary>Applied.</summary>
    Verwerkt = 1,

    /// <summary>Waits for a person.</summary>
    Quarantaine = 2,

    /// <summary>Stored and of no effect: a repeat or a code that asks nothing of us.</summary>
    ZonderGevolg = 3,
}
