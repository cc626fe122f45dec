using System.Data.Common;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Bestanden;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>What a partner delivers by itself: a run per Dutch business day, counted from its messages of that day. Writes always inside the log writer's transaction.</summary>
internal sealed class LeveringStore(NpgsqlDataSource bron)
{
    /// <summary>The parts of one run <c>u</c>, from the inbox as it is now: every message of that client on that day is in one of them, or still to be done.</summary>
    /// <remarks>What was applied before this was kept counts as changed; what a person closed was rejected. A file that was refused whole brought nothing, and is said until a better one came.</remarks>
    internal static readonly string Telling = $"""
        select count(*)::int as ontvangen,
               (count(*) filter (where b.status = 1 and b.reden is distinct from 'bronnen-verschillen' and b.gevolg = 2))::int as nieuw,
               (count(*) filter (where b.status = 1 and b.reden is distinct from 'bronnen-verschillen' and coalesce(b.gevolg, 1) = 1))::int as gewijzigd,
               (count(*) filter (where (b.status = 1 and b.reden is distinct from 'bronnen-verschillen' and b.gevolg = 0)
                                    or (b.status = 3 and b.reden is distinct from 'gesloten-door-medewerker')))::int as gelijk,
               (count(*) filter (where b.status = 1 and b.reden = 'bronnen-verschillen'))::int as verschillend,
               (count(*) filter (where b.status = 2 or (b.status = 3 and b.reden = 'gesloten-door-medewerker')))::int as afgekeurd,
               (select case when bool_or(f.status in (0, 1) and f.pogingen > {BestandStore.MeestePogingen}) then '{Uitvoeringredenen.BestandVast}'
                            when bool_or(f.status = 3 and not exists (
                                 select 1 from inbox.leveringsbestand beter where beter.gemeentecode = f.gemeentecode and beter.client_id = f.client_id
                                 and beter.ontvangen_op >= f.ontvangen_op and beter.status <> 3)) then '{Uitvoeringredenen.BestandGeweigerd}' end
                from inbox.leveringsbestand f where {Bestanden}) as bestand,
               exists (select 1 from inbox.leveringsbestand f where {Bestanden} and f.status in (0, 1)) as bestand_open
        from inbox.bericht b
        where b.gemeentecode = u.gemeentecode and b.client_id = u.gestart_door and b.ontvangen_op >= (u.dag::timestamp at time zone 'Europe/Amsterdam')
          and b.ontvangen_op < ((u.dag + 1)::timestamp at time zone 'Europe/Amsterdam')
        """;

    private const string Bestanden = """
        f.gemeentecode = u.gemeentecode and f.client_id = u.gestart_door and f.ontvangen_op >= (u.dag::timestamp at time zone 'Europe/Amsterdam')
        and f.ontvangen_op < ((u.dag + 1)::timestamp at time zone 'Europe/Amsterdam')
        """;

    /// <summary>A message or file of this client came in: its day has a run, and goes on when that was closed before. Without an exchange nothing happens.</summary>
    /// <param name="wie">Partner key and instance.</param>
    /// <param name="op">Business clock: receipt of the message. One that is tried again later does not come in again, so what was counted stays.</param>
    /// <param name="traceId">32 hex, of the delivery.</param>
    public static async Task OpenAsync(
        DbTransaction transactie, string gemeentecode, (string Partner, string Instantie) wie, string clientId, DateTimeOffset op, string traceId, CancellationToken ct)
    {
        // who closes waits for this transaction, so that it counts this message or leaves it the day
        await HoudAsync(transactie, gemeentecode, wie, alleen: false, ct);
        await using var command = transactie.Command("""
            with s as (
                select synchronisatie_id from synchronisatie.synchronisatie where gemeentecode = $1 and partner = $2 and soort = $3 and instantie = $4),
            nieuw as (
                insert into synchronisatie.uitvoering (gemeentecode, uitvoering_id, synchronisatie_id, dag, aanleiding, gestart_door, trace_id, begonnen_op, status,
                                                       ontvangen, nieuw, gewijzigd, gelijk, verschillend, afgekeurd, tegengehouden)
                select $1, gen_random_uuid(), synchronisatie_id, $5, $6, $7, $8, $9, 0, 0, 0, 0, 0, 0, 0, 0 from s on conflict do nothing)
            update synchronisatie.uitvoering u set status = 0, reden = null, geeindigd_op = null, begonnen_op = case when u.ontvangen = 0 then $9 else u.begonnen_op end
            from s where u.gemeentecode = $1 and u.synchronisatie_id = s.synchronisatie_id and u.dag = $5 and u.status <> 0
            """);
        command.Add([
            Value(gemeentecode), Value(wie.Partner), Value(SynchronisatieFile.Levering), Value(wie.Instantie), Value(Klok.Dag(op)), Value(Uitvoeropdracht.Levering),
            Value(clientId), Value(traceId), Value(op.ToUniversalTime())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Closes what was open up to and with this day: its counts stand from now on.</summary>
    /// <returns>How many it closed.</returns>
    /// <exception cref="BezetException">One of the messages or files is still to be done: it is counted when that is over.</exception>
    /// <remarks>Never «gelukt» by default: only when the parts are the whole and nothing was rejected (ux 1.3).</remarks>
    public static async Task<int> SluitAsync(DbTransaction transactie, Synchronisatie synchronisatie, DateOnly totEnMet, DateTimeOffset nu, CancellationToken ct)
    {
        await HoudAsync(transactie, synchronisatie.Gemeentecode, (synchronisatie.Partner, synchronisatie.Instantie!), alleen: true, ct);
        await using var command = transactie.Command($"""
            update synchronisatie.uitvoering u
            set geeindigd_op = $4, ontvangen = t.ontvangen, nieuw = t.nieuw, gewijzigd = t.gewijzigd, gelijk = t.gelijk, verschillend = t.verschillend, afgekeurd = t.afgekeurd,
                reden = t.bestand,
                status = case when t.afgekeurd = t.ontvangen and (t.ontvangen > 0 or t.bestand is not null) then 3 when t.afgekeurd > 0 or t.bestand is not null then 2 else 1 end
            from (select u.uitvoering_id, t.* from synchronisatie.uitvoering u cross join lateral ({Telling}) t
                  where u.gemeentecode = $1 and u.synchronisatie_id = $2 and u.status = 0 and u.dag <= $3) t
            where u.gemeentecode = $1 and u.uitvoering_id = t.uitvoering_id
            returning u.ontvangen = u.nieuw + u.gewijzigd + u.gelijk + u.verschillend + u.afgekeurd and not t.bestand_open
            """);
        command.Add([Value(synchronisatie.Gemeentecode), Value(synchronisatie.SynchronisatieId), Value(totEnMet), Value(nu.ToUniversalTime())]);
        var geteld = await command.ListAsync(r => r.GetBoolean(0), ct);
        return geteld.All(klopt => klopt) ? geteld.Count : throw new BezetException();
    }

    /// <summary>Its slot came and there was nothing that day: that is a run too, with nothing in it. A day that has a run keeps it. After <see cref="SluitAsync"/>, in the same transaction.</summary>
    public static async Task LeegAsync(DbTransaction transactie, Synchronisatie synchronisatie, Uitvoeropdracht opdracht, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into synchronisatie.uitvoering (gemeentecode, uitvoering_id, synchronisatie_id, moment, dag, aanleiding, gestart_door, trace_id, begonnen_op, geeindigd_op, status,
                                                   ontvangen, nieuw, gewijzigd, gelijk, verschillend, afgekeurd, tegengehouden)
            values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $3, $3, 1, 0, 0, 0, 0, 0, 0, 0) on conflict do nothing
            """);
        var moment = opdracht.Moment!.Value;
        command.Add([
            Value(synchronisatie.Gemeentecode), Value(synchronisatie.SynchronisatieId), Value(moment.ToUniversalTime()), Value(Klok.Dag(moment)), Value(opdracht.Aanleiding),
            Value(opdracht.Door), Value(opdracht.TraceId)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Slots of which the day had a run.</summary>
    public static async Task<IReadOnlyList<DateOnly>> DagenAsync(DbTransaction transactie, Synchronisatie synchronisatie, IEnumerable<DateTimeOffset> momenten, CancellationToken ct)
    {
        await using var command = transactie.Command("select dag from synchronisatie.uitvoering where gemeentecode = $1 and synchronisatie_id = $2 and dag = any($3)");
        command.Add([Value(synchronisatie.Gemeentecode), Value(synchronisatie.SynchronisatieId), Value(momenten.Select(Klok.Dag).ToArray())]);
        return await command.ListAsync(r => r.GetFieldValue<DateOnly>(0), ct);
    }

    /// <summary>Until the transaction ends: messages come in side by side, whoever closes is alone.</summary>
    private static async Task HoudAsync(DbTransaction transactie, string gemeentecode, (string Partner, string Instantie) wie, bool alleen, CancellationToken ct)
    {
        await using var command = transactie.Command($"select pg_advisory_xact_lock{(alleen ? string.Empty : "_shared")}(hashtextextended($1, 0))");
        command.Add([Value($"levering {gemeentecode} {wie.Partner} {wie.Instantie}")]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Exchanges of a gemeente that have a run of a day that is over.</summary>
    public async Task<IReadOnlyList<Guid>> VoorbijAsync(string gemeentecode, DateOnly vandaag, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("select distinct synchronisatie_id from synchronisatie.uitvoering where gemeentecode = $1 and status = 0 and dag < $2");
        command.Add([Value(gemeentecode), Value(vandaag)]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }
}
