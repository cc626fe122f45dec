using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>Model, migrations and catalog say the same, and a process with too many rights does not start.</summary>
public sealed class ModelTests(CloneFixture world) : IClassFixture<CloneFixture>
{
    /// <summary>The log's own tables come from its script: the model does not speak of them.</summary>
    private const string Tables = """
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'verwerkingslog', 'quartz') and c.relname <> '__EFMigrationsHistory'
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Model_AgainstMigrations_HasNoPendingChanges()
    {
        using var model = Model();

        Assert.False(model.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Catalog_TablesAndColumns_AreThoseOfTheModel()
    {
        await using var model = Model();
        var expected = model.Model.GetRelationalModel().Tables
            .SelectMany(t => t.Columns.Select(c => $"{t.Schema}.{t.Name}.{c.Name} {c.StoreType}{(c.IsNullable ? string.Empty : " not null")}"));

        var columns = await world.ListAsync($"""
            select n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
            {Tables.Replace("where", "join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where", StringComparison.Ordinal)}
            """);

        Assert.Equal(expected.Order(StringComparer.Ordinal), columns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Catalog_Keys_AreThoseOfTheModel()
    {
        await using var model = Model();
        var tables = model.Model.GetRelationalModel().Tables.ToArray();
        var expected = tables.SelectMany(Names);

        var names = await world.ListAsync($"select i.relname::text {Tables.Replace("where", "join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid where", StringComparison.Ordinal)}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Migrate_SecondTime_DoesNothing()
    {
        await using var turn = await Template.TurnAsync(Ct);
        var before = await SnapshotAsync();
        using var output = new StringWriter();

        await Migrator.RunAsync(Cluster.Database(world.Database), world.SleutelMap, output, Ct);

        Assert.Empty(output.ToString());
        Assert.Equal(before, await SnapshotAsync());
    }

    [Fact]
    public async Task StartCheck_Superuser_IsRefusedInDutch()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StartCheck.RunAsync(world.Superuser, Ct));

        Assert.StartsWith("De gateway start niet: de databaseverbinding is superuser", fault.Message, StringComparison.Ordinal);
        Assert.Contains("mag logregels wijzigen of verwijderen", fault.Message, StringComparison.Ordinal);
        Assert.Contains("is eigenaar van tabellen", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log_error_verbosity", "default", "log_error_verbosity moet terse zijn")]
    [InlineData("log_parameter_max_length", "-1", "log_parameter_max_length moet 0 zijn")]
    [InlineData("log_parameter_max_length_on_error", "20", "log_parameter_max_length_on_error moet 0 zijn")]
    public async Task StartCheck_TalkativeDatabaseLog_IsRefusedInDutch(string setting, string value, string sentence)
    {
        await using var applicatie = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(world.ApplicatieVerbinding(poolSize: 1)) { Pooling = false }.ConnectionString);
        await StartCheck.RunAsync(applicatie, Ct);
        await world.ExecuteAsync($"alter database {world.Database} set {setting} = '{value}'");
        try
        {
            var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StartCheck.RunAsync(applicatie, Ct));
            Assert.Equal($"De gateway start niet: de databaseverbinding {sentence}.", fault.Message);
        }
        finally
        {
            await world.ExecuteAsync($"alter database {world.Database} reset {setting}");
        }
    }

    [Theory]
    [InlineData("grant delete on verwerkingslog.regel to gateway_applicatie", "revoke delete on verwerkingslog.regel from gateway_applicatie")]
    [InlineData("grant truncate on verwerkingslog.regel to gateway_applicatie", "revoke truncate on verwerkingslog.regel from gateway_applicatie")]
    [InlineData("grant update (hash) on verwerkingslog.regel to gateway_applicatie", "revoke update (hash) on verwerkingslog.regel from gateway_applicatie")]
    [InlineData("grant select on verwerkingslog.regel_202411 to gateway_applicatie", "revoke select on verwerkingslog.regel_202411 from gateway_applicatie")]
    public async Task StartCheck_RightTooMany_IsRefused(string grant, string revoke)
    {
        await world.ExecuteAsync(grant);
        try
        {
            var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StartCheck.RunAsync(world.Applicatie, Ct));
            Assert.StartsWith("De gateway start niet: de databaseverbinding mag ", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            await world.ExecuteAsync(revoke);
        }
    }

    private static IEnumerable<string> Names(ITable table) =>
        table.UniqueConstraints.Select(u => u.Name).Concat(table.Indexes.Select(i => i.Name));

    private GatewayModel Model() => new(new DbContextOptionsBuilder<GatewayModel>().UseNpgsql(world.Superuser).Options);

    /// <summary>Everything the catalog says of our schemas and roles.</summary>
    private async Task<string> SnapshotAsync() => string.Join('\n', await world.ListAsync("""
        select concat_ws(' ', c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relacl) from pg_class c
        where c.relnamespace in (select oid from pg_namespace where nspname not like 'pg\_%' and nspname <> 'information_schema')
        union all select concat_ws(' ', attrelid, attname, atttypid, attnotnull, attacl) from pg_attribute where attrelid > 16384
        union all select concat_ws(' ', oid, polname, polrelid) from pg_policy
        union all select concat_ws(' ', rolname, rolpassword) from pg_authid where rolname like 'gateway\_%'
        order by 1
        """));
}
