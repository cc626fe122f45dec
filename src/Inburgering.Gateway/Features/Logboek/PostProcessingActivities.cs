using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Logboek;

/// <summary>POST /v1/processing-activities: LDV, extension Lezen. A POST so that ids stay out of URLs; names and shape are the extension's own.</summary>
internal static class PostProcessingActivities
{
    private const string Pad = "/processing-activities";

    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost(Pad, HandleAsync)
        .WithMetadata(new HandelingAttribute("Log doorzocht", Actie.Zoeken))
        .RequireScope(Scopes.LogboekLezen)
        .Accepts<Logboekvraag>("application/json")
        .WithName("zoekProcessingActivities")
        .WithTags("Logboek")
        .WithSummary("Regels van het verwerkingslog zoeken (LDV Lezen)")
        .WithDescription($"Geeft de regels van het log van uw gemeente bij een trace, een verwerkingsactiviteit of een betrokkene: nieuwste eerst, hoogstens {LogLezer.Pagina} per antwoord. Zijn er meer, dan noemt de header Link met rel=next het adres waarnaar u dezelfde inhoud opnieuw stuurt. Een periode is hoogstens {Logboekvraag.MeesteDagen} dagen; zonder periode zijn het de laatste {Logboekvraag.MeesteDagen} dagen, en bij een trace alles. Ook uw vraag komt in het log te staan.");

    /// <param name="cursor">Uit de header Link van het vorige antwoord.</param>
    internal static async Task<Results<Ok<ProcessingActivities>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, string? cursor, Caller caller, ZoekLogboek zoek, Logboekbron bron, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<Logboekvraag>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        if (gelezen.Value!.Fouten(bron.Nu) is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        switch (await zoek.HandleAsync(caller, gelezen.Value, cursor, ct))
        {
            case LogboekUitkomst.Pagina { Antwoord: var antwoord, Volgende: var volgende }:
                if (volgende is not null)
                {
                    request.HttpContext.Response.Headers.Link = $"</v1{Pad}?cursor={Uri.EscapeDataString(volgende)}>; rel=\"next\"";
                }

                return TypedResults.Ok(antwoord);
            case LogboekUitkomst.Geweigerd { Refusal: var refusal }:
                return Problems.For(refusal).Answer();
            case LogboekUitkomst.OnbekendeCursor:
                return Problems.OngeldigeInvoer.Answer([new InvoerFout("Deze cursor hoort niet bij deze vraag.", Parameter: "cursor")]);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
