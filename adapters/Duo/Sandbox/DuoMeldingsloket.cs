using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>The walk of every melding: its form, who it is about, who sends it, and only then what it asks.</summary>
internal sealed class DuoMeldingsloket(DuoWereld wereld)
{
    /// <summary>An operation on a person.</summary>
    /// <param name="velden">Null: the operation has no body.</param>
    public void Map(
        RouteGroupBuilder api, string method, string path, string version, IReadOnlyList<DuoVeld>? velden, Func<DuoMelding, DuoAntwoord> verwerk) =>
        MapVrij(api, method, path, version, velden, (context, body) => OverPersoon(context, body, verwerk));

    /// <summary>An operation on something else than a person; it finds out itself who may do it.</summary>
    public void MapVrij(
        RouteGroupBuilder api, string method, string path, string version, IReadOnlyList<DuoVeld>? velden, Func<HttpContext, JsonObject, DuoAntwoord> verwerk) =>
        api.MapMethods(path, [method], context => AnswerAsync(context, velden, verwerk)).WithMetadata(new ApiVersie(version));

    /// <summary>The gemeente that sends; null when DUO does not know it, or the message is for somebody else.</summary>
    public string? Afzender(HttpContext context) =>
        context.Request.Headers["doel"] == wereld.Oin ? wereld.GemeenteOf(context.Request.Headers["bron"]) : null;

    private async Task AnswerAsync(HttpContext context, IReadOnlyList<DuoVeld>? velden, Func<HttpContext, JsonObject, DuoAntwoord> verwerk)
    {
        var body = velden is null ? [] : await DuoLichaam.ReadAsync(context.Request, velden);
        var answer = body is null || !DuoVerzoek.IsWellFormed(context.Request)
            ? DuoAntwoord.Onjuist
            : wereld.Change(() => verwerk(context, body));
        if (answer.IsGelukt)
        {
            context.Features.Get<Verzoek>()?.Accept(velden is null ? null : body);
        }

        await answer.WriteAsync(context);
    }

    private DuoAntwoord OverPersoon(HttpContext context, JsonObject body, Func<DuoMelding, DuoAntwoord> verwerk)
    {
        if (context.GetRouteValue("bsn") is not string bsn || wereld.Find(bsn) is not { } persoon)
        {
            return DuoAntwoord.NietGevonden;
        }

        return wereld.MayAsk(context.Request, persoon)
            ? verwerk(new DuoMelding(persoon, Afzender(context)!, body, context.Request.RouteValues))
            : DuoAntwoord.NietGeautoriseerd;
    }
}
