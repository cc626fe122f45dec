using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Verwerkingslog;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Whose dossier a partner's message is about, if it may deliver about that person at all. No such person and no assignment are one answer.</summary>
public sealed class Leverrelatie(DossierWriter dossiers)
{
    /// <summary>Null: no relation. The row is held until the transaction ends.</summary>
    /// <param name="clientId">Who delivered.</param>
    /// <param name="op">Business clock: when it was received; the assignment must have run then.</param>
    public async Task<DossierRef?> FindAsync(
        DbTransaction transactie, string gemeentecode, string clientId, Persoonsaanduiding persoon, Leverrecht recht, DateTimeOffset op, CancellationToken ct)
    {
        if (await OfAsync(transactie, gemeentecode, clientId, persoon, ct) is not { } gevonden || (recht.Opdracht is { } taak && !await RunsAsync(transactie, gevonden, clientId, taak, recht.Doelgroepen, op, ct)))
        {
            return null;
        }

        return await dossiers.FindAsync(transactie, gemeentecode, gevonden.DossierId, ct);
    }

    /// <summary>The V-nummer first: a BSN may still stand in another dossier of the same person, and then a person has to say that they are one.</summary>
    private async Task<DossierRef?> OfAsync(DbTransaction transactie, string gemeentecode, string clientId, Persoonsaanduiding persoon, CancellationToken ct) => persoon switch
    {
        { PartnerReferentie: { } referentie } => await dossiers.FindAsync(transactie, gemeentecode, clientId, referentie, ct),
        { VNummer: { } vNummer } => await dossiers.FindAsync(transactie, gemeentecode, null, vNummer, ct) ?? await dossiers.FindAsync(transactie, gemeentecode, persoon.Bsn, null, ct),
        _ => await dossiers.FindAsync(transactie, gemeentecode, persoon.Bsn, null, ct),
    };

    /// <summary>Why there is no relation: who has an assignment may know that the person's group is the reason; nobody else learns anything.</summary>
    /// <returns>Code of <see cref="Model.Berichtredenen"/>.</returns>
    internal async Task<string> WhyNotAsync(DbTransaction transactie, Aanvraag aanvraag, CancellationToken ct) =>
        aanvraag.Recht.Opdracht is { } taak
        && await OfAsync(transactie, aanvraag.Gemeentecode, aanvraag.ClientId, aanvraag.Persoon, ct) is { } gevonden
        && await RunsAsync(transactie, gevonden, aanvraag.ClientId, taak, null, aanvraag.Op, ct)
            ? Model.Berichtredenen.Doelgroep
            : Model.Berichtredenen.GeenRelatie;

    /// <param name="doelgroepen">Null: all.</param>
    private static async Task<bool> RunsAsync(DbTransaction transactie, DossierRef dossier, string clientId, string taak, IReadOnlyList<string>? doelgroepen, DateTimeOffset op, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (select 1 from dossiers.opdracht o join dossiers.dossier d on d.gemeentecode = o.gemeentecode and d.dossier_id = o.dossier_id
                           where o.gemeentecode = $1 and o.dossier_id = $2 and o.client_id = $3 and o.taak = $4 and o.van <= $5 and (o.tot is null or o.tot > $5)
                             and ($6::text[] is null or d.doelgroep = any($6)))
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(clientId), Value(taak), Value(op.ToUniversalTime()),
            Rechten.Rijen.Nullable(NpgsqlDbType.Array | NpgsqlDbType.Text, doelgroepen?.ToArray())]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}

/// <summary>Who wants to deliver about whom.</summary>
/// <param name="Op">Business clock: when it was received.</param>
internal sealed record Aanvraag(string Gemeentecode, string ClientId, Persoonsaanduiding Persoon, Leverrecht Recht, DateTimeOffset Op);
