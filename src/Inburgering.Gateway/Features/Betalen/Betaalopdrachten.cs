using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>/v1/betaalopdrachten: make ready, read, check an account, cancel. Approving is for a person in the portal (interface 5).</summary>
internal static class Betaalopdrachten
{
    private const string Pad = "/betaalopdrachten";
    private const string Tag = "Betalen";

    public static void Map(IEndpointRouteBuilder v1)
    {
        MapUitzonderingen(v1);
        v1.MapPost(Pad, PlanAsync)
            .Accepts<BetaalplanInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Betalingen klaargezet", Actie.Muteren))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("postBetaalopdrachten")
            .WithTags(Tag)
            .WithSummary("De betalingen van een maand klaarzetten")
            .WithDescription("Rekent de maand uit en zet haar betalingen klaar voor een tweede medewerker. Dezelfde maand nog eens geeft dezelfde betalingen. Is er iets anders, dan verandert dat wat nog niet bij de bank ligt, en moet opnieuw worden goedgekeurd. Ligt er al iets bij de bank, dan verandert er niets. Moet er eerst een besluit komen, dan wordt er niets klaargezet en vervalt wat klaarstond.");
        v1.MapGet(Pad, LeesAsync)
            .WithMetadata(new HandelingAttribute("Betalingen opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("getBetaalopdrachten")
            .WithTags(Tag)
            .WithSummary("De betalingen van een dossier lezen")
            .WithDescription("Geeft alle betalingen van het dossier op maand, ook die geannuleerd zijn.");
        v1.MapPost(Pad + "/{opdrachtId}/annuleringen", AnnuleerAsync)
            .Accepts<AnnuleringInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Betaling geannuleerd", Actie.Muteren))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("postBetaalannulering")
            .WithTags(Tag)
            .WithSummary("Een betaling annuleren")
            .WithDescription("Kan zolang de betaling niet in een verzegelde batch staat.");
        v1.MapPost(Pad + "/{opdrachtId}/rekeningcontroles", ControleerAsync)
            .Accepts<RekeningcontroleInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Rekening gecontroleerd", Actie.Muteren))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("postRekeningcontrole")
            .WithTags(Tag)
            .WithSummary("Vastleggen van wie een rekening is")
            .WithDescription("Legt vast wat de naamcontrole van de bank zei, of dat het langs een andere weg is bevestigd. Een tweede medewerker aanvaardt dat in het portaal; tot dan gaat er niets naar die rekening. Het geldt voor elke betaling van uw gemeente naar dit rekeningnummer.");
    }

    private static void MapUitzonderingen(IEndpointRouteBuilder v1)
    {
        v1.MapPost(Pad + "/{opdrachtId}/pogingen", ProbeerAsync)
            .Accepts<PogingInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Nieuwe poging klaargezet", Actie.Muteren))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("postBetaalpoging")
            .WithTags(Tag)
            .WithSummary("Een betaling die niet lukte opnieuw klaarzetten")
            .WithDescription("Maakt van een betaling die de bank terugboekte of weigerde een nieuwe, met dezelfde maand, soort en bedrag. Een weigering alleen is niet genoeg: afschriften zonder gat tot twee bankdagen na de betaaldag bewijzen dat er niet betaald is, of twee medewerkers bevestigen dat bij de bank. Nog eens geeft dezelfde nieuwe betaling. Zij moet weer worden goedgekeurd, en een ander rekeningnummer eerst nagegaan.");

        v1.MapPost(Pad + "/{opdrachtId}/buitenbetalingen", MeldBuitenAsync)
            .Accepts<BuitenbetalingInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Betaling buiten de gateway gemeld", Actie.Muteren))
            .RequireScope(Scopes.BetalingVoorbereiden)
            .WithName("postBuitenbetaling")
            .WithTags(Tag)
            .WithSummary("Melden dat een betaling buiten de gateway is gedaan")
            .WithDescription("Iemand betaalde zelf bij de bank, bijvoorbeeld met spoed. De gateway betaalt deze verplichting dan niet meer. Het kan zolang zij niet in een verzegelde batch staat; een medewerker die het niet zelf meldde kan het in het portaal herstellen.");
    }

    /// <param name="opdrachtId">Nummer van de betaalopdracht die niet lukte.</param>
    private static async Task<Results<Ok<BetalingView>, ProblemHttpResult>> ProbeerAsync(string opdrachtId, HttpRequest request, Caller caller, ProbeerOpnieuw probeer, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<PogingInvoer>(request, JsonBody.VerzoekMax, ct);
        return gelezen.Weigering is { } weigering ? weigering : (await probeer.HandleAsync(caller, Adres.Id(opdrachtId), gelezen.Value!, ct)).Antwoord();
    }

    /// <param name="opdrachtId">Nummer van de betaalopdracht die iemand zelf betaalde.</param>
    private static async Task<Results<Ok<BetalingView>, ProblemHttpResult>> MeldBuitenAsync(string opdrachtId, HttpRequest request, Caller caller, MeldBuiten meld, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<BuitenbetalingInvoer>(request, JsonBody.VerzoekMax, ct);
        return gelezen.Weigering is { } weigering ? weigering : (await meld.HandleAsync(caller, Adres.Id(opdrachtId), gelezen.Value!, ct)).Antwoord();
    }

    private static async Task<Results<Ok<BetalingenView>, ProblemHttpResult>> PlanAsync(HttpRequest request, Caller caller, PlanMaand plan, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<BetaalplanInvoer>(request, JsonBody.VerzoekMax, ct);
        return gelezen.Weigering is { } weigering ? weigering : (await plan.HandleAsync(caller, gelezen.Value!, ct)).Antwoord();
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Ok<BetalingenView>, ProblemHttpResult>> LeesAsync(string? dossierId, Caller caller, LeesBetalingen lees, CancellationToken ct) =>
        (await lees.HandleAsync(caller, Guid.TryParseExact(dossierId, "D", out var id) ? id : null, ct)).Antwoord();

    /// <param name="opdrachtId">Nummer van de betaalopdracht.</param>
    private static async Task<Results<Ok<BetalingView>, ProblemHttpResult>> AnnuleerAsync(string opdrachtId, HttpRequest request, Caller caller, AnnuleerBetaling annuleer, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<AnnuleringInvoer>(request, JsonBody.VerzoekMax, ct);
        return gelezen.Weigering is { } weigering ? weigering : (await annuleer.HandleAsync(caller, Adres.Id(opdrachtId), gelezen.Value!, ct)).Antwoord();
    }

    /// <param name="opdrachtId">Nummer van de betaalopdracht.</param>
    private static async Task<Results<Ok<BetalingView>, ProblemHttpResult>> ControleerAsync(string opdrachtId, HttpRequest request, Caller caller, ControleerRekening controleer, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<RekeningcontroleInvoer>(request, JsonBody.VerzoekMax, ct);
        return gelezen.Weigering is { } weigering ? weigering : (await controleer.LegVastAsync(caller, Adres.Id(opdrachtId), gelezen.Value!, ct)).Antwoord();
    }
}
