using Npgsql;

namespace Inburgering.Gateway.Tests.Shared;

/// <summary>The throw-away PostgreSQL of ./test: databases are cloned from a template, never shared by two test classes.</summary>
internal static class Cluster
{
    /// <summary>Superuser on the cluster.</summary>
    public static string Superuser { get; } = Environment.GetEnvironmentVariable("GATEWAY_TEST_PG")
        ?? throw new InvalidOperationException("GATEWAY_TEST_PG ontbreekt; start de tests met ./test.");

    /// <summary>One run's folder, the same for every test project.</summary>
    public static string RunFolder { get; } = Environment.GetEnvironmentVariable("GATEWAY_TEST_RUN")
        ?? Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"gateway-tests-{Environment.UserName}")).FullName;

    public static string Database(string name) => new NpgsqlConnectionStringBuilder(Superuser) { Database = name, IncludeErrorDetail = false }.ConnectionString;

    /// <summary>A new database, a copy of the template.</summary>
    public static async Task<string> CloneAsync(string template, CancellationToken ct)
    {
        var name = $"t_{Guid.NewGuid():N}"[..20];
        await ExecuteAsync($"create database {name} template {template} strategy file_copy", ct);
        return name;
    }

    public static Task DropAsync(string name) => ExecuteAsync($"drop database if exists {name} with (force)", CancellationToken.None);

    public static Task ExecuteAsync(string sql, CancellationToken ct) => ExecuteOnAsync("postgres", sql, ct);

    /// <summary>A statement as superuser on one database.</summary>
    public static async Task ExecuteOnAsync(string database, string sql, CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Superuser) { Database = database, Pooling = false }.ConnectionString);
        await using var command = bron.CreateCommand(sql);
        command.CommandTimeout = 120;
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<bool> ExistsAsync(string name, CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Superuser) { Pooling = false }.ConnectionString);
        await using var command = bron.CreateCommand("select exists (select 1 from pg_database where datname = $1 and datistemplate)");
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
