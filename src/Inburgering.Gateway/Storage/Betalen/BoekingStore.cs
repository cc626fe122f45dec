using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;
using static Inburgering.Gateway.Storage.Rechten.Rijen;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What statements booked, what they could not, and what a person has to look at; inside the transaction of the report, that has its turn.</summary>
internal sealed class BoekingStore(BatchStore batches, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>Who moves an order when no person does.</summary>
    private const string Bank = "bank";

    /// <summary>How often each of these orders was booked off and came back; those that never were are not in it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, (int Af, int Terug)>> CountAsync(DbTransaction transactie, string gemeentecode, Guid[] opdrachten, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select opdracht_id, count(*) filter (where bedrag_centen < 0)::int, count(*) filter (where bedrag_centen > 0)::int
            from betalen.boeking where gemeentecode = $1 and opdracht_id = any($2) group by opdracht_id
            """);
        command.Add([Value(gemeentecode), Value(opdrachten)]);
        return (await command.ListAsync(r => (Id: r.GetGuid(0), Af: r.GetInt32(1), Terug: r.GetInt32(2)), ct)).ToDictionary(r => r.Id, r => (r.Af, r.Terug));
    }

    /// <summary>Entries that wait to be explained by one of these batches.</summary>
    public static async Task<IReadOnlyList<Bankboeking>> HeldAsync(DbTransaction transactie, string gemeentecode, Guid[] batchIds, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select rekening, afschrift, pagina, post, detail, bedrag_centen, batch_id, aantal from betalen.boeking
            where gemeentecode = $1 and batch_id = any($2) and soort = 'aangehouden' order by afschrift, pagina, post, detail
            """);
        command.Add([Value(gemeentecode), Value(batchIds)]);
        return await command.ListAsync(
            r => new Bankboeking(new Bankpostsleutel(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetString(3), r.GetInt32(4)), r.GetInt64(5)) { BatchId = r.GetGuid(6), Aantal = r.Optional<int>(7) }, ct);
    }

    /// <summary>Entries of these statements that were taken before; their detail does not matter.</summary>
    public static async Task<IReadOnlyList<Bankpostsleutel>> TakenAsync(DbTransaction transactie, string gemeentecode, string[] afschriften, CancellationToken ct)
    {
        await using var command = transactie.Command("select distinct rekening, afschrift, pagina, post from betalen.boeking where gemeentecode = $1 and afschrift = any($2)");
        command.Add([Value(gemeentecode), Value(afschriften)]);
        return await command.ListAsync(r => new Bankpostsleutel(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetString(3), 0), ct);
    }

    /// <summary>Where the statements of this account have come to; null: none was booked.</summary>
    public static async Task<Afschriftstand?> StandAsync(DbTransaction transactie, string gemeentecode, Iban rekening, CancellationToken ct)
    {
        await using var command = transactie.Command("select afschrift, nummer, pagina, laatste, eind_centen, eind_dag from betalen.afschriftstand where gemeentecode = $1 and rekening = $2");
        command.Add([Value(gemeentecode), Value(rekening.Reveal())]);
        return await command.OneAsync(
            r => new Afschriftstand(
                r.GetString(0), r.GetInt64(1), r.IsDBNull(2) ? null : new Pagina(r.GetInt32(2), r.GetBoolean(3)), new Saldo(new Bedrag(r.GetInt64(4)), r.GetFieldValue<DateOnly>(5))), ct);
    }

    /// <summary>The statements of this account have come so far.</summary>
    public static async Task SetStandAsync(DbTransaction transactie, string gemeentecode, Iban rekening, Afschriftstand stand, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into betalen.afschriftstand (gemeentecode, rekening, afschrift, nummer, pagina, laatste, eind_centen, eind_dag, sinds_dag) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
            on conflict (gemeentecode, rekening) do update set afschrift = $3, nummer = $4, pagina = $5, laatste = $6, eind_centen = $7, eind_dag = $8
            """);
        command.Add([
            Value(gemeentecode), Value(rekening.Reveal()), Value(stand.Id), Value(stand.Nummer), Nullable(NpgsqlDbType.Integer, stand.Pagina?.Nummer), Nullable(NpgsqlDbType.Boolean, stand.Pagina?.Laatste),
            Value(stand.Eind.Bedrag.Centen), Value(stand.Eind.Dag)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>All of it.</summary>
    public async Task WriteAsync(DbTransaction transactie, string gemeentecode, Guid berichtId, Boekblad blad, CancellationToken ct)
    {
        await FreeAsync(transactie, gemeentecode, blad.Vrijgevallen, ct);
        await BookAsync(transactie, gemeentecode, berichtId, blad.Boekingen, ct);
        await MoveAsync(transactie, gemeentecode, blad.Stappen, ct);
        foreach (var (batchId, gebeurtenis) in blad.Batchstappen)
        {
            await batches.MoveAsync(transactie, gemeentecode, (await BatchStore.HoldAsync(transactie, gemeentecode, batchId, ct))!, gebeurtenis, Bank, ct);
        }

        await BlockAsync(transactie, gemeentecode, blad.Geblokkeerd, ct);
        await StopAsync(transactie, gemeentecode, berichtId, blad, ct);
        await SignalAsync(transactie, gemeentecode, berichtId, blad.Signalen, ct);
    }

    private static async Task FreeAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Bankpostsleutel> posten, CancellationToken ct)
    {
        foreach (var post in posten)
        {
            await using var command = transactie.Command("""
                update betalen.boeking set soort = 'vrijgevallen' where gemeentecode = $1 and rekening = $2 and afschrift = $3 and pagina = $4 and post = $5 and detail = $6
                """);
            command.Add([Value(gemeentecode), Value(post.Rekening), Value(post.Afschrift), Value(post.Pagina), Value(post.Post), Value(post.Detail)]);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task BookAsync(DbTransaction transactie, string gemeentecode, Guid berichtId, IReadOnlyList<Bankboeking> boekingen, CancellationToken ct)
    {
        T[] Elk<T>(Func<Bankboeking, T> waarde) => [.. boekingen.Select(waarde)];
        await using var command = transactie.Command("""
            insert into betalen.boeking (gemeentecode, rekening, afschrift, pagina, post, detail, bericht_id, soort, opdracht_id, dossier_id, batch_id, aantal, bedrag_centen, op)
            select $1, b.rekening, b.afschrift, b.pagina, b.post, b.detail, $12, case when b.opdracht is null then 'aangehouden' else 'geboekt' end, b.opdracht, b.dossier, b.batch, b.aantal, b.bedrag, $13
            from unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::int[], $7::uuid[], $8::uuid[], $9::uuid[], $10::int[], $11::bigint[])
                b (rekening, afschrift, pagina, post, detail, opdracht, dossier, batch, aantal, bedrag)
            """);
        command.Add([
            Value(gemeentecode), Value(Elk(b => b.Sleutel.Rekening)), Value(Elk(b => b.Sleutel.Afschrift)), Value(Elk(b => b.Sleutel.Pagina)), Value(Elk(b => b.Sleutel.Post)), Value(Elk(b => b.Sleutel.Detail)),
            Lijst(NpgsqlDbType.Uuid, Elk(b => b.Opdracht?.OpdrachtId)), Lijst(NpgsqlDbType.Uuid, Elk(b => b.Opdracht?.DossierId)), Lijst(NpgsqlDbType.Uuid, Elk(b => b.BatchId)),
            Lijst(NpgsqlDbType.Integer, Elk(b => b.Aantal)), Value(Elk(b => b.BedragCenten)), Value(berichtId), Value(zaakklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task MoveAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Opdrachtstap> stappen, CancellationToken ct)
    {
        Opdrachtstap[] laatste = [.. stappen.GroupBy(s => s.Opdracht.OpdrachtId).Select(g => g.Last())];
        await using (var command = transactie.Command("""
            update betalen.betaalopdracht o set stand = s.stand from unnest($2::uuid[], $3::text[]) s (id, stand) where o.gemeentecode = $1 and o.opdracht_id = s.id
            """))
        {
            command.Add([Value(gemeentecode), Value(laatste.Select(s => s.Opdracht.OpdrachtId).ToArray()), Value(laatste.Select(s => Enumwoord.Van(s.Naar)).ToArray())]);
            await command.ExecuteNonQueryAsync(ct);
        }

        await using var note = transactie.Command("""
            insert into betalen.betaalgebeurtenis (gemeentecode, opdracht_id, dossier_id, gebeurtenis, stand, door, op)
            select $1, s.id, s.dossier, s.gebeurtenis, s.stand, $6, $7 from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) with ordinality s (id, dossier, gebeurtenis, stand, plaats) order by s.plaats
            """);
        note.Add([
            Value(gemeentecode), Value(stappen.Select(s => s.Opdracht.OpdrachtId).ToArray()), Value(stappen.Select(s => s.Opdracht.DossierId).ToArray()),
            Value(stappen.Select(s => Enumwoord.Van(s.Gebeurtenis)).ToArray()), Value(stappen.Select(s => Enumwoord.Van(s.Naar)).ToArray()), Value(Bank), Value(zaakklok.GetUtcNow())]);
        await note.ExecuteNonQueryAsync(ct);
    }

    private static async Task BlockAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<(byte[] Rekening, string Reden)> geblokkeerd, CancellationToken ct)
    {
        foreach (var (rekening, reden) in geblokkeerd)
        {
            await using var command = transactie.Command("update betalen.rekeningcontrole set geblokkeerd_om = $3 where gemeentecode = $1 and rekening_hash = $2");
            command.Add([Value(gemeentecode), Value(rekening), Value(reden)]);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>What stood ready for a person who died does not go.</summary>
    private async Task StopAsync(DbTransaction transactie, string gemeentecode, Guid berichtId, Boekblad blad, CancellationToken ct)
    {
        var nu = zaakklok.GetUtcNow();
        await using (var command = transactie.Command("""
            insert into betalen.betaalstop (gemeentecode, profiel, dossier_id, bericht_id, op)
            select $1, p, null::uuid, $4, $5 from unnest($2::text[]) p union all select $1, null, d, $4, $5 from unnest($3::uuid[]) d on conflict do nothing
            """))
        {
            command.Add([Value(gemeentecode), Value(blad.Profielstops.ToArray()), Value(blad.Dossierstops.ToArray()), Value(berichtId), Value(nu)]);
            await command.ExecuteNonQueryAsync(ct);
        }

        await using var weg = transactie.Command("""
            with weg as (update betalen.betaalopdracht set stand = 'geannuleerd', batch_id = null
                         where gemeentecode = $1 and dossier_id = any($2) and stand in ('gepland', 'vrijgegeven') returning opdracht_id, dossier_id)
            insert into betalen.betaalgebeurtenis (gemeentecode, opdracht_id, dossier_id, gebeurtenis, stand, door, op, reden)
            select $1, opdracht_id, dossier_id, 'geannuleerd', 'geannuleerd', $3, $4, 'overleden' from weg
            """);
        weg.Add([Value(gemeentecode), Value(blad.Dossierstops.ToArray()), Value(Bank), Value(nu)]);
        await weg.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What is still to do is not said again.</summary>
    /// <param name="berichtId">Null: no report said it.</param>
    public async Task SignalAsync(DbTransaction transactie, string gemeentecode, Guid? berichtId, IReadOnlyList<Banksignaal> signalen, CancellationToken ct)
    {
        foreach (var signaal in signalen)
        {
            await using var command = transactie.Command("""
                insert into betalen.banksignaal (gemeentecode, bericht_id, code, ernst, opdracht_id, dossier_id, batch_id, post, reden, kandidaten, op)
                select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
                where not exists (select 1 from betalen.banksignaal where gemeentecode = $1 and afgehandeld_op is null and code = $3
                    and (opdracht_id, dossier_id, batch_id, post, reden) is not distinct from ($5, $6, $7, $8, $9) and ($5 is not null or $7 is not null or $8 is not null or bericht_id = $2))
                """);
            command.Add([
                Value(gemeentecode), Nullable(NpgsqlDbType.Uuid, berichtId), Value(signaal.Code), Value(signaal.Ernst), Nullable(NpgsqlDbType.Uuid, signaal.Opdracht?.OpdrachtId), Nullable(NpgsqlDbType.Uuid, signaal.DossierId),
                Nullable(NpgsqlDbType.Uuid, signaal.BatchId), Text(signaal.Post), Text(signaal.Reden), Value(signaal.Kandidaten.ToArray()), Value(zaakklok.GetUtcNow())]);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
