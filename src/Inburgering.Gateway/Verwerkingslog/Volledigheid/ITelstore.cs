namespace Inburgering.Gateway.Verwerkingslog.Volledigheid;

/// <summary>Where the counts of the front door are kept. Implemented by Storage.</summary>
public interface ITelstore
{
    /// <summary>Adds them; rows are never changed.</summary>
    Task AddAsync(IReadOnlyList<Telling> tellingen, CancellationToken ct);
}

/// <summary>What the front door answered in one gemeente, of one kind, since the last time it said so.</summary>
/// <param name="Van">Business clock: the earliest.</param>
/// <param name="Tot">Business clock: the latest.</param>
/// <param name="Spans">The number of each answer (Besluit-Id), eight bytes each: not only how many, but which.</param>
public sealed record Telling(string Gemeentecode, Actie Actie, Resultaat Resultaat, DateTimeOffset Van, DateTimeOffset Tot, byte[] Spans);
