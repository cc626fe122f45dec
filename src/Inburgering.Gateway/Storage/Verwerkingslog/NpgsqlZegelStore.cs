using System.Runtime.CompilerServices;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>The checkpoints' table, under the application role: it can add one, not change one.</summary>
internal sealed class NpgsqlZegelStore(NpgsqlDataSource applicatie) : IZegelStore
{
    internal const string Columns = "nummer, tijd, inhoud, vorig_hash, hash, kid, handtekening";

    /// <summary>"ZEGL": held by the node that seals.</summary>
    private const long SealLock = 0x5A45474C;

    private const string Insert = $"insert into verwerkingslog.zegel ({Columns}) values ($1, $2, $3, $4, $5, $6, $7)";

    public async Task<Zegel?> SealAsync(Func<Logstand, Zegel?> make, CancellationToken ct)
    {
        await using var connection = await applicatie.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await ReadStandAsync(connection, ct) is not { } stand)
        {
            return null;
        }

        if (make(stand) is not { } zegel)
        {
            return stand.Laatste;
        }

        await InsertAsync(connection, zegel, ct);
        await transaction.CommitAsync(ct);
        return zegel;
    }

    public async IAsyncEnumerable<Zegel> ReadAfterAsync(long nummer, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = applicatie.CreateCommand($"select {Columns} from verwerkingslog.zegel where nummer > $1 order by nummer");
        command.Parameters.Add(new() { Value = nummer });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return Read(reader);
        }
    }

    public async Task<DateTimeOffset?> OudsteNaAsync(long nummer, CancellationToken ct)
    {
        await using var command = applicatie.CreateCommand("select tijd from verwerkingslog.zegel where nummer > $1 order by nummer limit 1");
        command.Parameters.Add(new() { Value = nummer });
        return await command.ExecuteScalarAsync(ct) is DateTime tijd ? new DateTimeOffset(tijd) : null;
    }

    public async Task<Zegel?> LaatsteAsync(CancellationToken ct)
    {
        await using var command = applicatie.CreateCommand($"select {Columns} from verwerkingslog.zegel order by nummer desc limit 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    /// <summary>Adds one inside the transaction of this connection.</summary>
    internal static async Task InsertAsync(NpgsqlConnection connection, Zegel zegel, CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand(Insert, connection);
        object[] values =
        [
            zegel.Nummer, DateTimeOffset.FromUnixTimeMilliseconds(zegel.Tijd), zegel.Inhoud, zegel.VorigHash, zegel.Hash, zegel.Kid, zegel.Handtekening,
        ];
        Array.ForEach(values, v => insert.Parameters.Add(new NpgsqlParameter { Value = v }));
        await insert.ExecuteNonQueryAsync(ct);
    }

    internal static Zegel Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetFieldValue<DateTimeOffset>(1).ToUnixTimeMilliseconds(),
        row.GetString(2),
        row.GetFieldValue<byte[]>(3),
        row.GetFieldValue<byte[]>(4),
        row.GetString(5),
        row.GetFieldValue<byte[]>(6));

    /// <summary>Null when another node is sealing. The clock is read after the heads, so no line is sealed before it was written.</summary>
    private static async Task<Logstand?> ReadStandAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new($"select pg_try_advisory_xact_lock({SealLock})"),
                new($"select {Columns} from verwerkingslog.zegel order by nummer desc limit 1"),
                new("select gemeentecode, slot, seq, hash from verwerkingslog.kop order by gemeentecode collate \"C\", slot"),
                new("select clock_timestamp()"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        if (!reader.GetBoolean(0))
        {
            return null;
        }

        await reader.NextResultAsync(ct);
        var laatste = await reader.ReadAsync(ct) ? Read(reader) : null;
        await reader.NextResultAsync(ct);
        var koppen = new List<Kop>();
        while (await reader.ReadAsync(ct))
        {
            koppen.Add(new Kop(reader.GetString(0), reader.GetInt16(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3)));
        }

        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        return new Logstand(laatste, koppen, reader.GetFieldValue<DateTimeOffset>(0).ToUnixTimeMilliseconds());
    }
}
