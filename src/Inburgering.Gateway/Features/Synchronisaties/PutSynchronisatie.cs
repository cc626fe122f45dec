using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>PUT /v1/synchronisaties/{synchronisatieId}, POST …/roostervoorbeelden, …/pauzes and …/hervattingen</summary>
internal static class PutSynchronisatie
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPut("/synchronisaties/{synchronisatieId}", RoosterAsync)
            .Accepts<RoosterInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Rooster gewijzigd", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("wijzigRooster")
            .WithTags("Synchronisaties")
            .WithSummary("Een rooster wijzigen")
            .WithDescription("Kiest wanneer een synchronisatie vanzelf begint, in Nederlandse tijd. Een rooster dat nooit aan de beurt komt, wordt geweigerd. Zonder rooster geldt weer het standaardrooster. Wie wijzigde, wanneer en waarom, blijft bewaard.");
        v1.MapPost("/synchronisaties/{synchronisatieId}/roostervoorbeelden", VoorbeeldAsync)
            .Accepts<RoostervoorbeeldInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Rooster bekeken", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("toonRoostervoorbeeld")
            .WithTags("Synchronisaties")
            .WithSummary("Zien wat een rooster wordt")
            .WithDescription("Geeft een rooster als zin met de eerste vijf momenten, buiten het onderhoud van de partner. Er verandert niets.");
        v1.MapPost("/synchronisaties/{synchronisatieId}/pauzes", PauzeerAsync)
            .Accepts<PauzeInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Synchronisatie gepauzeerd", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("pauzeerSynchronisatie")
            .WithTags("Synchronisaties")
            .WithSummary("Een synchronisatie pauzeren")
            .WithDescription("Tot het einde van de pauze begint er niets vanzelf; wat al loopt, gaat door. De pauze blijft ook na een herstart.");
        v1.MapPost("/synchronisaties/{synchronisatieId}/hervattingen", HervatAsync)
            .Accepts<HervatInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Synchronisatie hervat", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("hervatSynchronisatie")
            .WithTags("Synchronisaties")
            .WithSummary("Een synchronisatie hervatten")
            .WithDescription("Beëindigt de pauze. Kies inhalen om nu te beginnen als er in de pauze een moment voorbijging, of overslaan om op het volgende moment te wachten. Een herhaling heeft geen tweede gevolg.");
    }

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    private static Task<Results<Ok<SynchronisatieView>, ProblemHttpResult>> RoosterAsync(
        string synchronisatieId, HttpRequest request, Caller caller, WijzigSynchronisatie wijzig, CancellationToken ct) =>
        DoeAsync<RoosterInvoer, SynchronisatieView>(request, invoer => Synchronisatiehandeling.Fouten(invoer.Reden), invoer => wijzig.RoosterAsync(caller, Adres.Id(synchronisatieId), invoer, ct), ct);

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    private static Task<Results<Ok<RoostervoorbeeldView>, ProblemHttpResult>> VoorbeeldAsync(
        string synchronisatieId, HttpRequest request, Caller caller, ToonRooster toon, CancellationToken ct) =>
        DoeAsync<RoostervoorbeeldInvoer, RoostervoorbeeldView>(request, _ => [], invoer => toon.HandleAsync(caller, Adres.Id(synchronisatieId), invoer.Rooster, ct), ct);

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    private static Task<Results<Ok<SynchronisatieView>, ProblemHttpResult>> PauzeerAsync(
        string synchronisatieId, HttpRequest request, Caller caller, WijzigSynchronisatie wijzig, CancellationToken ct) =>
        DoeAsync<PauzeInvoer, SynchronisatieView>(request, wijzig.Fouten, invoer => wijzig.PauzeerAsync(caller, Adres.Id(synchronisatieId), invoer, ct), ct);

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    private static Task<Results<Ok<SynchronisatieView>, ProblemHttpResult>> HervatAsync(
        string synchronisatieId, HttpRequest request, Caller caller, WijzigSynchronisatie wijzig, CancellationToken ct) =>
        DoeAsync<HervatInvoer, SynchronisatieView>(request, WijzigSynchronisatie.Fouten, invoer => wijzig.HervatAsync(caller, Adres.Id(synchronisatieId), invoer, ct), ct);

    private static async Task<Results<Ok<TView>, ProblemHttpResult>> DoeAsync<TInvoer, TView>(
        HttpRequest request, Func<TInvoer, IReadOnlyList<InvoerFout>> fouten, Func<TInvoer, Task<Uitkomst<TView>>> doe, CancellationToken ct)
        where TInvoer : class
        where TView : class
    {
        var gelezen = await JsonBody.ReadAsync(request, JsonBody.VerzoekMax, fouten, ct);
        return gelezen.Weigering ?? (await doe(gelezen.Value!)).Antwoord();
    }
}
