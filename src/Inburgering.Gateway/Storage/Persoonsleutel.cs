using System.Data.Common;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;

namespace Inburgering.Gateway.Storage;

/// <summary>Rows of sleutels.sleutel inside a transaction.</summary>
internal static class Persoonsleutel
{
    /// <summary>Makes and stores a new data key.</summary>
    public static async Task<(Guid Id, byte[] Sleutel)> MakeAsync(DbTransaction transactie, Kluis kluis, string gemeentecode, DateTimeOffset nu, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var (sleutel, kid, ingepakt) = kluis.NieuweSleutel(gemeentecode, id);
        await using var command = transactie.Command(
            "insert into sleutels.sleutel (gemeentecode, sleutel_id, inpak_kid, ingepakt, gemaakt_op) values ($1, $2, $3, $4, $5)");
        command.Add([Value(gemeentecode), Value(id), Value(kid), Value(ingepakt), Value(nu)]);
        await command.ExecuteNonQueryAsync(ct);
        return (id, sleutel);
    }

    /// <summary>Unwraps a stored data key.</summary>
    /// <exception cref="InvalidOperationException">The key was shredded.</exception>
    public static async Task<byte[]> GetAsync(DbTransaction transactie, Kluis kluis, string gemeentecode, Guid id, CancellationToken ct)
    {
        await using var command = transactie.Command("select inpak_kid, ingepakt from sleutels.sleutel where gemeentecode = $1 and sleutel_id = $2");
        command.Add([Value(gemeentecode), Value(id)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? kluis.Uitpakken(gemeentecode, id, reader.GetString(0), reader.GetFieldValue<byte[]>(1))
            : throw new InvalidOperationException("The key is gone: the content cannot be read.");
    }

    internal static NpgsqlParameter Value(object? value) => new() { Value = value ?? DBNull.Value };

    internal static NpgsqlParameter Text(string? value) => new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };
}
