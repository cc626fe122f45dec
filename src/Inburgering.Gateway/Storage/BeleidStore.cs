using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Every version of the policy that was ever in force, by its hash: old versions stay readable.</summary>
public sealed class BeleidStore(NpgsqlDataSource bron, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>Records this version once.</summary>
    public async Task RecordAsync(string hash, string tekst, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("insert into toegang.beleid (hash, sinds, inhoud) values ($1, $2, $3) on conflict (hash) do nothing");
        command.Add([Value(hash), Value(zaakklok.GetUtcNow()), Value(tekst)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A version that was in force, and since when; null: this house never had it.</summary>
    public async Task<(DateTimeOffset Sinds, string Tekst)?> ReadAsync(string hash, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("select sinds, inhoud from toegang.beleid where hash = $1");
        command.Add([Value(hash)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetFieldValue<DateTimeOffset>(0), reader.GetString(1)) : null;
    }

    /// <summary>Sets a mark of the house, such as «demo»; false when it was set before.</summary>
    public async Task<bool> MarkAsync(string naam, string waarde, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("insert into toegang.merk (naam, waarde) values ($1, $2) on conflict (naam) do nothing");
        command.Add([Value(naam), Value(waarde)]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Whether a mark is set.</summary>
    public async Task<bool> HasMarkAsync(string naam, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("select exists (select 1 from toegang.merk where naam = $1)");
        command.Add([Value(naam)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
