using System.Data.Common;
using Inburgering.Gateway.Verwerkingslog.Vorm;

namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>Writes batches on one session and knows where its streams stand. One task uses it, never two.</summary>
internal sealed class LogBatch(ILogSession session, TimeProvider clock, TimeSpan werkTijd)
{
    private readonly Dictionary<string, Stand> standen = [];

    /// <summary>One transaction for all entries. Answers each of them.</summary>
    public async Task<BatchResult> RunAsync(IReadOnlyList<LogEntry> entries)
    {
        try
        {
            return new BatchResult(await WriteAllAsync(entries), null);
        }
        catch (DbException e) when (entries.Count > 1 && IsFaultOfOneLine(e))
        {
            return await WriteOneByOneAsync(entries);
        }
        catch (Exception e)
        {
            Fail(entries, e);
            return new BatchResult(0, e);
        }
    }

    /// <summary>A line that the database refuses fails alone. The work of its neighbours was rolled back and runs again.</summary>
    private async Task<BatchResult> WriteOneByOneAsync(IReadOnlyList<LogEntry> entries)
    {
        var written = 0;
        for (var i = 0; i < entries.Count; i++)
        {
            try
            {
                written += entries[i].Answered ? 0 : await WriteAllAsync([entries[i]]);
            }
            catch (DbException e) when (IsFaultOfOneLine(e))
            {
                Fail([entries[i]], e);
            }
            catch (Exception e)
            {
                Fail(entries.Skip(i), e);
                return new BatchResult(written, e);
            }
        }

        return new BatchResult(written, null);
    }

    private async Task<int> WriteAllAsync(IReadOnlyList<LogEntry> entries)
    {
        await LoadKoppenAsync(entries);
        await using var transaction = await session.BeginAsync(CancellationToken.None);
        var accepted = new List<LogEntry>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.Werk is null || await DoWerkAsync(entry, transaction))
            {
                accepted.Add(entry);
            }
        }

        if (accepted.Count == 0)
        {
            return 0;                           // the transaction ends by itself, rolled back
        }

        var (regels, moved) = Chain(accepted);
        await session.WriteAsync(regels, Verplaatsingen(moved), CancellationToken.None);
        await session.CommitAsync(CancellationToken.None);
        Confirm(accepted, moved);
        return regels.Count;
    }

    private async Task<bool> DoWerkAsync(LogEntry entry, DbTransaction transaction)
    {
        if (entry.Caller.IsCancellationRequested)
        {
            entry.Fail(new OperationCanceledException(entry.Caller));
            return false;
        }

        await session.EnterWerkAsync(entry.Gemeenten, CancellationToken.None);
        try
        {
            using var limit = new CancellationTokenSource(werkTijd, clock);
            entry.Regels = ToRows(entry.Gemeenten, await entry.Werk!(transaction, limit.Token).WaitAsync(limit.Token));
            return true;
        }
        catch (Exception e)
        {
            await session.UndoWerkAsync(CancellationToken.None);
            entry.Fail(e);
            return false;
        }
    }

    private static List<RegelRow> ToRows(IReadOnlyList<string> gemeenten, IReadOnlyList<Logregel> regels)
    {
        if (regels.Count == 0)
        {
            throw new InvalidOperationException("Work in the log's transaction gave no line.");
        }

        return regels.All(r => gemeenten.Contains(r.Gemeentecode, StringComparer.Ordinal))
            ? regels.Select(RegelVertaling.ToRow).ToList()
            : throw new InvalidOperationException("Work in the log's transaction gave a line of another gemeente.");
    }

    private async Task LoadKoppenAsync(IReadOnlyList<LogEntry> entries)
    {
        var unknown = entries.SelectMany(e => e.Gemeenten).Where(g => !standen.ContainsKey(g)).Distinct().ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var koppen = await session.ReadKoppenAsync(unknown, CancellationToken.None);
        foreach (var gemeentecode in unknown)
        {
            var kop = koppen.FirstOrDefault(k => k.Gemeentecode == gemeentecode);
            standen[gemeentecode] = new Stand(kop ?? new Kop(gemeentecode, session.Slot, 0, Keten.Begin), 0);
        }
    }

    private (List<RegelRow> Regels, Dictionary<string, Stand> Standen) Chain(List<LogEntry> entries)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var regels = new List<RegelRow>(entries.Count);
        var moved = new Dictionary<string, Stand>();
        foreach (var row in entries.SelectMany(e => e.Regels))
        {
            var vorige = moved.TryGetValue(row.Gemeentecode, out var stand) ? stand : standen[row.Gemeentecode];
            row.Slot = session.Slot;
            row.Seq = vorige.Kop.Seq + 1;
            row.Registratie = Math.Max(now, vorige.Registratie);
            row.Hash = Keten.Hash(vorige.Kop.Hash, row.Gemeentecode, row.Slot, row.Seq, row.Registratie, row.Velden, row.PersoonDigest);
            moved[row.Gemeentecode] = new Stand(new Kop(row.Gemeentecode, row.Slot, row.Seq, row.Hash), row.Registratie);
            regels.Add(row);
        }

        return (regels, moved);
    }

    private List<Kopverplaatsing> Verplaatsingen(Dictionary<string, Stand> moved) =>
        moved.Select(m => new Kopverplaatsing(standen[m.Key].Kop.Seq, m.Value.Kop)).ToList();

    private void Confirm(List<LogEntry> entries, Dictionary<string, Stand> moved)
    {
        foreach (var (gemeentecode, stand) in moved)
        {
            standen[gemeentecode] = stand;
        }

        entries.ForEach(e => e.Confirm(session.Slot));
    }

    private static void Fail(IEnumerable<LogEntry> entries, Exception why)
    {
        foreach (var entry in entries.Where(e => !e.Answered))
        {
            entry.Fail(new LogUnavailableException("The log could not be written.", why));
        }
    }

    /// <summary>Data the database refuses (class 22, a check or not-null constraint) or work that hid a failed statement (25P02); not a
    /// lost connection, a right or a head.</summary>
    private static bool IsFaultOfOneLine(DbException e) =>
        e.SqlState is { } state && (state.StartsWith("22", StringComparison.Ordinal) || state is "23502" or "23514" or "25P02");

    /// <summary>Where a stream stands, and the time of its last line as far as this session wrote it.</summary>
    private sealed record Stand(Kop Kop, long Registratie);
}

/// <param name="Lines">Lines that are committed.</param>
/// <param name="Fault">Why the session may not be used again; null when it may.</param>
internal sealed record BatchResult(int Lines, Exception? Fault);
