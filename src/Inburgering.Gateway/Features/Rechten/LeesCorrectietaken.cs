using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>GET /v1/dossiers/{dossierId}/correctietaken</summary>
internal static class LeesCorrectietaken
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/dossiers/{dossierId}/correctietaken", HandleAsync)
        .Recht(
            "getCorrectietaken", "Correctietaken geraadpleegd", "De correctietaken van een dossier lezen",
            "Geeft per rectificatie wie het verkeerde gegeven kreeg of het moet verbeteren, en of dat is gebeurd.", schrijft: false);

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Ok<CorrectietakenView>, ProblemHttpResult>> HandleAsync(
        string dossierId, Caller caller, Regie regie, Rechtenlezer lezer, CancellationToken ct) =>
        await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is { } dossier
            ? TypedResults.Ok(new CorrectietakenView([.. (await lezer.CorrectietakenAsync(dossier, ct)).Select(CorrectietaakView.Of)]))
            : regie.Weigering.Answer();
}
