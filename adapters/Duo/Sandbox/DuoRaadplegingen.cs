using System.Text.Json;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>Every question a gemeente may ask, with the version of the contract that describes it.</summary>
internal sealed class DuoRaadplegingen(DuoWereld wereld)
{
    public void Map(RouteGroupBuilder api)
    {
        MapPersoon(api, "inburgeringsplicht", DuoVersies.Inburgeringsplicht, persoon => persoon.Inburgeringsplicht);
        MapPersoon(api, "inburgeringsplicht/historie", DuoVersies.Inburgeringsplicht, DuoHistorie.OfPlicht);
        MapPersoon(api, "doelgroep", DuoVersies.Inburgeringsplicht, persoon => persoon.Doelgroep);
        MapPersoon(api, "doelgroep/historie", DuoVersies.Inburgeringsplicht, DuoHistorie.OfDoelgroep);
        MapPersoon(api, "inburgeringstermijn", DuoVersies.Inburgeringstermijn, persoon => persoon.Inburgeringstermijn);
        MapPersoon(api, "inburgeringstermijn/historie", DuoVersies.Inburgeringstermijn, DuoHistorie.OfTermijn);
        MapPersoon(api, "lbt/examennummer", DuoVersies.Leerbaarheidstoets, persoon => persoon.Examennummer);
        MapLijst(api, "lbt/resultaten", DuoVersies.Leerbaarheidstoets, persoon => persoon.LbtResultaten);
        MapLijst(api, "vrijstellingen", DuoVersies.Vrijstelling, persoon => persoon.Vrijstellingen);
        MapLijst(api, "ontheffingen", DuoVersies.Ontheffing, persoon => persoon.Ontheffingen);
        MapPersoon(api, "PIP", DuoVersies.Pip, persoon => persoon.Pip);
        MapPersoon(api, "map", DuoVersies.MapPvtZroute, persoon => Gedateerd(persoon.Map, "datumEindgesprekMap"));
        MapPersoon(api, "pvt", DuoVersies.MapPvtZroute, persoon => Gedateerd(persoon.Pvt, "datumOndertekeningPvt"));
        MapLijst(api, "uren", DuoVersies.GevolgdeUren, persoon => persoon.Uren);
        MapLijst(api, "examens/resultaten", DuoVersies.Examen, persoon => persoon.Examenresultaten);
        MapLijst(api, "examens/gratispogingen", DuoVersies.Examen, persoon => persoon.Gratispogingen);
        MapAlgemeen(api, "verlengingsgronden", DuoVersies.Inburgeringstermijn, wereld.Verlengingsgronden);
        MapAlgemeen(api, "instellingen", DuoVersies.Inburgeringsaanbod, wereld.Instellingen);
    }

    private static void MapAlgemeen(RouteGroupBuilder api, string path, string version, JsonElement answer) =>
        api.MapGet($"/{path}", context => AnswerAsync(context, Status(context), answer)).WithMetadata(new ApiVersie(version));

    private void MapLijst(RouteGroupBuilder api, string path, string version, Func<DuoPersoon, JsonElement?> part) =>
        MapPersoon(api, path, version, persoon => part(persoon) ?? DuoHistorie.Empty);

    private void MapPersoon(RouteGroupBuilder api, string path, string version, Func<DuoPersoon, JsonElement?> part) =>
        api.MapGet($"/personen/{{bsn}}/{path}", context => AnswerPersoonAsync(context, part)).WithMetadata(new ApiVersie(version));

    private Task AnswerPersoonAsync(HttpContext context, Func<DuoPersoon, JsonElement?> part)
    {
        var persoon = context.GetRouteValue("bsn") is string bsn ? wereld.Find(bsn) : null;
        var answer = persoon is null ? null : part(persoon);
        var status = Status(context) switch
        {
            StatusCodes.Status200OK when persoon is null => StatusCodes.Status404NotFound,
            StatusCodes.Status200OK when !wereld.MayAsk(context.Request, persoon) => StatusCodes.Status403Forbidden,
            StatusCodes.Status200OK when answer is null => StatusCodes.Status404NotFound,
            var other => other,
        };
        return AnswerAsync(context, status, answer);
    }

    // What was put without a date is kept, but there is no date to give; verwijtbaar is never given back.
    private static JsonElement? Gedateerd(JsonElement? part, string naam) =>
        part.Lid(naam) is null ? null : DuoDeel.Van(part.Alleen(naam));

    private static int Status(HttpContext context) =>
        DuoVerzoek.IsWellFormed(context.Request) ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    private static Task AnswerAsync(HttpContext context, int status, JsonElement? answer)
    {
        context.Response.StatusCode = status;
        return status == StatusCodes.Status200OK ? context.Response.WriteAsJsonAsync(answer, context.RequestAborted) : Task.CompletedTask;
    }
}
