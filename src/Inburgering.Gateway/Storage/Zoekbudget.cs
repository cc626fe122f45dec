using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Extensions.Options;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>How often a client named somebody today who is not its person, in a search or in a delivery: whoever tries out numbers is stopped (security 16).</summary>
/// <remarks>The day is that of the Netherlands on the system clock; the counter is shared by all nodes.</remarks>
public sealed class Zoekbudget(NpgsqlDataSource bron, IOptions<ZoekOptions> options, TimeProvider systeemklok)
{
    /// <summary>The word in the log by which the privacy officer finds it.</summary>
    public const string Reden = "zoekbudget-op";

    private DateOnly Vandaag => Klok.Dag(systeemklok.GetUtcNow());

    /// <summary>How long this client has to wait until the counter begins again; null: it may go on.</summary>
    public async Task<TimeSpan?> WachttijdAsync(string gemeentecode, string clientId, CancellationToken ct) =>
        await OverAsync(gemeentecode, clientId, ct) == 0 ? Klok.Middernacht(Vandaag.AddDays(1)) - systeemklok.GetUtcNow() : null;

    /// <summary>How many misses this client has left today.</summary>
    public async Task<int> OverAsync(string gemeentecode, string clientId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("select coalesce(max(aantal), 0) from toegang.zoekmisser where gemeentecode = $1 and client_id = $2 and dag = $3");
        command.Add([Value(gemeentecode), Value(clientId), Value(Vandaag)]);
        return Math.Max(0, options.Value.MissersPerDag - (int)(await command.ExecuteScalarAsync(ct))!);
    }

    /// <summary>So many more, in the transaction of the misses' own lines.</summary>
    public async Task AddAsync(DbTransaction transactie, string gemeentecode, string clientId, int aantal, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into toegang.zoekmisser as m (gemeentecode, client_id, dag, aantal) values ($1, $2, $3, $4)
            on conflict (gemeentecode, client_id, dag) do update set aantal = m.aantal + excluded.aantal
            """);
        command.Add([Value(gemeentecode), Value(clientId), Value(Vandaag), Value(aantal)]);
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>Settings of searching, section <c>Zoeken</c>.</summary>
public sealed class ZoekOptions
{
    public const string Section = "Zoeken";

    /// <summary>Searches and deliveries of one client that may be about nobody of its persons on one day, before 429. Default 100.</summary>
    [Range(1, 1_000_000)]
    public int MissersPerDag { get; set; } = 100;
}
