using Npgsql;
using NpgsqlTypes;

namespace Inburgering.Gateway.Storage.Rechten;

/// <summary>Rows of a small answer, and values that may be absent.</summary>
internal static class Rijen
{
    /// <summary>Every row of the answer.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>The one row; null when there is none.</summary>
    public static async Task<T?> OneAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> row, CancellationToken ct)
        where T : class => (await command.ListAsync(row, ct)).SingleOrDefault();

    /// <summary>A value or nothing.</summary>
    public static T? Optional<T>(this NpgsqlDataReader reader, int column)
        where T : struct => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    /// <summary>A text or nothing.</summary>
    public static string? OptionalText(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>A parameter of so many rows, of which values may be null.</summary>
    /// <param name="type">Of one value.</param>
    public static NpgsqlParameter Lijst(NpgsqlDbType type, object waarden) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = waarden };

    /// <summary>A parameter that may be null.</summary>
    public static NpgsqlParameter Nullable(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };
}
