using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>GET /v1/afstemmingen/{afstemmingId}/verschillen</summary>
internal static class GetVerschillen
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/afstemmingen/{afstemmingId}/verschillen", HandleAsync)
        .WithMetadata(new HandelingAttribute("Verschillen van een afstemming bekeken", Actie.Raadplegen))
        .RequireScope(Scopes.DossierLezen)
        .WithName("getVerschillen")
        .WithTags("Afstemmingen")
        .WithSummary("Zien wat een afstemming vond")
        .WithDescription("Geeft wie niet gelijk was: wat is gemist en overgenomen, wat de partner en een andere bron anders zeggen, naast elkaar met wie wint en waarom, en bij wie het niet lukte. 50 personen per pagina; van iedere persoon komt er een regel in het log.");

    /// <param name="afstemmingId">Nummer van de afstemming.</param>
    /// <param name="cursor">Uit het veld volgende van de vorige pagina.</param>
    private static async Task<Results<Ok<VerschillenView>, ProblemHttpResult>> HandleAsync(
        string afstemmingId, string? cursor, HttpResponse response, Caller caller, LeesVerschillen lees, CancellationToken ct)
    {
        var uitkomst = await lees.HandleAsync(caller, Adres.Id(afstemmingId), cursor, ct);
        if (uitkomst.Waarde is { Volgende: { } volgende })
        {
            response.Headers.Link = $"</v1/afstemmingen/{Adres.Id(afstemmingId)}/verschillen{new QueryBuilder { { "cursor", volgende } }}>; rel=\"next\"";
        }

        return uitkomst.Antwoord();
    }
}
