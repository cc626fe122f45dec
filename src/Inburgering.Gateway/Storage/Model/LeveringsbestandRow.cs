namespace Inburgering.Gateway.Storage.Model;

/// <summary>A file of rows that a partner delivered. Its bytes are kept, encrypted, until its rows are messages or it was refused.</summary>
internal sealed class LeveringsbestandRow
{
    public required string Gemeentecode { get; init; }

    public required Guid BestandId { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Keyed hash of the client's user who delivered it, 40 hex; null: its system itself.</summary>
    public string? Gebruiker { get; init; }

    /// <summary>Partner key.</summary>
    public required string Partner { get; init; }

    /// <summary>Keyed hash of the bytes.</summary>
    public required byte[] InhoudHash { get; init; }

    public required Guid SleutelId { get; init; }

    /// <summary>Encrypted; null once it is done.</summary>
    public byte[]? Inhoud { get; set; }

    /// <summary>True: rows that are right count, whatever the others are.</summary>
    public required bool Gedeeltelijk { get; init; }

    public required Bestandstatus Status { get; set; }

    /// <summary>Rows of data; null: not read yet.</summary>
    public int? Rijen { get; set; }

    /// <summary>Faults, also those that are not kept.</summary>
    public int Fouten { get; set; }

    /// <summary>Rows looked at.</summary>
    public int Getoetst { get; set; }

    /// <summary>Last row that is a message; 0: none.</summary>
    public int GeleverdTot { get; set; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    /// <summary>Business clock; null: not done.</summary>
    public DateTimeOffset? KlaarOp { get; set; }

    /// <summary>System clock; null when nothing is left to do.</summary>
    public DateTimeOffset? VolgendePoging { get; set; }

    /// <summary>System clock: until then another worker keeps off.</summary>
    public DateTimeOffset? BezetTot { get; set; }

    public int Pogingen { get; set; }

    public required string TraceId { get; init; }
}

/// <summary>One row of a file: the message it became, or one of its faults.</summary>
internal sealed class BestandrijRow
{
    public required string Gemeentecode { get; init; }

    public required Guid BestandId { get; init; }

    /// <summary>As a spreadsheet numbers it.</summary>
    public required int Rij { get; init; }

    /// <summary>0 for a message; faults from 1.</summary>
    public required int Deel { get; init; }

    /// <summary>Name or letter; null: not one cell.</summary>
    public string? Kolom { get; init; }

    /// <summary>In Dutch, without what stands in the cell; null: it became a message.</summary>
    public string? Fout { get; init; }

    public Guid? BerichtId { get; init; }
}

/// <summary>Where a file stands.</summary>
internal enum Bestandstatus
{
    /// <summary>Stored; its rows are looked at.</summary>
    Ontvangen = 0,

    /// <summary>Its rows become messages.</summary>
    Leveren = 1,

    /// <summary>Its rows are messages.</summary>
    Geleverd = 2,

    /// <summary>Nothing of it counts.</summary>
    Afgekeurd = 3,
}
