using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>GET /v1/dossiers/{dossierId}?doel=…</summary>
internal static class GetDossier
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/dossiers/{dossierId}", HandleAsync)
        .WithMetadata(new HandelingAttribute("Dossier geraadpleegd", Actie.Raadplegen))
        .RequireScope(Scopes.DossierLezen)
        .WithName("getDossier")
        .WithTags("Dossiers")
        .WithSummary("Een dossier lezen")
        .WithDescription("Geeft het dossier zoals u het voor dit doel mag zien. Wat u niet mag zien, ontbreekt in het antwoord.");

    /// <param name="dossierId">Het id waaronder u het dossier kent, uit POST /dossiers/_zoek.</param>
    /// <param name="doel">Waarvoor u de gegevens nodig heeft, bijvoorbeeld uitvoeren-leerroute.</param>
    internal static async Task<Results<Ok<DossierView>, ProblemHttpResult>> HandleAsync(
        string dossierId, string? doel, Caller caller, AccessDesk access, GatewayDb db, WeigeringOver weigering, CancellationToken ct)
    {
        var id = Guid.TryParseExact(dossierId, "D", out var gelezen) ? gelezen : Guid.Empty;
        if (access.Ask(caller, doel) is not { } question)
        {
            await weigering.NoteAsync(caller, id, ct);
            return Problems.For(access.Refusal).Answer();
        }

        var facts = await db.ReadAsync(question, id, ct);
        return access.Decide(question, facts) is { } grant
            ? TypedResults.Ok(DossierView.Of(grant))
            : Problems.For(access.Refusal).Answer();
    }
}
