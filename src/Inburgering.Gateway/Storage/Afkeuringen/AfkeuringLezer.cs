using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using NpgsqlTypes;

namespace Inburgering.Gateway.Storage.Afkeuringen;

/// <summary>Rejected messages as a list, oldest first: where each stands and whether it makes sense to try it again.</summary>
internal sealed class AfkeuringLezer(NpgsqlDataSource bron)
{
    /// <summary>Those that wait for a person, and those that are being tried again.</summary>
    private const string Open = """
        (select w.* from inbox.bericht w where w.gemeentecode = @gemeente and w.status = 2
         union all
         select t.* from inbox.herhalingdeel o join inbox.bericht t on t.gemeentecode = o.gemeentecode and t.bericht_id = o.bericht_id
         where o.gemeentecode = @gemeente and o.uitkomst is null and t.status <> 2)
        """;

    /// <summary>Those named that wait, or ever did so that a person acted on it.</summary>
    private const string Genoemd = """
        (select w.* from inbox.bericht w where w.gemeentecode = @gemeente and w.bericht_id = any(@ids)
           and (w.status = 2 or exists (select 1 from inbox.afkeurbesluit e where e.gemeentecode = w.gemeentecode and e.bericht_id = w.bericht_id)
                or exists (select 1 from inbox.herhalingdeel e where e.gemeentecode = w.gemeentecode and e.bericht_id = w.bericht_id)))
        """;

    private const string Kolommen = """
        select b.bericht_id, b.volgnummer, b.partner, b.code, b.status, b.ontvangen_op, b.verwerkt_op, b.pogingen, b.trace_id, b.inhoud is not null as heeft_inhoud,
               coalesce(case when d.begonnen_op is not null then d.reden_voor end, case when b.status = 3 then a.redencode end, b.reden,
                        (select e.reden_voor from inbox.herhalingdeel e where e.gemeentecode = b.gemeentecode and e.bericht_id = b.bericht_id order by e.begonnen_op desc nulls last limit 1),
                        '') as reden,
               exists (select 1 from inbox.bericht n
                       where n.gemeentecode = b.gemeentecode and n.partner = b.partner and n.code = b.code and n.status = 1 and n.volgnummer > b.volgnummer
                         and (n.dossier_id = b.dossier_id or n.persoon_hash = b.persoon_hash)) as ingehaald,
               exists (select 1 from dossiers.opschorting s
                       where s.gemeentecode = b.gemeentecode and s.dossier_id = b.dossier_id and s.partner = b.partner and s.tot is null) as opgeschort,
               exists (select 1 from dossiers.dossier z where z.gemeentecode = b.gemeentecode and z.dossier_id = b.dossier_id and z.bsn_index is null) as zonder_bsn,
               d.herhaling_id, a.soort, a.op, a.door, a.reden as toelichting, a.pogingen as besluit_pogingen,
               case when d.bericht_id is not null then 'niemand'
                    when a.soort = 'overdracht' and a.pogingen = b.pogingen then 'partner'
                    when b.reden = any(@vanpartner) then 'partner'
                    when b.reden = any(@vanniemand) then 'niemand'
                    else 'wij' end as beurt
        """;

    private const string Aan = """
         b
        left join inbox.herhalingdeel d on d.gemeentecode = b.gemeentecode and d.bericht_id = b.bericht_id and d.uitkomst is null
        left join lateral (select e.* from inbox.afkeurbesluit e where e.gemeentecode = b.gemeentecode and e.bericht_id = b.bericht_id and e.soort <> 'inzage'
                           order by e.op desc, e.besluit_id limit 1) a on true
        """;

    private const string Filters = """
        (@partner::text is null or k.partner = @partner) and (@reden::text is null or k.reden = @reden)
          and (@beurt::text is null or k.beurt = @beurt) and (@voor::timestamptz is null or k.ontvangen_op <= @voor)
        """;

    /// <summary>Oldest first.</summary>
    /// <param name="na">Of the last of the page before; 0 for the first page.</param>
    public async Task<IReadOnlyList<Afkeuring>> LeesAsync(Question vraag, AfkeurFilter filter, long na, int aantal, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = Command(transactie, $"select * from ({Kolommen} from {Open}{Aan}) k where {Filters} and k.volgnummer > @na order by k.volgnummer limit @aantal", vraag.Caller.Gemeentecode, filter);
        command.Add("na", NpgsqlDbType.Bigint, na);
        command.Add("aantal", NpgsqlDbType.Integer, aantal);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>How many there are.</summary>
    public async Task<AfkeurTelling> TelAsync(Question vraag, AfkeurFilter filter, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        return await TelAsync(transactie, vraag.Caller.Gemeentecode, filter, ct);
    }

    /// <summary>As above, inside a transaction.</summary>
    public static async Task<AfkeurTelling> TelAsync(DbTransaction transactie, string gemeentecode, AfkeurFilter filter, CancellationToken ct)
    {
        await using var command = Command(transactie, $"select count(*), count(*) filter (where {Filters}) from ({Kolommen} from {Open}{Aan}) k", gemeentecode, filter);
        return (await command.OneAsync(r => new AfkeurTelling(r.GetInt64(0), r.GetInt64(1)), ct))!;
    }

    /// <summary>Those with these numbers, oldest first; one that never waited for a person is left out.</summary>
    public static async Task<IReadOnlyList<Afkeuring>> OfAsync(DbTransaction transactie, string gemeentecode, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var command = Command(transactie, $"select * from ({Kolommen} from {Genoemd}{Aan}) k order by k.volgnummer", gemeentecode, new AfkeurFilter { VanPartner = [], VanNiemand = [] });
        command.Add("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid, ids.ToArray());
        return await command.ListAsync(Row, ct);
    }

    /// <summary>As above in a transaction of its own.</summary>
    public async Task<IReadOnlyList<Afkeuring>> OfAsync(string gemeentecode, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        return await OfAsync(transactie, gemeentecode, ids, ct);
    }

    /// <summary>The oldest of a filter, those that can be tried again before the others: what only a new message mends must not fill the number asked for.</summary>
    public static async Task<IReadOnlyList<Afkeuring>> KiesAsync(DbTransaction transactie, string gemeentecode, AfkeurFilter filter, int hoogstens, CancellationToken ct)
    {
        await using var command = Command(
            transactie,
            $"""
            select * from (
                select * from ({Kolommen} from {Open}{Aan}) k where {Filters}
                order by k.herhaling_id is not null or not k.heeft_inhoud or k.ingehaald or k.reden = any(@vanpartner) or k.reden = '{Berichtredenen.OnbekendeGebeurtenis}', k.volgnummer
                limit @aantal) g
            order by g.volgnummer
            """,
            gemeentecode,
            filter);
        command.Add("aantal", NpgsqlDbType.Integer, hoogstens);
        return await command.ListAsync(Row, ct);
    }

    private static NpgsqlCommand Command(DbTransaction transactie, string sql, string gemeentecode, AfkeurFilter filter)
    {
        var command = transactie.Command(sql);
        command.Add("gemeente", NpgsqlDbType.Text, gemeentecode);
        command.Add("partner", NpgsqlDbType.Text, filter.Partner);
        command.Add("reden", NpgsqlDbType.Text, filter.Reden);
        command.Add("beurt", NpgsqlDbType.Text, filter.Beurt);
        command.Add("voor", NpgsqlDbType.TimestampTz, filter.OntvangenVoor?.ToUniversalTime());
        command.Add("vanpartner", NpgsqlDbType.Array | NpgsqlDbType.Text, filter.VanPartner.ToArray());
        command.Add("vanniemand", NpgsqlDbType.Array | NpgsqlDbType.Text, filter.VanNiemand.ToArray());
        return command;
    }

    private static Afkeuring Row(NpgsqlDataReader r) => new()
    {
        AfkeuringId = r.GetGuid(0),
        Volgnummer = r.GetInt64(1),
        Partner = r.GetString(2),
        Code = r.GetString(3),
        Status = (Berichtstatus)r.GetInt16(4),
        OntvangenOp = r.GetFieldValue<DateTimeOffset>(5),
        LaatstePoging = r.Optional<DateTimeOffset>(6),
        Pogingen = r.GetInt32(7),
        TraceId = r.GetString(8),
        HeeftInhoud = r.GetBoolean(9),
        Reden = r.GetString(10),
        Ingehaald = r.GetBoolean(11),
        Opgeschort = r.GetBoolean(12),
        ZonderBsn = r.GetBoolean(13),
        HerhalingId = r.Optional<Guid>(14),
        Besluit = r.OptionalText(15) is { } soort ? new Afkeurbesluit(soort, r.GetFieldValue<DateTimeOffset>(16), r.GetString(17), r.GetString(18), r.GetInt32(19)) : null,
    };
}
