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
        string dossierId, string correctietaakId, Caller caller, Rechtenloket loket, CorrectietaakStore taken, CancellationToken ct)
    {
        if (await loket.VraagAsync(caller, dossierId, ct) is not { } toegang)
        {
            return loket.Weigering;
        }

        var uitkomst = await loket.SchrijfAsync<CorrectietaakView>(toegang, async (transactie, _, stop) =>
            await taken.ConfirmAsync(transactie, toegang.Grant, Rechtenloket.Id(correctietaakId), stop) is { } taak
                ? Uitkomst<CorrectietaakView>.Gedaan(CorrectietaakView.Of(taak))
                : Uitkomst<CorrectietaakView>.Weiger(Problems.BestaatNiet, "geen-correctietaak"), ct);
        return uitkomst.Antwoord();
    }
}
