using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>How many searches of a client found nobody today: whoever tries out numbers is stopped (security 16).</summary>
/// <remarks>The day is that of the Netherlands on the system clock; the counter is shared by all nodes.</remarks>
public sealed class Zoekbudget(NpgsqlDataSource bron, TimeProvider systeemklok)
{
    /// <summary>Until the counter begins again.</summary>
    public TimeSpan TotMorgen => Klok.Middernacht(Vandaag.AddDays(1)) - systeemklok.GetUtcNow();

    private DateOnly Vandaag => Klok.Dag(systeemklok.GetUtcNow());

    /// <summary>Misses of today.</summary>
    public async Task<int> MissersAsync(Caller caller, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(caller.Gemeentecode, ct);
        await using var command = transactie.Command("select coalesce(max(aantal), 0) from toegang.zoekmisser where gemeentecode = $1 and client_id = $2 and dag = $3");
        command.Add([Value(caller.Gemeentecode), Value(caller.Id), Value(Vandaag)]);
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>One more, in the transaction of the miss's own line.</summary>
    public async Task AddAsync(DbTransaction transactie, Caller caller, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into toegang.zoekmisser as m (gemeentecode, client_id, dag, aantal) values ($1, $2, $3, 1)
            on conflict (gemeentecode, client_id, dag) do update set aantal = m.aantal + 1
            """);
        command.Add([Value(caller.Gemeentecode), Value(caller.Id), Value(Vandaag)]);
        await command.ExecuteNonQueryAsync(ct);
    }
}
