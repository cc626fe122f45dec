using System.Data.Common;
using System.Threading.Channels;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>The one writer of this process: takes everything that waits, chains it, commits once, then answers (performance 2).</summary>
internal sealed partial class LogWriter(ILogStore store, IOptions<VerwerkingslogOptions> options, TimeProvider clock, ILogger<LogWriter> logger)
    : BackgroundService, ILogWriter
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);

    private readonly VerwerkingslogOptions options = options.Value;
    private readonly Channel<LogEntry> queue = Channel.CreateBounded<LogEntry>(
        new BoundedChannelOptions(options.Value.Wachtrij) { SingleReader = true });

    private volatile bool unreachable;
    private volatile bool teruggezet;
    private long written;

    /// <summary>Whether the last attempt to reach the database succeeded; for readiness.</summary>
    public bool Beschikbaar { get; private set; }

    /// <summary>Lines confirmed since the start.</summary>
    public long Geschreven => Interlocked.Read(ref written);

    /// <summary>Told after every commit how many lines were written; the sealer counts them.</summary>
    internal Action<int>? OnWritten { get; set; }

    /// <summary>Whether nothing may leave because no witness acknowledged the checkpoints in time; null: nobody asks.</summary>
    internal Func<bool>? Dicht { get; set; }

    /// <summary>Whether the database that is being opened is older than what was exported of it; null: nobody asks.</summary>
    internal Func<CancellationToken, Task<bool>>? LooptAchter { get; set; }

    /// <summary>The database was put back, or an older copy took its place, while this process ran: it writes nothing any more and must start anew (security 19).</summary>
    public bool Teruggezet => teruggezet;

    /// <inheritdoc cref="Teruggezet"/>
    public void SluitNaTerugzetting() => teruggezet = true;

    public Task<Logbewijs> AppendAsync(Logregel regel, CancellationToken ct)
    {
        var row = RegelVertaling.ToRow(regel);
        return EnqueueAsync(new LogEntry { Gemeenten = [row.Gemeentecode], Regels = [row] }, ct);
    }

    public Task<Logbewijs> AppendAsync(
        string gemeentecode, Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct)
    {
        LogregelCheck.Gemeentecode(gemeentecode);
        return EnqueueAsync(new LogEntry { Gemeenten = [gemeentecode], Werk = new Werk(werk), Caller = ct }, ct);
    }

    public Task<Logbewijs> AppendVerhuizingAsync(
        string van, string naar, Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct)
    {
        LogregelCheck.Gemeentecode(van);
        LogregelCheck.Gemeentecode(naar);
        return EnqueueAsync(new LogEntry { Gemeenten = [van, naar], Werk = new Werk(werk), Caller = ct }, ct);
    }

    /// <summary>Writes what waits and takes no more. What came before the writer ever ran (a stop during the start) is refused, never left waiting.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        queue.Writer.TryComplete();
        if (ExecuteTask is null or { IsCompleted: true })
        {
            FailWaiting();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = stoppingToken.Register(() => queue.Writer.TryComplete());
        var wait = FirstWait;
        while (!queue.Reader.Completion.IsCompleted)
        {
            if (await TryOpenAsync() is { } session)
            {
                wait = FirstWait;
                await using (session)
                {
                    await WriteUntilFailureAsync(session);
                }

                continue;
            }

            FailWaiting();
            await Task.WhenAny(Task.Delay(wait, clock, stoppingToken), queue.Reader.Completion);
            wait = wait * 2 < options.HoogsteWachttijd ? wait * 2 : options.HoogsteWachttijd;
        }
    }

    private async Task<Logbewijs> EnqueueAsync(LogEntry entry, CancellationToken ct)
    {
        if (unreachable || teruggezet || Dicht?.Invoke() == true || !queue.Writer.TryWrite(entry))
        {
            throw new LogUnavailableException("The log takes no lines now.");
        }

        return await entry.Outcome.WaitAsync(ct);
    }

    private async Task<ILogSession?> TryOpenAsync()
    {
        try
        {
            teruggezet = teruggezet || (LooptAchter is { } achter && await achter(CancellationToken.None));
            var session = teruggezet ? throw new LogUnavailableException("The database was put back to an older state.") : await store.OpenAsync(CancellationToken.None);
            (Beschikbaar, unreachable) = (true, false);
            LogOpened(session.Slot);
            return session;
        }
        catch (Exception e) when (e is DbException or LogUnavailableException or TimeoutException or InvalidOperationException)
        {
            (Beschikbaar, unreachable) = (false, true);
            LogUnreachable(e.GetType().Name);
            return null;
        }
    }

    private async Task WriteUntilFailureAsync(ILogSession session)
    {
        var batch = new LogBatch(session, clock, options.WerkTijd);
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var result = await batch.RunAsync(TakeWaiting());
            Interlocked.Add(ref written, result.Lines);
            OnWritten?.Invoke(result.Lines);
            if (result.Fault is { } fault)
            {
                LogFailed(fault.GetType().Name, (fault as DbException)?.SqlState);
                return;
            }
        }
    }

    private List<LogEntry> TakeWaiting()
    {
        var entries = new List<LogEntry>();
        var werken = 0;
        while (entries.Count < options.Batch && werken < options.WerkenPerBatch && queue.Reader.TryRead(out var entry))
        {
            entries.Add(entry);
            werken += entry.Werk is null ? 0 : 1;
        }

        return entries;
    }

    private void FailWaiting()
    {
        while (queue.Reader.TryRead(out var entry))
        {
            entry.Fail(new LogUnavailableException("The log cannot be reached."));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "De schrijver van het verwerkingslog heeft slot {Slot}.")]
    private partial void LogOpened(int slot);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Het verwerkingslog is niet bereikbaar ({Soort}); er gaan geen gegevens uit.")]
    private partial void LogUnreachable(string soort);

    [LoggerMessage(Level = LogLevel.Error, Message = "Een reeks logregels is niet vastgelegd ({Soort} {SqlState}); de schrijver begint opnieuw.")]
    private partial void LogFailed(string soort, string? sqlState);
}
