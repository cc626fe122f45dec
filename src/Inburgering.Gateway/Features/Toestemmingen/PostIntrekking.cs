using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Toestemmingen;

/// <summary>POST /v1/toestemmingen/{toestemmingId}/intrekkingen</summary>
internal static class PostIntrekking
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/toestemmingen/{toestemmingId}/intrekkingen", HandleAsync)
        .WithMetadata(new HandelingAttribute("Toestemming ingetrokken", Actie.Muteren))
        .RequireScope(Scopes.ToestemmingBeheren)
        .WithName("trekToestemmingIn")
        .WithTags("Toestemmingen")
        .WithSummary("Een toestemming intrekken")
        .WithDescription("Trekt een toestemming per direct in: het volgende verzoek dat erop rust, wordt geweigerd. Wat op een wettelijke taak rust, gaat door. Een herhaling geeft hetzelfde antwoord.");

    /// <param name="toestemmingId">Nummer van de toestemming.</param>
    internal static async Task<Results<Created<IntrekkingView>, ProblemHttpResult>> HandleAsync(
        string toestemmingId, Caller caller, TrekToestemmingIn trekIn, CancellationToken ct)
    {
        var uitkomst = await trekIn.HandleAsync(caller, Adres.Id(toestemmingId), ct);
        return uitkomst.Nieuw(intrekking => Adres.Toestemming(intrekking.Toestemming.ToestemmingId));
    }
}
