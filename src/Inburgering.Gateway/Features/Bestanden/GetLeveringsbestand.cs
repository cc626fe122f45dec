using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Bestanden;

/// <summary>GET /v1/leveringsbestanden/{bestandId}: progress and the result per row, own files only.</summary>
internal static class GetLeveringsbestand
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/leveringsbestanden/{bestandId}", HandleAsync)
        .WithMetadata(new HandelingAttribute("Eigen leveringsbestand bekeken", Actie.Beheer))
        .RequireScope(Scopes.BerichtenLeveren)
        .WithName("getLeveringsbestand")
        .WithTags("Berichten")
        .WithSummary("Zien hoe een bestand ervoor staat")
        .WithDescription("Geeft hoe ver uw bestand is en de uitkomst per rij, met rij en kolom van elke fout. Alleen eigen bestanden.");

    /// <param name="bestandId">Nummer van het bestand, uit de header Location.</param>
    /// <param name="cursor">Uit het veld volgende van de vorige pagina.</param>
    private static async Task<Results<Ok<BestandView>, ProblemHttpResult>> HandleAsync(
        string bestandId, string? cursor, HttpResponse response, CallerHolder wie, LeesLeveringsbestand lees, CancellationToken ct)
    {
        var uitkomst = await lees.HandleAsync(wie, Adres.Id(bestandId), cursor, ct);
        if (uitkomst.Waarde is { Volgende: { } volgende } bestand)
        {
            response.Headers.Link = $"</v1/leveringsbestanden/{bestand.BestandId}?cursor={volgende}>; rel=\"next\"";
        }

        return uitkomst.Antwoord();
    }
}
