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
            ? "select dossier_id from dossiers.dossier where gemeentecode = $1 and $2 <> '' and dossier_id = $3"
            : "select dossier_id from dossiers.relatie where gemeentecode = $1 and client_id = $2 and extern_id = $3",
        ct,
        new NpgsqlParameter { Value = id });

    /// <summary>As above, by BSN.</summary>
    public Task<Guid?> WhoseAsync(Caller caller, Bsn bsn, CancellationToken ct) => WhoseAsync(
        caller,
        "select dossier_id from dossiers.dossier where gemeentecode = $1 and $2 <> '' and (bsn_index = $3 or bsn_index_even = $4)",
        ct,
        kluis.Index(caller.Gemeentecode, bsn).Parameters());

    /// <summary>As above, by V-nummer.</summary>
    public Task<Guid?> WhoseAsync(Caller caller, VNummer vNummer, CancellationToken ct) => WhoseAsync(
        caller,
        "select dossier_id from dossiers.dossier where gemeentecode = $1 and $2 <> '' and (vnummer_index = $3 or vnummer_index_even = $4)",
        ct,
        kluis.Index(caller.Gemeentecode, vNummer).Parameters());

    /// <summary>As above, by the caller's own reference.</summary>
    public Task<Guid?> WhoseAsync(Caller caller, string partnerReferentie, CancellationToken ct) => WhoseAsync(
        caller, "select dossier_id from dossiers.relatie where gemeentecode = $1 and client_id = $2 and partner_referentie = $3", ct, new NpgsqlParameter { Value = partnerReferentie });

    /// <summary>Whose an assignment of this gemeente is.</summary>
    public Task<Guid?> OfOpdrachtAsync(Caller caller, Guid opdrachtId, CancellationToken ct) => WhoseAsync(
        caller, "select dossier_id from dossiers.opdracht where gemeentecode = $1 and $2 <> '' and opdracht_id = $3", ct, new NpgsqlParameter { Value = opdrachtId });

    /// <summary>Whose a consent recorded by this gemeente is.</summary>
    public Task<Guid?> OfToestemmingAsync(Caller caller, Guid toestemmingId, CancellationToken ct) => WhoseAsync(
        caller, "select dossier_id from dossiers.toestemming where gemeentecode = $1 and $2 <> '' and toestemming_id = $3", ct, new NpgsqlParameter { Value = toestemmingId });

    /// <summary>Whose a melding of this gemeente is.</summary>
    public Task<Guid?> OfMeldingAsync(Caller caller, Guid meldingId, CancellationToken ct) => WhoseAsync(
        caller, "select dossier_id from outbox.melding where gemeentecode = $1 and $2 <> '' and melding_id = $3", ct, new NpgsqlParameter { Value = meldingId });

    /// <summary>Whose exchange a suspension of this gemeente holds.</summary>
    public Task<Guid?> OfOpschortingAsync(Caller caller, Guid opschortingId, CancellationToken ct) => WhoseAsync(
        caller, "select dossier_id from dossiers.opschorting where gemeentecode = $1 and $2 <> '' and opschorting_id = $3", ct, new NpgsqlParameter { Value = opschortingId });

    /// <param name="sql">$1 gemeente, $2 caller, then the key.</param>
    private async Task<Guid?> WhoseAsync(Caller caller, string sql, CancellationToken ct, params NpgsqlParameter[] sleutel)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(caller.Gemeentecode, ct);
        await using var command = transactie.Command(sql);
        command.Add([new NpgsqlParameter { Value = caller.Gemeentecode }, new NpgsqlParameter { Value = caller.Id }, .. sleutel]);
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
