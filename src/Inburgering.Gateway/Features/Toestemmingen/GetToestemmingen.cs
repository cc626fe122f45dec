using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Toestemmingen;

/// <summary>GET /v1/dossiers/{dossierId}/toestemmingen and GET /v1/toestemmingen/{toestemmingId}: for the gemeente that recorded them.</summary>
internal static class GetToestemmingen
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/dossiers/{dossierId}/toestemmingen", ListAsync)
            .WithMetadata(new HandelingAttribute("Toestemmingen opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.ToestemmingBeheren)
            .WithName("getToestemmingen")
            .WithTags("Toestemmingen")
            .WithSummary("De toestemmingen van een persoon zien")
            .WithDescription("Geeft alle toestemmingen die uw gemeente van deze persoon vastlegde, ook de ingetrokken: de laatste eerst.");
        v1.MapGet("/toestemmingen/{toestemmingId}", ReadAsync)
            .WithMetadata(new HandelingAttribute("Toestemming opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.ToestemmingBeheren)
            .WithName("getToestemming")
            .WithTags("Toestemmingen")
            .WithSummary("Een toestemming zien")
            .WithDescription("Geeft één toestemming die uw gemeente vastlegde.");
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Ok<ToestemmingenView>, ProblemHttpResult>> ListAsync(
        string dossierId, Caller caller, Regie regie, ToestemmingLezer toestemmingen, CancellationToken ct) =>
        await regie.OpenAsync(caller, Adres.Id(dossierId), ct) is { } dossier
            ? TypedResults.Ok(new ToestemmingenView([.. (await toestemmingen.ListAsync(dossier, ct)).Select(ToestemmingView.Of)]))
            : regie.Weigering.Answer();

    /// <param name="toestemmingId">Nummer van de toestemming.</param>
    private static async Task<Results<Ok<ToestemmingView>, ProblemHttpResult>> ReadAsync(
        string toestemmingId, Caller caller, Regie regie, ToestemmingLezer toestemmingen, CancellationToken ct)
    {
        var id = Adres.Id(toestemmingId);
        return await regie.OpenToestemmingAsync(caller, id, ct) is { } dossier
            && (await toestemmingen.ListAsync(dossier, ct)).FirstOrDefault(t => t.ToestemmingId == id) is { } toestemming
                ? TypedResults.Ok(ToestemmingView.Of(toestemming))
                : regie.WeigeringOf(Problems.ToestemmingOnbekend).Answer();
    }
}
