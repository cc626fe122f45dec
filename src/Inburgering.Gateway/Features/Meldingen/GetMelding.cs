using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>GET /v1/meldingen/{meldingId}</summary>
internal static class GetMelding
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapGet("/meldingen/{meldingId}", HandleAsync)
        .WithMetadata(new HandelingAttribute("Melding opgevraagd", Actie.Raadplegen))
        .RequireScope(Scopes.DossierLezen)
        .WithName("getMelding")
        .WithTags("Meldingen")
        .WithSummary("Zien hoe een melding ervoor staat")
        .WithDescription("Geeft of de ontvanger de melding heeft, waarom zij eventueel wacht of is geweigerd, en wanneer zij is afgerond.");

    /// <param name="meldingId">Nummer van de melding.</param>
    private static async Task<Results<Ok<MeldingView>, ProblemHttpResult>> HandleAsync(string meldingId, Caller caller, LeesMelding lees, CancellationToken ct)
    {
        var uitkomst = await lees.HandleAsync(caller, Adres.Id(meldingId), ct);
        return uitkomst.Antwoord();
    }
}

/// <summary>POST /v1/meldingen/{meldingId}/intrekkingen</summary>
internal static class PostMeldingIntrekking
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/meldingen/{meldingId}/intrekkingen", HandleAsync)
        .WithMetadata(new HandelingAttribute("Melding ingetrokken", Actie.Muteren))
        .RequireScope(Scopes.DossierSchrijven)
        .WithName("trekMeldingIn")
        .WithTags("Meldingen")
        .WithSummary("Een melding intrekken")
        .WithDescription("Trekt een melding in. Wat nog niet weg is, gaat niet meer; wat de ontvanger heeft, wordt daar ingetrokken met een nieuwe melding. Een herhaling heeft geen tweede gevolg.");

    /// <param name="meldingId">Nummer van de melding.</param>
    private static async Task<Results<Accepted<MeldingView>, ProblemHttpResult>> HandleAsync(string meldingId, Caller caller, TrekMeldingIn trek, CancellationToken ct)
    {
        var uitkomst = await trek.HandleAsync(caller, Adres.Id(meldingId), ct);
        return uitkomst.Aangenomen(melding => Adres.Melding(melding.MeldingId));
    }
}
