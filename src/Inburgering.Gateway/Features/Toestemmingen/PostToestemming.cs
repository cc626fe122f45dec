using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Features.Opdrachten;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Toestemmingen;

/// <summary>POST /v1/dossiers/{dossierId}/toestemmingen</summary>
internal static class PostToestemming
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/toestemmingen", HandleAsync)
        .WithMetadata(new HandelingAttribute("Toestemming vastgelegd", Actie.Muteren))
        .RequireScope(Scopes.ToestemmingBeheren)
        .Accepts<ToestemmingInvoer>("application/json")
        .WithName("geefToestemming")
        .WithTags("Toestemmingen")
        .WithSummary("Toestemming van een persoon vastleggen")
        .WithDescription("Legt vast dat de persoon toestemming gaf: voor één partner en één doel. Alleen voor een doel dat op toestemming rust; voor een publieke taak vraagt u geen toestemming.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Created<ToestemmingView>, ProblemHttpResult>> HandleAsync(
        string dossierId, HttpRequest request, Caller caller, Partnerrecht recht, Verwerking verwerking, GeefToestemming geef, WeigeringOver weigering, CancellationToken ct)
    {
        var id = Adres.Id(dossierId);
        var gelezen = await JsonBody.ReadAsync<ToestemmingInvoer>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            await weigering.NoteAsync(caller, id, ct);
            return probleem.Answer(gelezen.Fouten);
        }

        if (gelezen.Value!.Fouten(recht, caller.Gemeentecode, verwerking.Tijdstip) is { Count: > 0 } fouten)
        {
            await weigering.NoteAsync(caller, id, ct);
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        var uitkomst = await geef.HandleAsync(caller, id, gelezen.Value, ct);
        return uitkomst.Nieuw(toestemming => Adres.Toestemming(toestemming.ToestemmingId));
    }
}
