using System.Text.Json;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>Every question a gemeente may ask, with the version of the contract that describes it.</summary>
internal sealed class DuoRaadplegingen(DuoWereld wereld, DateOnly today)
{
    private const string Inburgeringsplicht = "1.2.2";
    private const string Leerbaarheidstoets = "1.2.0";
    private const string Inburgeringstermijn = "1.0.0";
    private const string Pip = "1.2.0";
    private const string Examen = "1.0.0";

    public void Map(RouteGroupBuilder api)
    {
        MapPersoon(api, "inburgeringsplicht", Inburgeringsplicht, persoon => persoon.Inburgeringsplicht);
        MapPersoon(api, "inburgeringsplicht/historie", Inburgeringsplicht, DuoHistorie.OfPlicht);
        MapPersoon(api, "doelgroep", Inburgeringsplicht, persoon => persoon.Doelgroep);
        MapPersoon(api, "doelgroep/historie", Inburgeringsplicht, DuoHistorie.OfDoelgroep);
        MapPersoon(api, "inburgeringstermijn", Inburgeringstermijn, persoon => persoon.Inburgeringstermijn);
        MapPersoon(api, "inburgeringstermijn/historie", Inburgeringstermijn, DuoHistorie.OfTermijn);
        MapPersoon(api, "lbt/examennummer", Leerbaarheidstoets, persoon => persoon.Examennummer);
        MapPersoon(api, "lbt/resultaten", Leerbaarheidstoets, persoon => persoon.LbtResultaten ?? DuoHistorie.Empty);
        MapPersoon(api, "PIP", Pip, persoon => persoon.Pip);
        MapPersoon(api, "examens/resultaten", Examen, persoon => persoon.Examenresultaten ?? DuoHistorie.Empty);
        MapPersoon(api, "examens/gratispogingen", Examen, persoon => persoon.Gratispogingen ?? DuoHistorie.Empty);
        api.MapGet("/verlengingsgronden", context => AnswerAsync(context, Status(context), wereld.Verlengingsgronden))
            .WithMetadata(new ApiVersie(Inburgeringstermijn));
    }

    private void MapPersoon(RouteGroupBuilder api, string path, string version, Func<DuoPersoon, JsonElement?> part) =>
        api.MapGet($"/personen/{{bsn}}/{path}", context => AnswerPersoonAsync(context, part)).WithMetadata(new ApiVersie(version));

    private Task AnswerPersoonAsync(HttpContext context, Func<DuoPersoon, JsonElement?> part)
    {
        var persoon = context.GetRouteValue("bsn") is string bsn ? wereld.Find(bsn) : null;
        var answer = persoon is null ? null : part(persoon);
        var status = Status(context) switch
        {
            StatusCodes.Status200OK when persoon is null => StatusCodes.Status404NotFound,
            StatusCodes.Status200OK when !MayAsk(context, persoon) => StatusCodes.Status403Forbidden,
            StatusCodes.Status200OK when answer is null => StatusCodes.Status404NotFound,
            var other => other,
        };
        return AnswerAsync(context, status, answer);
    }

    private static int Status(HttpContext context) =>
        DuoVerzoek.IsWellFormed(context.Request) ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    private bool MayAsk(HttpContext context, DuoPersoon persoon) =>
        context.Request.Headers["doel"] == wereld.Oin
        && DuoScope.Allows(wereld.GemeenteOf(context.Request.Headers["bron"]), persoon, today);

    private static Task AnswerAsync(HttpContext context, int status, JsonElement? answer)
    {
        context.Response.StatusCode = status;
        return status == StatusCodes.Status200OK ? context.Response.WriteAsJsonAsync(answer, context.RequestAborted) : Task.CompletedTask;
    }
}
