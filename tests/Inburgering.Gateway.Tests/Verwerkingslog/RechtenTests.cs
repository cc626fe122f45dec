using Inburgering.Gateway.Storage.Verwerkingslog;
using Npgsql;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>What the roles of the database may not do (security 8 and 9).</summary>
public sealed class RechtenTests
{
    private const string InsufficientPrivilege = "42501";

    private static readonly string[] Forbidden =
    [
        "update verwerkingslog.regel set aantal = 2", "delete from verwerkingslog.regel", "truncate verwerkingslog.regel",
        "update verwerkingslog.context set naam = 'x'", "delete from verwerkingslog.context", "update verwerkingslog.zegel set kid = 'x'",
        "delete from verwerkingslog.zegel", "delete from verwerkingslog.kop", "update verwerkingslog.kop set slot = 3", "truncate verwerkingslog.kop",
        "select * from verwerkingslog.regel_202411", "select * from verwerkingslog.regel_rest", "insert into verwerkingslog.regel_202411 select * from verwerkingslog.regel",
        "drop table verwerkingslog.zegel", "alter table verwerkingslog.regel disable row level security", "select verwerkingslog.maak_partities('2030-01-01', '2030-02-01')",
        "create table verwerkingslog.x (i int)",
    ];

    [Fact]
    public async Task Statement_UnderApplicationAndControleRole_IsRefused()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(1, 1);

        foreach (var (sql, role) in Forbidden.SelectMany(sql => new[] { (sql, wereld.Database.Applicatie), (sql, wereld.Database.Controle) }))
        {
            await using var command = role.CreateCommand(sql);
            Assert.Equal(InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Given.Ct))).SqlState);
        }
    }

    [Fact]
    public async Task Insert_UnderControleRole_IsRefused()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await using var command = wereld.Database.Controle.CreateCommand("insert into verwerkingslog.kop values ('1708', 0, 1, sha256(''))");

        Assert.Equal(InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Given.Ct))).SqlState);
    }

    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData("", 0, 0)]
    [InlineData("1708", 3, 1)]
    [InlineData("1708,0171", 6, 2)]
    [InlineData("9999", 0, 0)]
    public async Task Select_UnderApplicationRole_SeesOnlyTheGemeentenOfItsTransaction(string? gemeenten, long lines, long contexts)
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(1, 3);
        await using var connection = await wereld.Database.Applicatie.OpenConnectionAsync(Given.Ct);
        await using var transaction = await connection.BeginTransactionAsync(Given.Ct);
        if (gemeenten is not null)
        {
            await using var set = new NpgsqlCommand($"select set_config('app.gemeenten', '{gemeenten}', true)", connection);
            await set.ExecuteNonQueryAsync(Given.Ct);
        }

        Assert.Equal(lines, await CountAsync(connection, "regel"));
        Assert.Equal(contexts, await CountAsync(connection, "context"));
    }

    [Fact]
    public async Task Insert_LineOfAGemeenteThatIsNotSet_IsRefused()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(1, 1);
        await using var connection = await wereld.Database.Applicatie.OpenConnectionAsync(Given.Ct);
        await using var command = new NpgsqlCommand("""
            begin; select set_config('app.gemeenten', '1708', true);
            insert into verwerkingslog.regel (tijdstip, registratie, seq, context, duur_ms, aantal, slot, gemeentecode, trace_id, span_id, hash)
            values (now(), now(), 9, 1, 1, 1, 0, '0171', decode(md5(''), 'hex'), '\x0102030405060708', sha256(''))
            """, connection);

        Assert.Equal(InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Given.Ct))).SqlState);
    }

    [Fact]
    public async Task Catalog_EveryTenantTableAndPartition_HasForcedRowSecurity()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(1, 1);

        Assert.Equal(0, await wereld.Database.OwnerScalarAsync<long>("""
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'verwerkingslog' and c.relkind in ('r', 'p') and c.relname not in ('kop', 'zegel', 'afsluiting', 'herstel', 'vrijgave')
              and not (c.relrowsecurity and c.relforcerowsecurity)
            """));
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand($"select count(*) from verwerkingslog.{table}", connection);
        return (long)(await command.ExecuteScalarAsync(Given.Ct))!;
    }
}
