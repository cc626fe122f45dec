using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Voorstellen;

/// <summary>GET /v1/dossiers/{dossierId}/gevolgde-uren; approving a total is telling it, with POST on the same address.</summary>
internal static class GetUren
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/dossiers/{dossierId}/gevolgde-uren", LeesAsync)
        .WithMetadata(new HandelingAttribute("Gevolgde uren opgevraagd", Actie.Raadplegen))
        .RequireScope(Scopes.DossierLezen)
        .WithName("getUren")
        .WithTags("Meldingen")
        .WithSummary("Zien hoeveel uren partners meldden")
        .WithDescription("Telt de uren van scholen en begeleiders op tot de totalen van DUO en zet ernaast wat u het laatst meldde. Er gaat niets naar DUO totdat u het totaal zelf meldt, op hetzelfde adres; wijkt u af van de som, dan geldt wat u meldt.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Ok<UrenstaatView>, ProblemHttpResult>> LeesAsync(string dossierId, Caller caller, LeesUren lees, CancellationToken ct)
    {
        var uitkomst = await lees.HandleAsync(caller, Adres.Id(dossierId), ct);
        return uitkomst.Antwoord();
    }
}
