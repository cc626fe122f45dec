using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>POST /v1/afkeuringen/{afkeuringId}/herhalingen, /v1/herhalingen and …/{herhalingId}/stop</summary>
internal static class PostHerhaling
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost("/afkeuringen/{afkeuringId}/herhalingen", EenAsync)
            .Accepts<HerhaalEenInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Afkeuring herhaald", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("herhaalAfkeuring")
            .WithTags(GetAfkeuringen.Tag)
            .WithSummary("Een afgekeurd bericht opnieuw verwerken")
            .WithDescription("Laat het bericht nog eens verwerken, volgens de regels van vandaag. Loopt dat al, dan krijgt u die herhaling. Met proef wordt alleen geteld.");
        v1.MapPost("/herhalingen", MeerAsync)
            .Accepts<HerhaalInvoer>("application/json")
            .WithMetadata(new HandelingAttribute("Afkeuringen herhaald", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("herhaalAfkeuringen")
            .WithTags(GetAfkeuringen.Tag)
            .WithSummary("Afgekeurde berichten opnieuw verwerken")
            .WithDescription("Laat de berichten van uw keuze nog eens verwerken, hoogstens 500: oudste eerst, over een persoon na elkaar, elk één keer. Na drie keer dezelfde fout stopt de herhaling vanzelf. Met proef wordt alleen geteld wat er zou gebeuren.");
        v1.MapPost("/herhalingen/{herhalingId}/stop", StopAsync)
            .WithMetadata(new HandelingAttribute("Herhaling gestopt", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("stopHerhaling")
            .WithTags(GetAfkeuringen.Tag)
            .WithSummary("Een herhaling stoppen")
            .WithDescription("Stopt na wat nu wordt geprobeerd. Wat verwerkt is, blijft verwerkt; de rest blijft afgekeurd. Nog eens stoppen heeft geen tweede gevolg.");
    }

    /// <param name="afkeuringId">Nummer van de afkeuring.</param>
    private static async Task<Results<Accepted<HerhalingView>, Ok<HerhalingproefView>, ProblemHttpResult>> EenAsync(
        string afkeuringId, HttpRequest request, Caller caller, HerhaalAfkeuringen herhaal, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<HerhaalEenInvoer>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var invoer = gelezen.Value!;
        if (!invoer.Proef && Afkeurhandeling.Fouten(invoer.Reden) is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        return await DoeAsync(herhaal, caller, Herhaalselectie.Een(Adres.Id(afkeuringId)), invoer.Proef ? null : invoer.Reden, ct);
    }

    private static async Task<Results<Accepted<HerhalingView>, Ok<HerhalingproefView>, ProblemHttpResult>> MeerAsync(
        HttpRequest request, Caller caller, HerhaalAfkeuringen herhaal, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<HerhaalInvoer>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var invoer = gelezen.Value!;
        if (herhaal.Fouten(invoer) is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        return await DoeAsync(herhaal, caller, Herhaalselectie.Van(invoer), invoer.Proef ? null : invoer.Reden, ct);
    }

    /// <param name="herhalingId">Nummer van de herhaling.</param>
    private static async Task<Results<Ok<HerhalingView>, ProblemHttpResult>> StopAsync(string herhalingId, Caller caller, HerhaalAfkeuringen herhaal, CancellationToken ct)
    {
        var uitkomst = await herhaal.StopAsync(caller, Adres.Id(herhalingId), ct);
        return uitkomst.Antwoord();
    }

    /// <param name="reden">Null: only count.</param>
    private static async Task<Results<Accepted<HerhalingView>, Ok<HerhalingproefView>, ProblemHttpResult>> DoeAsync(
        HerhaalAfkeuringen herhaal, Caller caller, Herhaalselectie selectie, string? reden, CancellationToken ct)
    {
        if (reden is null)
        {
            var proef = await herhaal.ProefAsync(caller, selectie, ct);
            return proef.Waarde is { } telling ? TypedResults.Ok(telling) : proef.Answer();
        }

        var begonnen = await herhaal.BeginAsync(caller, selectie, reden, ct);
        return begonnen.Waarde is { } herhaling ? TypedResults.Accepted(Adres.Herhaling(herhaling.HerhalingId), herhaling) : begonnen.Answer();
    }
}
