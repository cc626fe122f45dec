using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>POST /v1/afkeuringen/{afkeuringId}/waarden</summary>
internal static class PostAfkeurwaarde
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/afkeuringen/{afkeuringId}/waarden", ToonAsync)
        .Accepts<AfkeurwaardeInvoer>("application/json")
        .WithMetadata(new HandelingAttribute("Waarde van afkeuring getoond", Actie.Raadplegen))
        .RequireScope(Scopes.SynchronisatieBeheren)
        .RequireScope(Scopes.DossierLezen)
        .WithName("toonAfkeurwaarde")
        .WithTags(GetAfkeuringen.Tag)
        .WithSummary("De waarde zien waarop een bericht is afgekeurd")
        .WithDescription("Geeft die ene waarde aan wie regie voert over de persoon, met een doel en een reden. Eerst staat het in het log, dan pas komt het antwoord. Van wie geen dossier in uw gemeente heeft, krijgt niemand iets te zien.");

    /// <param name="afkeuringId">Nummer van de afkeuring.</param>
    private static async Task<Results<Ok<AfkeurwaardeInhoudView>, ProblemHttpResult>> ToonAsync(
        string afkeuringId, HttpRequest request, Caller caller, ToonAfkeurwaarde toon, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<AfkeurwaardeInvoer>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        if (Afkeurhandeling.Fouten(gelezen.Value!.Reden) is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var uitkomst = await toon.HandleAsync(caller, Adres.Id(afkeuringId), gelezen.Value, ct);
        return uitkomst.Antwoord();
    }
}
