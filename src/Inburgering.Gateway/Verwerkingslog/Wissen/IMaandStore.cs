using System.Data.Common;

namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>The months of the log. Implemented by Storage, under the role onderhoud; an interface because Storage uses this room and not the reverse.</summary>
internal interface IMaandStore
{
    /// <summary>Makes the months ahead, so that a line always has one of its own.</summary>
    /// <returns>How many are new.</returns>
    Task<int> MakeAheadAsync(CancellationToken ct);

    /// <summary>Months with lines, all of whose terms are over; oldest first. Also one that was closed but not dropped yet.</summary>
    /// <param name="nu">Business clock.</param>
    Task<IReadOnlyList<DateOnly>> VoorbijAsync(DateTimeOffset nu, CancellationToken ct);

    /// <summary>What the month holds, for its afsluiting; null when it holds nothing or was closed already.</summary>
    /// <exception cref="InvalidOperationException">The line before a run is neither there nor in an earlier afsluiting.</exception>
    Task<Maandinhoud?> ReadAsync(DateOnly maand, CancellationToken ct);

    Task KeepAsync(DbTransaction transactie, BewaardeAfsluiting afsluiting, CancellationToken ct);

    /// <summary>The database looks again whether all terms are over and the afsluiting names every line.</summary>
    /// <returns>How many lines are gone.</returns>
    Task<long> DropAsync(DateOnly maand, CancellationToken ct);
}

/// <param name="Reeksen">By gemeente, slot and seq.</param>
/// <param name="Bewijzen">By gemeente and berichtId.</param>
internal sealed record Maandinhoud(IReadOnlyList<Reeks> Reeksen, IReadOnlyList<Bewijsregel> Bewijzen);
