using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Rechten;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Net.Http.Headers;

namespace Inburgering.Gateway.Features.Inzageverzoeken;

/// <summary>POST /v1/dossiers/{dossierId}/inzage-exporten: a POST because it asks a case number, which stays out of addresses. Nothing is kept, so 200 and no Location.</summary>
internal static class PostInzageExport
{
    private const string Json = "application/json";

    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/inzage-exporten", HandleAsync)
        .WithMetadata(new HandelingAttribute("Inzage-export gemaakt", Actie.Exporteren))
        .RequireScope(Scopes.LogboekLezen)
        .Accepts<Inzagevraag>(Json)
        .Produces<InzageExport>(StatusCodes.Status200OK, Json, InzageHtml.MediaType)
        .WithName("maakInzageExport")
        .WithTags(RechtenWiring.Tag)
        .WithSummary("Overzicht voor een inzageverzoek maken")
        .WithDescription("Geeft alles wat de gemeente over deze persoon heeft, voor de persoon zelf (AVG artikel 15): gegevens met hun bron, waarvoor, wie ze ziet, hoe lang, en wie ze gebruikte, zonder namen van medewerkers en systemen. Als JSON, of met Accept: text/html als leesbare pagina. Alleen voor de privacy officer, met een zaaknummer.");

    /// <param name="dossierId">Het dossier van de persoon.</param>
    internal static async Task<IResult> HandleAsync(HttpRequest request, string dossierId, Caller caller, MaakInzageExport maak, CancellationToken ct)
    {
        if (Media(request) is not { } media)
        {
            return Problems.NietTeLeveren.Answer();
        }

        var gelezen = await JsonBody.ReadAsync<Inzagevraag>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        if (Zaaknummer.Fouten(gelezen.Value!.Zaaknummer).ToArray() is { Length: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var id = Guid.TryParseExact(dossierId, "D", out var uuid) ? uuid : Guid.Empty;
        var (niet, export) = await maak.HandleAsync(caller, id, gelezen.Value.Zaaknummer, ct);
        return niet is { } refusal ? Problems.For(refusal).Answer() : Als(export!, media == InzageHtml.MediaType);
    }

    /// <summary>As a page or as data.</summary>
    internal static IResult Als(InzageExport export, bool html) => html ? new InzageHtml(export) : TypedResults.Ok(export);

    /// <summary>The first of the two that the caller accepts; null: neither.</summary>
    private static string? Media(HttpRequest request)
    {
        var gevraagd = request.GetTypedHeaders().Accept;
        return gevraagd.Count == 0
            ? Json
            : gevraagd.OrderByDescending(a => a.Quality ?? 1).Select(a => new[] { Json, InzageHtml.MediaType }.FirstOrDefault(m => new MediaTypeHeaderValue(m).IsSubsetOf(a))).FirstOrDefault(m => m is not null);
    }
}

/// <summary>Voor welke zaak dit overzicht is.</summary>
/// <param name="Zaaknummer">Nummer van het AVG-verzoek in uw eigen zaaksysteem.</param>
public sealed record Inzagevraag(string Zaaknummer);
