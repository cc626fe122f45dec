using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>GET /v1/herhalingen and one of them</summary>
internal static class GetHerhalingen
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/herhalingen", AlleAsync)
            .WithMetadata(new HandelingAttribute("Herhalingen bekeken", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("getHerhalingen")
            .WithTags(GetAfkeuringen.Tag)
            .WithSummary("Zien welke herhalingen er waren")
            .WithDescription("Geeft de herhalingen van uw gemeente, nieuwste eerst, 50 per pagina.");
        v1.MapGet("/herhalingen/{herhalingId}", OneAsync)
            .WithMetadata(new HandelingAttribute("Herhaling bekeken", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("getHerhaling")
            .WithTags(GetAfkeuringen.Tag)
            .WithSummary("Zien hoe een herhaling ervoor staat")
            .WithDescription("Geeft hoever een herhaling is, met aantallen die samen kloppen, en wat er van elk bericht werd.");
    }

    /// <param name="cursor">Uit het veld volgende van de vorige pagina.</param>
    private static async Task<Results<Ok<HerhalingenView>, ProblemHttpResult>> AlleAsync(
        string? cursor, HttpResponse response, Caller caller, LeesHerhalingen lees, CancellationToken ct)
    {
        var uitkomst = await lees.AlleAsync(caller, cursor, ct);
        if (uitkomst.Waarde is { Volgende: { } volgende })
        {
            response.Headers.Link = $"</v1/herhalingen{new QueryBuilder { { "cursor", volgende } }}>; rel=\"next\"";
        }

        return uitkomst.Antwoord();
    }

    /// <param name="herhalingId">Nummer van de herhaling.</param>
    private static async Task<Results<Ok<HerhalingView>, ProblemHttpResult>> OneAsync(string herhalingId, Caller caller, LeesHerhalingen lees, CancellationToken ct)
    {
        var uitkomst = await lees.OneAsync(caller, Adres.Id(herhalingId), ct);
        return uitkomst.Antwoord();
    }
}
