using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>/v1/betaalbatches: put together and read. Approving, and handing over by hand, is for a person in the portal (interface 5).</summary>
internal static class Betaalbatches
{
    private const string Pad = "/betaalbatches";
    private const string Tag = "Betalen";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost(Pad, OpenAsync)
            .Accepts<BetaalbatchInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Betaalbatch samengesteld", Actie.Muteren))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("postBetaalbatch")
            .WithTags(Tag)
            .WithSummary("De vrijgegeven betalingen van een dag samenvoegen")
            .WithDescription("Zet alle vrijgegeven betalingen van een dag die nog in geen batch staan bij elkaar, zoveel als de bank in één bestand aanneemt. Een tweede medewerker keurt de batch goed in het portaal; dan wordt zij verzegeld.");
        v1.MapGet(Pad, LeesAsync)
            .WithMetadata(new HandelingAttribute("Betaalbatches opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("getBetaalbatches")
            .WithTags(Tag)
            .WithSummary("De betaalbatches lezen")
            .WithDescription("Geeft de betaalbatches van uw gemeente, nieuwste eerst, 50 per pagina.");
        v1.MapGet(Pad + "/{batchId}", ZoekAsync)
            .WithMetadata(new HandelingAttribute("Betaalbatch opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("getBetaalbatch")
            .WithTags(Tag)
            .WithSummary("Een betaalbatch lezen")
            .WithDescription("Geeft hoever de batch is, met aantal, totaal en de hash van het bestand.");
    }

    private static async Task<Results<Created<BetaalbatchView>, ProblemHttpResult>> OpenAsync(HttpRequest request, Caller caller, OpenBatch open, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<BetaalbatchInvoer>(request, JsonBody.VerzoekMax, ct);
        return gelezen.Weigering is { } weigering ? weigering : (await open.HandleAsync(caller, gelezen.Value!, ct)).Nieuw(batch => $"/v1/betaalbatches/{batch.BatchId}");
    }

    /// <param name="cursor">Van de vorige pagina.</param>
    private static async Task<Results<Ok<BetaalbatchesView>, ProblemHttpResult>> LeesAsync(string? cursor, Caller caller, LeesBatches lees, CancellationToken ct) =>
        (await lees.HandleAsync(caller, cursor, ct)).Antwoord();

    /// <param name="batchId">Nummer van de batch.</param>
    private static async Task<Results<Ok<BetaalbatchView>, ProblemHttpResult>> ZoekAsync(string batchId, Caller caller, LeesBatches lees, CancellationToken ct) =>
        (await lees.FindAsync(caller, Adres.Id(batchId), ct)).Antwoord();
}
