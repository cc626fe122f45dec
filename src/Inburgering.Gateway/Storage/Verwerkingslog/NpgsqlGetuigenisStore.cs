using System.Runtime.CompilerServices;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Acknowledgements, and checkpoints of other gateways: both can be added to and never changed.</summary>
internal sealed class NpgsqlGetuigenisStore(NpgsqlDataSource applicatie) : IGetuigenisStore
{
    /// <summary>"GETU": one sender at a time.</summary>
    private const int Slot = 0x47455455;

    public async Task<long> LaatsteAsync(string getuige, CancellationToken ct)
    {
        await using var command = Command(applicatie, "select coalesce(max(nummer), 0) from verwerkingslog.getuigenis where getuige = $1", getuige);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task BewaarAsync(string getuige, long nummer, long tijd, Getuigenis getuigenis, CancellationToken ct)
    {
        await using var command = Command(
            applicatie,
            "insert into verwerkingslog.getuigenis (getuige, nummer, tijd, inhoud, kid, handtekening) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
            getuige, nummer, DateTimeOffset.FromUnixTimeMilliseconds(tijd), getuigenis.Inhoud, getuigenis.Kid, getuigenis.Handtekening);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<Vreemdzegel> OntvangAsync(string van, Zegel zegel, CancellationToken ct)
    {
        await using var connection = await applicatie.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var turn = new NpgsqlCommand("select pg_advisory_xact_lock($1, hashtext($2))", connection) { Parameters = { new() { Value = Slot }, new() { Value = van } } })
        {
            await turn.ExecuteNonQueryAsync(ct);
        }

        var (laatste, laatsteHash) = await LaatsteVanAsync(connection, van, ct);
        if (zegel.Nummer <= laatste)
        {
            return await BekendAsync(connection, van, zegel, laatste, ct);
        }

        if (laatste > 0 && (zegel.Nummer != laatste + 1 || !zegel.VorigHash.AsSpan().SequenceEqual(laatsteHash)))
        {
            return new Vreemdzegel(false, 0, laatste);
        }

        await using var insert = new NpgsqlCommand(
            $"insert into verwerkingslog.vreemd_zegel (van, {NpgsqlZegelStore.Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8) returning ontvangen", connection);
        object[] values = [van, zegel.Nummer, DateTimeOffset.FromUnixTimeMilliseconds(zegel.Tijd), zegel.Inhoud, zegel.VorigHash, zegel.Hash, zegel.Kid, zegel.Handtekening];
        Array.ForEach(values, v => insert.Parameters.Add(new NpgsqlParameter { Value = v }));
        var ontvangen = (DateTime)(await insert.ExecuteScalarAsync(ct))!;
        await transaction.CommitAsync(ct);
        return new Vreemdzegel(true, new DateTimeOffset(ontvangen).ToUnixTimeMilliseconds(), zegel.Nummer);
    }

    public async IAsyncEnumerable<Zegel> LeesAsync(string van, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = Command(applicatie, $"select {NpgsqlZegelStore.Columns} from verwerkingslog.vreemd_zegel where van = $1 order by nummer", van);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return NpgsqlZegelStore.Read(reader);
        }
    }

    private static async Task<(long Nummer, byte[] Hash)> LaatsteVanAsync(NpgsqlConnection connection, string van, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select nummer, hash from verwerkingslog.vreemd_zegel where van = $1 order by nummer desc limit 1", connection);
        command.Parameters.Add(new() { Value = van });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, []);
    }

    /// <summary>The same one again is acknowledged again, with the time of the first.</summary>
    private static async Task<Vreemdzegel> BekendAsync(NpgsqlConnection connection, string van, Zegel zegel, long laatste, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select ontvangen from verwerkingslog.vreemd_zegel where van = $1 and nummer = $2 and hash = $3", connection);
        Array.ForEach<object>([van, zegel.Nummer, zegel.Hash], v => command.Parameters.Add(new() { Value = v }));
        return await command.ExecuteScalarAsync(ct) is DateTime ontvangen
            ? new Vreemdzegel(true, new DateTimeOffset(ontvangen).ToUnixTimeMilliseconds(), laatste)
            : new Vreemdzegel(false, 0, laatste);
    }

    private static NpgsqlCommand Command(NpgsqlDataSource bron, string sql, params object[] values)
    {
        var command = bron.CreateCommand(sql);
        Array.ForEach(values, v => command.Parameters.Add(new NpgsqlParameter { Value = v }));
        return command;
    }
}
