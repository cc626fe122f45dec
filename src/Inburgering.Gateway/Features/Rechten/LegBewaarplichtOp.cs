using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>POST /v1/dossiers/{dossierId}/bewaarplichten</summary>
internal static class LegBewaarplichtOp
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/dossiers/{dossierId}/bewaarplichten", HandleAsync)
        .Accepts<NieuweBewaarplicht>("application/json")
        .Recht(
            "legBewaarplichtOp", "Bewaarplicht vastgelegd", "Verwijderen tegenhouden",
            "Zolang een bewaarplicht loopt, bijvoorbeeld voor een rechtszaak, verwijdert de bewaartermijn niets van dit dossier. Dezelfde zaak nog eens heeft geen tweede gevolg.");

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Created<BewaarplichtView>, ProblemHttpResult>> HandleAsync(
        string dossierId, HttpRequest request, Caller caller, Regie regie, Dossierwerk werk, BewaarplichtStore bewaarplichten, CancellationToken ct)
    {
        var gelezen = await JsonBody.ReadAsync<NieuweBewaarplicht>(request, JsonBody.VerzoekMax, ct);
        if (gelezen.Probleem is { } probleem)
        {
            return probleem.Answer(gelezen.Fouten);
        }

        var nieuw = gelezen.Value!;
        if (Zaaknummer.Fouten(nieuw.Zaaknummer).ToArray() is { Length: > 0 } fouten)
        {
            return Problems.OngeldigeInvoer.Answer(fouten);
        }

        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        var uitkomst = await werk.DoeAsync<BewaarplichtView>(dossier, async (transactie, _, stop) =>
        {
            var (bewaarplicht, herhaling) = await bewaarplichten.HoldAsync(transactie, dossier, nieuw.Zaaknummer, stop);
            return Uitkomst<BewaarplichtView>.Gedaan(BewaarplichtView.Of(bewaarplicht), herhaling);
        }, ct);
        return uitkomst.Nieuw(b => $"/v1/dossiers/{dossier.DossierId}/bewaarplichten/{b.BewaarplichtId}");
    }
}

/// <summary>Waarvoor de gegevens nodig blijven.</summary>
/// <param name="Zaaknummer">Nummer van de zaak in uw eigen zaaksysteem.</param>
public sealed record NieuweBewaarplicht(string Zaaknummer);
