using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>GET /v1/dossiers/{dossierId}/inzagen: the portal's «Wie heeft gekeken» for systems.</summary>
internal static class GetInzagen
{
    /// <summary>The route; who may come here is said where the rooms are put together.</summary>
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder app) => app.MapGet("/v1/dossiers/{dossierId:guid}/inzagen", HandleAsync)
        .WithName("getInzagen")
        .WithTags("Inzagen")
        .WithMetadata(new HandelingAttribute("Wie heeft gekeken opgevraagd", Actie.Raadplegen))
        .AddEndpointFilter<VerantwoordFilter>();

    /// <summary>Wie keek in een dossier, wie leverde, wie ontving en wie is geweigerd</summary>
    /// <remarks>
    /// Nieuwste eerst, 50 per pagina. Voor regie-voeren ziet u organisatie en rol; voor toezicht-gebruik ook welke medewerker of welk systeem,
    /// als technisch nummer. Het lezen van het log zelf is met resultaat `toezicht` apart te vragen.
    /// </remarks>
    /// <param name="dossierId">Het nummer waaronder u het dossier kent.</param>
    /// <param name="doel">regie-voeren of toezicht-gebruik.</param>
    /// <param name="van">Eerste dag; zonder deze: twaalf maanden terug.</param>
    /// <param name="tot">Laatste dag; zonder deze: vandaag.</param>
    /// <param name="soort">alles, gekeken, geleverd, ontvangen, geweigerd of toezicht.</param>
    /// <param name="organisatie">OIN van een organisatie.</param>
    /// <param name="doelFilter">Alleen regels met dit doel.</param>
    /// <param name="resultaat">toegestaan, geweigerd of fout.</param>
    /// <param name="cursor">Uit `volgende` van de vorige pagina.</param>
    internal static async Task<Results<Ok<InzagenView>, ProblemHttpResult>> HandleAsync(
        Guid dossierId, string? doel, [AsParameters] InzagenQuery query, Caller caller, LeesInzagen lees, Woorden woorden, HttpResponse response, CancellationToken ct)
    {
        var fouten = query.Lees(out var vraag);
        if (fouten.Count > 0 && doel is not null)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        switch (await lees.HandleAsync(caller, dossierId, doel, vraag, ct))
        {
            case InzagenUitkomst.Pagina { Inhoud: var pagina }:
                var view = InzagenView.Of(pagina, dossierId, woorden);
                response.Headers.Link = view.Volgende is null ? default : $"<{query.Volgende(dossierId, doel!, view.Volgende)}>; rel=\"next\"";
                return TypedResults.Ok(view);
            case InzagenUitkomst.Geweigerd { Refusal: var refusal }:
                return Problems.For(refusal).Answer();
            case InzagenUitkomst.OnbekendeCursor:
                return Problems.OngeldigeInvoer.Answer([new InvoerFout("Deze cursor hoort niet bij deze vraag.", Parameter: "cursor")]);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
