using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>POST …/inhaalramingen, …/inhaalruns and …/uitvoeringen/{uitvoeringId}/besluiten</summary>
internal static class PostInhaalrun
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        Post(v1, "/synchronisaties/{synchronisatieId}/inhaalramingen", RaamAsync, "Inhaalrun geraamd")
            .Accepts<InhaalramingInvoer>("application/json")
            .WithName("raamInhaalrun")
            .WithSummary("Zien hoe groot een inhaalrun wordt")
            .WithDescription("Telt de personen over wie de partner in een periode iets stuurde, of die in die periode in beeld kwamen. Er begint niets.");
        Post(v1, "/synchronisaties/{synchronisatieId}/inhaalruns", StartAsync, "Inhaalrun gevraagd")
            .Accepts<InhaalInvoer>("application/json")
            .WithName("startInhaalrun")
            .WithSummary("Een periode opnieuw ophalen")
            .WithDescription("Vraagt de partner opnieuw naar wie in een periode in beeld was, naast wat vanzelf loopt. Bij meer dan 25 personen wacht zij op het akkoord van een ander. U volgt haar onder het adres in Location.");
        Post(v1, "/synchronisaties/{synchronisatieId}/uitvoeringen/{uitvoeringId}/besluiten", BeslisAsync, "Over inhaalrun beslist")
            .Accepts<InhaalbesluitInvoer>("application/json")
            .WithName("beslisInhaalrun")
            .WithSummary("Akkoord geven of weigeren")
            .WithDescription("Beslist over een inhaalrun die op akkoord wacht. Wie haar vroeg, mag niet zelf beslissen.");
    }

    private static RouteHandlerBuilder Post(IEndpointRouteBuilder v1, string pad, Delegate handler, string handeling) => v1.MapPost(pad, handler)
        .WithMetadata(new HandelingAttribute(handeling, Actie.Beheer))
        .RequireScope(Scopes.SynchronisatieBeheren)
        .WithTags("Synchronisaties");

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    private static async Task<Results<Ok<InhaalramingView>, ProblemHttpResult>> RaamAsync(
        string synchronisatieId, HttpRequest request, Caller caller, StartInhaalrun inhaal, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<InhaalramingInvoer>(request, JsonBody.VerzoekMax, i => Inhaalperioden.Fouten(i.Van, i.Tot, zaakklok), ct);
        return gelezen.Weigering ?? (await inhaal.RaamAsync(caller, Adres.Id(synchronisatieId), gelezen.Value!, ct)).Antwoord();
    }

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    private static async Task<Results<Accepted<UitvoeringView>, ProblemHttpResult>> StartAsync(
        string synchronisatieId, HttpRequest request, Caller caller, StartInhaalrun inhaal, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<InhaalInvoer>(
            request, JsonBody.VerzoekMax, i => [.. Inhaalperioden.Fouten(i.Van, i.Tot, zaakklok), .. Synchronisatiehandeling.Fouten(i.Reden)], ct);
        return gelezen.Weigering ?? (await inhaal.BeginAsync(caller, Adres.Id(synchronisatieId), gelezen.Value!, ct)).Aangenomen(u => Adres.Uitvoering(u.SynchronisatieId, u.UitvoeringId));
    }

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    /// <param name="uitvoeringId">Nummer van de uitvoering.</param>
    private static async Task<Results<Ok<UitvoeringView>, ProblemHttpResult>> BeslisAsync(
        string synchronisatieId, string uitvoeringId, HttpRequest request, Caller caller, StartInhaalrun inhaal, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<InhaalbesluitInvoer>(request, JsonBody.VerzoekMax, i => Synchronisatiehandeling.Fouten(i.Reden), ct);
        return gelezen.Weigering ?? (await inhaal.BeslisAsync(caller, Adres.Id(synchronisatieId), Adres.Id(uitvoeringId), gelezen.Value!, ct)).Antwoord();
    }
}
