using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Bronnen;

/// <summary>GET /v1/dossiers/{dossierId}/bronverschillen and POST /v1/dossiers/{dossierId}/bronkeuzes.</summary>
internal static class GetBronverschillen
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/dossiers/{dossierId}/bronverschillen", LeesAsync)
            .WithMetadata(new HandelingAttribute("Bronverschillen opgevraagd", Actie.Raadplegen))
            .RequireScope(Scopes.DossierLezen)
            .WithName("getBronverschillen")
            .WithTags("Dossiers")
            .WithSummary("Zien waar bronnen iets anders zeggen")
            .WithDescription("Geeft de gegevens waarover de bronnen van dit dossier iets anders zeggen, met wat elke bron zegt en welke nu geldt. Wat een bron zegt, wordt nooit door een andere overschreven.");
        v1.MapPost("/dossiers/{dossierId}/bronkeuzes", KiesAsync)
            .Accepts<NieuweBronkeuze>("application/json")
            .WithMetadata(new HandelingAttribute("Bron gekozen", Actie.Muteren))
            .RequireScope(Scopes.DossierSchrijven)
            .WithName("kiesBron")
            .WithTags("Dossiers")
            .WithSummary("Kiezen welke bron geldt")
            .WithDescription("Legt vast welke bron geldt waar bronnen iets anders zeggen. Wie dit gegeven mag lezen, krijgt vanaf nu wat die bron zegt. Zegt een van de bronnen later iets anders, dan vraagt het verschil opnieuw om een keuze; tot dan blijft de gekozen bron gelden.");
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Ok<BronverschillenView>, ProblemHttpResult>> LeesAsync(string dossierId, Caller caller, LeesBronverschillen lees, CancellationToken ct)
    {
        var uitkomst = await lees.HandleAsync(caller, Adres.Id(dossierId), ct);
        return uitkomst.Antwoord();
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    private static async Task<Results<Created<BronkeuzeView>, ProblemHttpResult>> KiesAsync(string dossierId, HttpRequest request, Caller caller, KiesBron kies, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<NieuweBronkeuze>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var uitkomst = await kies.HandleAsync(caller, Adres.Id(dossierId), gelezen.Value!, ct);
        return uitkomst.Nieuw(_ => $"/v1/dossiers/{Adres.Id(dossierId)}/bronverschillen");
    }
}
