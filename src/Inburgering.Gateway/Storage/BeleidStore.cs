using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Every version of the policy that was ever in force, which one is now, and the versions of the register; rows are only added (security 12).</summary>
public sealed class BeleidStore(NpgsqlDataSource bron, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const long Beurt = 0x6265_6C65_6964;
    private const string Actief = "select hash from toegang.beleid_actief order by volgnummer desc limit 1";

    /// <summary>Hash of the version in force for all processes; null before the first start.</summary>
    public async Task<string?> ActiefAsync(CancellationToken ct)
    {
        await using var command = bron.CreateCommand(Actief);
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>All files of a recorded version in one text.</summary>
    public async Task<string> InhoudAsync(string hash, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("select inhoud from toegang.beleid where hash = $1");
        command.Add([Value(hash)]);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Makes this version the one in force, unless it was in force before the present one: an old node brings nothing old back.</summary>
    public async Task<Activering> ActiveerAsync(Beleid beleid, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        await ExecuteAsync(transactie, "select pg_advisory_xact_lock($1)", [Value(Beurt)], ct);
        await using var actief = transactie.Command(Actief);
        var huidig = (string?)await actief.ExecuteScalarAsync(ct);
        if (huidig == beleid.Hash)
        {
            return new Activering.InWerking();
        }

        await using var eerder = transactie.Command("select exists (select 1 from toegang.beleid_actief where hash = $1)");
        eerder.Add([Value(beleid.Hash)]);
        if ((bool)(await eerder.ExecuteScalarAsync(ct))!)
        {
            return new Activering.Verouderd(huidig!);
        }

        var activiteiten = Verwerkingsregister.Of(beleid);
        var fouten = Verwerkingsregister.Fouten(activiteiten, await VersiesAsync(transactie, ct)).ToArray();
        if (fouten.Length > 0)
        {
            return new Activering.Geweigerd(fouten);
        }

        await RecordAsync(transactie, beleid, activiteiten, ct);
        await transactie.CommitAsync(ct);
        return new Activering.InWerking();
    }

    /// <summary>What the register said under this version; null: it was never in force.</summary>
    public async Task<string?> ActiviteitAsync(string id, int versie, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("select inhoud from toegang.activiteit where id = $1 and versie = $2");
        command.Add([Value(id), Value(versie)]);
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>Sets a mark of the house, such as «demo»; false when it was set before.</summary>
    public async Task<bool> MarkAsync(string naam, string waarde, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("insert into toegang.merk (naam, waarde) values ($1, $2) on conflict (naam) do nothing");
        command.Add([Value(naam), Value(waarde)]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Whether a mark is set.</summary>
    public async Task<bool> HasMarkAsync(string naam, CancellationToken ct)
    {
        await using var command = bron.CreateCommand("select exists (select 1 from toegang.merk where naam = $1)");
        command.Add([Value(naam)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task RecordAsync(NpgsqlTransaction transactie, Beleid beleid, IEnumerable<ActiviteitVersie> activiteiten, CancellationToken ct)
    {
        var nu = zaakklok.GetUtcNow();
        await ExecuteAsync(transactie, "insert into toegang.beleid (hash, sinds, inhoud) values ($1, $2, $3) on conflict (hash) do nothing", [Value(beleid.Hash), Value(nu), Value(beleid.Tekst)], ct);
        foreach (var a in activiteiten)
        {
            await ExecuteAsync(
                transactie,
                "insert into toegang.activiteit (id, versie, hash, inhoud, sinds) values ($1, $2, $3, $4, $5) on conflict (id, versie) do nothing",
                [Value(a.Id), Value(a.Versie), Value(a.Hash), Value(a.Inhoud), Value(nu)],
                ct);
        }

        await ExecuteAsync(transactie, "insert into toegang.beleid_actief (hash, sinds) values ($1, $2)", [Value(beleid.Hash), Value(nu)], ct);
    }

    private static async Task<IReadOnlyCollection<ActiviteitVersie>> VersiesAsync(NpgsqlTransaction transactie, CancellationToken ct)
    {
        await using var command = transactie.Command("select id, versie, hash from toegang.activiteit");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var versies = new List<ActiviteitVersie>();
        while (await reader.ReadAsync(ct))
        {
            versies.Add(new ActiviteitVersie(reader.GetString(0), reader.GetInt32(1), reader.GetString(2), string.Empty));
        }

        return versies;
    }

    private static async Task ExecuteAsync(NpgsqlTransaction transactie, string sql, NpgsqlParameter[] waarden, CancellationToken ct)
    {
        await using var command = transactie.Command(sql);
        command.Add(waarden);
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>What became of a policy that wanted to be in force.</summary>
public abstract record Activering
{
    private Activering()
    {
    }

    /// <summary>It is, from now or already.</summary>
    public sealed record InWerking : Activering;

    /// <summary>It was, before the present one: that one stays.</summary>
    /// <param name="Actief">Hash of the present one.</param>
    public sealed record Verouderd(string Actief) : Activering;

    /// <summary>The register would say something else under a version it had.</summary>
    public sealed record Geweigerd(IReadOnlyList<string> Fouten) : Activering;
}
