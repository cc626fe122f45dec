using Inburgering.Gateway.Storage;
using Npgsql;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>One gemeente per transaction, whatever the connection did before (security 8, 9); the catalog is walked after every migration.</summary>
public sealed class TenantTests(TenantWorld world) : IClassFixture<TenantWorld>
{
    private const string Schemas = "('dossiers', 'sleutels', 'inbox', 'outbox', 'synchronisatie', 'verwerkingslog', 'toegang', 'identiteit', 'betalen')";
    private const string NoRight = "42501";

    /// <summary>Tables with a gemeentecode that stand outside row security, and why.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["verwerkingslog.kop"] = "heads of the streams: no personal data; a checkpoint lists those of all gemeenten",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static int Lezingen => Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? 10_000 : 1_000;

    [Fact]
    public async Task Catalog_EveryTenantTable_HasForcedRowSecurityAndAPolicy()
    {
        var bare = await world.ListAsync($"""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in {Schemas} and c.relkind in ('r', 'p')
              and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'gemeentecode' and not a.attisdropped)
              and not (c.relrowsecurity and c.relforcerowsecurity
                       and (c.relispartition or exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'gemeente' and p.polwithcheck is not null)))
            order by 1
            """);

        Assert.Equal(Open.Keys.Order(StringComparer.Ordinal), bare);
    }

    [Fact]
    public async Task Catalog_EveryPolicy_SaysTheTenantRuleAndNothingElse()
    {
        var odd = await world.ListAsync("""
            select polrelid::regclass || ' ' || polname || ': ' || coalesce(pg_get_expr(polqual, polrelid), '') from pg_policy
            where not (polname = 'controle' and polcmd = 'r' and polroles = array['gateway_controle'::regrole::oid] and polrelid::regclass::text like 'verwerkingslog.%')
              and not (polname = 'gemeente' and polpermissive and polcmd = '*'
                       and pg_get_expr(polqual, polrelid) = pg_get_expr(polwithcheck, polrelid)
                       and pg_get_expr(polqual, polrelid) like '((gemeentecode)::text = ANY (string_to_array(current_setting(''app.gemeenten''::text, true), '',''::text)))')
            """);

        Assert.Empty(odd);
    }

    [Fact]
    public async Task ApplicationRole_Attributes_AreThoseOfNobodySpecial()
    {
        Assert.Empty(await world.ListAsync("""
            select rolname::text from pg_roles where rolname = 'gateway_applicatie'
              and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
            """));
        Assert.Empty(await world.ListAsync($"""
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in {Schemas} and pg_has_role('gateway_applicatie', c.relowner, 'member')
            """));
        Assert.Empty(await world.ListAsync("select roleid::regrole::text from pg_auth_members where member = 'gateway_applicatie'::regrole"));
        Assert.Empty(await world.ListAsync($"""
            select nspname::text from pg_namespace where nspname in {Schemas} and has_schema_privilege('gateway_applicatie', oid, 'create')
            """));
    }

    [Theory]
    [InlineData("regel")]
    [InlineData("context")]
    [InlineData("zegel")]
    public async Task ApplicationRole_LogTable_MayOnlyReadAndAdd(string table) => Assert.Equal(
        ["INSERT", "SELECT"],
        await world.ListAsync($"""
            select right_ from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'SELECT']) right_
            where has_table_privilege('gateway_applicatie', 'verwerkingslog.{table}', right_)
               or (right_ in ('UPDATE', 'REFERENCES') and has_any_column_privilege('gateway_applicatie', 'verwerkingslog.{table}', right_)) order by 1
            """));

    [Fact]
    public async Task ApplicationRole_OtherTables_HoldNoRightToDestroy()
    {
        var rights = await world.ListAsync($"""
            select c.oid::regclass || ' ' || right_ from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                   unnest(array['DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) right_
            where n.nspname in {Schemas} and c.relkind in ('r', 'p') and has_table_privilege('gateway_applicatie', c.oid, right_) order by 1
            """);

        // a used assertion id is of no use after its minute
        Assert.Equal(["identiteit.jti DELETE"], rights);
    }

    [Fact]
    public async Task ApplicationRole_EveryPartition_HasNoRightAtAll()
    {
        var partitions = await world.ListAsync("select inhrelid::regclass::text from pg_inherits where inhparent = 'verwerkingslog.regel'::regclass");
        Assert.True(partitions.Count > 24);

        Assert.Empty(await world.ListAsync("""
            select inhrelid::regclass || ' ' || right_ from pg_inherits, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) right_
            where inhparent = 'verwerkingslog.regel'::regclass and has_table_privilege('gateway_applicatie', inhrelid, right_)
            """));
        foreach (var partition in new[] { "verwerkingslog.regel_202411", "verwerkingslog.regel_rest" })
        {
            var fault = await Assert.ThrowsAsync<PostgresException>(() => CountAsync(partition, TenantWorld.Eerste));
            Assert.Equal(NoRight, fault.SqlState);
        }
    }

    [Fact]
    public async Task Read_NoTenantSet_SeesNothing()
    {
        foreach (var table in await ReadableTablesAsync())
        {
            Assert.True(await CountAsync(table, null) == 0, $"{table} toont rijen zonder gemeente.");
            Assert.True(await CountAsync(table, TenantWorld.Eerste) > 0, $"{table} heeft geen rij om te verbergen.");
            Assert.True(await CountAsync(table, TenantWorld.Leeg) == 0, $"{table} toont rijen van een ander.");
        }
    }

    [Fact]
    public async Task Write_RowOfAnotherTenant_IsRefused()
    {
        var fault = await Assert.ThrowsAsync<PostgresException>(() => world.InAsync(TenantWorld.Eerste, async t =>
        {
            await using var command = t.Command("insert into sleutels.sleutel (gemeentecode, sleutel_id, inpak_kid, ingepakt, gemaakt_op) values ('0171', gen_random_uuid(), '1', 'x', now())");
            return await command.ExecuteNonQueryAsync(Ct);
        }));

        Assert.Equal(NoRight, fault.SqlState);
    }

    [Fact]
    public async Task Write_ToRowsOfAnotherTenant_ChangesNone()
    {
        var changed = await world.InAsync(TenantWorld.Eerste, async t =>
        {
            await using var command = t.Command("update dossiers.dossier set fase = 'beeindigd' where gemeentecode = '0171'");
            return await command.ExecuteNonQueryAsync(Ct);
        });

        Assert.Equal(0, changed);
    }

    [Fact]
    public async Task Read_OneConnectionForTwoTenants_GivesNoForeignRow()
    {
        // the driver does not clean up behind us here: what one transaction set, the next would see
        await using var one = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(world.ApplicatieVerbinding(poolSize: 1)) { NoResetOnClose = true });
        for (var i = 0; i < Lezingen; i++)
        {
            var (own, other) = i % 2 == 0 ? (TenantWorld.Eerste, TenantWorld.Tweede) : (TenantWorld.Tweede, TenantWorld.Eerste);
            var grant = await world.ReadAsync(own, world.DossierIds[own], one);
            Assert.Equal(TenantWorld.Naam(own), (string?)grant!.Gegevens["IDN"]["naam"]);
            if (i % 10 == 0)
            {
                Assert.Null(await world.ReadAsync(own, world.DossierIds[other], one));
                await using var bare = one.CreateCommand("select count(*) from dossiers.feit");
                Assert.Equal(0L, await bare.ExecuteScalarAsync(Ct));
            }
        }
    }

    [Fact]
    public async Task StartCheck_ApplicationRole_Passes() => await StartCheck.RunAsync(world.Applicatie, Ct);

    /// <summary>Tenant tables that the application role may read: it adds to the counts of the front door and never reads them.</summary>
    private async Task<IReadOnlyList<string>> ReadableTablesAsync()
    {
        var tables = await world.ListAsync($"""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in {Schemas} and c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity
              and has_table_privilege('gateway_applicatie', c.oid, 'select')
            """);
        Assert.True(tables.Count >= 9);
        return tables;
    }

    private async Task<long> CountAsync(string table, string? gemeentecode)
    {
        await using var verbinding = await world.Applicatie.OpenConnectionAsync(Ct);
        await using var transactie = gemeentecode is null ? await verbinding.BeginTransactionAsync(Ct) : await verbinding.BeginTenantAsync(gemeentecode, Ct);
        await using var command = transactie.Command($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}
