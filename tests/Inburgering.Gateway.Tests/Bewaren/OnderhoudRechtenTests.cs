using Npgsql;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>The role of the nightly run may erase and say so, one gemeente at a time, and nothing else (security 4, 9).</summary>
public sealed class OnderhoudRechtenTests(BewaarWereld world) : IClassFixture<BewaarWereld>
{
    private const string NoRight = "42501";

    private static readonly string[] Forbidden =
    [
        "insert into dossiers.feit select * from dossiers.feit", "update dossiers.dossier set fase = 'x'", "update dossiers.feit set actueel = false", "update dossiers.feit set bron = 'x'",
        "delete from inbox.bericht", "update inbox.bericht set client_id = 'x'", "delete from dossiers.verwijdering", "update dossiers.verwijdering set termijn = 'x'", "select * from dossiers.verwijdering",
        "update sleutels.sleutel set ingepakt = 'x'", "insert into sleutels.sleutel select * from sleutels.sleutel", "update verwerkingslog.regel set aantal = 2", "delete from verwerkingslog.regel",
        "truncate dossiers.feit", "select * from identiteit.account", "select * from toegang.beleid", "select * from verwerkingslog.regel_202411", "alter table dossiers.feit disable row level security",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statement_DatNietsMetWissenVanDoenHeeft_IsRefused()
    {
        await using var bron = world.Onderhoud();
        foreach (var sql in Forbidden)
        {
            await using var command = bron.CreateCommand(sql);
            var fault = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct));
            Assert.True(fault.SqlState == NoRight, $"{sql}: {fault.SqlState}");
        }

        Assert.Equal(["f|f|f|f"], await world.ListAsync("select concat_ws('|', rolsuper, rolbypassrls, rolcreatedb, rolcreaterole) from pg_roles where rolname = 'gateway_onderhoud'"));
    }

    [Fact]
    public async Task Verwijderen_ZonderOfInEenAndereGemeente_RaaktGeenRij()
    {
        var (dossier, _) = await world.VolAsync();
        await using var bron = world.Onderhoud();
        await using var verbinding = await bron.OpenConnectionAsync(Ct);
        foreach (var gemeente in new[] { null, BewaarWereld.Andere })
        {
            await using var transactie = gemeente is null ? await verbinding.BeginTransactionAsync(Ct) : await verbinding.BeginTenantAsync(gemeente, Ct);
            await using var command = transactie.Command("delete from dossiers.feit");
            Assert.Equal(0, await command.ExecuteNonQueryAsync(Ct));
            await transactie.CommitAsync(Ct);
        }

        Assert.Equal("CON:1 GSP:1 IDN:2", await world.FeitenAsync(dossier));
    }
}
