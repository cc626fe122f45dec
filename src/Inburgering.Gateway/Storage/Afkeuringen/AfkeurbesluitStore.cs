using System.Data.Common;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Afkeuringen;

/// <summary>What a person decides about a rejected message. Always inside the log writer's transaction.</summary>
internal sealed class AfkeurbesluitStore(TimeProvider systeemklok, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>It is closed without being applied; its body stays for its term.</summary>
    /// <returns>False: it waits no longer, or is being tried again.</returns>
    public async Task<bool> SluitAsync(DbTransaction transactie, string gemeentecode, Guid afkeuringId, string door, string reden, CancellationToken ct)
    {
        if (!await BesluitAsync(transactie, gemeentecode, afkeuringId, new Besluit(Afkeurbesluit.Sluiting, door, reden), ct))
        {
            return false;
        }

        await using var command = transactie.Command("update inbox.bericht set status = $3, reden = $4, verwerkt_op = $5 where gemeentecode = $1 and bericht_id = $2");
        command.Add([
            Value(gemeentecode), Value(afkeuringId), Value((short)Berichtstatus.ZonderGevolg), Value(Berichtredenen.GeslotenDoorMedewerker), Value(zaakklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
        return true;
    }

    /// <summary>It is the partner's turn, until it was tried again.</summary>
    /// <returns>False: as above.</returns>
    public Task<bool> DraagOverAsync(DbTransaction transactie, string gemeentecode, Guid afkeuringId, string door, string reden, CancellationToken ct) =>
        BesluitAsync(transactie, gemeentecode, afkeuringId, new Besluit(Afkeurbesluit.Overdracht, door, reden), ct);

    /// <summary>A value of it is shown. Decides nothing, so how the message stands makes no difference.</summary>
    /// <returns>False: it is not there, or its body was deleted.</returns>
    public async Task<bool> BekijkAsync(DbTransaction transactie, string gemeentecode, Guid afkeuringId, string door, string reden, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into inbox.afkeurbesluit (gemeentecode, besluit_id, bericht_id, soort, op, door, reden, redencode, pogingen)
            select $1, gen_random_uuid(), $2, $3, $4, $5, $6, coalesce(b.reden, ''), b.pogingen from inbox.bericht b where b.gemeentecode = $1 and b.bericht_id = $2 and b.inhoud is not null
            """);
        command.Add([Value(gemeentecode), Value(afkeuringId), Value(Afkeurbesluit.Inzage), Value(systeemklok.GetUtcNow()), Value(door), Value(reden)]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    private async Task<bool> BesluitAsync(DbTransaction transactie, string gemeentecode, Guid afkeuringId, Besluit besluit, CancellationToken ct)
    {
        // held, so that it is not offered or closed meanwhile
        await using var slot = transactie.Command("""
            select 1 from inbox.bericht b where b.gemeentecode = $1 and b.bericht_id = $2 and b.status = 2 for update
            """);
        slot.Add([Value(gemeentecode), Value(afkeuringId)]);
        if (await slot.ExecuteScalarAsync(ct) is null)
        {
            return false;
        }

        await using var command = transactie.Command("""
            insert into inbox.afkeurbesluit (gemeentecode, besluit_id, bericht_id, soort, op, door, reden, redencode, pogingen)
            select $1, gen_random_uuid(), $2, $3, $4, $5, $6, b.reden, b.pogingen from inbox.bericht b
            where b.gemeentecode = $1 and b.bericht_id = $2 and b.status = 2
              and not exists (select 1 from inbox.herhalingdeel d where d.gemeentecode = $1 and d.bericht_id = $2 and d.uitkomst is null)
            """);
        command.Add([Value(gemeentecode), Value(afkeuringId), Value(besluit.Soort), Value(systeemklok.GetUtcNow()), Value(besluit.Door), Value(besluit.Reden)]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    private sealed record Besluit(string Soort, string Door, string Reden);
}
