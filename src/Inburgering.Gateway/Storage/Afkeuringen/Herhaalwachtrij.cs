using System.Data.Common;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Afkeuringen;

/// <summary>Offers what is tried again to the inbox, a few at a time and what is about one person one after the other, and keeps what came of it.</summary>
/// <remarks>All of it stands in the database: whichever process is there goes on, and of two one does each step.</remarks>
internal sealed class Herhaalwachtrij(NpgsqlDataSource bron, HerhalingStore herhalingen, IGebeurteniskennis kennis, TimeProvider systeemklok, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>In the queue at once; and so many failures for the same reason, one after the other, end it.</summary>
    /// <remarks>One number: as failures follow each other fewer are offered, so no more are tried than it takes to see that it is of no use.</remarks>
    public const int Hoogstens = 3;

    private const string AanDeBeurt = """
        not exists (select 1 from inbox.herhalingdeel e where e.gemeentecode = d.gemeentecode and e.herhaling_id = d.herhaling_id and e.groep = d.groep
                                                           and e.volgorde < d.volgorde and e.uitkomst is null)
        """;

    /// <summary>Those of a gemeente in which something can be done now.</summary>
    public async Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command($"""
            select distinct d.herhaling_id from inbox.herhalingdeel d
            join inbox.herhaling h on h.gemeentecode = d.gemeentecode and h.herhaling_id = d.herhaling_id
            join inbox.bericht b on b.gemeentecode = d.gemeentecode and b.bericht_id = d.bericht_id
            where d.gemeentecode = $1 and d.uitkomst is null
              and case when d.begonnen_op is not null then b.status <> 0 or (h.status <> 0 and (b.bezet_tot is null or b.bezet_tot <= $2))
                       else h.status = 0 and {AanDeBeurt}
                            and (select count(*) from inbox.herhalingdeel e where e.gemeentecode = d.gemeentecode and e.herhaling_id = d.herhaling_id
                                                                             and e.begonnen_op is not null and e.uitkomst is null) + h.reeks < $3 end
            """);
        command.Add([Value(gemeentecode), Value(systeemklok.GetUtcNow()), Value(Hoogstens)]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }

    /// <summary>Keeps what came of those that were offered, and offers the next.</summary>
    /// <returns>True: something waits in the inbox now.</returns>
    public async Task<bool> StapAsync(string gemeentecode, Guid herhalingId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        if (await LockAsync(transactie, gemeentecode, herhalingId, ct) is not { } stand)
        {
            return false;
        }

        var werk = new Werk(transactie, gemeentecode, herhalingId);
        stand = await BijwerkenAsync(werk, stand, ct);
        if (stand is { Loopt: true, Reeks: >= Hoogstens })
        {
            await herhalingen.StopAsync(transactie, gemeentecode, herhalingId, null, ct);
            stand = stand with { Loopt = false };
        }

        var aangeboden = stand.Loopt && await AanbiedenAsync(werk, stand, ct);
        if (!stand.Loopt)
        {
            await TerugAsync(werk, ct);
        }

        await SluitAsync(werk, ct);
        await transactie.CommitAsync(ct);
        return aangeboden;
    }

    private static async Task<Stand?> LockAsync(NpgsqlTransaction transactie, string gemeentecode, Guid herhalingId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select status = 0, reeks, reeks_reden from inbox.herhaling where gemeentecode = $1 and herhaling_id = $2 for update skip locked
            """);
        command.Add([Value(gemeentecode), Value(herhalingId)]);
        return await command.OneAsync(r => new Stand(r.GetBoolean(0), r.GetInt32(1), r.OptionalText(2)), ct);
    }

    /// <summary>What was tried and is done.</summary>
    private async Task<Stand> BijwerkenAsync(Werk werk, Stand stand, CancellationToken ct)
    {
        await using var command = werk.Transactie.Command("""
            update inbox.herhalingdeel d set uitkomst = case b.status when 1 then 0 when 3 then 1 else 2 end, reden = b.reden, klaar_op = $3
            from inbox.bericht b
            where d.gemeentecode = $1 and d.herhaling_id = $2 and d.uitkomst is null and d.begonnen_op is not null
              and b.gemeentecode = d.gemeentecode and b.bericht_id = d.bericht_id and b.status <> 0
            returning d.volgorde, d.groep, d.uitkomst, d.reden
            """);
        command.Add([Value(werk.Gemeentecode), Value(werk.HerhalingId), Value(systeemklok.GetUtcNow())]);
        var gedaan = await command.ListAsync(r => (Volgorde: r.GetInt32(0), Groep: r.GetInt32(1), Uitkomst: (Herhaaluitkomst)r.GetInt16(2), Reden: r.OptionalText(3)), ct);
        stand = gedaan.OrderBy(d => d.Volgorde).Aggregate(stand, (vorige, deel) => vorige.Na(deel.Uitkomst == Herhaaluitkomst.Afgekeurd ? deel.Reden : null));

        if (gedaan.Count > 0)
        {
            await LaterenAsync(werk, [.. gedaan.Where(d => d.Uitkomst == Herhaaluitkomst.Afgekeurd).Select(d => d.Groep)], ct);
            await using var reeks = werk.Transactie.Command("update inbox.herhaling set reeks = $3, reeks_reden = $4 where gemeentecode = $1 and herhaling_id = $2");
            reeks.Add([Value(werk.Gemeentecode), Value(werk.HerhalingId), Value(stand.Reeks), Text(stand.Reden)]);
            await reeks.ExecuteNonQueryAsync(ct);
        }

        return stand;
    }

    /// <summary>What came later about a person is not tried when the earlier was rejected again.</summary>
    private async Task LaterenAsync(Werk werk, int[] groepen, CancellationToken ct)
    {
        await using var command = werk.Transactie.Command("""
            update inbox.herhalingdeel set uitkomst = $4, reden = $5, klaar_op = $6
            where gemeentecode = $1 and herhaling_id = $2 and groep = any($3) and uitkomst is null and begonnen_op is null
            """);
        command.Add([
            Value(werk.Gemeentecode), Value(werk.HerhalingId), Value(groepen), Value((short)Herhaaluitkomst.Overgeslagen), Value(Beletsels.EerdereAfgekeurd), Value(systeemklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<bool> AanbiedenAsync(Werk werk, Stand stand, CancellationToken ct)
    {
        var ruimte = Hoogstens - stand.Reeks - await BezigAsync(werk, ct);
        var aangeboden = false;
        while (ruimte > 0 && await VolgendeAsync(werk, ct) is { } id)
        {
            var afkeuring = (await AfkeuringLezer.OfAsync(werk.Transactie, werk.Gemeentecode, [id], ct)).SingleOrDefault();
            var beletsel = afkeuring is null ? Beletsels.Afgehandeld : Herhaalbaarheid.Beletsel(afkeuring, kennis, werk.HerhalingId);
            if (beletsel is null && !await BiedAanAsync(werk, id, ct))
            {
                beletsel = Beletsels.Afgehandeld;
            }

            await NoteerAsync(werk, id, beletsel, ct);
            ruimte -= beletsel is null ? 1 : 0;
            aangeboden |= beletsel is null;
        }

        return aangeboden;
    }

    private static async Task<int> BezigAsync(Werk werk, CancellationToken ct)
    {
        await using var command = werk.Transactie.Command("""
            select count(*)::int from inbox.herhalingdeel where gemeentecode = $1 and herhaling_id = $2 and uitkomst is null and begonnen_op is not null
            """);
        command.Add([Value(werk.Gemeentecode), Value(werk.HerhalingId)]);
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<Guid?> VolgendeAsync(Werk werk, CancellationToken ct)
    {
        await using var command = werk.Transactie.Command($"""
            select d.bericht_id from inbox.herhalingdeel d
            where d.gemeentecode = $1 and d.herhaling_id = $2 and d.uitkomst is null and d.begonnen_op is null and {AanDeBeurt} order by d.volgorde limit 1
            """);
        command.Add([Value(werk.Gemeentecode), Value(werk.HerhalingId)]);
        return (Guid?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>The ordinary way of a message, with its tries counted anew.</summary>
    private async Task<bool> BiedAanAsync(Werk werk, Guid id, CancellationToken ct)
    {
        await using var command = werk.Transactie.Command("""
            update inbox.bericht set status = 0, reden = null, verwerkt_op = null, vergeefs = pogingen, volgende_poging = $3
            where gemeentecode = $1 and bericht_id = $2 and status = 2 and inhoud is not null
            """);
        command.Add([Value(werk.Gemeentecode), Value(id), Value(systeemklok.GetUtcNow())]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <param name="beletsel">Null: it is in the queue.</param>
    private async Task NoteerAsync(Werk werk, Guid id, string? beletsel, CancellationToken ct)
    {
        await using var command = werk.Transactie.Command(
            beletsel is null
                ? "update inbox.herhalingdeel set begonnen_op = $4 where gemeentecode = $1 and herhaling_id = $2 and bericht_id = $3"
                : "update inbox.herhalingdeel set uitkomst = $5, reden = $6, klaar_op = $4 where gemeentecode = $1 and herhaling_id = $2 and bericht_id = $3");
        command.Add([Value(werk.Gemeentecode), Value(werk.HerhalingId), Value(id), Value(systeemklok.GetUtcNow())]);
        if (beletsel is not null)
        {
            command.Add([Value((short)Herhaaluitkomst.Overgeslagen), Value(beletsel)]);
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Stopped: what waits in the queue for another try waits for a person again; what a worker holds is finished first.</summary>
    private async Task TerugAsync(Werk werk, CancellationToken ct)
    {
        await using var command = werk.Transactie.Command("""
            with terug as (
                update inbox.bericht b set status = 2, reden = coalesce(b.reden, d.reden_voor), verwerkt_op = $4, volgende_poging = null, bezet_tot = null
                from inbox.herhalingdeel d
                where d.gemeentecode = $1 and d.herhaling_id = $2 and d.uitkomst is null and d.begonnen_op is not null
                  and b.gemeentecode = d.gemeentecode and b.bericht_id = d.bericht_id and b.status = 0 and (b.bezet_tot is null or b.bezet_tot <= $3)
                returning b.bericht_id)
            update inbox.herhalingdeel d set uitkomst = $5, klaar_op = $3 from terug
            where d.gemeentecode = $1 and d.herhaling_id = $2 and d.bericht_id = terug.bericht_id
            """);
        command.Add([
            Value(werk.Gemeentecode), Value(werk.HerhalingId), Value(systeemklok.GetUtcNow()), Value(zaakklok.GetUtcNow()), Value((short)Herhaaluitkomst.NietGedaan)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task SluitAsync(Werk werk, CancellationToken ct)
    {
        await using var command = werk.Transactie.Command("""
            update inbox.herhaling h set status = 1, geeindigd_op = $3 where h.gemeentecode = $1 and h.herhaling_id = $2 and h.status = 0
              and not exists (select 1 from inbox.herhalingdeel d where d.gemeentecode = $1 and d.herhaling_id = $2 and d.uitkomst is null)
            """);
        command.Add([Value(werk.Gemeentecode), Value(werk.HerhalingId), Value(systeemklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <param name="Reeks">How many failed one after the other.</param>
    /// <param name="Reden">For this reason.</param>
    private sealed record Stand(bool Loopt, int Reeks, string? Reden)
    {
        /// <param name="fout">Why one more failed; null: it did not.</param>
        public Stand Na(string? fout) => this with { Reeks = (fout, fout == Reden) switch { (null, _) => 0, (_, true) => Reeks + 1, _ => 1 }, Reden = fout };
    }

    private sealed record Werk(NpgsqlTransaction Transactie, string Gemeentecode, Guid HerhalingId);
}
