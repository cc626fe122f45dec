using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>GET /v1/dossiers/{dossierId}/bezwaren, and one of them.</summary>
internal static class LeesBezwaren
{
    private const string Handeling = "Bezwaren geraadpleegd";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/dossiers/{dossierId}/bezwaren", AlleAsync)
            .Recht("getBezwaren", Handeling, "De bezwaren van een dossier lezen", "Geeft alle bezwaren met hun uitkomst; oudste eerst.", schrijft: false);
        v1.MapGet("/dossiers/{dossierId}/bezwaren/{bezwaarId}", EenAsync)
            .Recht("getBezwaar", Handeling, "Een bezwaar lezen", "Geeft één bezwaar van dit dossier.", schrijft: false);
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Ok<BezwarenView>, ProblemHttpResult>> AlleAsync(
        string dossierId, Caller caller, Regie regie, Rechtenlezer lezer, CancellationToken ct) =>
        await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is { } dossier
            ? TypedResults.Ok(new BezwarenView([.. (await lezer.BezwarenAsync(dossier, ct)).Select(BezwaarView.Of)]))
            : regie.Weigering.Answer();

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="bezwaarId">Nummer van het bezwaar.</param>
    internal static async Task<Results<Ok<BezwaarView>, ProblemHttpResult>> EenAsync(
        string dossierId, string bezwaarId, Caller caller, Regie regie, Rechtenlezer lezer, CancellationToken ct)
    {
        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        var id = Adres.Id(bezwaarId);
        return (await lezer.BezwarenAsync(dossier, ct)).FirstOrDefault(b => b.BezwaarId == id) is { } bezwaar
            ? TypedResults.Ok(BezwaarView.Of(bezwaar))
            : Problems.BestaatNiet.Answer();
    }
}
