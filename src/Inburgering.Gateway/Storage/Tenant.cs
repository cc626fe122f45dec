using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Inburgering.Gateway.Storage;

/// <summary>The one gemeente a transaction may see (security 8): set per transaction, never per connection; none set means nothing is visible.</summary>
internal static class Tenant
{
    private const string Sql = "select set_config('app.gemeenten', $1, true)";

    /// <summary>As part of a batch that began a transaction.</summary>
    public static NpgsqlBatchCommand Set(string gemeentecode) => new(Sql) { Parameters = { new NpgsqlParameter { Value = gemeentecode } } };

    /// <summary>Opens a transaction that sees one gemeente.</summary>
    public static async Task<NpgsqlTransaction> BeginTenantAsync(this NpgsqlConnection verbinding, string gemeentecode, CancellationToken ct)
    {
        var transactie = await verbinding.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(Sql, verbinding, transactie) { Parameters = { new NpgsqlParameter { Value = gemeentecode } } };
        await command.ExecuteNonQueryAsync(ct);
        return transactie;
    }

    /// <summary>A command in the log writer's transaction.</summary>
    public static NpgsqlCommand Command(this DbTransaction transactie, string sql) =>
        new(sql, (NpgsqlConnection)transactie.Connection!, (NpgsqlTransaction)transactie);

    /// <summary>Positional parameters, in order.</summary>
    public static void Add(this NpgsqlCommand command, ReadOnlySpan<NpgsqlParameter> values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(value);
        }
    }

    /// <summary>A parameter by name, for a filter whose parts may each be absent.</summary>
    /// <param name="value">Null: absent.</param>
    public static void Add(this NpgsqlCommand command, string name, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
}
