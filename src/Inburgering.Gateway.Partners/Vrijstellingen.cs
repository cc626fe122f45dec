using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners;

/// <summary>Every decision on a vrijstelling, as DUO gives them. Source: DUO Vrijstelling 1.0.0.</summary>
public sealed record Vrijstellingen(IReadOnlyList<Vrijstelling> Besluiten);

/// <summary>One decision.</summary>
public sealed record Vrijstelling
{
    public required Vrijstellingsoort Soort { get; init; }

    public required Oordeel Oordeel { get; init; }

    /// <summary>AVI, DIP, DOC, GED, INB, INS or OPL.</summary>
    public required string Reden { get; init; }

    public DateOnly? DatumOordeel { get; init; }

    /// <summary>Inclusive; only of a temporary one.</summary>
    public DateOnly? Startdatum { get; init; }

    /// <summary>Inclusive; only of a temporary one.</summary>
    public DateOnly? Einddatum { get; init; }

    /// <summary>LE, LU, SC or SP; only of a partial one.</summary>
    public string? Onderdeel { get; init; }

    /// <summary>A2 or B1; only of a partial one.</summary>
    public Taalniveau? Niveau { get; init; }
}

/// <summary>How far a vrijstelling goes.</summary>
public enum Vrijstellingsoort
{
    [JsonStringEnumMemberName("geheel")]
    Geheel,

    [JsonStringEnumMemberName("tijdelijk")]
    Tijdelijk,

    [JsonStringEnumMemberName("gedeeltelijk")]
    Gedeeltelijk,
}

/// <summary>DUO's decision on a request.</summary>
public enum Oordeel
{
    Toekenning,
    Afwijzing,
}

/// <summary>Every decision on an ontheffing, as DUO gives them. Source: DUO Ontheffing 1.0.0.</summary>
public sealed record Ontheffingen(IReadOnlyList<Ontheffing> Besluiten);

/// <summary>One decision.</summary>
public sealed record Ontheffing
{
    /// <summary>False: of one exam part, or of part of the hours.</summary>
    public required bool Geheel { get; init; }

    public required Oordeel Oordeel { get; init; }

    public required DateOnly DatumOordeel { get; init; }

    /// <summary>Medisch makes the whole decision data about health (AVG 9).</summary>
    public required Ontheffingsgrond Grond { get; init; }

    /// <summary>KNM, LE, LU, SC or SP; only of a partial one.</summary>
    public string? Onderdeel { get; init; }

    /// <summary>Hours of participation that can be asked, 0-9999; 0: none; null: no limit was set.</summary>
    public int? UrenBelastbaarheid { get; init; }
}

/// <summary>Why an ontheffing was asked.</summary>
public enum Ontheffingsgrond
{
    /// <summary>Bijzondere individuele omstandigheden.</summary>
    [JsonStringEnumMemberName("BIO")]
    BijzondereOmstandigheden,

    [JsonStringEnumMemberName("MED")]
    Medisch,
}
