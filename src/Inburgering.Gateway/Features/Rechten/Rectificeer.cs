using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>POST /v1/dossiers/{dossierId}/rectificaties</summary>
internal static class Rectificeer
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/rectificaties", HandleAsync)
        .Accepts<NieuweRectificatie>("application/json")
        .Recht(
            "rectificeer", "Gegeven gerectificeerd", "Een gegeven rectificeren",
            "Een gegeven van de gemeente zelf krijgt een nieuwe versie; de oude blijft bewaard en is als verbeterd gemerkt. Iedere afnemer die het kreeg, krijgt een correctietaak. Is een ander de bron, bijvoorbeeld DUO, dan verandert hier niets en krijgt die bron de taak.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Created<RectificatieView>, ProblemHttpResult>> HandleAsync(
        string dossierId, HttpRequest request, Caller caller, Correctie correctie, Regie regie, Dossierwerk werk, AccessDesk access, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<NieuweRectificatie>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var nieuw = gelezen.Value!;
        if (correctie.Fouten(nieuw) is { Count: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), $"{nieuw.Categorie}.{nieuw.Veld}", ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        if (!access.MagVeld(caller, nieuw.Categorie, nieuw.Veld))
        {
            return Problems.VeldNietToegestaan.Answer();
        }

        var uitkomst = await werk.DoeAsync<RectificatieView>(dossier, (transactie, vast, stop) => correctie.DoAsync(transactie, dossier, vast, nieuw, stop), ct);
        return uitkomst.Nieuw(r => $"/v1/dossiers/{dossier.DossierId}/rectificaties/{r.RectificatieId}");
    }
}

/// <summary>Welk gegeven verkeerd is en wat het moet zijn.</summary>
/// <param name="Categorie">Code van de gegevenscategorie.</param>
/// <param name="Veld">Naam van het veld.</param>
/// <param name="NieuweWaarde">De juiste waarde, in dezelfde vorm als de oude.</param>
/// <param name="Zaaknummer">Nummer van het AVG-verzoek in uw eigen zaaksysteem.</param>
/// <param name="Bron">Van welke bron de verkeerde waarde is, bijvoorbeeld gemeente of duo; ontbreekt: de bron waarvan de waarde nu wordt getoond.</param>
public sealed record NieuweRectificatie(string Categorie, string Veld, JsonNode NieuweWaarde, string Zaaknummer, string? Bron = null);
