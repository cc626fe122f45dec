namespace Inburgering.Gateway.Storage.Model;

/// <summary>Which source the regievoerder follows where sources say different things of one field (domain c, bronhouder and conflicts). Values stand in the facts alone.</summary>
internal sealed class BronkeuzeRow
{
    public required string Gemeentecode { get; init; }

    public required Guid KeuzeId { get; init; }

    public required Guid DossierId { get; init; }

    public required string Categorie { get; init; }

    public required string Veld { get; init; }

    /// <summary>Which of several within the field, "lezen"; empty: the field itself.</summary>
    public required string Onderdeel { get; init; }

    /// <summary>Key of the partner's instance, or "gemeente".</summary>
    public required string Bron { get; init; }

    /// <summary>Keyed hash of all that the sources said when it was decided.</summary>
    public required byte[] Stand { get; init; }

    public required string Reden { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset Op { get; init; }

    public required string Door { get; init; }

    /// <summary>False: a later choice took its place.</summary>
    public required bool Actueel { get; set; }
}
