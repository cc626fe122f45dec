using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Berichten;

/// <summary>GET /v1/berichten/{berichtId}, /v1/partner/afkeuringen and /v1/partner/status: a partner about its own messages.</summary>
internal static class GetEigenBerichten
{
    private const string Tag = "Berichten";
    private const string Pad = "/v1/partner/afkeuringen";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/berichten/{berichtId}", OneAsync)
            .WithMetadata(new HandelingAttribute("Eigen bericht bekeken", Actie.Beheer))
            .RequireScope(Scopes.BerichtenLeveren)
            .WithName("getBericht")
            .WithTags(Tag)
            .WithSummary("Zien hoe een bericht ervoor staat")
            .WithDescription("Geeft of uw bericht is ontvangen, verwerkt of afgekeurd, en waarom. Alleen eigen berichten.");
        v1.MapGet("/partner/afkeuringen", AfkeuringenAsync)
            .WithMetadata(new HandelingAttribute("Eigen afkeuringen bekeken", Actie.Beheer))
            .RequireClient()
            .WithName("getEigenAfkeuringen")
            .WithTags(Tag)
            .WithSummary("Zien welke eigen berichten zijn afgekeurd")
            .WithDescription("Geeft uw afgekeurde berichten met de reden en wat u kunt doen, 50 per pagina, zonder gegevens van personen.");
        v1.MapGet("/partner/status", StatusAsync)
            .WithMetadata(new HandelingAttribute("Eigen status bekeken", Actie.Beheer))
            .RequireClient()
            .WithName("getPartnerstatus")
            .WithTags(Tag)
            .WithSummary("Zien hoe uw leveringen ervoor staan")
            .WithDescription("Geeft per gemeente hoeveel van uw berichten nog worden verwerkt, zijn verwerkt en zijn afgekeurd, en welke typen u mag leveren.");
    }

    /// <param name="berichtId">Nummer van het bericht, uit de header Location.</param>
    private static async Task<Results<Ok<EigenBerichtView>, ProblemHttpResult>> OneAsync(string berichtId, CallerHolder wie, LeesEigenBerichten lees, CancellationToken ct)
    {
        var uitkomst = await lees.OneAsync(wie, Adres.Id(berichtId), ct);
        return uitkomst.Antwoord();
    }

    /// <param name="cursor">Uit het veld volgende van de vorige pagina.</param>
    private static async Task<Results<Ok<EigenAfkeuringenView>, ProblemHttpResult>> AfkeuringenAsync(
        string? cursor, HttpResponse response, CallerHolder wie, LeesEigenBerichten lees, CancellationToken ct)
    {
        var uitkomst = await lees.AfkeuringenAsync(wie, cursor, ct);
        if (uitkomst.Waarde is { Volgende: { } volgende })
        {
            response.Headers.Link = $"<{Pad}?cursor={volgende}>; rel=\"next\"";
        }

        return uitkomst.Antwoord();
    }

    private static async Task<Results<Ok<PartnerstatusView>, ProblemHttpResult>> StatusAsync(CallerHolder wie, LeesEigenBerichten lees, CancellationToken ct)
    {
        var uitkomst = await lees.StatusAsync(wie, ct);
        return uitkomst.Antwoord();
    }
}
