using System.Data.Common;
using System.Security.Cryptography;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Pairwise ids: random, one per client and dossier, never derived (interface 5).</summary>
public sealed class RelatieStore([FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The id by which this client knows the dossier; made when there is none.</summary>
    public async Task<Guid> GetOrMakeAsync(DbTransaction transactie, string gemeentecode, string clientId, Guid dossierId, CancellationToken ct)
    {
        await using var maak = transactie.Command("""
            insert into dossiers.relatie (gemeentecode, extern_id, client_id, dossier_id, partner_referentie, sinds)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (gemeentecode, client_id, dossier_id) where geldig_tot is null do nothing
            """);
        maak.Add([
            Value(gemeentecode), Value(Guid.NewGuid()), Value(clientId), Value(dossierId),
            Value($"PR-{RandomNumberGenerator.GetString(Crockford, 10)}"), Value(zaakklok.GetUtcNow())]);
        await maak.ExecuteNonQueryAsync(ct);
        await using var lees = transactie.Command(
            "select extern_id from dossiers.relatie where gemeentecode = $1 and client_id = $2 and dossier_id = $3 and geldig_tot is null");
        lees.Add([Value(gemeentecode), Value(clientId), Value(dossierId)]);
        return (Guid)(await lees.ExecuteScalarAsync(ct))!;
    }

    /// <summary>As above, for what the desk granted.</summary>
    public Task<Guid> GetOrMakeAsync(DbTransaction transactie, Granted grant, CancellationToken ct) =>
        GetOrMakeAsync(transactie, grant.Question.Caller.Gemeentecode, grant.Question.Caller.Id, grant.DossierId, ct);
}
