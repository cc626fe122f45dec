using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>POST /v1/afstemmingen and POST /v1/afstemmingen/{afstemmingId}/stop</summary>
internal static class PostAfstemming
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost("/afstemmingen", HandleAsync)
            .WithMetadata(new HandelingAttribute("Afstemming gestart", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .Accepts<AfstemmingInvoer>(isOptional: true, "application/json")
            .WithName("startAfstemming")
            .WithTags("Afstemmingen")
            .WithSummary("Nu afstemmen met DUO")
            .WithDescription("Vraagt DUO naar al uw actieve personen, of naar één, en vergelijkt wat DUO zegt met wat u heeft. Wat alleen DUO weet, wordt overgenomen; een verschil met een andere bron blijft staan tot u kiest. Per gemeente loopt er één tegelijk; u volgt haar onder het adres in Location.");
        v1.MapPost("/afstemmingen/{afstemmingId}/stop", StopAsync)
            .WithMetadata(new HandelingAttribute("Afstemming gestopt", Actie.Beheer))
            .RequireScope(Scopes.SynchronisatieBeheren)
            .WithName("stopAfstemming")
            .WithTags("Afstemmingen")
            .WithSummary("Een afstemming stoppen")
            .WithDescription("Stopt na de persoon die nu aan de beurt is. Wat gedaan is, blijft gedaan. Een herhaling heeft geen tweede gevolg.");
    }

    private static async Task<Results<Accepted<AfstemmingView>, ProblemHttpResult>> HandleAsync(HttpRequest request, Caller caller, StartAfstemming start, StartAfstemronde ronde, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadOptionalAsync<AfstemmingInvoer>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var uitkomst = gelezen.Value!.Dossier is { } een ? await start.HandleAsync(caller, een, ct) : await ronde.HandleAsync(caller, ct);
        return uitkomst.Aangenomen(afstemming => Adres.Afstemming(afstemming.AfstemmingId));
    }

    /// <param name="afstemmingId">Nummer van de afstemming.</param>
    private static async Task<Results<Ok<AfstemmingView>, ProblemHttpResult>> StopAsync(string afstemmingId, Caller caller, StopAfstemming stop, CancellationToken ct)
    {
        var uitkomst = await stop.HandleAsync(caller, Adres.Id(afstemmingId), ct);
        return uitkomst.Antwoord();
    }
}
