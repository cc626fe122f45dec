namespace Inburgering.Gateway.Storage.Model;

/// <summary>Herhaling: rejected messages that a person had tried again. Nobody is in it.</summary>
internal sealed class HerhalingRow
{
    public required string Gemeentecode { get; init; }

    public required Guid HerhalingId { get; init; }

    /// <summary>Account or client.</summary>
    public required string GestartDoor { get; init; }

    /// <summary>Why; free text, which is not in the log (security 5).</summary>
    public required string Reden { get; init; }

    /// <summary>W3C trace id of the request, 32 hex.</summary>
    public required string TraceId { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset BegonnenOp { get; init; }

    /// <summary>System clock; null while it runs.</summary>
    public DateTimeOffset? GeeindigdOp { get; set; }

    public required Herhaalstatus Status { get; set; }

    /// <summary>Account or client that stopped it; null: nobody did.</summary>
    public string? GestoptDoor { get; set; }

    /// <summary>How many failed one after the other for the same reason.</summary>
    public int Reeks { get; set; }

    /// <summary>Code of that reason; null: the last one did not fail.</summary>
    public string? ReeksReden { get; set; }
}

/// <summary>One message of a herhaling; it is tried once.</summary>
internal sealed class HerhalingdeelRow
{
    public required string Gemeentecode { get; init; }

    public required Guid HerhalingId { get; init; }

    public required Guid BerichtId { get; init; }

    /// <summary>Order of receipt, from 1.</summary>
    public required int Volgorde { get; init; }

    /// <summary>What is about one person has one number, of this herhaling only.</summary>
    public required int Groep { get; init; }

    /// <summary>Code of <see cref="Berichtredenen"/> for which it waited.</summary>
    public required string RedenVoor { get; init; }

    /// <summary>System clock: since then it is in the queue; null: it was not offered.</summary>
    public DateTimeOffset? BegonnenOp { get; set; }

    /// <summary>Null: to be done yet.</summary>
    public Herhaaluitkomst? Uitkomst { get; set; }

    /// <summary>Code of why it was skipped or rejected again; null: neither.</summary>
    public string? Reden { get; set; }

    /// <summary>System clock.</summary>
    public DateTimeOffset? KlaarOp { get; set; }
}

/// <summary>What a person decided about a rejected message, or had shown of it, and why; never rewritten.</summary>
internal sealed class AfkeurbesluitRow
{
    public required string Gemeentecode { get; init; }

    public required Guid BesluitId { get; init; }

    public required Guid BerichtId { get; init; }

    /// <summary>sluiting, overdracht or inzage.</summary>
    public required string Soort { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset Op { get; init; }

    /// <summary>Account or client.</summary>
    public required string Door { get; init; }

    /// <summary>Why; free text, which is not in the log (security 5).</summary>
    public required string Reden { get; init; }

    /// <summary>Code of <see cref="Berichtredenen"/> for which the message waited.</summary>
    public required string Redencode { get; init; }

    /// <summary>How often the message had been tried: after another try a hand-over holds no longer.</summary>
    public required int Pogingen { get; init; }
}

/// <summary>How a herhaling stands; the numbers stand in the database.</summary>
internal enum Herhaalstatus : short
{
    Loopt = 0,

    Klaar = 1,

    /// <summary>A person stopped it.</summary>
    Gestopt = 2,

    /// <summary>It failed so often for the same reason that the rest is spared.</summary>
    VanzelfGestopt = 3,
}

/// <summary>What became of one message; the numbers stand in the database.</summary>
internal enum Herhaaluitkomst : short
{
    Verwerkt = 0,

    /// <summary>Tried, and of no effect under today's rules.</summary>
    ZonderGevolg = 1,

    /// <summary>Rejected again.</summary>
    Afgekeurd = 2,

    /// <summary>Not tried: it made no sense.</summary>
    Overgeslagen = 3,

    /// <summary>Not tried: the herhaling was stopped before.</summary>
    NietGedaan = 4,
}
