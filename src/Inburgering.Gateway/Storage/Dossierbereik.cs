using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Whether a gemeente may still ask about a person who moved away: one month, as DUO's fourth scope condition (domain b.2, f8).</summary>
public sealed class Dossierbereik(NpgsqlDataSource bron, Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>True: more than a month ago this person's dossier here was closed by a move.</summary>
    public async Task<bool> IsBuitenAsync(string gemeentecode, Bsn bsn, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            select exists (select 1 from dossiers.dossier
                           where gemeentecode = $1 and (bsn_index = $2 or bsn_index_even = $3) and verhuisd_naar is not null and gesloten_op <= $4)
            """);
        command.Add([Value(gemeentecode), .. kluis.Index(gemeentecode, bsn).Parameters(), Value(zaakklok.GetUtcNow().AddMonths(-1))]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
