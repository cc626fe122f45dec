using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>Changes and shows what DUO knows. A BSN stands in the body, never in the address.</summary>
internal sealed class DuoAdministratie(DuoWereld wereld)
{
    public void Map(RouteGroupBuilder bediening)
    {
        bediening.MapPost("/personen", (HttpRequest request, CancellationToken ct) => WithAsync(request, Change, ct));
        bediening.MapPost("/personen/_zoek", (HttpRequest request, CancellationToken ct) => WithAsync(request, Find, ct));
        bediening.MapGet("/contactpersonen", Contactpersonen);
        bediening.MapGet("/dag", () => Results.Json(new { vandaag = wereld.Vandaag }));
        bediening.MapPost("/dag", (Dag dag) => Turn(dag.Vandaag));
        bediening.MapPost("/gemeenten", (Gemeente gemeente) => Join(gemeente));
    }

    private IResult Join(Gemeente gemeente)
    {
        wereld.Join(gemeente.Oin, gemeente.Gemeentecode);
        return Results.NoContent();
    }

    private static async Task<IResult> WithAsync(HttpRequest request, Func<string, JsonObject, IResult> act, CancellationToken ct)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: ct) is JsonObject body && body["bsn"]?.GetValue<string>() is { } bsn
                ? act(bsn, body)
                : Refuse("Geef een object met bsn, en de delen die veranderen zoals in config/demo/duo.json.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Refuse("Geen goede JSON, of een deel dat DUO niet kent: zie de namen in config/demo/duo.json.");
        }
    }

    private IResult Change(string bsn, JsonObject body)
    {
        if (body["onbekend"]?.GetValue<bool>() is true)
        {
            wereld.Forget(bsn);
        }
        else
        {
            body.Remove("onbekend");
            wereld.Replace(bsn, body);
        }

        return Results.NoContent();
    }

    private IResult Find(string bsn, JsonObject body)
    {
        if (wereld.Find(bsn) is not { } persoon)
        {
            return Results.Problem("DUO kent deze persoon niet.", statusCode: StatusCodes.Status404NotFound);
        }

        var parts = DuoWereld.Parts(persoon);
        parts.Remove("bsn");
        return Results.Json(parts);
    }

    private IResult Contactpersonen() => Results.Json(wereld.Change(() => wereld.Contactpersonen.All.Select(one => new
    {
        one.Id,
        one.Gemeentecode,
        contactpersoongegevens = one.Gegevens,
        koppelingen = wereld.Personen.Count(persoon => persoon.Contactpersoon == one.Id),
    }).ToList()));

    private IResult Turn(DateOnly vandaag)
    {
        wereld.Vandaag = vandaag;
        return Results.NoContent();
    }

    private static IResult Refuse(string why) => Results.Problem(why, statusCode: StatusCodes.Status400BadRequest);

    private sealed record Dag(DateOnly Vandaag);

    private sealed record Gemeente(string Oin, string Gemeentecode);
}
