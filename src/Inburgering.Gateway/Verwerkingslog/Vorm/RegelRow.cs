namespace Inburgering.Gateway.Verwerkingslog.Vorm;

/// <summary>A line as its columns hold it: what is hashed, stored, exported and checked again.</summary>
internal sealed class RegelRow
{
    public required RegelContext Context { get; init; }

    public string Gemeentecode => Context.Gemeentecode;

    /// <summary>Set by the writer, with <see cref="Seq"/>, <see cref="Registratie"/> and <see cref="Hash"/>.</summary>
    public int Slot { get; set; }

    public long Seq { get; set; }

    /// <summary>System clock, ms since 1970; never before the line in front of it in its stream.</summary>
    public long Registratie { get; set; }

    public byte[] Hash { get; set; } = [];

    /// <summary>Business clock, ms since 1970.</summary>
    public required long Tijdstip { get; init; }

    public required int DuurMs { get; init; }

    public required byte[] TraceId { get; init; }

    public required byte[] SpanId { get; init; }

    public byte[]? ParentSpanId { get; init; }

    public required int Aantal { get; init; }

    public string? BerichtId { get; init; }

    public byte[]? Betrokkene { get; init; }

    public Guid? DossierId { get; init; }

    public string? Informatie { get; init; }

    /// <summary>Sixteen random bytes; null only after erasure (security 4).</summary>
    public byte[]? Zout { get; init; }

    /// <summary>In the table only after erasure; before it follows from the salt and the person.</summary>
    public byte[]? PersoonDigest { get; set; }

    /// <summary>The canonical JSON of the non-personal fields; made once, by the caller's thread.</summary>
    public byte[] Velden { get; set; } = [];
}
