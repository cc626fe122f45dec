namespace Inburgering.Gateway.Storage.Model;

/// <summary>A partner's user works on a person, for as long as this opdracht of the partner runs: valid in [sinds, tot).</summary>
internal sealed class CaseloadRow
{
    public required string Gemeentecode { get; init; }

    public required Guid CaseloadId { get; init; }

    /// <summary>What ends with it: a new opdracht for the same person is in nobody's caseload yet.</summary>
    public required Guid OpdrachtId { get; init; }

    public required Guid DossierId { get; set; }

    public required string ClientId { get; init; }

    /// <summary>Keyed hash of client and user, 40 hex: who she is stands nowhere with us.</summary>
    public required string Gebruiker { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset Sinds { get; init; }

    /// <summary>Business clock; null: still.</summary>
    public DateTimeOffset? Tot { get; set; }
}
