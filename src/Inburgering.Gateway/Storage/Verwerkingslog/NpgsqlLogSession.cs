using System.Data.Common;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>The writer's connection under the application role.</summary>
internal sealed class NpgsqlLogSession(NpgsqlConnection connection, int slot) : ILogSession
{
    internal const int TimeoutSeconds = 15;
    private const string SetGemeenten = "select set_config('app.gemeenten', $1, true)";
    private const string ReadKoppen = "select gemeentecode, seq, hash from verwerkingslog.kop where slot = $1 and gemeentecode = any($2)";

    private const string MoveKoppen = """
        update verwerkingslog.kop k set seq = n.seq, hash = n.hash
        from unnest($2::text[], $3::bigint[], $4::bigint[], $5::bytea[]) n (gemeentecode, oud, seq, hash)
        where k.gemeentecode = n.gemeentecode and k.slot = $1 and k.seq = n.oud
        """;

    private const string NewKoppen = """
        insert into verwerkingslog.kop (gemeentecode, slot, seq, hash)
        select n.gemeentecode, $1, n.seq, n.hash from unnest($2::text[], $3::bigint[], $4::bytea[]) n (gemeentecode, seq, hash)
        on conflict do nothing
        """;

    private readonly ContextTable contexten = new(connection);
    private NpgsqlTransaction? transaction;
    private bool inWerk;

    public int Slot => slot;

    public async Task<IReadOnlyList<Kop>> ReadKoppenAsync(IReadOnlyCollection<string> gemeentecodes, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ReadKoppen, connection) { CommandTimeout = TimeoutSeconds };
        command.Parameters.Add(new() { Value = (short)slot });
        command.Parameters.Add(new() { Value = gemeentecodes.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var koppen = new List<Kop>();
        while (await reader.ReadAsync(ct))
        {
            koppen.Add(new Kop(reader.GetString(0), slot, reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        }

        return koppen;
    }

    public async Task<DbTransaction> BeginAsync(CancellationToken ct)
    {
        inWerk = false;
        contexten.Begin();
        return transaction = await connection.BeginTransactionAsync(ct);
    }

    public async Task EnterWerkAsync(IReadOnlyList<string> gemeenten, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = TimeoutSeconds };
        if (inWerk)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("release savepoint werk"));
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("savepoint werk"));
        batch.BatchCommands.Add(Gemeenten(string.Join(',', gemeenten)));
        await batch.ExecuteNonQueryAsync(ct);
        inWerk = true;
    }

    public async Task UndoWerkAsync(CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            Timeout = TimeoutSeconds,
            BatchCommands = { new NpgsqlBatchCommand("rollback to savepoint werk"), new NpgsqlBatchCommand("release savepoint werk") },
        };
        await batch.ExecuteNonQueryAsync(ct);
        inWerk = false;
    }

    public async Task WriteAsync(IReadOnlyList<RegelRow> regels, IReadOnlyList<Kopverplaatsing> koppen, CancellationToken ct)
    {
        var moved = koppen.Where(k => k.Oud > 0).ToList();
        var made = koppen.Where(k => k.Oud == 0).Select(k => k.Nieuw).ToList();
        var gemeenten = string.Join(',', koppen.Select(k => k.Nieuw.Gemeentecode));
        await contexten.EnsureAsync(regels, Gemeenten(gemeenten), ct);
        await using var batch = new NpgsqlBatch(connection) { Timeout = TimeoutSeconds };
        batch.BatchCommands.Add(Gemeenten(gemeenten));
        batch.BatchCommands.Add(RegelInsert.Command(regels.Select(r => (r, contexten[r.Context])).ToList()));
        if (moved.Count > 0)
        {
            batch.BatchCommands.Add(Move(moved));
        }

        if (made.Count > 0)
        {
            batch.BatchCommands.Add(Make(made));
        }

        await batch.PrepareAsync(ct);
        await batch.ExecuteNonQueryAsync(ct);
        if (batch.BatchCommands.Cast<NpgsqlBatchCommand>().Skip(2).Sum(c => (long)c.RecordsAffected) != koppen.Count)
        {
            throw new ForkException("The head of a stream was moved by another writer.");
        }
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        await transaction!.CommitAsync(ct);
        contexten.Committed();
    }

    /// <summary>Gives the slot back at once: a pooled connection would hold its lock until somebody uses it again.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock_all()", connection) { CommandTimeout = TimeoutSeconds };
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            NpgsqlConnection.ClearPool(connection);      // broken: the server drops the lock with the session
        }

        await connection.DisposeAsync();
    }

    private static NpgsqlBatchCommand Gemeenten(string codes) => new(SetGemeenten) { Parameters = { new NpgsqlParameter<string> { TypedValue = codes } } };

    private NpgsqlBatchCommand Move(List<Kopverplaatsing> koppen) => new(MoveKoppen)
    {
        Parameters =
        {
            new NpgsqlParameter<short> { TypedValue = (short)slot },
            Array(koppen.Select(k => k.Nieuw.Gemeentecode)),
            Array(koppen.Select(k => k.Oud)),
            Array(koppen.Select(k => k.Nieuw.Seq)),
            Array(koppen.Select(k => k.Nieuw.Hash)),
        },
    };

    private NpgsqlBatchCommand Make(List<Kop> koppen) => new(NewKoppen)
    {
        Parameters =
        {
            new NpgsqlParameter<short> { TypedValue = (short)slot },
            Array(koppen.Select(k => k.Gemeentecode)),
            Array(koppen.Select(k => k.Seq)),
            Array(koppen.Select(k => k.Hash)),
        },
    };

    private static NpgsqlParameter<T[]> Array<T>(IEnumerable<T> values) => new() { TypedValue = values.ToArray() };
}
