namespace Inburgering.Gateway.Storage.Model;

/// <summary>A decision on financieel ontzorgen, as the gemeente took it. Never rewritten: a change is another decision that takes its place.</summary>
internal sealed class OntzorgbesluitRow
{
    public required string Gemeentecode { get; init; }

    public required Guid BesluitId { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>First day; with the last one a working column: what is due when.</summary>
    public required DateOnly Begindatum { get; init; }

    /// <summary>Last day, included.</summary>
    public required DateOnly Einddatum { get; init; }

    /// <summary>JSON as it was delivered, encrypted with the key of the dossier.</summary>
    public required byte[] Inhoud { get; init; }

    /// <summary>Keyed hash of it: recognises a repeat.</summary>
    public required byte[] InhoudHash { get; init; }

    /// <summary>The decision whose place it took; null: none.</summary>
    public Guid? Vervangt { get; init; }

    /// <summary>False: a later decision took its place.</summary>
    public required bool Actueel { get; set; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset VastgelegdOp { get; init; }

    /// <summary>Client or account.</summary>
    public required string Door { get; init; }
}
