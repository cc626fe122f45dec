using System.Data.Common;
using Inburgering.Gateway.Verwerkingslog.Vorm;

namespace Inburgering.Gateway.Verwerkingslog;

internal delegate Task<IReadOnlyList<Logregel>> Werk(DbTransaction transaction, CancellationToken ct);

/// <summary>What waits in the queue: finished lines, or work that will give its lines inside the transaction.</summary>
internal sealed class LogEntry
{
    // The writer's thread must never run a caller's continuation.
    private readonly TaskCompletionSource<Logbewijs> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One; two only for a move.</summary>
    public required IReadOnlyList<string> Gemeenten { get; init; }

    public IReadOnlyList<RegelRow> Regels { get; set; } = [];

    public Werk? Werk { get; init; }

    /// <summary>Only looked at before work starts: nothing of it exists yet, so nobody misses it.</summary>
    public CancellationToken Caller { get; init; }

    public Task<Logbewijs> Outcome => outcome.Task;

    public bool Answered => outcome.Task.IsCompleted;

    public void Confirm(int slot) => outcome.TrySetResult(new Logbewijs(Regels[^1].Gemeentecode, slot, Regels[^1].Seq));

    public void Fail(Exception why)
    {
        outcome.TrySetException(why);
        _ = outcome.Task.Exception;            // a caller that gave up looks no more; that is no unobserved fault
    }
}
