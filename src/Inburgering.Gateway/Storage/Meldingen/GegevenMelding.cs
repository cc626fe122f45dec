using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Storage.Meldingen;

/// <summary>Who gave a melding, in which request.</summary>
/// <param name="Door">Account or client.</param>
internal sealed record Afzender(string Door, string TraceId);

/// <summary>A melding as it stands, opened.</summary>
internal sealed record GegevenMelding
{
    public required Guid MeldingId { get; init; }

    public required Guid DossierId { get; init; }

    public required string Partner { get; init; }

    public required string Soort { get; init; }

    public Melding Melding { get; init; } = null!;

    public required Meldingstatus Status { get; init; }

    public string? Reden { get; init; }

    /// <summary>Texts of the partner or of our own rules.</summary>
    public IReadOnlyList<string> Uitleg { get; init; } = [];

    /// <summary>Who gave it, in which request.</summary>
    public required Afzender Afzender { get; init; }

    public string TraceId => Afzender.TraceId;

    public required DateTimeOffset GemaaktOp { get; init; }

    public DateTimeOffset? BevestigdOp { get; init; }

    public DateTimeOffset? AfgehandeldOp { get; init; }

    public required int Pogingen { get; init; }

    /// <summary>Without those that said nothing of this melding.</summary>
    public int Geteld => Pogingen - Vergeefs;

    public DateTimeOffset? VolgendePoging { get; init; }

    /// <summary>Of an attempt whose outcome nobody knows.</summary>
    public Guid? OnderwegAls { get; init; }

    public Guid? IntrekkingVan { get; init; }

    /// <summary>The partner's own number of what was made, or of what it names.</summary>
    public int? Nummer { get; init; }

    internal int Vergeefs { get; init; }

    internal required Guid SleutelId { get; init; }
}

/// <summary>How an attempt ended.</summary>
/// <param name="OpnieuwOver">Wait before the next one; null: nothing left for the machine to do.</param>
internal sealed record Meldingafloop(Meldingstatus Status, string? Reden = null, TimeSpan? OpnieuwOver = null)
{
    public IReadOnlyList<string> Uitleg { get; init; } = [];

    /// <summary>The partner's own number of what was made.</summary>
    public int? Nummer { get; init; }

    /// <summary>The attempt does not count.</summary>
    public bool Vergeefs { get; init; }
}
