using Inburgering.Gateway.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>A migrated database of one test class, used with no more rights than the serving process has.</summary>
public sealed class IdentityDatabase : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly string name = $"identity_{Guid.NewGuid():N}";

    /// <summary>As the application role.</summary>
    public NpgsqlDataSource Source { get; private set; } = null!;

    private static string Server => Environment.GetEnvironmentVariable("GATEWAY_TEST_PG")
        ?? throw new InvalidOperationException("GATEWAY_TEST_PG names no PostgreSQL; use ./test.");

    public async ValueTask InitializeAsync()
    {
        await OnServerAsync($"create database {name} template {await Template.Value} strategy file_copy");
        Source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Database = name, Username = "gateway_applicatie", MaxPoolSize = 20 });
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await OnServerAsync($"drop database {name} with (force)");
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var template = $"identity_template_{Guid.NewGuid():N}";
        await OnServerAsync(Roles);
        await OnServerAsync($"create database {template}");
        await using (var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Database = template, Pooling = false }))
        await using (var model = new GatewayModel(new DbContextOptionsBuilder<GatewayModel>().UseNpgsql(owner).Options))
        {
            await model.Database.MigrateAsync();
        }

        return template;
    }

    private const string Roles = """
        do $$ declare r text; begin
          foreach r in array array['gateway_applicatie', 'gateway_controle', 'gateway_onderhoud'] loop
            begin
              execute format('create role %I login', r);
            exception when duplicate_object or unique_violation then null;      -- another test was first
            end;
          end loop;
        end $$
        """;

    private static async Task OnServerAsync(string sql)
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Pooling = false });
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
