using Inburgering.Gateway.Access;
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
        string dossierId, Caller caller, Rechtenloket loket, Rechtenlezer lezer, CancellationToken ct) =>
        await loket.VraagAsync(caller, dossierId, ct) is { } toegang
            ? TypedResults.Ok(new CorrectietakenView([.. (await lezer.CorrectietakenAsync(toegang.Grant, ct)).Select(CorrectietaakView.Of)]))
            : loket.Weigering;
}
