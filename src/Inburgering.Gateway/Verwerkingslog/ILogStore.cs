using System.Data.Common;
using System.Globalization;
using Inburgering.Gateway.Verwerkingslog.Vorm;

namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>Where the log is kept. Implemented by Storage; an interface because Storage uses this room and not the reverse.</summary>
internal interface ILogStore
{
    /// <summary>Opens the writer's own connection and takes the lowest free slot on it.</summary>
    /// <exception cref="LogUnavailableException">All slots are taken.</exception>
    Task<ILogSession> OpenAsync(CancellationToken ct);
}

/// <summary>One connection that holds one slot. After any failure but that of a werk it is thrown away.</summary>
internal interface ILogSession : IAsyncDisposable
{
    int Slot { get; }

    /// <summary>The heads of this slot's streams; a stream that does not exist yet is absent.</summary>
    Task<IReadOnlyList<Kop>> ReadKoppenAsync(IReadOnlyCollection<string> gemeentecodes, CancellationToken ct);

    Task<DbTransaction> BeginAsync(CancellationToken ct);

    /// <summary>Sets a savepoint and narrows the transaction to these gemeenten: one, or the two of a move.</summary>
    Task EnterWerkAsync(IReadOnlyList<string> gemeenten, CancellationToken ct);

    /// <summary>Back to the savepoint of <see cref="EnterWerkAsync"/>.</summary>
    Task UndoWerkAsync(CancellationToken ct);

    /// <summary>Inserts all lines at once and moves the heads of their streams under the condition of security 1.</summary>
    /// <exception cref="ForkException">A head was not where this writer left it.</exception>
    Task WriteAsync(IReadOnlyList<RegelRow> regels, IReadOnlyList<Kopverplaatsing> koppen, CancellationToken ct);

    /// <summary>Commits the transaction of <see cref="BeginAsync"/>. When this throws the outcome is unknown.</summary>
    Task CommitAsync(CancellationToken ct);
}

/// <summary>Last line of a stream.</summary>
internal sealed record Kop(string Gemeentecode, int Slot, long Seq, byte[] Hash)
{
    /// <summary>"gemeente/slot".</summary>
    public string Stroom => string.Create(CultureInfo.InvariantCulture, $"{Gemeentecode}/{Slot}");
}

/// <summary>A head that moves from <paramref name="Oud"/> (seq 0: a new stream) to the last line of the batch.</summary>
internal sealed record Kopverplaatsing(long Oud, Kop Nieuw);

/// <summary>Another writer moved this stream: this one stops and reads the heads again.</summary>
public sealed class ForkException(string message) : Exception(message);
