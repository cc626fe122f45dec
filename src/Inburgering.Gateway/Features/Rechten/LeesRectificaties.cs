using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>GET /v1/dossiers/{dossierId}/rectificaties, and one of them with what it said before.</summary>
internal static class LeesRectificaties
{
    private const string Handeling = "Rectificaties geraadpleegd";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/dossiers/{dossierId}/rectificaties", AlleAsync)
            .Recht("getRectificaties", Handeling, "De rectificaties van een dossier lezen", "Geeft welke velden zijn verbeterd, zonder hun inhoud; oudste eerst.", schrijft: false);
        v1.MapGet("/dossiers/{dossierId}/rectificaties/{rectificatieId}", EenAsync)
            .Recht(
                "getRectificatie", Handeling, "Een rectificatie lezen",
                "Geeft één rectificatie met de oude en de nieuwe waarde, voor zover u dit veld mag zien en er geen beperking op rust.", schrijft: false);
    }

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    internal static async Task<Results<Ok<RectificatiesView>, ProblemHttpResult>> AlleAsync(
        string dossierId, Caller caller, Rechtenloket loket, Rechtenlezer lezer, CancellationToken ct) =>
        await loket.VraagAsync(caller, dossierId, ct) is { } toegang
            ? TypedResults.Ok(new RectificatiesView([.. (await lezer.RectificatiesAsync(toegang.Grant, ct)).Select(RectificatieView.Of)]))
            : loket.Weigering;

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="rectificatieId">Nummer van de rectificatie.</param>
    internal static async Task<Results<Ok<RectificatieView>, ProblemHttpResult>> EenAsync(
        string dossierId, string rectificatieId, Caller caller, Rechtenloket loket, Rechtenlezer lezer, AccessDesk access, CancellationToken ct)
    {
        if (await loket.VraagAsync(caller, dossierId, ct) is not { } toegang)
        {
            return loket.Weigering;
        }

        var id = Rechtenloket.Id(rectificatieId);
        if ((await lezer.RectificatiesAsync(toegang.Grant, ct)).FirstOrDefault(r => r.RectificatieId == id) is not { } rectificatie)
        {
            return Problems.BestaatNiet.Answer();
        }

        var taken = (await lezer.CorrectietakenAsync(toegang.Grant, ct)).Where(t => t.RectificatieId == id).Select(CorrectietaakView.Of).ToArray();
        var (oud, nieuw) = access.MagWaarde(toegang.Grant, toegang.Facts, rectificatie.Categorie, rectificatie.Veld)
            ? await lezer.WaardenAsync(toegang.Grant, rectificatie, ct)
            : default;
        return TypedResults.Ok(RectificatieView.Of(rectificatie) with { OudeWaarde = oud, NieuweWaarde = nieuw, Correctietaken = taken });
    }
}
