using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Rechten;

/// <summary>A dossier the desk granted, held until the transaction ends: two acts on one dossier come one after the other.</summary>
internal sealed class DossierSlot(Kluis kluis)
{
    /// <summary>Takes it; null when it was erased since the decision.</summary>
    public async Task<DossierRef?> TakeAsync(DbTransaction transactie, Granted grant, CancellationToken ct)
    {
        var gemeentecode = grant.Question.Caller.Gemeentecode;
        await using var command = transactie.Command("select sleutel_id from dossiers.dossier where gemeentecode = $1 and dossier_id = $2 for no key update");
        command.Add([Value(gemeentecode), Value(grant.DossierId)]);
        return await command.ExecuteScalarAsync(ct) is Guid sleutelId
            ? new DossierRef(gemeentecode, grant.DossierId, sleutelId, await GetAsync(transactie, kluis, gemeentecode, sleutelId, ct), nieuw: false)
            : null;
    }
}
