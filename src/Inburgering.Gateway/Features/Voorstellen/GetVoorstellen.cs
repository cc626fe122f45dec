using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Voorstellen;

/// <summary>GET /v1/dossiers/{dossierId}/voorstellen and POST …/voorstellen/{voorstelId}/afwijzingen; confirming is the melding itself.</summary>
internal static class GetVoorstellen
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/dossiers/{dossierId}/voorstellen", LeesAsync)
            .WithMetadata(new HandelingAttribute("Voorstellen opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.DossierLezen)
            .WithName("getVoorstellen")
            .WithTags("Meldingen")
            .WithSummary("Zien wat partners voorstellen")
            .WithDescription("Geeft de data voor het eindgesprek van de MAP en de ondertekening van de PVT die een partner noemde en waar u nog niets over zei. DUO weet er niets van totdat u zelf het resultaat meldt; daarmee is het voorstel afgehandeld.");
        v1.MapPost("/dossiers/{dossierId}/voorstellen/{voorstelId}/afwijzingen", AfwijsAsync)
            .WithMetadata(new HandelingAttribute("Voorstel afgewezen", Actie.Muteren))
            .RequireScope(Scopes.DossierSchrijven)
            .WithName("wijsVoorstelAf")
            .WithTags("Meldingen")
            .WithSummary("Een voorstel van een partner afwijzen")
            .WithDescription("Zegt nee tegen een voorstel. Er gaat niets naar DUO; wat de partner meldde, blijft met zijn naam in het dossier staan. Een nieuw voorstel vraagt u opnieuw.");
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Ok<VoorstellenView>, ProblemHttpResult>> LeesAsync(string dossierId, Caller caller, LeesVoorstellen lees, CancellationToken ct)
    {
        var uitkomst = await lees.HandleAsync(caller, Adres.Id(dossierId), ct);
        return uitkomst.Antwoord();
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="voorstelId">Nummer van het voorstel.</param>
    private static async Task<Results<Created<AfwijzingView>, ProblemHttpResult>> AfwijsAsync(string dossierId, string voorstelId, Caller caller, WijsVoorstelAf wijs, CancellationToken ct)
    {
        var uitkomst = await wijs.HandleAsync(caller, Adres.Id(dossierId), Adres.Id(voorstelId), ct);
        return uitkomst.Nieuw(_ => $"/v1/dossiers/{Adres.Id(dossierId)}/voorstellen");
    }
}
