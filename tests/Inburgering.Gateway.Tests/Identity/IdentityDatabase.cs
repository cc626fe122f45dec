using Inburgering.Gateway.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>A migrated database of one test class.</summary>
public sealed class IdentityDatabase : IAsyncLifetime
{
    private readonly string name = $"identity_{Guid.NewGuid():N}";

    public NpgsqlDataSource Source { get; private set; } = null!;

    private static string Server => Environment.GetEnvironmentVariable("GATEWAY_TEST_PG") ?? throw new InvalidOperationException("GATEWAY_TEST_PG names no PostgreSQL; use ./test.");

    public async ValueTask InitializeAsync()
    {
        await OnServerAsync($"create database {name}");
        Source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString);
        await using var model = new GatewayModel(new DbContextOptionsBuilder<GatewayModel>().UseNpgsql(Source).Options);
        await model.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await OnServerAsync($"drop database {name} with (force)");
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var server = NpgsqlDataSource.Create(Server);
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
