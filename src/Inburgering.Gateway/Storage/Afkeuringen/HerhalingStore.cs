using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Afkeuringen;

/// <summary>Begins, stops and shows what is tried again.</summary>
internal sealed class HerhalingStore(NpgsqlDataSource bron, TimeProvider systeemklok)
{
    private const string Kolommen = """
        select h.herhaling_id, h.gestart_door, h.reden, h.begonnen_op, h.geeindigd_op, h.status, h.gestopt_door, h.reeks_reden,
               t.totaal, t.verwerkt, t.zonder, t.afgekeurd, t.overgeslagen, t.niet, t.bezig, t.wacht
        from inbox.herhaling h
        cross join lateral (
            select count(*)::int as totaal, (count(*) filter (where d.uitkomst = 0))::int as verwerkt, (count(*) filter (where d.uitkomst = 1))::int as zonder,
                   (count(*) filter (where d.uitkomst = 2))::int as afgekeurd, (count(*) filter (where d.uitkomst = 3))::int as overgeslagen,
                   (count(*) filter (where d.uitkomst = 4))::int as niet,
                   (count(*) filter (where d.uitkomst is null and d.begonnen_op is not null))::int as bezig,
                   (count(*) filter (where d.uitkomst is null and d.begonnen_op is null))::int as wacht
            from inbox.herhalingdeel d where d.gemeentecode = h.gemeentecode and d.herhaling_id = h.herhaling_id) t
        """;

    /// <summary>Begins: what makes sense waits for its turn, the rest says why it is not tried. Inside the log writer's transaction.</summary>
    /// <param name="keuzes">In order of receipt; at least one without a beletsel.</param>
    /// <exception cref="HerhalingLooptException">Another one took all of them in the same moment.</exception>
    public async Task<Guid> BeginAsync(DbTransaction transactie, string gemeentecode, Herhaalopdracht opdracht, IReadOnlyList<Herhaalkeuze> keuzes, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var nu = systeemklok.GetUtcNow();
        await using var herhaling = transactie.Command("""
            insert into inbox.herhaling (gemeentecode, herhaling_id, gestart_door, reden, trace_id, begonnen_op, status, reeks) values ($1, $2, $3, $4, $5, $6, 0, 0)
            """);
        herhaling.Add([Value(gemeentecode), Value(id), Value(opdracht.Door), Value(opdracht.Reden), Value(opdracht.TraceId), Value(nu)]);
        await herhaling.ExecuteNonQueryAsync(ct);

        await using var delen = transactie.Command("""
            insert into inbox.herhalingdeel (gemeentecode, herhaling_id, bericht_id, volgorde, groep, reden_voor, uitkomst, reden, klaar_op)
            select $1, $2, bericht_id, volgorde, groep, reden_voor, case when beletsel is not null then $7::smallint end, beletsel, case when beletsel is not null then $8::timestamptz end
            from unnest($3, $4, $5, $6) with ordinality as k (bericht_id, groep, reden_voor, beletsel, volgorde)
            on conflict (gemeentecode, bericht_id) where uitkomst is null do nothing returning uitkomst is null
            """);
        delen.Add([
            Value(gemeentecode), Value(id), Value(keuzes.Select(k => k.Afkeuring.AfkeuringId).ToArray()), Value(await GroepenAsync(transactie, gemeentecode, keuzes, ct)),
            Value(keuzes.Select(k => k.Afkeuring.Reden).ToArray()), Rijen.Nullable(NpgsqlDbType.Array | NpgsqlDbType.Text, keuzes.Select(k => k.Beletsel).ToArray()),
            Value((short)Herhaaluitkomst.Overgeslagen), Value(nu)]);
        return (await delen.ListAsync(r => r.GetBoolean(0), ct)).Contains(true) ? id : throw new HerhalingLooptException();
    }

    /// <summary>What is being tried is finished, nothing else begins. Inside a transaction.</summary>
    /// <param name="door">Account or client; null: it stops by itself.</param>
    /// <returns>False: it had ended before.</returns>
    public async Task<bool> StopAsync(DbTransaction transactie, string gemeentecode, Guid herhalingId, string? door, CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        await using var herhaling = transactie.Command("""
            update inbox.herhaling set status = $3, geeindigd_op = $4, gestopt_door = $5 where gemeentecode = $1 and herhaling_id = $2 and status = 0
            """);
        herhaling.Add([
            Value(gemeentecode), Value(herhalingId), Value((short)(door is null ? Herhaalstatus.VanzelfGestopt : Herhaalstatus.Gestopt)), Value(nu), Text(door)]);
        if (await herhaling.ExecuteNonQueryAsync(ct) == 0)
        {
            return false;
        }

        await using var rest = transactie.Command("""
            update inbox.herhalingdeel set uitkomst = $3, klaar_op = $4 where gemeentecode = $1 and herhaling_id = $2 and uitkomst is null and begonnen_op is null
            """);
        rest.Add([Value(gemeentecode), Value(herhalingId), Value((short)Herhaaluitkomst.NietGedaan), Value(nu)]);
        await rest.ExecuteNonQueryAsync(ct);
        return true;
    }

    /// <summary>One; null when this gemeente has none with that number.</summary>
    public async Task<Herhaling?> OneAsync(string gemeentecode, Guid herhalingId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        return await OneAsync(transactie, gemeentecode, herhalingId, ct);
    }

    /// <summary>As above, inside a transaction.</summary>
    public static async Task<Herhaling?> OneAsync(DbTransaction transactie, string gemeentecode, Guid herhalingId, CancellationToken ct)
    {
        await using var command = transactie.Command($"{Kolommen} where h.gemeentecode = $1 and h.herhaling_id = $2");
        command.Add([Value(gemeentecode), Value(herhalingId)]);
        return await command.OneAsync(Row, ct);
    }

    /// <summary>Newest first.</summary>
    /// <param name="na">The last of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<Herhaling>> LeesAsync(Question vraag, (DateTimeOffset Moment, Guid Id)? na, int aantal, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"""
            {Kolommen} where h.gemeentecode = $1 and ($2::timestamptz is null or (h.begonnen_op, h.herhaling_id) < ($2, $3))
            order by h.begonnen_op desc, h.herhaling_id desc limit $4
            """);
        command.Add([
            Value(vraag.Caller.Gemeentecode), Rijen.Nullable(NpgsqlDbType.TimestampTz, na?.Moment.ToUniversalTime()), Rijen.Nullable(NpgsqlDbType.Uuid, na?.Id), Value(aantal)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>Its messages, in order of receipt.</summary>
    public async Task<IReadOnlyList<Herhalingdeel>> DelenAsync(string gemeentecode, Guid herhalingId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            select bericht_id, reden_voor, begonnen_op is not null, uitkomst, reden from inbox.herhalingdeel where gemeentecode = $1 and herhaling_id = $2 order by volgorde
            """);
        command.Add([Value(gemeentecode), Value(herhalingId)]);
        return await command.ListAsync(r => new Herhalingdeel(r.GetGuid(0), r.GetString(1), r.GetBoolean(2), (Herhaaluitkomst?)r.Optional<short>(3), r.OptionalText(4)), ct);
    }

    /// <summary>A number for each person, in this herhaling only: those with one dossier, or with one number while there is none.</summary>
    private static async Task<int[]> GroepenAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Herhaalkeuze> keuzes, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select b.bericht_id,
                   coalesce(b.dossier_id::text,
                            (select n.dossier_id::text from inbox.bericht n
                             where n.gemeentecode = b.gemeentecode and n.persoon_hash = b.persoon_hash and n.dossier_id is not null limit 1),
                            encode(b.persoon_hash, 'hex'), b.bericht_id::text)
            from inbox.bericht b where b.gemeentecode = $1 and b.bericht_id = any($2)
            """);
        command.Add([Value(gemeentecode), Value(keuzes.Select(k => k.Afkeuring.AfkeuringId).ToArray())]);
        var personen = (await command.ListAsync(r => (Id: r.GetGuid(0), Persoon: r.GetString(1)), ct)).ToDictionary(r => r.Id, r => r.Persoon);
        var nummers = personen.Values.Distinct(StringComparer.Ordinal).Select((persoon, i) => (persoon, i)).ToDictionary(p => p.persoon, p => p.i, StringComparer.Ordinal);
        return [.. keuzes.Select(k => nummers[personen[k.Afkeuring.AfkeuringId]])];
    }

    private static Herhaling Row(NpgsqlDataReader r) => new()
    {
        HerhalingId = r.GetGuid(0),
        GestartDoor = r.GetString(1),
        Reden = r.GetString(2),
        BegonnenOp = r.GetFieldValue<DateTimeOffset>(3),
        GeeindigdOp = r.Optional<DateTimeOffset>(4),
        Status = (Herhaalstatus)r.GetInt16(5),
        GestoptDoor = r.OptionalText(6),
        ReeksReden = r.OptionalText(7),
        Telling = new Herhaaltelling(r.GetInt32(8), r.GetInt32(9), r.GetInt32(10), r.GetInt32(11), r.GetInt32(12), r.GetInt32(13), r.GetInt32(14), r.GetInt32(15)),
    };
}
