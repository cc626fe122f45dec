using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Storage.Afkeuringen;

/// <summary>Rejected messages that a person had tried again, with what came of it in numbers.</summary>
internal sealed record Herhaling
{
    public required Guid HerhalingId { get; init; }

    /// <summary>Account or client.</summary>
    public required string GestartDoor { get; init; }

    public required string Reden { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset BegonnenOp { get; init; }

    /// <summary>System clock; null while it runs.</summary>
    public required DateTimeOffset? GeeindigdOp { get; init; }

    public required Herhaalstatus Status { get; init; }

    /// <summary>Account or client; null: no person stopped it.</summary>
    public required string? GestoptDoor { get; init; }

    /// <summary>Code of the reason for which the last ones failed; null: the last one did not.</summary>
    public required string? ReeksReden { get; init; }

    public required Herhaaltelling Telling { get; init; }
}

/// <summary>The parts are the whole.</summary>
/// <param name="Bezig">In the queue now.</param>
/// <param name="Wacht">Not offered yet.</param>
internal sealed record Herhaaltelling(int Totaal, int Verwerkt, int ZonderGevolg, int Afgekeurd, int Overgeslagen, int NietGedaan, int Bezig, int Wacht);

/// <summary>One message of a herhaling.</summary>
/// <param name="RedenVoor">Why it waited.</param>
/// <param name="Uitkomst">Null: to be done yet.</param>
/// <param name="Reden">Why it was skipped or rejected again; null: neither.</param>
internal sealed record Herhalingdeel(Guid AfkeuringId, string RedenVoor, bool Begonnen, Herhaaluitkomst? Uitkomst, string? Reden);

/// <summary>Who wants it, and why.</summary>
/// <param name="Door">Account or client.</param>
/// <param name="TraceId">32 hex.</param>
internal sealed record Herhaalopdracht(string Door, string Reden, string TraceId);

/// <summary>A message and whether it makes sense to try it.</summary>
/// <param name="Beletsel">Code of <see cref="Beletsels"/>; null: it does.</param>
internal sealed record Herhaalkeuze(Afkeuring Afkeuring, string? Beletsel);

/// <summary>Another herhaling took them in the same moment.</summary>
internal sealed class HerhalingLooptException : Exception;
