using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>GET /v1/synchronisaties, one of them, its runs, and one run</summary>
internal static class GetSynchronisaties
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        Get(v1, "/synchronisaties", AlleAsync, "Synchronisaties bekeken")
            .WithName("getSynchronisaties")
            .WithSummary("Zien wat er vanzelf wordt uitgewisseld")
            .WithDescription("Geeft de synchronisaties van uw gemeente met hun rooster, de eerste vijf momenten, de laatste uitvoeringen en wat u moet doen, en hoe de verbinding met elke partner ervoor staat. Wat actie vraagt, staat vooraan.");
        Get(v1, "/synchronisaties/{synchronisatieId}", OneAsync, "Synchronisatie bekeken")
            .WithName("getSynchronisatie")
            .WithSummary("Zien hoe een synchronisatie ervoor staat")
            .WithDescription("Geeft één synchronisatie met haar rooster, de eerste vijf momenten, de laatste uitvoeringen, wie haar wijzigde en wat de laatste dertig dagen brachten.");
        Get(v1, "/synchronisaties/{synchronisatieId}/uitvoeringen", UitvoeringenAsync, "Uitvoeringen bekeken")
            .WithName("getUitvoeringen")
            .WithSummary("Zien welke uitvoeringen er waren")
            .WithDescription("Geeft de uitvoeringen van een synchronisatie, nieuwste eerst, 50 per pagina. Ook een moment dat zonder uitvoering voorbijging, staat erbij, met de reden.");
        Get(v1, "/synchronisaties/{synchronisatieId}/uitvoeringen/{uitvoeringId}", UitvoeringAsync, "Uitvoering bekeken")
            .WithName("getUitvoering")
            .WithSummary("Zien hoe een uitvoering ervoor staat")
            .WithDescription("Geeft hoever een uitvoering is, met aantallen die samen kloppen, waarom zij eventueel wacht, en wat er achtereenvolgens gebeurde.");
    }

    private static RouteHandlerBuilder Get(IEndpointRouteBuilder v1, string pad, Delegate handler, string handeling) => v1.MapGet(pad, handler)
        .WithMetadata(new HandelingAttribute(handeling, Actie.Beheer))
        .RequireScope(Scopes.SynchronisatieBeheren)
        .WithTags("Synchronisaties");

    /// <param name="partner">Alleen die van deze partner, bijvoorbeeld duo.</param>
    /// <param name="status">Alleen met deze status, bijvoorbeeld te-laat.</param>
    /// <param name="actieNodig">Alleen die waarbij u iets moet doen.</param>
    private static async Task<Results<Ok<SynchronisatiesView>, ProblemHttpResult>> AlleAsync(
        string? partner, string? status, bool? actieNodig, Caller caller, LeesSynchronisaties lees, CancellationToken ct)
    {
        var uitkomst = await lees.AlleAsync(caller, new Synchronisatiefilter(partner, status, actieNodig is true), ct);
        return uitkomst.Antwoord();
    }

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    private static async Task<Results<Ok<SynchronisatieView>, ProblemHttpResult>> OneAsync(string synchronisatieId, Caller caller, LeesSynchronisaties lees, CancellationToken ct)
    {
        var uitkomst = await lees.OneAsync(caller, Adres.Id(synchronisatieId), ct);
        return uitkomst.Antwoord();
    }

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    /// <param name="cursor">Uit het veld volgende van de vorige pagina.</param>
    private static async Task<Results<Ok<UitvoeringenView>, ProblemHttpResult>> UitvoeringenAsync(
        string synchronisatieId, string? cursor, HttpResponse response, Caller caller, LeesSynchronisaties lees, CancellationToken ct)
    {
        var uitkomst = await lees.UitvoeringenAsync(caller, Adres.Id(synchronisatieId), cursor, ct);
        if (uitkomst.Waarde is { Volgende: { } volgende })
        {
            response.Headers.Link = $"</v1/synchronisaties/{Adres.Id(synchronisatieId)}/uitvoeringen{new QueryBuilder { { "cursor", volgende } }}>; rel=\"next\"";
        }

        return uitkomst.Antwoord();
    }

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    /// <param name="uitvoeringId">Nummer van de uitvoering.</param>
    private static async Task<Results<Ok<UitvoeringView>, ProblemHttpResult>> UitvoeringAsync(
        string synchronisatieId, string uitvoeringId, Caller caller, LeesSynchronisaties lees, CancellationToken ct)
    {
        var uitkomst = await lees.UitvoeringAsync(caller, Adres.Id(synchronisatieId), Adres.Id(uitvoeringId), ct);
        return uitkomst.Antwoord();
    }
}
