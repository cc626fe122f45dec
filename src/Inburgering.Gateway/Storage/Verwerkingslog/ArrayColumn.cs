using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>A column filled from an array parameter: one statement for all rows (COPY is refused on a table with row security).</summary>
internal sealed record ArrayColumn<TRow>(string Name, string Type, Func<IReadOnlyList<TRow>, NpgsqlParameter> Parameter)
{
    public static ArrayColumn<TRow> Of<T>(string name, string type, Func<TRow, T> value) =>
        new(name, type, rows => new NpgsqlParameter<T[]> { TypedValue = Values(rows, value) });

    /// <summary><c>insert into table (…) select … from unnest(…)</c></summary>
    public static string Insert(string table, IReadOnlyCollection<ArrayColumn<TRow>> columns) =>
        $"insert into {table} ({string.Join(", ", columns.Select(c => c.Name))}) select * from unnest("
        + string.Join(", ", columns.Select((c, i) => $"${i + 1}::{c.Type}[]")) + ")";

    private static T[] Values<T>(IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return values;
    }
}
