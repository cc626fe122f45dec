using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>POST /v1/logregels/_exporteer: the portal's «Download CSV» for systems.</summary>
internal static class ExporteerLogregels
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/logregels/_exporteer", HandleAsync)
        .WithMetadata(new HandelingAttribute("Log geëxporteerd", Actie.Exporteren))
        .RequireScope(Scopes.LogboekLezen)
        .Accepts<Logregelvraag>("application/json")
        .Produces<string>(StatusCodes.Status200OK, "text/csv")
        .WithName("exporteerLogregels")
        .WithTags("Logboek")
        .WithSummary("Regels van het log als bestand")
        .WithDescription($"Geeft alle regels die bij uw filters passen als CSV: puntkomma's, UTF-8, Nederlandse tijd en daarnaast UTC. Er staan geen namen en geen BSN in. Gaat het over meer dan {ExporteerLog.MeestePersonen} personen, dan noemt het bestand geen dossiers. De export staat in het log voordat hij begint.");

    internal static async Task<IResult> HandleAsync(HttpRequest request, Caller caller, ExporteerLog exporteer, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<Logregelvraag>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        if (gelezen.Value!.Fouten(zaakklok) is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var (niet, export) = await exporteer.HandleAsync(caller, gelezen.Value.Vraag(zaakklok), gelezen.Value.Dossier, ct);
        return niet is null ? new Logbestand(export!) : ZoekLogregels.Weigering(niet);
    }
}

/// <summary>The file as an answer of the API or of a page.</summary>
internal sealed class Logbestand(Logexport export) : IResult, IVerantwoord
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        export.WriteAsync(httpContext.Response, httpContext.RequestServices.GetRequiredService<Woorden>(), httpContext.RequestAborted);

    public IReadOnlyList<string> GeleverdeVelden() => ["LOG.regels"];
}
