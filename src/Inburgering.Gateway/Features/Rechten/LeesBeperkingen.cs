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
        string dossierId, Caller caller, Rechtenloket loket, Rechtenlezer lezer, CancellationToken ct) =>
        await loket.VraagAsync(caller, dossierId, ct) is { } toegang
            ? TypedResults.Ok(new BeperkingenView([.. (await lezer.BeperkingenAsync(toegang.Grant, ct)).Select(BeperkingView.Of)]))
            : loket.Weigering;

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="beperkingId">Nummer van de beperking.</param>
    internal static async Task<Results<Ok<BeperkingView>, ProblemHttpResult>> EenAsync(
        string dossierId, string beperkingId, Caller caller, Rechtenloket loket, Rechtenlezer lezer, CancellationToken ct)
    {
        if (await loket.VraagAsync(caller, dossierId, ct) is not { } toegang)
        {
            return loket.Weigering;
        }

        var id = Rechtenloket.Id(beperkingId);
        return (await lezer.BeperkingenAsync(toegang.Grant, ct)).FirstOrDefault(b => b.BeperkingId == id) is { } beperking
            ? TypedResults.Ok(BeperkingView.Of(beperking))
            : Problems.BestaatNiet.Answer();
    }
}
