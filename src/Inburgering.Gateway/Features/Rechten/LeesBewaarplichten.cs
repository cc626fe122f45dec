using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>GET /v1/dossiers/{dossierId}/bewaarplichten, and one of them.</summary>
internal static class LeesBewaarplichten
{
    private const string Handeling = "Bewaarplichten geraadpleegd";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/dossiers/{dossierId}/bewaarplichten", AlleAsync)
            .Recht("getBewaarplichten", Handeling, "De bewaarplichten van een dossier lezen", "Geeft alle bewaarplichten, ook die zijn beëindigd; oudste eerst.", schrijft: false);
        v1.MapGet("/dossiers/{dossierId}/bewaarplichten/{bewaarplichtId}", EenAsync)
            .Recht("getBewaarplicht", Handeling, "Een bewaarplicht lezen", "Geeft één bewaarplicht van dit dossier.", schrijft: false);
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Ok<BewaarplichtenView>, ProblemHttpResult>> AlleAsync(
        string dossierId, Caller caller, Regie regie, Rechtenlezer lezer, CancellationToken ct) =>
        await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is { } dossier
            ? TypedResults.Ok(new BewaarplichtenView([.. (await lezer.BewaarplichtenAsync(dossier, ct)).Select(BewaarplichtView.Of)]))
            : regie.Weigering.Answer();

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="bewaarplichtId">Nummer van de bewaarplicht.</param>
    internal static async Task<Results<Ok<BewaarplichtView>, ProblemHttpResult>> EenAsync(
        string dossierId, string bewaarplichtId, Caller caller, Regie regie, Rechtenlezer lezer, CancellationToken ct)
    {
        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        var id = Adres.Id(bewaarplichtId);
        return (await lezer.BewaarplichtenAsync(dossier, ct)).FirstOrDefault(b => b.BewaarplichtId == id) is { } bewaarplicht
            ? TypedResults.Ok(BewaarplichtView.Of(bewaarplicht))
            : Problems.BestaatNiet.Answer();
    }
}
