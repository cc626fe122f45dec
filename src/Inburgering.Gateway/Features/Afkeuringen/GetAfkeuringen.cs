using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>GET /v1/afkeuringen and one of them</summary>
internal static class GetAfkeuringen
{
    public const string Tag = "Afkeuringen";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/afkeuringen", AlleAsync)
            .WithMetadata(new HandelingAttribute("Afkeuringen bekeken", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("getAfkeuringen")
            .WithTags(Tag)
            .WithSummary("Zien welke berichten zijn afgekeurd")
            .WithDescription("Geeft de ontvangen berichten die op een mens wachten, met de reden in woorden, wie aan de beurt is en of opnieuw verwerken zin heeft. Oudste eerst, 50 per pagina, zonder gegevens van personen.");
        v1.MapGet("/afkeuringen/{afkeuringId}", OneAsync)
            .WithMetadata(new HandelingAttribute("Afkeuring bekeken", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("getAfkeuring")
            .WithTags(Tag)
            .WithSummary("Zien waarom een bericht is afgekeurd")
            .WithDescription("Geeft één afkeuring, ook als zij intussen is verwerkt of gesloten. Ligt het aan een waarde, dan staat erbij van welke soort en hoe lang die is, zonder de waarde.");
    }

    /// <param name="partner">Alleen van deze partner, bijvoorbeeld duo.</param>
    /// <param name="reden">Alleen met deze code van de reden.</param>
    /// <param name="beurt">wij, partner of niemand.</param>
    /// <param name="ouderDan">Zoveel dagen geleden ontvangen, of langer.</param>
    /// <param name="cursor">Uit het veld volgende van de vorige pagina.</param>
    private static async Task<Results<Ok<AfkeuringenView>, ProblemHttpResult>> AlleAsync(
        string? partner, string? reden, string? beurt, int? ouderDan, string? cursor, HttpResponse response, Caller caller, LeesAfkeuringen lees, CancellationToken ct)
    {
        var uitkomst = await lees.AlleAsync(caller, new AfkeurVraag(partner, reden, beurt, ouderDan, cursor), ct);
        if (uitkomst.Waarde is { Volgende: { } volgende })
        {
            response.Headers.Link = $"</v1/afkeuringen{Verder(("partner", partner), ("reden", reden), ("beurt", beurt), ("ouderDan", $"{ouderDan}"), ("cursor", volgende))}>; rel=\"next\"";
        }

        return uitkomst.Antwoord();
    }

    private static QueryBuilder Verder(params IEnumerable<(string Naam, string? Waarde)> delen) =>
        new(delen.Where(d => !string.IsNullOrEmpty(d.Waarde)).Select(d => KeyValuePair.Create(d.Naam, d.Waarde!)));

    /// <param name="afkeuringId">Nummer van de afkeuring.</param>
    private static async Task<Results<Ok<AfkeuringView>, ProblemHttpResult>> OneAsync(string afkeuringId, Caller caller, LeesAfkeuring lees, CancellationToken ct)
    {
        var uitkomst = await lees.HandleAsync(caller, Adres.Id(afkeuringId), ct);
        return uitkomst.Antwoord();
    }
}
