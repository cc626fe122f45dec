using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>GET /v1/dossiers/{dossierId}/beperkingen, and one of them.</summary>
internal static class LeesBeperkingen
{
    private const string Handeling = "Beperkingen geraadpleegd";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/dossiers/{dossierId}/beperkingen", AlleAsync)
            .Recht("getBeperkingen", Handeling, "De beperkingen van een dossier lezen", "Geeft alle beperkingen, ook die zijn opgeheven; oudste eerst.", schrijft: false);
        v1.MapGet("/dossiers/{dossierId}/beperkingen/{beperkingId}", EenAsync)
            .Recht("getBeperking", Handeling, "Een beperking lezen", "Geeft één beperking van dit dossier.", schrijft: false);
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Ok<BeperkingenView>, ProblemHttpResult>> AlleAsync(
        string dossierId, Caller caller, Regie regie, Rechtenlezer lezer, CancellationToken ct) =>
        await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is { } dossier
            ? TypedResults.Ok(new BeperkingenView([.. (await lezer.BeperkingenAsync(dossier, ct)).Select(BeperkingView.Of)]))
            : regie.Weigering.Answer();

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="beperkingId">Nummer van de beperking.</param>
    internal static async Task<Results<Ok<BeperkingView>, ProblemHttpResult>> EenAsync(
        string dossierId, string beperkingId, Caller caller, Regie regie, Rechtenlezer lezer, CancellationToken ct)
    {
        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        var id = Adres.Id(beperkingId);
        return (await lezer.BeperkingenAsync(dossier, ct)).FirstOrDefault(b => b.BeperkingId == id) is { } beperking
            ? TypedResults.Ok(BeperkingView.Of(beperking))
            : Problems.BestaatNiet.Answer();
    }
}
