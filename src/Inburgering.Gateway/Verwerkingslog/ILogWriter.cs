using System.Data.Common;

namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>The only way into the log. What returns has been committed; what throws has not been answered for.</summary>
public interface ILogWriter
{
    /// <summary>Writes one line and returns when it is durable.</summary>
    /// <exception cref="LogUnavailableException">Queue full, commit failed or outcome unknown: no data may leave.</exception>
    Task<Logbewijs> AppendAsync(Logregel regel, CancellationToken ct);

    /// <summary>Does work and writes its lines in one transaction.</summary>
    /// <param name="gemeentecode">The one tenant the work may see.</param>
    /// <param name="werk">Runs inside the writer's transaction under a savepoint; its exception undoes only itself and is thrown to the
    /// caller. Returns the lines, at least one, all of that gemeente. May run a second time, after everything it did was rolled back, when
    /// another entry of its batch could not be written.</param>
    /// <exception cref="LogUnavailableException">As above: neither work nor lines are there.</exception>
    Task<Logbewijs> AppendAsync(string gemeentecode, Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct);

    /// <summary>As above for the move of a person: the one kind of work that sees two gemeenten, and leaves lines in both logs.</summary>
    Task<Logbewijs> AppendVerhuizingAsync(
        string van, string naar, Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct);
}

/// <summary>Proof that lines are durable: place of the last one.</summary>
public sealed record Logbewijs(string Gemeentecode, int Slot, long Seq);

/// <summary>The log cannot be written now.</summary>
public sealed class LogUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
