using System.Data.Common;
using System.Text;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Emergency access: one employee, one dossier, at most four hours of the system clock; every change in the log writer's transaction.</summary>
public sealed class NoodtoegangStore(NpgsqlDataSource bron, Kluis kluis, TimeProvider systeemklok)
{
    /// <summary>Longest duration; it counts from the request, also when a second person approves later.</summary>
    public static readonly TimeSpan Langst = TimeSpan.FromHours(4);

    /// <summary>Within this time a second request of the same employee needs another person (security 13).</summary>
    public static readonly TimeSpan Herhaling = TimeSpan.FromDays(7);

    private const string RedenSoort = "noodtoegang";
    private const string ToelichtingSoort = "noodtoegang-oordeel";

    /// <summary>Asks; a repeat while one for the same dossier runs or waits gives that one.</summary>
    public async Task<Noodtoegangaanvraag> AskAsync(DbTransaction transactie, DossierRef dossier, Guid account, string reden, CancellationToken ct)
    {
        // two requests at once would both be the first
        await using var slot = transactie.Command("select pg_advisory_xact_lock(hashtextextended($1, 0))");
        slot.Add([Value($"noodtoegang {account}")]);
        await slot.ExecuteNonQueryAsync(ct);
        var nu = systeemklok.GetUtcNow();
        if (await RunningAsync(transactie, dossier, account, nu, ct) is { } bestaand)
        {
            return bestaand;
        }

        var id = Guid.NewGuid();
        var wacht = await RecentAsync(transactie, dossier.Gemeentecode, account, nu, ct);
        await using var command = transactie.Command("insert into dossiers.noodtoegang (gemeentecode, noodtoegang_id, dossier_id, account_id, reden, van, tot) values ($1, $2, $3, $4, $5, $6, $7)");
        command.Add([
            Value(dossier.Gemeentecode), Value(id), Value(dossier.DossierId), Value(account),
            Value(Kluis.Versleutel(dossier.Sleutel, Encoding.UTF8.GetBytes(reden), RedenSoort, dossier.Gemeentecode, id)), Value(nu), Value(wacht ? nu : nu + Langst)]);
        await command.ExecuteNonQueryAsync(ct);
        return new Noodtoegangaanvraag(id, wacht);
    }

    /// <summary>A second person lets it begin.</summary>
    /// <returns>Its dossier; null: unknown, one's own, decided already, or asked too long ago.</returns>
    public Task<Guid?> ApproveAsync(DbTransaction transactie, string gemeentecode, Guid id, Guid account, CancellationToken ct) => ChangeAsync(transactie, """
        update dossiers.noodtoegang set tot = van + interval '4 hours', goedgekeurd_door = $3
        where gemeentecode = $1 and noodtoegang_id = $2 and account_id <> $3 and goedgekeurd_door is null and oordeel is null and tot = van and van + interval '4 hours' > $4
        returning dossier_id
        """, [Value(gemeentecode), Value(id), Value(account), Value(systeemklok.GetUtcNow())], ct);

    /// <summary>The employee is done before the end.</summary>
    /// <returns>Its dossier; null: unknown, another's or over.</returns>
    public Task<Guid?> EndAsync(DbTransaction transactie, string gemeentecode, Guid id, Guid account, CancellationToken ct) => ChangeAsync(transactie, """
        update dossiers.noodtoegang set tot = $4 where gemeentecode = $1 and noodtoegang_id = $2 and account_id = $3 and tot > $4 returning dossier_id
        """, [Value(gemeentecode), Value(id), Value(account), Value(systeemklok.GetUtcNow())], ct);

    /// <summary>A second person does not let it begin; it never does then.</summary>
    /// <returns>Its dossier; null: unknown, one's own, decided already, or asked too long ago.</returns>
    public Task<Guid?> RefuseAsync(DbTransaction transactie, string gemeentecode, Noodtoegangoordeel oordeel, CancellationToken ct) =>
        ConcludeAsync(transactie, gemeentecode, oordeel, "goedgekeurd_door is null and tot = van and van + interval '4 hours' > $5", ct);

    /// <summary>Judged by a third person, once, after it ended.</summary>
    /// <returns>Its dossier; null: unknown, asked or approved by this person, judged already, or not over yet.</returns>
    public Task<Guid?> JudgeAsync(DbTransaction transactie, string gemeentecode, Noodtoegangoordeel oordeel, CancellationToken ct) => ConcludeAsync(
        transactie, gemeentecode, oordeel, "goedgekeurd_door is distinct from $3 and tot <= $5 and (tot > van or van + interval '4 hours' <= $5)", ct);
    /// <summary>All of the gemeente with their reasons, newest first; for who judges.</summary>
    /// <param name="question">Made by the desk for a reviewer.</param>
    public Task<IReadOnlyList<Noodtoegangrij>> ReadAsync(Question question, CancellationToken ct) => ListAsync(question.Caller.Gemeentecode, null, ct);

    /// <summary>This employee's own, newest first.</summary>
    /// <param name="question">Made by the desk for who may ask.</param>
    public Task<IReadOnlyList<Noodtoegangrij>> ReadOwnAsync(Question question, CancellationToken ct) =>
        ListAsync(question.Caller.Gemeentecode, Guid.Parse(question.Caller.Id), ct);

    /// <param name="voorwaarde">Of the state it must be in; $3 is who concludes, $5 is now.</param>
    private async Task<Guid?> ConcludeAsync(DbTransaction transactie, string gemeentecode, Noodtoegangoordeel oordeel, string voorwaarde, CancellationToken ct)
    {
        await using var lees = transactie.Command("""
            select d.sleutel_id from dossiers.noodtoegang n join dossiers.dossier d on d.gemeentecode = n.gemeentecode and d.dossier_id = n.dossier_id
            where n.gemeentecode = $1 and n.noodtoegang_id = $2
            """);
        lees.Add([Value(gemeentecode), Value(oordeel.Id)]);
        if (await lees.ExecuteScalarAsync(ct) is not Guid sleutelId)
        {
            return null;
        }

        var sleutel = await GetAsync(transactie, kluis, gemeentecode, sleutelId, ct);
        return await ChangeAsync(transactie, $"""
            update dossiers.noodtoegang set oordeel = $4, beoordeeld_door = $3, beoordeeld_op = $5, toelichting = $6
            where gemeentecode = $1 and noodtoegang_id = $2 and account_id <> $3 and oordeel is null and {voorwaarde}
            returning dossier_id
            """,
            [
                Value(gemeentecode), Value(oordeel.Id), Value(oordeel.Account), Value(oordeel.Oordeel), Value(systeemklok.GetUtcNow()),
                Value(Kluis.Versleutel(sleutel, Encoding.UTF8.GetBytes(oordeel.Toelichting), ToelichtingSoort, gemeentecode, oordeel.Id)),
            ],
            ct);
    }

    private static async Task<Guid?> ChangeAsync(DbTransaction transactie, string sql, NpgsqlParameter[] values, CancellationToken ct)
    {
        await using var command = transactie.Command(sql);
        command.Add(values);
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    private static async Task<Noodtoegangaanvraag?> RunningAsync(DbTransaction transactie, DossierRef dossier, Guid account, DateTimeOffset nu, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select noodtoegang_id, tot = van from dossiers.noodtoegang
            where gemeentecode = $1 and dossier_id = $2 and account_id = $3 and oordeel is null and (tot > $4 or (tot = van and van + interval '4 hours' > $4)) limit 1
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(account), Value(nu)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new Noodtoegangaanvraag(reader.GetGuid(0), reader.GetBoolean(1)) : null;
    }

    private static async Task<bool> RecentAsync(DbTransaction transactie, string gemeentecode, Guid account, DateTimeOffset nu, CancellationToken ct)
    {
        await using var command = transactie.Command("select exists (select 1 from dossiers.noodtoegang where gemeentecode = $1 and account_id = $2 and van > $3)");
        command.Add([Value(gemeentecode), Value(account), Value(nu - Herhaling)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<IReadOnlyList<Noodtoegangrij>> ListAsync(string gemeentecode, Guid? account, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            select n.noodtoegang_id, n.dossier_id, n.account_id, coalesce(a.naam, ''), n.van, n.tot, n.goedgekeurd_door, n.oordeel, n.reden, s.sleutel_id, s.inpak_kid, s.ingepakt, n.toelichting
            from dossiers.noodtoegang n
            join dossiers.dossier d on d.gemeentecode = n.gemeentecode and d.dossier_id = n.dossier_id
            left join sleutels.sleutel s on s.gemeentecode = d.gemeentecode and s.sleutel_id = d.sleutel_id
            left join identiteit.account a on a.account_id = n.account_id
            where n.gemeentecode = $1 and ($2::uuid is null or n.account_id = $2) order by n.van desc limit 200
            """);
        command.Add([Value(gemeentecode), new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = (object?)account ?? DBNull.Value }]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var nu = systeemklok.GetUtcNow();
        var rijen = new List<Noodtoegangrij>();
        while (await reader.ReadAsync(ct))
        {
            rijen.Add(Row(reader, gemeentecode, nu));
        }

        return rijen;
    }

    private Noodtoegangrij Row(NpgsqlDataReader row, string gemeentecode, DateTimeOffset nu) => new()
    {
        Id = row.GetGuid(0),
        DossierId = row.GetGuid(1),
        Account = row.GetGuid(2),
        Naam = row.GetString(3),
        Van = row.GetFieldValue<DateTimeOffset>(4),
        Tot = row.GetFieldValue<DateTimeOffset>(5),
        GoedgekeurdDoor = row.IsDBNull(6) ? null : row.GetGuid(6),
        Oordeel = row.IsDBNull(7) ? null : row.GetString(7),
        Reden = Text(row, 8, RedenSoort, gemeentecode),
        Toelichting = Text(row, 12, ToelichtingSoort, gemeentecode),
        Nu = nu,
    };

    private string? Text(NpgsqlDataReader row, int kolom, string soort, string gemeentecode)
    {
        if (row.IsDBNull(9) || row.IsDBNull(kolom))
        {
            return null;
        }

        var sleutel = kluis.Uitpakken(gemeentecode, row.GetGuid(9), row.GetString(10), row.GetFieldValue<byte[]>(11));
        return Encoding.UTF8.GetString(Kluis.Ontsleutel(sleutel, row.GetFieldValue<byte[]>(kolom), soort, gemeentecode, row.GetGuid(0)));
    }
}

/// <param name="Wacht">True: it begins only when another person approves.</param>
public sealed record Noodtoegangaanvraag(Guid Id, bool Wacht);

/// <param name="Account">Who judges.</param>
/// <param name="Oordeel">in-orde or onrechtmatig; geweigerd for one that waited.</param>
public sealed record Noodtoegangoordeel(Guid Id, Guid Account, string Oordeel, string Toelichting);

/// <summary>One emergency access as a list shows it.</summary>
public sealed record Noodtoegangrij
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public required Guid Account { get; init; }

    /// <summary>Of the employee.</summary>
    public required string Naam { get; init; }

    /// <summary>Null once the person's key is gone.</summary>
    public required string? Reden { get; init; }

    public required DateTimeOffset Van { get; init; }

    public required DateTimeOffset Tot { get; init; }

    public required Guid? GoedgekeurdDoor { get; init; }

    /// <summary>Null: not judged yet.</summary>
    public required string? Oordeel { get; init; }

    /// <summary>Why it was judged so; null also once the person's key is gone.</summary>
    public required string? Toelichting { get; init; }

    /// <summary>System clock when the list was read.</summary>
    public required DateTimeOffset Nu { get; init; }

    public bool Loopt => Tot > Nu;

    /// <summary>Waits for a second person.</summary>
    public bool Wacht => Tot == Van && Oordeel is null && Van + NoodtoegangStore.Langst > Nu;

    /// <summary>In the review pile.</summary>
    public bool TeBeoordelen => Oordeel is null && !Loopt && !Wacht;
}
