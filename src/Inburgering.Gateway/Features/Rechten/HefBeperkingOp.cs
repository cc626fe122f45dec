using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>POST /v1/dossiers/{dossierId}/beperkingen/{beperkingId}/opheffingen</summary>
internal static class HefBeperkingOp
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/beperkingen/{beperkingId}/opheffingen", HandleAsync)
        .Recht(
            "hefBeperkingOp", "Beperking opgeheven", "Een beperking opheffen",
            "Heft de beperking nu op. Licht de betrokkene eerst in (AVG artikel 18 lid 3). Nog eens opheffen heeft geen tweede gevolg.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="beperkingId">Nummer van de beperking.</param>
    internal static async Task<Results<Ok<BeperkingView>, ProblemHttpResult>> HandleAsync(
        string dossierId, string beperkingId, Caller caller, Regie regie, Dossierwerk werk, BeperkingStore beperkingen, CancellationToken ct)
    {
        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        var uitkomst = await werk.DoeAsync<BeperkingView>(dossier, async (transactie, _, stop) =>
            await beperkingen.LiftAsync(transactie, dossier, Adres.Id(beperkingId), stop) is { } beperking
                ? BeperkingView.Of(beperking)
                : Uitkomst<BeperkingView>.Niet(Problems.BestaatNiet, "geen-beperking"), ct);
        return uitkomst.Antwoord();
    }
}
