using System.Data.Common;
using Inburgering.Gateway.Verwerkingslog;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Two dossiers of one person become one: an explicit act of the gemeente, inside the log writer's transaction (domain, identifiers).</summary>
public sealed class Samenvoeging(DossierWriter dossiers, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>Facts, opdrachten, consents, pairwise ids and messages of the one go on under the other; the one closes and stays as history.</summary>
    /// <returns>False when each has a BSN, or each has a V-nummer: then they are not shown to be one person.</returns>
    public async Task<bool> MergeAsync(DbTransaction transactie, DossierRef blijft, DossierRef gaatOp, CancellationToken ct)
    {
        if (!await MovedNumbersAsync(transactie, blijft, gaatOp, ct))
        {
            return false;
        }

        foreach (var feit in await Feitlezer.ReadAsync(transactie, gaatOp, null, ct))
        {
            await dossiers.PutAsync(transactie, blijft, feit, ct);
        }

        await RepointAsync(transactie, blijft, gaatOp, ct);
        return true;
    }

    private static async Task<bool> MovedNumbersAsync(DbTransaction transactie, DossierRef blijft, DossierRef gaatOp, CancellationToken ct)
    {
        // the unique indexes hold at every statement: first the numbers leave the one, then they come to the other
        await using var command = transactie.Command("""
            select o.bsn_index, o.bsn_index_even, o.vnummer_index, o.vnummer_index_even from dossiers.dossier o, dossiers.dossier b
            where o.gemeentecode = $1 and o.dossier_id = $3 and b.gemeentecode = $1 and b.dossier_id = $2
              and (coalesce(o.bsn_index, o.bsn_index_even) is null or coalesce(b.bsn_index, b.bsn_index_even) is null)
              and (coalesce(o.vnummer_index, o.vnummer_index_even) is null or coalesce(b.vnummer_index, b.vnummer_index_even) is null)
            """);
        command.Add([Value(blijft.Gemeentecode), Value(blijft.DossierId), Value(gaatOp.DossierId)]);
        Nummerindex bsn, vNummer;
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                return false;
            }

            (bsn, vNummer) = (new(Bytes(reader, 0), Bytes(reader, 1)), new(Bytes(reader, 2), Bytes(reader, 3)));
        }

        await using var weg = transactie.Command("""
            update dossiers.dossier set bsn_index = null, bsn_index_even = null, vnummer_index = null, vnummer_index_even = null
            where gemeentecode = $1 and dossier_id = $2
            """);
        weg.Add([Value(gaatOp.Gemeentecode), Value(gaatOp.DossierId)]);
        await weg.ExecuteNonQueryAsync(ct);
        await using var erbij = transactie.Command("""
            update dossiers.dossier set bsn_index = coalesce(bsn_index, $3), bsn_index_even = coalesce(bsn_index_even, $4),
                vnummer_index = coalesce(vnummer_index, $5), vnummer_index_even = coalesce(vnummer_index_even, $6)
            where gemeentecode = $1 and dossier_id = $2
            """);
        erbij.Add([Value(blijft.Gemeentecode), Value(blijft.DossierId), .. bsn.Parameters(), .. vNummer.Parameters()]);
        await erbij.ExecuteNonQueryAsync(ct);
        return true;
    }

    private static byte[]? Bytes(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    /// <summary>A partner that knew both keeps the id of the dossier that stays; one that knew only the other keeps that id.</summary>
    private async Task RepointAsync(DbTransaction transactie, DossierRef blijft, DossierRef gaatOp, CancellationToken ct)
    {
        await ToestemmingStore.RekeyAsync(transactie, blijft, gaatOp, ct);
        foreach (var sql in new[]
        {
            """
            update dossiers.relatie r set geldig_tot = $4 where gemeentecode = $1 and dossier_id = $3 and geldig_tot is null
              and exists (select 1 from dossiers.relatie b where b.gemeentecode = $1 and b.dossier_id = $2 and b.client_id = r.client_id and b.geldig_tot is null)
            """,
            "update dossiers.relatie set dossier_id = $2 where gemeentecode = $1 and dossier_id = $3 and geldig_tot is null and $4::timestamptz is not null",
            "update dossiers.opdracht set dossier_id = $2 where gemeentecode = $1 and dossier_id = $3 and $4::timestamptz is not null",
            "update dossiers.caseload set dossier_id = $2 where gemeentecode = $1 and dossier_id = $3 and $4::timestamptz is not null",
            "update dossiers.toestemming set dossier_id = $2 where gemeentecode = $1 and dossier_id = $3 and $4::timestamptz is not null",
            // what holds or stops something holds and stops it in the dossier that stays; the row itself stays with its history
            """
            insert into dossiers.beperking (gemeentecode, beperking_id, dossier_id, categorie, zaaknummer, van, tot, door)
            select gemeentecode, gen_random_uuid(), $2, categorie, zaaknummer, van, tot, door from dossiers.beperking
            where gemeentecode = $1 and dossier_id = $3 and (tot is null or tot > $4)
            """,
            """
            insert into dossiers.bezwaar (gemeentecode, bezwaar_id, dossier_id, doel, client_id, zaaknummer, van, tot, uitkomst, door)
            select gemeentecode, gen_random_uuid(), $2, doel, client_id, zaaknummer, van, tot, uitkomst, door from dossiers.bezwaar
            where gemeentecode = $1 and dossier_id = $3 and (tot is null or tot > $4)
            """,
            """
            insert into dossiers.bewaarplicht (gemeentecode, bewaarplicht_id, dossier_id, zaaknummer, van, tot, door)
            select gemeentecode, gen_random_uuid(), $2, zaaknummer, van, tot, door from dossiers.bewaarplicht
            where gemeentecode = $1 and dossier_id = $3 and (tot is null or tot > $4)
            """,
            """
            insert into dossiers.opschorting (gemeentecode, opschorting_id, dossier_id, partner, van)
            select gemeentecode, gen_random_uuid(), $2, partner, van from dossiers.opschorting where gemeentecode = $1 and dossier_id = $3 and tot is null and $4::timestamptz is not null
            on conflict (gemeentecode, dossier_id, partner) where tot is null do nothing
            """,
            "update dossiers.opschorting set tot = $4, hervat_door = 'samenvoeging' where gemeentecode = $1 and dossier_id = $3 and tot is null and $2::uuid is not null",
            Persoonpseudoniem.Samengevoegd,
            "update inbox.bericht set dossier_id = $2 where gemeentecode = $1 and dossier_id = $3 and $4::timestamptz is not null",
            // what asked for this merge is done
            "update inbox.bericht set reden = null where gemeentecode = $1 and dossier_id in ($2, $3) and reden = 'samenvoegen-nodig' and $4::timestamptz is not null",
            "update outbox.melding set dossier_id = $2 where gemeentecode = $1 and dossier_id = $3 and $4::timestamptz is not null",
            "update dossiers.dossier set gesloten_op = $4, samengevoegd_in = $2 where gemeentecode = $1 and dossier_id = $3",
        })
        {
            await using var command = transactie.Command(sql);
            command.Add([Value(blijft.Gemeentecode), Value(blijft.DossierId), Value(gaatOp.DossierId), Value(zaakklok.GetUtcNow())]);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
