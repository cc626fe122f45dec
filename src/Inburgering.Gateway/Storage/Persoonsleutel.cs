using System.Data.Common;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;

namespace Inburgering.Gateway.Storage;

/// <summary>Rows of sleutels.sleutel inside a transaction.</summary>
internal static class Persoonsleutel
{
    /// <summary>Makes and stores a new data key.</summary>
    public static async Task<(Guid Id, byte[] Sleutel)> MakeAsync(DbTransaction transactie, Kluis kluis, string gemeentecode, DateTimeOffset nu, CancellationToken ct) =>
        (await MakeAsync(transactie, kluis, gemeentecode, nu, 1, ct))[0];

    /// <summary>As above, so many.</summary>
    public static async Task<IReadOnlyList<(Guid Id, byte[] Sleutel)>> MakeAsync(DbTransaction transactie, Kluis kluis, string gemeentecode, DateTimeOffset nu, int aantal, CancellationToken ct)
    {
        var nieuw = Enumerable.Range(0, aantal).Select(_ => Guid.NewGuid()).Select(id => (Id: id, Sleutel: kluis.NieuweSleutel(gemeentecode, id))).ToArray();
        await using var command = transactie.Command("""
            insert into sleutels.sleutel (gemeentecode, sleutel_id, inpak_kid, ingepakt, gemaakt_op)
            select $1, s.id, s.kid, s.ingepakt, $5 from unnest($2::uuid[], $3::text[], $4::bytea[]) s (id, kid, ingepakt)
            """);
        command.Add([
            Value(gemeentecode), Value(nieuw.Select(n => n.Id).ToArray()), Value(nieuw.Select(n => n.Sleutel.Kid).ToArray()), Value(nieuw.Select(n => n.Sleutel.Ingepakt).ToArray()), Value(nu)]);
        await command.ExecuteNonQueryAsync(ct);
        return [.. nieuw.Select(n => (n.Id, n.Sleutel.Sleutel))];
    }

    /// <summary>Unwraps a stored data key.</summary>
    /// <exception cref="InvalidOperationException">The key was shredded.</exception>
    public static async Task<byte[]> GetAsync(DbTransaction transactie, Kluis kluis, string gemeentecode, Guid id, CancellationToken ct)
    {
        await using var command = transactie.Command("select inpak_kid, ingepakt from sleutels.sleutel where gemeentecode = $1 and sleutel_id = $2");
        command.Add([Value(gemeentecode), Value(id)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? Unwrap(kluis, gemeentecode, id, reader, 0)
            : throw Gone();
    }

    /// <summary>Unwraps a data key that came along with a row.</summary>
    /// <param name="column">Of inpak_kid, with ingepakt after it; null there: the key was shredded.</param>
    /// <exception cref="InvalidOperationException">The key was shredded.</exception>
    internal static byte[] Unwrap(Kluis kluis, string gemeentecode, Guid id, NpgsqlDataReader reader, int column) => reader.IsDBNull(column)
        ? throw Gone()
        : kluis.Uitpakken(gemeentecode, id, reader.GetString(column), reader.GetFieldValue<byte[]>(column + 1));

    internal static NpgsqlParameter Value(object? value) => new() { Value = value ?? DBNull.Value };

    internal static NpgsqlParameter Text(string? value) => new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };

    private static InvalidOperationException Gone() => new("The key is gone: the content cannot be read.");
}
