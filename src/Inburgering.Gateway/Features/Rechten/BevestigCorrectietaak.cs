using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>POST /v1/dossiers/{dossierId}/correctietaken/{correctietaakId}/bevestigingen</summary>
internal static class BevestigCorrectietaak
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/correctietaken/{correctietaakId}/bevestigingen", HandleAsync)
        .Recht(
            "bevestigCorrectietaak", "Correctietaak bevestigd", "Bevestigen dat een ontvanger heeft gecorrigeerd",
            "Legt vast dat de ontvanger het gegeven bij zichzelf heeft verbeterd. Nog eens bevestigen heeft geen tweede gevolg.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="correctietaakId">Nummer van de taak.</param>
    internal static async Task<Results<Ok<CorrectietaakView>, ProblemHttpResult>> HandleAsync(
        string dossierId, string correctietaakId, Caller caller, Regie regie, Dossierwerk werk, CorrectietaakStore taken, CancellationToken ct)
    {
        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        var uitkomst = await werk.DoeAsync<CorrectietaakView>(dossier, async (transactie, _, stop) =>
            await taken.ConfirmAsync(transactie, dossier, Adres.Id(correctietaakId), stop) is { } taak
                ? CorrectietaakView.Of(taak)
                : Uitkomst<CorrectietaakView>.Niet(Problems.BestaatNiet, "geen-correctietaak"), ct);
        return uitkomst.Antwoord();
    }
}
