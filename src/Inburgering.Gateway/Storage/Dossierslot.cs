using System.Data.Common;
using Inburgering.Gateway.Storage.Sleutels;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Holds one dossier until the end of the transaction: writes that must see each other go one after the other, on every node.</summary>
public sealed class Dossierslot(Kluis kluis)
{
    /// <summary>Takes the dossier; null when it is not (or no longer) there.</summary>
    public async Task<VastDossier?> TakeAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, CancellationToken ct)
    {
        await using var command = transactie.Command(
            "select sleutel_id, doelgroep from dossiers.dossier where gemeentecode = $1 and dossier_id = $2 for update");
        command.Add([Value(gemeentecode), Value(dossierId)]);
        Guid sleutelId;
        string? doelgroep;
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                return null;
            }

            (sleutelId, doelgroep) = (reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1));
        }

        var sleutel = await GetAsync(transactie, kluis, gemeentecode, sleutelId, ct);
        return new VastDossier(new DossierRef(gemeentecode, dossierId, sleutelId, sleutel, nieuw: false), doelgroep);
    }
}

/// <summary>A dossier that nobody else writes to until this transaction ends.</summary>
/// <param name="Doelgroep">DUO's words; null while DUO has not said.</param>
public sealed record VastDossier(DossierRef Ref, string? Doelgroep);
