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
        string dossierId, string bewaarplichtId, Caller caller, Regie regie, Dossierwerk werk, BewaarplichtStore bewaarplichten, CancellationToken ct)
    {
        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        var uitkomst = await werk.DoeAsync<BewaarplichtView>(dossier, async (transactie, _, stop) =>
            await bewaarplichten.EndAsync(transactie, dossier, Adres.Id(bewaarplichtId), stop) is { } bewaarplicht
                ? BewaarplichtView.Of(bewaarplicht)
                : Uitkomst<BewaarplichtView>.Niet(Problems.BestaatNiet, "geen-bewaarplicht"), ct);
        return uitkomst.Antwoord();
    }
}
