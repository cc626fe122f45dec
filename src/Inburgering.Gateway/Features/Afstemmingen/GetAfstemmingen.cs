using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>GET /v1/afstemmingen and GET /v1/afstemmingen/{afstemmingId}</summary>
internal static class GetAfstemmingen
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/afstemmingen", ListAsync)
            .WithMetadata(new HandelingAttribute("Afstemmingen bekeken", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("getAfstemmingen")
            .WithTags("Afstemmingen")
            .WithSummary("Zien welke afstemmingen er waren")
            .WithDescription("Geeft de afstemmingen van uw gemeente, nieuwste eerst, 50 per pagina.");
        v1.MapGet("/afstemmingen/{afstemmingId}", ReadAsync)
            .WithMetadata(new HandelingAttribute("Afstemming bekeken", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("getAfstemming")
            .WithTags("Afstemmingen")
            .WithSummary("Zien hoe een afstemming ervoor staat")
            .WithDescription("Geeft hoeveel personen zijn gedaan, met welke uitkomst, en waarom zij eventueel wacht.");
    }

    /// <param name="cursor">Uit het veld volgende van de vorige pagina.</param>
    private static async Task<Results<Ok<AfstemmingenView>, ProblemHttpResult>> ListAsync(string? cursor, HttpResponse response, Caller caller, LeesAfstemmingen lees, CancellationToken ct)
    {
        var uitkomst = await lees.ListAsync(caller, cursor, ct);
        if (uitkomst.Waarde is { Volgende: { } volgende })
        {
            response.Headers.Link = $"</v1/afstemmingen{new QueryBuilder { { "cursor", volgende } }}>; rel=\"next\"";
        }

        return uitkomst.Antwoord();
    }

    /// <param name="afstemmingId">Nummer van de afstemming.</param>
    private static async Task<Results<Ok<AfstemmingView>, ProblemHttpResult>> ReadAsync(string afstemmingId, Caller caller, LeesAfstemmingen lees, CancellationToken ct)
    {
        var uitkomst = await lees.ReadAsync(caller, Adres.Id(afstemmingId), ct);
        return uitkomst.Antwoord();
    }
}
