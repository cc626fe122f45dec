namespace Inburgering.Gateway.Verwerkingslog.Vorm;

/// <summary>What many lines say alike, kept once per gemeente. Two equal contexts are one row.</summary>
internal sealed record RegelContext
{
    public required string Gemeentecode { get; init; }

    /// <summary>Version of the canonical form, <see cref="RegelForm.Versie"/>.</summary>
    public required short Vorm { get; init; }

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

    public string? Ontvanger { get; init; }

    /// <summary>64 hex.</summary>
    public string? Beleid { get; init; }

    public required string Bewaartermijn { get; init; }

    /// <summary>Part of the personal object in the hash, yet no personal data itself.</summary>
    public string? BetrokkeneType { get; init; }
}
