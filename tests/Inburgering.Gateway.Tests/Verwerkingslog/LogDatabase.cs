using System.Globalization;
using Inburgering.Gateway.Storage.Migrations;
using Npgsql;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>A database with only the log's tables, and its roles; dropped afterwards.</summary>
public sealed class LogDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private LogDatabase()
    {
        Owner = Source(null);
        Applicatie = Source("gateway_applicatie");
        Controle = Source("gateway_controle");
        Onderhoud = Source("gateway_onderhoud");
    }

    public string Name { get; } = "log_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    /// <summary>The superuser, past every trigger: what a tamperer with full rights can do.</summary>
    public NpgsqlDataSource Owner { get; }

    public NpgsqlDataSource Applicatie { get; }

    public NpgsqlDataSource Controle { get; }

    public NpgsqlDataSource Onderhoud { get; }

    public static async Task<LogDatabase> CreateAsync()
    {
        var database = new LogDatabase();
        await ServerAsync($"create database {database.Name} template {await Template.Value}");
        return database;
    }

    public async Task<int> OwnerAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> OwnerScalarAsync<T>(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task<long> CountAsync(string where = "true") => OwnerScalarAsync<long>($"select count(*) from verwerkingslog.regel where {where}");

    /// <summary>Ends every connection of the application role, as a restart of the server would.</summary>
    public async Task<long> KillWritersAsync()
    {
        await using var source = NpgsqlDataSource.Create(Server);
        await using var command = source.CreateCommand($"""
            select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{Name}' and usename = 'gateway_applicatie'
            """);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public Task CloseAsync(bool closed) => ServerAsync($"alter database {Name} allow_connections {!closed}");

    public async ValueTask DisposeAsync()
    {
        await Applicatie.DisposeAsync();
        await Controle.DisposeAsync();
        await Onderhoud.DisposeAsync();
        await Owner.DisposeAsync();
        await ServerAsync($"drop database {Name} with (force)");
    }

    private static string Server => Environment.GetEnvironmentVariable("GATEWAY_TEST_PG")
        ?? throw new InvalidOperationException("GATEWAY_TEST_PG is not set; ./test starts the server.");

    private static async Task<string> MakeTemplateAsync()
    {
        await ServerAsync("""
            do $$ declare r text; begin
              foreach r in array array['gateway_applicatie', 'gateway_controle', 'gateway_onderhoud'] loop
                begin
                  execute format('create role %I login', r);
                exception when duplicate_object or unique_violation then null;      -- another test was first
                end;
              end loop;
            end $$
            """);
        var template = new LogDatabase();
        await ServerAsync($"create database {template.Name}");
        await template.OwnerAsync(Sql());
        await template.Owner.DisposeAsync();
        return template.Name;
    }

    /// <summary>The log's part of the migrations.</summary>
    private static string Sql()
    {
        var onderhoud = SqlFile.Read("0010-onderhoud.sql");
        return SqlFile.Read("0001-verwerkingslog.sql") + onderhoud[onderhoud.IndexOf("-- its own lines", StringComparison.Ordinal)..] + SqlFile.Read("0012-wislijn.sql")
            + SqlFile.Read("0013-afsluiting.sql") + SqlFile.Read("0014-logboek.sql") + SqlFile.Read("0016-logindex.sql") + SqlFile.Read("0100-herstel.sql");
    }

    private static async Task ServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlDataSource Source(string? role)
    {
        var settings = new NpgsqlConnectionStringBuilder(Server) { Database = Name };
        settings.Username = role ?? settings.Username;
        settings.Options = role is null ? "-c session_replication_role=replica" : null;
        return NpgsqlDataSource.Create(settings);
    }
}
