using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Which of a partner's users works on which of its persons, inside the log writer's transaction. Nothing is rewritten: what ends keeps its time, for what was delivered before.</summary>
/// <remarks>A person is in a caseload by the opdrachten that run when she is put there, and leaves it as they end.</remarks>
internal sealed class CaseloadStore(Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const string Loopt = "o.van <= $3 and (o.tot is null or o.tot > $3)";

    /// <summary>The persons of one user, by reference.</summary>
    /// <param name="eigenaar">Made by the desk for the partner.</param>
    /// <param name="gebruiker">As the partner names her.</param>
    public async Task<IReadOnlyList<Caseloadpersoon>> ReadAsync(DbTransaction transactie, Question eigenaar, string gebruiker, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            select r.partner_referentie, o.dossier_id, array_agg(o.taak order by o.taak) from dossiers.caseload l
            join dossiers.opdracht o on o.gemeentecode = $1 and o.opdracht_id = l.opdracht_id and {Loopt}
            join dossiers.relatie r on r.gemeentecode = $1 and r.client_id = $2 and r.dossier_id = o.dossier_id and r.geldig_tot is null
            where l.gemeentecode = $1 and l.client_id = $2 and l.gebruiker = $4 and l.tot is null
            group by 1, 2 order by 1
            """);
        command.Add([Value(eigenaar.Caller.Gemeentecode), Value(eigenaar.Caller.Id), Value(zaakklok.GetUtcNow()), Value(Kenmerk(eigenaar, gebruiker))]);
        return await command.ListAsync(r => new Caseloadpersoon(r.GetString(0), r.GetGuid(1), r.GetFieldValue<string[]>(2)), ct);
    }

    /// <summary>Which of these references name a person for whom the partner has an opdracht that runs.</summary>
    public async Task<IReadOnlySet<string>> KnownAsync(DbTransaction transactie, Question eigenaar, IReadOnlyList<string> referenties, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            select distinct r.partner_referentie from dossiers.relatie r
            join dossiers.opdracht o on o.gemeentecode = $1 and o.client_id = $2 and o.dossier_id = r.dossier_id and {Loopt}
            where r.gemeentecode = $1 and r.client_id = $2 and r.geldig_tot is null and r.partner_referentie = any($4)
            """);
        command.Add([Value(eigenaar.Caller.Gemeentecode), Value(eigenaar.Caller.Id), Value(zaakklok.GetUtcNow()), Value(referenties.ToArray())]);
        return (await command.ListAsync(r => r.GetString(0), ct)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>From now on these and no others; two at once for one user go one after the other.</summary>
    /// <param name="referenties">All of them known.</param>
    /// <returns>Whose place in it changed: they came or went.</returns>
    public async Task<IReadOnlyList<Guid>> ReplaceAsync(DbTransaction transactie, Question eigenaar, string gebruiker, IReadOnlyList<string> referenties, CancellationToken ct)
    {
        var (gemeente, client, nu, kenmerk) = (eigenaar.Caller.Gemeentecode, eigenaar.Caller.Id, zaakklok.GetUtcNow(), Kenmerk(eigenaar, gebruiker));
        await using var slot = transactie.Command("select pg_advisory_xact_lock(hashtextextended('caseload|' || $1 || '|' || $2, 0))");
        slot.Add([Value(gemeente), Value(kenmerk)]);
        await slot.ExecuteNonQueryAsync(ct);
        await using var weg = transactie.Command("""
            update dossiers.caseload l set tot = $3 where l.gemeentecode = $1 and l.client_id = $2 and l.gebruiker = $4 and l.tot is null and not exists (
                select 1 from dossiers.relatie r where r.gemeentecode = $1 and r.client_id = $2 and r.dossier_id = l.dossier_id and r.geldig_tot is null and r.partner_referentie = any($5))
            returning l.dossier_id
            """);
        weg.Add([Value(gemeente), Value(client), Value(nu), Value(kenmerk), Value(referenties.ToArray())]);
        var gegaan = await weg.ListAsync(r => r.GetGuid(0), ct);
        await using var erbij = transactie.Command($"""
            insert into dossiers.caseload (gemeentecode, caseload_id, opdracht_id, dossier_id, client_id, gebruiker, sinds)
            select $1, gen_random_uuid(), o.opdracht_id, o.dossier_id, $2, $4, $3 from dossiers.relatie r
            join dossiers.opdracht o on o.gemeentecode = $1 and o.client_id = $2 and o.dossier_id = r.dossier_id and {Loopt}
            where r.gemeentecode = $1 and r.client_id = $2 and r.geldig_tot is null and r.partner_referentie = any($5)
            on conflict (gemeentecode, opdracht_id, gebruiker) where tot is null do nothing
            returning dossier_id
            """);
        erbij.Add([Value(gemeente), Value(client), Value(nu), Value(kenmerk), Value(referenties.ToArray())]);
        return [.. gegaan.Union(await erbij.ListAsync(r => r.GetGuid(0), ct))];
    }

    private string Kenmerk(Question eigenaar, string gebruiker) => kluis.Gebruiker(eigenaar.Caller.Gemeentecode, eigenaar.Caller.Id, gebruiker);
}

/// <summary>One person of a caseload.</summary>
/// <param name="PartnerReferentie">By which the partner knows her.</param>
/// <param name="DossierId">Inner id: for the log line alone.</param>
/// <param name="Taken">Of the opdrachten by which she is in it.</param>
internal sealed record Caseloadpersoon(string PartnerReferentie, Guid DossierId, IReadOnlyList<string> Taken);
