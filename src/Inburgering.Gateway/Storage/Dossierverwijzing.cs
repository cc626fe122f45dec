using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;

namespace Inburgering.Gateway.Storage;

/// <summary>Reads no content: only whose dossier was meant, for the log line of a refusal that came before any question.</summary>
public sealed class Dossierverwijzing(NpgsqlDataSource bron, Kluis kluis)
{
    /// <summary>Whose dossier an id names for this caller, without a question: only so that the line of a refusal tells whom it was about.</summary>
    public Task<Guid?> WhoseAsync(Caller caller, Guid id, CancellationToken ct) => WhoseAsync(
        caller,
        caller.VanGemeente
            ? "select dossier_id from dossiers.dossier where gemeentecode = $1 and dossier_id = $2 and $3 <> ''"
            : "select dossier_id from dossiers.relatie where gemeentecode = $1 and extern_id = $2 and client_id = $3",
        id,
        ct);

    /// <summary>As above, by BSN.</summary>
    public Task<Guid?> WhoseAsync(Caller caller, Bsn bsn, CancellationToken ct) => WhoseAsync(
        caller, "select dossier_id from dossiers.dossier where gemeentecode = $1 and bsn_index = $2 and $3 <> ''", kluis.Index(caller.Gemeentecode, bsn), ct);

    /// <summary>As above, by V-nummer.</summary>
    public Task<Guid?> WhoseAsync(Caller caller, VNummer vNummer, CancellationToken ct) => WhoseAsync(
        caller, "select dossier_id from dossiers.dossier where gemeentecode = $1 and vnummer_index = $2 and $3 <> ''", kluis.Index(caller.Gemeentecode, vNummer), ct);

    /// <summary>As above, by the caller's own reference.</summary>
    public Task<Guid?> WhoseAsync(Caller caller, string partnerReferentie, CancellationToken ct) => WhoseAsync(
        caller, "select dossier_id from dossiers.relatie where gemeentecode = $1 and partner_referentie = $2 and client_id = $3", partnerReferentie, ct);

    /// <summary>Whose an assignment of this gemeente is.</summary>
    public Task<Guid?> OfOpdrachtAsync(Caller caller, Guid opdrachtId, CancellationToken ct) => WhoseAsync(
        caller, "select dossier_id from dossiers.opdracht where gemeentecode = $1 and opdracht_id = $2 and $3 <> ''", opdrachtId, ct);

    /// <summary>Whose a consent recorded by this gemeente is.</summary>
    public Task<Guid?> OfToestemmingAsync(Caller caller, Guid toestemmingId, CancellationToken ct) => WhoseAsync(
        caller, "select dossier_id from dossiers.toestemming where gemeentecode = $1 and toestemming_id = $2 and $3 <> ''", toestemmingId, ct);

    private async Task<Guid?> WhoseAsync(Caller caller, string sql, object sleutel, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(caller.Gemeentecode, ct);
        await using var command = transactie.Command(sql);
        command.Add([new NpgsqlParameter { Value = caller.Gemeentecode }, new NpgsqlParameter { Value = sleutel }, new NpgsqlParameter { Value = caller.Id }]);
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
