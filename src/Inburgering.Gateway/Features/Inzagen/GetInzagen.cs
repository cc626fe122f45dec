using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>GET /v1/dossiers/{dossierId}/inzagen?doel=…: the portal's «Wie heeft gekeken» for systems.</summary>
internal static class GetInzagen
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/dossiers/{dossierId}/inzagen", HandleAsync)
        .WithMetadata(new HandelingAttribute("Wie heeft gekeken opgevraagd", Actie.Raadplegen))
        .RequireAuthorization(ScopePolicies.InzagenScopes)
        .WithName("getInzagen")
        .WithTags("Dossiers")
        .WithSummary("Zien wie in een dossier keek")
        .WithDescription("Geeft wie in het dossier keek, wie leverde, wie ontving en wie is geweigerd: per dag bij elkaar, en als losse regels met de nieuwste eerst, 50 per pagina. Voor het doel regie-voeren ziet u organisatie en rol; voor toezicht-gebruik ook het nummer van de medewerker of het systeem.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="doel">regie-voeren of toezicht-gebruik.</param>
    internal static async Task<Results<Ok<InzagenView>, ProblemHttpResult>> HandleAsync(
        string dossierId, string? doel, [AsParameters] InzagenQuery query, Caller caller, LeesInzagen lees, CancellationToken ct)
    {
        if (doel is not null && query.Fouten() is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var id = Guid.TryParseExact(dossierId, "D", out var gelezen) ? gelezen : Guid.Empty;
        return await lees.HandleAsync(caller, id, doel, query.Vraag(), ct) switch
        {
            InzagenUitkomst.Pagina { Inhoud: var pagina } => Answer(query, pagina, id, doel!),
            InzagenUitkomst.Geweigerd { Refusal: var refusal } => Problems.For(refusal).Answer(),
            InzagenUitkomst.OnbekendeCursor => Problems.OngeldigeInvoer.Answer([new InvoerFout("Deze cursor hoort niet bij deze vraag.", Parameter: "cursor")]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Ok<InzagenView> Answer(InzagenQuery query, Inzagenpagina pagina, Guid id, string doel)
    {
        if (pagina.Volgende is { } cursor)
        {
            query.Http.Response.Headers.Link = $"<{query.Volgende(id, doel, cursor)}>; rel=\"next\"";
        }

        return TypedResults.Ok(InzagenView.Of(pagina, id, query.Woorden));
    }
}
