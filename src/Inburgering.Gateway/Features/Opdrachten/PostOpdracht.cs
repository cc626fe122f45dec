using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>POST /v1/dossiers/{dossierId}/opdrachten</summary>
internal static class PostOpdracht
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/opdrachten", HandleAsync)
        .WithMetadata(new HandelingAttribute("Opdracht gegeven", Actie.Muteren))
        .RequireScope(Scopes.DossierSchrijven)
        .Accepts<OpdrachtInvoer>("application/json")
        .WithName("geefOpdracht")
        .WithTags("Opdrachten")
        .WithSummary("Een partner een opdracht geven")
        .WithDescription("Geeft een partner van uw gemeente een taak voor deze persoon. Zolang de opdracht loopt, mag de partner lezen wat die taak nodig heeft. Het antwoord noemt de partnerReferentie.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Created<OpdrachtView>, ProblemHttpResult>> HandleAsync(
        string dossierId, HttpRequest request, Caller caller, Partnerrecht recht, GeefOpdracht geef, WeigeringOver weigering, CancellationToken ct)
    {
        var id = Adres.Id(dossierId);
        var gelezen = await JsonBody.ReadAsync<OpdrachtInvoer>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            await weigering.NoteAsync(caller, id, ct);
            return probleem.Answer(gelezen.Fouten);
        }

        if (gelezen.Value!.Fouten(recht, caller.Gemeentecode) is { Count: > 0 } fouten)
        {
            await weigering.NoteAsync(caller, id, ct);
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var uitkomst = await geef.HandleAsync(caller, id, gelezen.Value, ct);
        return uitkomst.Nieuw(opdracht => Adres.Opdracht(opdracht.OpdrachtId));
    }
}
