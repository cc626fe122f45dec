using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>POST /v1/synchronisaties/{synchronisatieId}/uitvoeringen and …/{uitvoeringId}/stop</summary>
internal static class PostUitvoering
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost("/synchronisaties/{synchronisatieId}/uitvoeringen", StartAsync)
            .Accepts<UitvoeringInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Synchronisatie gestart", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("startUitvoering")
            .WithTags("Synchronisaties")
            .WithSummary("Nu uitvoeren, of proefdraaien")
            .WithDescription("Begint een uitvoering buiten het rooster om. Met proef wordt alles gevraagd, vergeleken en geteld, en niets overgenomen. Van een synchronisatie loopt er één tegelijk; van twee die tegelijk starten, start er één. U volgt haar onder het adres in Location.");
        v1.MapPost("/synchronisaties/{synchronisatieId}/uitvoeringen/{uitvoeringId}/vervolgen", VervolgAsync)
            .Accepts<VervolgInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Uitvoering vervolgd", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("vervolgUitvoering")
            .WithTags("Synchronisaties")
            .WithSummary("Verdergaan met een gestopte uitvoering")
            .WithDescription("Begint een uitvoering over wie nog niet gedaan was toen de andere stopte. Wie gedaan is, wordt niet opnieuw gevraagd. Van een gestopte uitvoering is er één vervolg.");
        v1.MapPost("/synchronisaties/{synchronisatieId}/uitvoeringen/{uitvoeringId}/stop", StopAsync)
            .WithMetadata(new HandelingAttribute("Uitvoering gestopt", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("stopUitvoering")
            .WithTags("Synchronisaties")
            .WithSummary("Een uitvoering stoppen")
            .WithDescription("Stopt na wat nu aan de beurt is. Wat gedaan is, blijft gedaan. Een herhaling heeft geen tweede gevolg.");
    }

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    private static async Task<Results<Accepted<UitvoeringView>, ProblemHttpResult>> StartAsync(
        string synchronisatieId, HttpRequest request, Caller caller, StartUitvoering start, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<UitvoeringInvoer>(request, JsonBody.VerzoekMax, i => Synchronisatiehandeling.Fouten(i.Reden), ct);
        return gelezen.Weigering
            ?? (await start.BeginAsync(caller, Adres.Id(synchronisatieId), gelezen.Value!.Reden, gelezen.Value.Proef, ct)).Aangenomen(u => Adres.Uitvoering(u.SynchronisatieId, u.UitvoeringId));
    }

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    /// <param name="uitvoeringId">Nummer van de gestopte uitvoering.</param>
    private static async Task<Results<Accepted<UitvoeringView>, ProblemHttpResult>> VervolgAsync(
        string synchronisatieId, string uitvoeringId, HttpRequest request, Caller caller, StartUitvoering start, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<VervolgInvoer>(request, JsonBody.VerzoekMax, i => Synchronisatiehandeling.Fouten(i.Reden), ct);
        return gelezen.Weigering
            ?? (await start.VervolgAsync(caller, Adres.Id(synchronisatieId), Adres.Id(uitvoeringId), gelezen.Value!.Reden, ct)).Aangenomen(u => Adres.Uitvoering(u.SynchronisatieId, u.UitvoeringId));
    }

    /// <param name="synchronisatieId">Nummer van de synchronisatie.</param>
    /// <param name="uitvoeringId">Nummer van de uitvoering.</param>
    private static async Task<Results<Ok<UitvoeringView>, ProblemHttpResult>> StopAsync(
        string synchronisatieId, string uitvoeringId, Caller caller, StartUitvoering start, CancellationToken ct)
    {
        var uitkomst = await start.StopAsync(caller, Adres.Id(synchronisatieId), Adres.Id(uitvoeringId), ct);
        return uitkomst.Antwoord();
    }
}
