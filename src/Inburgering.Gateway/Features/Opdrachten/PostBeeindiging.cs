using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>POST /v1/opdrachten/{opdrachtId}/beeindigingen</summary>
internal static class PostBeeindiging
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/opdrachten/{opdrachtId}/beeindigingen", HandleAsync)
        .WithMetadata(new HandelingAttribute("Opdracht beëindigd", Actie.Muteren))
        .RequireScope(Scopes.DossierSchrijven)
        .Accepts<Beeindiging>(isOptional: true, "application/json")
        .WithName("beeindigOpdracht")
        .WithTags("Opdrachten")
        .WithSummary("Een opdracht beëindigen")
        .WithDescription("Beëindigt een opdracht, zonder tijdstip per direct: het volgende verzoek van de partner wordt geweigerd. Het antwoord zegt wat ophoudt. Een herhaling geeft hetzelfde antwoord.");

    /// <param name="opdrachtId">Nummer van de opdracht.</param>
    internal static async Task<Results<Created<BeeindigingView>, ProblemHttpResult>> HandleAsync(
        string opdrachtId, HttpRequest request, Caller caller, BeeindigOpdracht beeindig, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadOptionalAsync<Beeindiging>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        if (Tijden.Fouten("per", gelezen.Value!.Per).ToArray() is { Length: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var uitkomst = await beeindig.HandleAsync(caller, Adres.Id(opdrachtId), gelezen.Value.Per, ct);
        return uitkomst.Nieuw(einde => Adres.Opdracht(einde.Opdracht.OpdrachtId));
    }
}

/// <summary>Wanneer de opdracht eindigt.</summary>
public sealed record Beeindiging
{
    /// <summary>Vanaf dit tijdstip geldt de opdracht niet meer; weggelaten: vanaf nu.</summary>
    public DateTimeOffset? Per { get; init; }
}
