using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;
using static Inburgering.Gateway.Storage.Rechten.Rijen;

namespace Inburgering.Gateway.Storage.Meldingen;

/// <summary>Whose turn it is. Per person and receiver one after the other; one that waits for a person holds up that person's next, nobody else's; one that waits for another's melding holds up none.</summary>
/// <remarks>An aanmelding stands by itself: what another taak waits for is no reason for this one to wait.</remarks>
internal sealed class Meldingwachtrij(NpgsqlDataSource bron, Stilstanden stilstanden, TimeProvider systeemklok)
{
    /// <summary>Takes the first of each person whose time has come; another worker keeps off them until the lease ends.</summary>
    public async Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, int hoogstens, TimeSpan lease, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        var ids = await stilstanden.ClaimAsync(
            transactie, gemeentecode, hoogstens, (aantal, alleen, niet) => ClaimAsync(transactie, gemeentecode, new Greep(aantal, lease, alleen, niet), ct), ct);
        await transactie.CommitAsync(ct);
        return ids;
    }

    private async Task<IReadOnlyList<Guid>> ClaimAsync(NpgsqlTransaction transactie, string gemeentecode, Greep greep, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update outbox.melding set bezet_tot = $3, pogingen = pogingen + 1
            where gemeentecode = $1 and melding_id in (
                select m.melding_id from outbox.melding m
                where m.gemeentecode = $1 and m.volgende_poging <= $2 and (m.bezet_tot is null or m.bezet_tot <= $2)
                  and ($5::text[] is null or m.partner = any($5)) and not (m.partner = any($6))
                  and (m.opdracht_id is not null
                       or not exists (select 1 from outbox.melding e
                                      where e.gemeentecode = $1 and e.dossier_id = m.dossier_id and e.partner = m.partner and e.volgnummer < m.volgnummer
                                        and e.status in (0, 3) and e.reden is distinct from $7))
                order by m.volgende_poging, m.volgnummer limit $4 for update skip locked)
            returning melding_id
            """);
        var nu = systeemklok.GetUtcNow();
        command.Add([
            Value(gemeentecode), Value(nu), Value(nu + greep.Lease), Value(greep.Hoogstens), Nullable(NpgsqlDbType.Array | NpgsqlDbType.Text, greep.Alleen), Value(greep.Niet), Value(Meldingredenen.WachtOpContactpersoon)]);
        return await command.ListAsync(r => r.GetGuid(0), ct);
    }
}
