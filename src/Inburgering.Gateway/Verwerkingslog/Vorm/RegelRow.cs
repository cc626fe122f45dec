namespace Inburgering.Gateway.Verwerkingslog.Vorm;

/// <summary>A line as its columns hold it: what is hashed, stored, exported and checked again.</summary>
internal sealed class RegelRow
{
    public required string Gemeentecode { get; init; }

    /// <summary>Set by the writer, with <see cref="Seq"/>, <see cref="Registratie"/> and <see cref="Hash"/>.</summary>
    public int Slot { get; set; }

    public long Seq { get; set; }

    /// <summary>System clock, ms since 1970; never before the line in front of it in its stream.</summary>
    public long Registratie { get; set; }

    public byte[] Hash { get; set; } = [];

    /// <summary>Version of the canonical form, <see cref="RegelForm.Versie"/>.</summary>
    public required short Vorm { get; init; }

    /// <summary>Business clock, ms since 1970.</summary>
    public required long Tijdstip { get; init; }

    public required int DuurMs { get; init; }

    public required byte[] TraceId { get; init; }

    public required byte[] SpanId { get; init; }

    public byte[]? ParentSpanId { get; init; }

    public required short Status { get; init; }

    public required short Actie { get; init; }

    public required short Resultaat { get; init; }

    public required short Vertrouwelijkheid { get; init; }

    public required string Naam { get; init; }

    public string? Reden { get; init; }

    public required string Actor { get; init; }

    public required string Rol { get; init; }

    public required string Organisatie { get; init; }

    public string? ClientId { get; init; }

    public required string Oorsprong { get; init; }

    public required string Activiteit { get; init; }

    public string? Doel { get; init; }

    public string? Grondslag { get; init; }

    /// <summary>Compact form, <see cref="Veldenlijst"/>.</summary>
    public string? Gevraagd { get; init; }

    public string? Geleverd { get; init; }

    public required int Aantal { get; init; }

    public string? Ontvanger { get; init; }

    public string? BerichtId { get; init; }

    public byte[]? Beleid { get; init; }

    public required string Bewaartermijn { get; init; }

    public byte[]? Betrokkene { get; init; }

    public string? BetrokkeneType { get; init; }

    public Guid? DossierId { get; init; }

    /// <summary>Sixteen random bytes; null only after erasure (security 4).</summary>
    public byte[]? Zout { get; init; }

    public byte[] PersoonDigest { get; set; } = [];

    /// <summary>The canonical JSON of the non-personal fields; made once, by the caller's thread.</summary>
    public byte[] Velden { get; set; } = [];
}
