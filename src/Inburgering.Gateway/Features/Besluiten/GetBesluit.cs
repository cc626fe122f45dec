using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Besluiten;

/// <summary>GET /v1/dossiers/{dossierId}/besluiten/{besluitId}: the portal's «Waarom mocht dit?» for systems.</summary>
internal static class GetBesluit
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/dossiers/{dossierId}/besluiten/{besluitId}", HandleAsync)
        .WithMetadata(new HandelingAttribute("Besluit opgevraagd", Actie.Raadplegen))
        .RequireAuthorization(ScopePolicies.InzagenScopes)
        .WithName("getBesluit")
        .WithTags("Dossiers")
        .WithSummary("Zien waarom iets wel of niet mocht")
        .WithDescription("Legt één besluit uit: wat is getoond, wat niet en waarom, sinds wanneer en met welke versie van de regels. Het nummer staat in de header Besluit-Id van elk antwoord. U ziet uw eigen besluiten zolang u een opdracht heeft; een gemeente ziet die van haar eigen dossiers.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="besluitId">Het nummer uit de header Besluit-Id.</param>
    internal static async Task<Results<Ok<BesluitView>, ProblemHttpResult>> HandleAsync(string dossierId, string besluitId, Caller caller, LeesBesluit lees, CancellationToken ct)
    {
        var id = Guid.TryParseExact(dossierId, "D", out var gelezen) ? gelezen : Guid.Empty;
        return await lees.HandleAsync(caller, id, besluitId, ct) switch
        {
            BesluitUitkomst.Gevonden { Besluit: var besluit } => TypedResults.Ok(BesluitView.Of(besluit)),
            BesluitUitkomst.Geweigerd { Refusal: var refusal } => Problems.For(refusal).Answer(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
