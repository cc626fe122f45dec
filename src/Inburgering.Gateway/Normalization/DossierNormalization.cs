using System.Data.Common;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Normalization;

/// <summary>Applies records of one message to one dossier, with provenance, inside the log writer's transaction.</summary>
public sealed class DossierNormalization(DossierWriter dossiers)
{
    /// <summary>Stores what is new.</summary>
    /// <param name="recht">What this source may bring in; a record outside it is a fault of configuration.</param>
    /// <param name="records">Canonical records with the moment they were asked for.</param>
    /// <returns>Names of the fields that were stored, "TER.startdatum".</returns>
    public async Task<IReadOnlyList<string>> ApplyAsync(
        DbTransaction transactie, DossierRef dossier, Leverrecht recht, Guid berichtId, IReadOnlyList<(object Record, DateTimeOffset GevraagdOp)> records, CancellationToken ct)
    {
        var velden = new List<string>();
        foreach (var (deel, gevraagdOp) in records.SelectMany(r => Normalizer.Of(r.Record).Select(deel => (deel, r.GevraagdOp))))
        {
            recht.Require(deel.Categorie);
            if (deel is { AlleenAlsGevuld: true, Velden.Count: 0 }
                && await DossierWriter.GetAsync(transactie, dossier, deel.Categorie, recht.Partner, deel.Veldgroep, ct) is null)
            {
                continue;
            }

            var feit = new Feit
            {
                Categorie = deel.Categorie,
                Veldgroep = deel.Veldgroep,
                Bron = recht.Partner,
                BerichtId = berichtId,
                GevraagdOp = gevraagdOp,
                Velden = deel.Velden,
            };
            if (await dossiers.PutAsync(transactie, dossier, feit, ct))
            {
                velden.AddRange(deel.Velden.Select(v => $"{deel.Categorie}.{v.Key}"));
                await DossierWriter.SetWorkingAsync(transactie, dossier, await OwnRouteWinsAsync(transactie, dossier, recht, deel.Werk, ct), ct);
            }
        }

        return velden;
    }

    /// <summary>The PIP is the gemeente's: what a partner holds of it stands beside it and moves nothing (domain c, bronhouder).</summary>
    private static async Task<Werkkolommen> OwnRouteWinsAsync(DbTransaction transactie, DossierRef dossier, Leverrecht recht, Werkkolommen werk, CancellationToken ct) =>
        werk.Leerroute is not null && recht.Partner != EigenGegevens.Bron && (await EigenGegevens.GetAsync(transactie, dossier, "PIP", ct))?["leerroute"] is not null
            ? werk with { Leerroute = null }
            : werk;

    /// <summary>Keeps the number a partner named the person by, when nobody gave it yet: without it nobody can ask or tell that partner anything.</summary>
    /// <returns>As above.</returns>
    public async Task<IReadOnlyList<string>> IdentifyAsync(DbTransaction transactie, DossierRef dossier, Leverrecht recht, Guid berichtId, Bsn bsn, DateTimeOffset gevraagdOp, CancellationToken ct)
    {
        if (await DossierWriter.BsnAsync(transactie, dossier, ct) is not null)
        {
            return [];
        }

        recht.Require("IDN");
        var feit = new Feit
        {
            Categorie = "IDN",
            Veldgroep = "nummer",
            Bron = recht.Partner,
            BerichtId = berichtId,
            GevraagdOp = gevraagdOp,
            Velden = new JsonObject { ["bsn"] = bsn.Reveal() },
        };
        return await dossiers.PutAsync(transactie, dossier, feit, ct) ? ["IDN.bsn"] : [];
    }
}
