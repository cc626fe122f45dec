using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>PUT /v1/opdrachten/{opdrachtId}</summary>
internal static class PutOpdracht
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPut("/opdrachten/{opdrachtId}", HandleAsync)
        .WithMetadata(new HandelingAttribute("Opdracht gewijzigd", Actie.Muteren))
        .RequireScope(Scopes.DossierSchrijven)
        .Accepts<OpdrachtWijziging>("application/json")
        .WithName("wijzigOpdracht")
        .WithTags("Opdrachten")
        .WithSummary("Einde of AVG-rol van een opdracht wijzigen")
        .WithDescription("Wijzigt een opdracht die nog loopt of nog begint. Stuur de versie mee die u las: wijzigde iemand anders haar intussen, dan verandert er niets.");

    /// <param name="opdrachtId">Nummer van de opdracht.</param>
    internal static async Task<Results<Ok<OpdrachtView>, ProblemHttpResult>> HandleAsync(
        string opdrachtId, HttpRequest request, Caller caller, WijzigOpdracht wijzig, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<OpdrachtWijziging>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        if (gelezen.Value!.Fouten() is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var uitkomst = await wijzig.HandleAsync(caller, Adres.Id(opdrachtId), gelezen.Value, ct);
        return uitkomst.Antwoord();
    }
}
