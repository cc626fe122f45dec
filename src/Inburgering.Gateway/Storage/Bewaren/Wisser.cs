using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Bewaren;

/// <summary>Erases what may not be kept, under the role gateway_onderhoud, inside the transaction of its log line. A record without content remains.</summary>
internal sealed class Wisser(Kluis kluis)
{
    /// <summary>Every copy that names a dossier, children first. A table that is not here keeps a dossier from going: the database refuses.</summary>
    internal static IReadOnlyList<string> Kopieen { get; } =
    [
        "dossiers.correctietaak", "dossiers.rectificatie", "dossiers.bezwaar", "dossiers.beperking", "dossiers.noodtoegang", "dossiers.bewaarplicht", "dossiers.bronkeuze",
        "betalen.banksignaal", "betalen.betaalstop", "betalen.boeking", "betalen.betaalgebeurtenis", "betalen.betaalopdracht", "betalen.betaalsleutel", "betalen.ontzorgbesluit", "dossiers.toestemming", "dossiers.caseload", "dossiers.opdracht", "dossiers.relatie", "dossiers.feit", "dossiers.opschorting", "outbox.melding", "inbox.afstempersoon",
        "verwerkingslog.persoon",
    ];

    /// <summary>Nobody else changes this dossier until the transaction ends.</summary>
    public static async Task HoldAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, CancellationToken ct)
    {
        await using var command = transactie.Command("select 1 from dossiers.dossier where gemeentecode = $1 and dossier_id = $2 for update");
        command.Add([Value(gemeentecode), Value(dossierId)]);
        await command.ExecuteScalarAsync(ct);
    }

    /// <summary>Does it and records that it was done.</summary>
    public async Task WipeAsync(DbTransaction transactie, string gemeentecode, Wisplan plan, DateTimeOffset nu, CancellationToken ct)
    {
        if (plan.HeelDossier is { } termijn)
        {
            await RecordAsync(transactie, gemeentecode, plan.DossierId, null, termijn, await DossierAsync(transactie, gemeentecode, plan.DossierId, ct), nu, ct);
            return;
        }

        foreach (var categorie in plan.Categorieen)
        {
            await DeleteAsync(transactie, "delete from dossiers.feit where gemeentecode = $1 and feit_id = any($2)", gemeentecode, categorie.Feiten, ct);
            foreach (var inkorting in categorie.Inkortingen)
            {
                await ShortenAsync(transactie, gemeentecode, plan.DossierId, inkorting, ct);
            }

            var aantallen = new JsonObject { ["feiten"] = categorie.Feiten.Count, ["ingekort"] = categorie.Inkortingen.Count };
            await RecordAsync(transactie, gemeentecode, plan.DossierId, categorie.Categorie, categorie.Termijn, aantallen, nu, ct);
        }

        await EmptyAsync(transactie, gemeentecode, plan.Berichten, ct);
    }

    /// <summary>Empties bodies of messages that belong to no dossier.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> EmptyLooseAsync(DbTransaction transactie, Bewaarvraag vraag, CancellationToken ct)
    {
        var ids = await LooseAsync(transactie, vraag, ct);
        await EmptyAsync(transactie, vraag.Gemeentecode, ids, ct);
        return ids.Count;
    }

    /// <summary>Messages that belong to no dossier and whose body is not kept any longer.</summary>
    private static async Task<IReadOnlyList<Guid>> LooseAsync(DbTransaction transactie, Bewaarvraag vraag, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select bericht_id from inbox.bericht
            where gemeentecode = $1 and dossier_id is null and inhoud is not null and volgende_poging is null and status = any($2) and coalesce(verwerkt_op, ontvangen_op) <= $3
            """);
        command.Add([Value(vraag.Gemeentecode), Value(Bewaarlezer.Klaar), Value(vraag.VerwerktVoor.ToUniversalTime())]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }

    /// <summary>What was found of persons in rounds of reconciliation that ended so long ago; the round and its numbers stay.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> DeleteFoundAsync(DbTransaction transactie, Bewaarvraag vraag, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            delete from inbox.afstempersoon p using inbox.afstemming a
            where p.gemeentecode = $1 and a.gemeentecode = $1 and a.afstemming_id = p.afstemming_id and a.geeindigd_op <= $2
            """);
        command.Add([Value(vraag.Gemeentecode), Value(vraag.VerwerktVoor.ToUniversalTime())]);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Keys of files whose bytes are gone: what an old copy of the database still holds cannot be opened with today's.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> ShredFilesAsync(DbTransaction transactie, Bewaarvraag vraag, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            delete from sleutels.sleutel s using inbox.leveringsbestand f
            where s.gemeentecode = $1 and f.gemeentecode = $1 and f.sleutel_id = s.sleutel_id and f.inhoud is null
            """);
        command.Add([Value(vraag.Gemeentecode)]);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Runs of exchanges, rounds of which nobody is left, what was tried again and what people changed or decided, that began so long ago, and caseloads that ended so long ago; the last change of each kind and a decision about what still waits explain what holds now and stay.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<int> DeleteHistoryAsync(DbTransaction transactie, Bewaarvraag vraag, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            with wijzigingen as (
                delete from synchronisatie.wijziging w where w.gemeentecode = $1 and w.op <= $2 and exists (
                    select 1 from synchronisatie.wijziging later
                    where later.gemeentecode = $1 and later.synchronisatie_id = w.synchronisatie_id and later.soort = w.soort and later.op > w.op)
                returning 1),
            standmeldingen as (
                delete from synchronisatie.standmelding m where m.gemeentecode = $1 and m.gezien_op <= $2 and exists (
                    select 1 from synchronisatie.standmelding later
                    where later.gemeentecode = $1 and later.synchronisatie_id = m.synchronisatie_id and later.volgnummer > m.volgnummer)
                returning 1),
            wachtmomenten as (
                delete from synchronisatie.wachtmoment where gemeentecode = $1 and van <= $2),
            uitvoeringen as (
                delete from synchronisatie.uitvoering where gemeentecode = $1 and begonnen_op <= $2 and status not in (0, 6) returning 1),
            rondes as (
                delete from inbox.afstemming a where a.gemeentecode = $1 and a.begonnen_op <= $2 and a.status <> 0 and not exists (
                    select 1 from inbox.afstempersoon p where p.gemeentecode = $1 and p.afstemming_id = a.afstemming_id)
                returning 1),
            herhalingen as (
                delete from inbox.herhaling h where h.gemeentecode = $1 and h.begonnen_op <= $2 and h.status <> 0 returning h.herhaling_id),
            delen as (
                delete from inbox.herhalingdeel d where d.gemeentecode = $1 and d.herhaling_id in (select herhaling_id from herhalingen) returning 1),
            bestanden as (
                delete from inbox.leveringsbestand f where f.gemeentecode = $1 and f.klaar_op <= $2 returning f.bestand_id),
            rijen as (
                delete from inbox.bestandrij r where r.gemeentecode = $1 and r.bestand_id in (select bestand_id from bestanden)),
            caseloads as (
                delete from dossiers.caseload l where l.gemeentecode = $1 and (l.tot <= $2 or exists (
                    select 1 from dossiers.opdracht o where o.gemeentecode = $1 and o.opdracht_id = l.opdracht_id and o.tot <= $2))
                returning 1),
            besluiten as (
                delete from inbox.afkeurbesluit e where e.gemeentecode = $1 and e.op <= $2 and not exists (
                    select 1 from inbox.bericht b where b.gemeentecode = $1 and b.bericht_id = e.bericht_id and b.status = 2)
                returning 1)
            select (select count(*) from wijzigingen) + (select count(*) from uitvoeringen) + (select count(*) from rondes)
                 + (select count(*) from herhalingen) + (select count(*) from delen) + (select count(*) from besluiten) + (select count(*) from bestanden) + (select count(*) from caseloads)
                 + (select count(*) from standmeldingen)
            """);
        command.Add([Value(vraag.Gemeentecode), Value(vraag.GeschiedenisVoor.ToUniversalTime())]);
        return (int)(long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>All rows, the bodies of its messages and last the keys: what an old copy of the database still holds cannot be opened with today's.</summary>
    private static async Task<JsonObject> DossierAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, CancellationToken ct)
    {
        var aantallen = new JsonObject();
        var sleutels = await KeysAsync(transactie, gemeentecode, dossierId, ct);
        foreach (var tabel in Kopieen)
        {
            await using var weg = transactie.Command($"delete from {tabel} where gemeentecode = $1 and dossier_id = $2");
            weg.Add([Value(gemeentecode), Value(dossierId)]);
            aantallen[tabel.Split('.')[1]] = await weg.ExecuteNonQueryAsync(ct);
        }

        await using var berichten = transactie.Command("""
            update inbox.bericht
            set inhoud = null, dossier_id = null, gebeurtenis_hash = null, persoon_hash = null, reden = case when status = $3 then $5 else reden end, status = case when status = $3 then $4 else status end
            where gemeentecode = $1 and dossier_id = $2
            """);
        berichten.Add([
            Value(gemeentecode), Value(dossierId), Value((short)Berichtstatus.Quarantaine), Value((short)Berichtstatus.ZonderGevolg), Value(Berichtredenen.BewaartermijnVerstreken)]);
        aantallen["berichten"] = await berichten.ExecuteNonQueryAsync(ct);
        await using var dossier = transactie.Command("delete from dossiers.dossier where gemeentecode = $1 and dossier_id = $2");
        dossier.Add([Value(gemeentecode), Value(dossierId)]);
        aantallen["dossier"] = await dossier.ExecuteNonQueryAsync(ct);
        aantallen["sleutel"] = await ShredAsync(transactie, gemeentecode, sleutels, ct);
        return aantallen;
    }

    private static async Task<IReadOnlyList<Guid>> KeysAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select sleutel_id from dossiers.dossier where gemeentecode = $1 and dossier_id = $2
            union select sleutel_id from inbox.bericht where gemeentecode = $1 and dossier_id = $2
            union select sleutel_id from outbox.melding where gemeentecode = $1 and dossier_id = $2
            """);
        command.Add([Value(gemeentecode), Value(dossierId)]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }

    /// <summary>Bodies go; what recognises a replay stays (security 14). A key that opens nothing any more goes too.</summary>
    private static async Task EmptyAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Guid> berichten, CancellationToken ct)
    {
        await using var command = transactie.Command("update inbox.bericht set inhoud = null, persoon_hash = null where gemeentecode = $1 and bericht_id = any($2) returning sleutel_id");
        command.Add([Value(gemeentecode), Value(berichten.ToArray())]);
        var sleutels = await command.ListAsync(r => r.GetGuid(0), ct);
        await ShredAsync(transactie, gemeentecode, sleutels, ct);
    }

    private static Task<int> ShredAsync(DbTransaction transactie, string gemeentecode, IReadOnlyList<Guid> sleutels, CancellationToken ct) => DeleteAsync(
        transactie,
        """
        delete from sleutels.sleutel s
        where s.gemeentecode = $1 and s.sleutel_id = any($2)
          and not exists (select 1 from dossiers.dossier d where d.gemeentecode = $1 and d.sleutel_id = s.sleutel_id)
          and not exists (select 1 from inbox.bericht b where b.gemeentecode = $1 and b.sleutel_id = s.sleutel_id and b.inhoud is not null)
          and not exists (select 1 from outbox.melding m where m.gemeentecode = $1 and m.sleutel_id = s.sleutel_id)
        """,
        gemeentecode,
        sleutels,
        ct);

    private static async Task<int> DeleteAsync(DbTransaction transactie, string sql, string gemeentecode, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var command = transactie.Command(sql);
        command.Add([Value(gemeentecode), Value(ids.ToArray())]);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task RecordAsync(
        DbTransaction transactie, string gemeentecode, Guid dossierId, string? categorie, string termijn, JsonObject aantallen, DateTimeOffset nu, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into dossiers.verwijdering (gemeentecode, verwijdering_id, dossier_id, categorie, termijn, aantallen, op) values ($1, $2, $3, $4, $5, $6, $7)
            """);
        command.Add([
            Value(gemeentecode), Value(Guid.NewGuid()), Value(dossierId), Rijen.Nullable(NpgsqlDbType.Text, categorie), Value(termijn),
            Value(JsonSerializer.Serialize(aantallen)), Value(nu.ToUniversalTime())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The same version with fewer fields: what was removed is nowhere any more.</summary>
    private async Task ShortenAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, Inkorting inkorting, CancellationToken ct)
    {
        await using var lees = transactie.Command("""
            select d.sleutel_id, f.inhoud from dossiers.feit f join dossiers.dossier d on d.gemeentecode = f.gemeentecode and d.dossier_id = f.dossier_id
            where f.gemeentecode = $1 and f.dossier_id = $2 and f.feit_id = $3
            """);
        lees.Add([Value(gemeentecode), Value(dossierId), Value(inkorting.FeitId)]);
        var (sleutelId, inhoud) = (await lees.ListAsync(r => (r.GetGuid(0), r.GetFieldValue<byte[]>(1)), ct)).Single();
        var sleutel = await GetAsync(transactie, kluis, gemeentecode, sleutelId, ct);
        var velden = Sectie.Open(sleutel, inhoud, gemeentecode, inkorting.FeitId);
        var blijft = JsonBytes.Of(new JsonObject(velden.Where(v => inkorting.Blijft.Contains(v.Key)).Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone()))));
        await using var schrijf = transactie.Command("update dossiers.feit set inhoud = $3, inhoud_hash = $4 where gemeentecode = $1 and feit_id = $2");
        schrijf.Add([
            Value(gemeentecode), Value(inkorting.FeitId), Value(Kluis.Versleutel(sleutel, blijft, Sectie.Soort, gemeentecode, inkorting.FeitId)),
            Value(kluis.Hash(gemeentecode, "feit", blijft))]);
        await schrijf.ExecuteNonQueryAsync(ct);
    }
}
