using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>GET /v1/dossiers/{dossierId}/opdrachten and GET /v1/opdrachten/{opdrachtId}: for the gemeente that gave them.</summary>
internal static class GetOpdrachten
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/dossiers/{dossierId}/opdrachten", ListAsync)
            .WithMetadata(new HandelingAttribute("Opdrachten opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.DossierLezen)
            .WithName("getOpdrachten")
            .WithTags("Opdrachten")
            .WithSummary("Zien welke partners een opdracht hebben")
            .WithDescription("Geeft de opdrachten van uw gemeente voor deze persoon, met de partnerReferentie waaronder de partner de persoon noemt: het laatste begin eerst, 50 per pagina.");
        v1.MapGet("/opdrachten/{opdrachtId}", ReadAsync)
            .WithMetadata(new HandelingAttribute("Opdracht opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.DossierLezen)
            .WithName("getOpdracht")
            .WithTags("Opdrachten")
            .WithSummary("Een opdracht lezen")
            .WithDescription("Geeft één opdracht van uw gemeente, met de versie die u nodig heeft om haar te wijzigen.");
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="cursor">Uit het veld volgende van de vorige pagina.</param>
    private static async Task<Results<Ok<OpdrachtenView>, ProblemHttpResult>> ListAsync(
        string dossierId, string? cursor, HttpResponse response, Caller caller, LeesOpdrachten lees, CancellationToken ct)
    {
        var uitkomst = await lees.ListAsync(caller, Adres.Id(dossierId), cursor, ct);
        if (uitkomst.Waarde is not { } pagina)
        {
            return uitkomst.Answer();
        }

        if (pagina.Volgende is { } volgende)
        {
            response.Headers.Link = $"</v1/dossiers/{Adres.Id(dossierId)}/opdrachten{new QueryBuilder { { "cursor", volgende } }}>; rel=\"next\"";
        }

        return TypedResults.Ok(pagina);
    }

    /// <param name="opdrachtId">Nummer van de opdracht.</param>
    private static async Task<Results<Ok<OpdrachtView>, ProblemHttpResult>> ReadAsync(string opdrachtId, Caller caller, LeesOpdrachten lees, CancellationToken ct)
    {
        var uitkomst = await lees.ReadAsync(caller, Adres.Id(opdrachtId), ct);
        return uitkomst.Antwoord();
    }
}
