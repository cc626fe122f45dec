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
        string dossierId, Caller caller, Regie regie, Rechtenlezer lezer, CancellationToken ct) =>
        await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is { } dossier
            ? TypedResults.Ok(new RectificatiesView([.. (await lezer.RectificatiesAsync(dossier, ct)).Select(RectificatieView.Of)]))
            : regie.Weigering.Answer();

    /// <param name="dossierId">Het id waaronder u het dossier kent.</param>
    /// <param name="rectificatieId">Nummer van de rectificatie.</param>
    internal static async Task<Results<Ok<RectificatieView>, ProblemHttpResult>> EenAsync(
        string dossierId, string rectificatieId, Caller caller, Regie regie, Rechtenlezer lezer, AccessDesk access, CancellationToken ct)
    {
        if (await regie.OpenAvgRechtAsync(caller, Adres.Id(dossierId), ct) is not { } dossier)
        {
            return regie.Weigering.Answer();
        }

        var id = Adres.Id(rectificatieId);
        if ((await lezer.RectificatiesAsync(dossier, ct)).FirstOrDefault(r => r.RectificatieId == id) is not { } rectificatie)
        {
            return Problems.BestaatNiet.Answer();
        }

        var taken = (await lezer.CorrectietakenAsync(dossier, ct)).Where(t => t.RectificatieId == id).Select(CorrectietaakView.Of).ToArray();
        var (oud, nieuw) = access.MagWaarde(dossier, regie.Feiten!, rectificatie.Categorie, rectificatie.Veld)
            ? await lezer.WaardenAsync(dossier, rectificatie, ct)
            : default;
        return TypedResults.Ok(RectificatieView.Of(rectificatie) with { OudeWaarde = oud, NieuweWaarde = nieuw, Correctietaken = taken });
    }
}
