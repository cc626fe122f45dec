using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>POST /v1/afkeuringen/{afkeuringId}/sluitingen and …/overdrachten</summary>
internal static class PostAfkeurbesluit
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        Post(v1, "/afkeuringen/{afkeuringId}/sluitingen", SluitAsync, "Afkeuring gesloten")
            .WithName("sluitAfkeuring")
            .WithSummary("Een afkeuring sluiten zonder te verwerken")
            .WithDescription("Het bericht wacht niet meer op een mens en wordt niet verwerkt. De inhoud blijft bewaard tot haar termijn voorbij is. Een herhaling heeft geen tweede gevolg.");
        Post(v1, "/afkeuringen/{afkeuringId}/overdrachten", DraagOverAsync, "Afkeuring bij de partner gelegd")
            .WithName("legAfkeuringBijPartner")
            .WithSummary("Een afkeuring bij de partner leggen")
            .WithDescription("De partner is aan de beurt. De afkeuring blijft open; zodra zij opnieuw is geprobeerd, geldt dit niet meer. Een herhaling heeft geen tweede gevolg.");
    }

    private static RouteHandlerBuilder Post(IEndpointRouteBuilder v1, string pad, Delegate handler, string handeling) => v1.MapPost(pad, handler)
        .Accepts<AfkeurbesluitInvoer>("application/json")
        .WithMetadata(new HandelingAttribute(handeling, Actie.Beheer))
        .RequireScope(Scopes.SynchronisatieBeheren)
        .WithTags(GetAfkeuringen.Tag);

    /// <param name="afkeuringId">Nummer van de afkeuring.</param>
    private static Task<Results<Ok<AfkeuringView>, ProblemHttpResult>> SluitAsync(
        string afkeuringId, HttpRequest request, Caller caller, BeslisOverAfkeuring beslis, CancellationToken ct) =>
        BeslisAsync(request, reden => beslis.SluitAsync(caller, Adres.Id(afkeuringId), reden, ct), ct);

    /// <param name="afkeuringId">Nummer van de afkeuring.</param>
    private static Task<Results<Ok<AfkeuringView>, ProblemHttpResult>> DraagOverAsync(
        string afkeuringId, HttpRequest request, Caller caller, BeslisOverAfkeuring beslis, CancellationToken ct) =>
        BeslisAsync(request, reden => beslis.DraagOverAsync(caller, Adres.Id(afkeuringId), reden, ct), ct);

    private static async Task<Results<Ok<AfkeuringView>, ProblemHttpResult>> BeslisAsync(HttpRequest request, Func<string, Task<Uitkomst<AfkeuringView>>> besluit, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<AfkeurbesluitInvoer>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        if (Afkeurhandeling.Fouten(gelezen.Value!.Reden) is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var uitkomst = await besluit(gelezen.Value.Reden);
        return uitkomst.Antwoord();
    }
}
