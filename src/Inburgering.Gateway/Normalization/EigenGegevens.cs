using System.Data.Common;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Normalization;

/// <summary>What the gemeente is the source of itself: one group of fields per category, in which a field that is not named keeps its value.</summary>
public sealed class EigenGegevens(DossierWriter dossiers, TimeProvider systeemklok)
{
    /// <summary>The source of these facts.</summary>
    public const string Bron = "gemeente";

    private const string Veldgroep = "gegevens";

    /// <summary>As they stand; null: none yet.</summary>
    public static Task<JsonObject?> GetAsync(DbTransaction transactie, DossierRef dossier, string categorie, CancellationToken ct) =>
        DossierWriter.GetAsync(transactie, dossier, categorie, Bron, Veldgroep, ct);

    /// <summary>Stores what is new, inside the log writer's transaction.</summary>
    /// <param name="nieuw">By field; null: this field goes.</param>
    /// <returns>Names of the fields given, "PIP.leerroute"; none when nothing changed.</returns>
    public async Task<IReadOnlyList<string>> PutAsync(DbTransaction transactie, DossierRef dossier, string categorie, JsonObject nieuw, CancellationToken ct)
    {
        var velden = await GetAsync(transactie, dossier, categorie, ct) ?? [];
        foreach (var (veld, waarde) in nieuw)
        {
            if (waarde is null)
            {
                velden.Remove(veld);
            }
            else
            {
                velden[veld] = waarde.DeepClone();
            }
        }

        var feit = new Feit { Categorie = categorie, Veldgroep = Veldgroep, Bron = Bron, GevraagdOp = systeemklok.GetUtcNow(), Velden = velden };
        if (!await dossiers.PutAsync(transactie, dossier, feit, ct))
        {
            return [];
        }

        await DossierWriter.SetWorkingAsync(transactie, dossier, new Werkkolommen { Leerroute = categorie == "PIP" ? (string?)velden["leerroute"] : null }, ct);
        return [.. nieuw.Select(v => $"{categorie}.{v.Key}")];
    }
}
