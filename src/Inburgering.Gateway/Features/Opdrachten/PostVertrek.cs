using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>POST /v1/partners/{clientId}/vertrekken</summary>
internal static class PostVertrek
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/partners/{clientId}/vertrekken", HandleAsync)
        .WithMetadata(new HandelingAttribute("Partner vertrokken", Actie.Muteren))
        .RequireScope(Scopes.DossierSchrijven)
        .WithName("laatPartnerVertrekken")
        .WithTags("Partners")
        .WithSummary("Een partner laten vertrekken")
        .WithDescription("Beëindigt alle opdrachten van deze partner bij uw gemeente, en alle ids en partnerReferenties waaronder zij personen kent. Komt de partner terug, dan krijgt zij nieuwe. Een herhaling heeft geen tweede gevolg.");

    /// <param name="clientId">Client van de partner bij uw gemeente, bijvoorbeeld vwn-1708.</param>
    internal static async Task<Results<Ok<VertrekView>, ProblemHttpResult>> HandleAsync(
        string clientId, Caller caller, Partnerrecht recht, VertrekVanPartner vertrek, CancellationToken ct)
    {
        var partner = recht.Zoek(caller.Gemeentecode, clientId);
        var uitkomst = await vertrek.HandleAsync(caller, partner, partner is null ? [] : recht.Doelen(partner), ct);
        return uitkomst.Antwoord();
    }
}
