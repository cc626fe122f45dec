using Inburgering.Gateway.Tests.Shared;
using Npgsql;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>Why a log line cannot be inserted.</summary>
public enum Uitval
{
    /// <summary>Somebody holds a lock on the table; the statement is cancelled, as a statement timeout does.</summary>
    Slot,

    /// <summary>The file of the table may not grow any more.</summary>
    GeenRuimte,

    /// <summary>The right to insert is gone.</summary>
    GeenRecht,
}

/// <summary>Makes every insert of a log line fail until it is disposed.</summary>
internal sealed class LogUitval : IAsyncDisposable
{
    private const string Partitie = "verwerkingslog.regel_202411";

    // a segment of the write-ahead log must still fit, or the whole server stops: so the table is made larger than one, by rows that are never
    // committed, three on a page
    private const string Ruimer = $"alter table {Partitie} set (autovacuum_enabled = off, fillfactor = 10)";

    private const string Groei = $"""
        begin;
        insert into {Partitie} (tijdstip, registratie, seq, context, duur_ms, aantal, slot, gemeentecode, trace_id, span_id, hash)
            select '2024-11-15T09:00Z', now(), 1000000000 + n, 1, 0, 1, 15, '1708', substr(sha256('x'), 1, 16), '\x0102030405060708', sha256('x') from generate_series(1, 10000) n;
        rollback;
        """;

    // RLIMIT_FSIZE on the very backend that is about to insert: what ulimit -f does, without a server of its own
    private const string Krap = $$"""
        create function public.krap() returns trigger language plpgsql security definer as $krap$
        begin
            execute format('copy (select 1) to program %L', format('cat >/dev/null; prlimit --pid %s --fsize=%s:', pg_backend_pid(), pg_relation_size('{{Partitie}}')));
            return null;
        end $krap$;
        create trigger krap before insert on verwerkingslog.regel for each statement execute function public.krap();
        """;

    private const string Ruim = """
        drop function public.krap() cascade;
        do $$ begin
            execute format('copy (select 1) to program %L', (
                select 'cat >/dev/null; for p in ' || string_agg(pid::text, ' ') || '; do prlimit --pid $p --fsize=unlimited: || true; done'
                from pg_stat_activity where datname = current_database()));
        end $$;
        """;

    private const string Onderbreek = """
        select pg_sleep(0.02), count(pg_cancel_backend(pid)) from pg_stat_activity
        where datname = current_database() and usename = 'gateway_applicatie' and wait_event_type = 'Lock' and clock_timestamp() - query_start > interval '50 ms'
        """;

    private readonly NpgsqlDataSource eigenaar;
    private readonly CancellationTokenSource einde = new();
    private readonly string[] herstel;
    private Task wacht = Task.CompletedTask;

    private LogUitval(RunningHouse house, params string[] herstel) => (eigenaar, this.herstel) = (house.OpenDatabase(), herstel);

    public static async Task<LogUitval> BeginAsync(RunningHouse house, Uitval uitval)
    {
        switch (uitval)
        {
            case Uitval.Slot:
                var slot = new LogUitval(house);
                await slot.LockAsync();
                return slot;
            case Uitval.GeenRuimte:
                return await new LogUitval(house, Ruim).ExecuteAllAsync(Ruimer, Groei, Krap);
            case Uitval.GeenRecht:
                return await new LogUitval(house, "grant insert on verwerkingslog.regel to gateway_applicatie").ExecuteAllAsync("revoke insert on verwerkingslog.regel from gateway_applicatie");
            default:
                throw new ArgumentOutOfRangeException(nameof(uitval));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await einde.CancelAsync();
        await wacht;
        await ExecuteAllAsync(herstel);
        einde.Dispose();
        await eigenaar.DisposeAsync();
    }

    private async Task<LogUitval> ExecuteAllAsync(params string[] stappen)
    {
        foreach (var stap in stappen)
        {
            await ExecuteAsync(stap);
        }

        return this;
    }

    /// <summary>Reading goes on, writing waits.</summary>
    private async Task LockAsync()
    {
        var slot = await eigenaar.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("begin; lock table verwerkingslog.regel in exclusive mode", slot);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        wacht = HoldAsync(slot);
    }

    /// <summary>Ends what waits for the lock, so that the writer's own patience of fifteen seconds is not used up a thousand times.</summary>
    private async Task HoldAsync(NpgsqlConnection slot)
    {
        await using (slot)
        {
            while (!einde.IsCancellationRequested)
            {
                await ExecuteAsync(Onderbreek);
            }
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = eigenaar.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
