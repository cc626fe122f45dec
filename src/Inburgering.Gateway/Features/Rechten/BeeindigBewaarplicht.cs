using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>POST /v1/dossiers/{dossierId}/bewaarplichten/{bewaarplichtId}/beeindigingen</summary>
internal static class BeeindigBewaarplicht
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/bewaarplichten/{bewaarplichtId}/beeindigingen", HandleAsync)
        .Recht(
            "beeindigBewaarplicht", "Bewaarplicht beëindigd", "Een bewaarplicht beëindigen",
            "Vanaf nu gelden de gewone bewaartermijnen weer. Nog eens beëindigen heeft geen tweede gevolg.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="bewaarplichtId">Nummer van de bewaarplicht.</param>
    internal static async Task<Results<Ok<BewaarplichtView>, ProblemHttpResult>> HandleAsync(
        string dossierId, string bewaarplichtId, Caller caller, Rechtenloket loket, BewaarplichtStore bewaarplichten, CancellationToken ct)
    {
        if (await loket.VraagAsync(caller, dossierId, ct) is not { } toegang)
        {
            return loket.Weigering;
        }

        var uitkomst = await loket.SchrijfAsync<BewaarplichtView>(toegang, async (transactie, _, stop) =>
            await bewaarplichten.EndAsync(transactie, toegang.Grant, Rechtenloket.Id(bewaarplichtId), stop) is { } bewaarplicht
                ? Uitkomst<BewaarplichtView>.Gedaan(BewaarplichtView.Of(bewaarplicht))
                : Uitkomst<BewaarplichtView>.Weiger(Problems.BestaatNiet, "geen-bewaarplicht"), ct);
        return uitkomst.Antwoord();
    }
}
