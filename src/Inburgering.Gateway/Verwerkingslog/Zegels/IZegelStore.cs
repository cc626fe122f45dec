namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>Where checkpoints are kept. Implemented by Storage; an interface because Storage uses this room and not the reverse.</summary>
internal interface IZegelStore
{
    /// <summary>Reads where the log stands, lets <paramref name="make"/> decide, and keeps its checkpoint; all in one transaction, one node at a time.</summary>
    /// <param name="make">Null: no checkpoint now.</param>
    /// <returns>The newest checkpoint afterwards; null when there is none yet or another node is sealing.</returns>
    Task<Zegel?> SealAsync(Func<Logstand, Zegel?> make, CancellationToken ct);

    IAsyncEnumerable<Zegel> ReadAfterAsync(long nummer, CancellationToken ct);

    /// <summary>The newest checkpoint; null when there is none yet.</summary>
    Task<Zegel?> LaatsteAsync(CancellationToken ct);

    /// <summary>Time of the first checkpoint after this number; null when there is none.</summary>
    Task<DateTimeOffset?> OudsteNaAsync(long nummer, CancellationToken ct);
}

/// <param name="Koppen">All heads, sorted by gemeente and slot.</param>
/// <param name="Nu">The database's clock, ms since 1970.</param>
internal sealed record Logstand(Zegel? Laatste, IReadOnlyList<Kop> Koppen, long Nu);
