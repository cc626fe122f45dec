using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Whether a gemeente may still ask a partner about a person: not longer than a month after a move, as DUO's fourth scope condition (domain b.2, f8), and not while suspended.</summary>
public sealed class Dossierbereik(NpgsqlDataSource bron, Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    public async Task<Bereik> OfAsync(string gemeentecode, Bsn bsn, string partner, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            select dossier_id, verhuisd_naar is not null and gesloten_op <= $4,
                   exists (select 1 from dossiers.opschorting o where o.gemeentecode = $1 and o.dossier_id = d.dossier_id and o.partner = $5 and o.tot is null)
            from dossiers.dossier d where gemeentecode = $1 and (bsn_index = $2 or bsn_index_even = $3) limit 1
            """);
        command.Add([Value(gemeentecode), .. kluis.Index(gemeentecode, bsn).Parameters(), Value(zaakklok.GetUtcNow().AddMonths(-1)), Value(partner)]);
        return await command.OneAsync(r => new Bereik(r.GetGuid(0), r.GetBoolean(1), r.GetBoolean(2)), ct) ?? new Bereik(null, false, false);
    }
}

/// <summary>What stands between a gemeente and a person at a partner.</summary>
/// <param name="DossierId">Null: no dossier yet.</param>
/// <param name="Verhuisd">More than a month ago the dossier was closed by a move.</param>
/// <param name="Opgeschort">The partner lets the gemeente no longer at the person.</param>
public sealed record Bereik(Guid? DossierId, bool Verhuisd, bool Opgeschort);
