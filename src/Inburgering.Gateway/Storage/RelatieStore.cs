using System.Data.Common;
using System.Security.Cryptography;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Pairwise ids: random, one per client and dossier, never derived (interface 5).</summary>
public sealed class RelatieStore
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int MeestePogingen = 5;

    private readonly TimeProvider zaakklok;
    private readonly Func<(Guid ExternId, string PartnerReferentie)> toeval;

    /// <summary>With ids from the operating system's randomness.</summary>
    public RelatieStore([FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
        : this(zaakklok, () => (Guid.NewGuid(), $"PR-{RandomNumberGenerator.GetString(Crockford, 10)}"))
    {
    }

    internal RelatieStore(TimeProvider zaakklok, Func<(Guid ExternId, string PartnerReferentie)> toeval)
    {
        this.zaakklok = zaakklok;
        this.toeval = toeval;
    }

    /// <summary>The id by which this client knows the dossier; made when there is none, and drawn again when it was given out before.</summary>
    public async Task<Guid> GetOrMakeAsync(DbTransaction transactie, string gemeentecode, string clientId, Guid dossierId, CancellationToken ct)
    {
        for (var poging = 0; poging < MeestePogingen; poging++)
        {
            await InsertAsync(transactie, gemeentecode, clientId, dossierId, ct);
            await using var lees = transactie.Command(
                "select extern_id from dossiers.relatie where gemeentecode = $1 and client_id = $2 and dossier_id = $3 and geldig_tot is null");
            lees.Add([Value(gemeentecode), Value(clientId), Value(dossierId)]);
            if (await lees.ExecuteScalarAsync(ct) is Guid externId)
            {
                return externId;
            }
        }

        throw new InvalidOperationException("Every id that was drawn had been given out: the source of randomness is broken.");
    }

    /// <summary>As above, for what the desk granted.</summary>
    public Task<Guid> GetOrMakeAsync(DbTransaction transactie, Granted grant, CancellationToken ct) =>
        GetOrMakeAsync(transactie, grant.Question.Caller.Gemeentecode, grant.Question.Caller.Id, grant.DossierId, ct);

    /// <summary>Ends every id and reference of one partner in one gemeente: if it comes back it gets new ones.</summary>
    /// <returns>The dossiers it could name until now.</returns>
    public async Task<IReadOnlyList<Guid>> EndAllAsync(DbTransaction transactie, string gemeentecode, string clientId, CancellationToken ct)
    {
        await using var slot = transactie.Command("select pg_advisory_xact_lock(hashtextextended('partner|' || $1 || '|' || $2, 0))");
        slot.Add([Value(gemeentecode), Value(clientId)]);
        await slot.ExecuteNonQueryAsync(ct);
        await using var command = transactie.Command(
            "update dossiers.relatie set geldig_tot = $3 where gemeentecode = $1 and client_id = $2 and geldig_tot is null returning dossier_id");
        command.Add([Value(gemeentecode), Value(clientId), Value(zaakklok.GetUtcNow())]);
        var dossiers = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            dossiers.Add(reader.GetGuid(0));
        }

        return dossiers;
    }

    /// <summary>While an assignment is given this partner cannot leave: else its new assignment would outlive its departure.</summary>
    internal static async Task HoldPartnerAsync(DbTransaction transactie, string gemeentecode, string clientId, CancellationToken ct)
    {
        await using var slot = transactie.Command("select pg_advisory_xact_lock_shared(hashtextextended('partner|' || $1 || '|' || $2, 0))");
        slot.Add([Value(gemeentecode), Value(clientId)]);
        await slot.ExecuteNonQueryAsync(ct);
    }

    private async Task InsertAsync(DbTransaction transactie, string gemeentecode, string clientId, Guid dossierId, CancellationToken ct)
    {
        var (externId, referentie) = toeval();
        await using var maak = transactie.Command("""
            insert into dossiers.relatie (gemeentecode, extern_id, client_id, dossier_id, partner_referentie, sinds)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing
            """);
        maak.Add([Value(gemeentecode), Value(externId), Value(clientId), Value(dossierId), Value(referentie), Value(zaakklok.GetUtcNow())]);
        await maak.ExecuteNonQueryAsync(ct);
    }
}
