using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>POST /_sandbox/duo/personen: changes what DUO knows. The BSN stands in the body, never in the address.</summary>
internal static class DuoPersonen
{
    public static async Task<IResult> ChangeAsync(HttpRequest request, DuoWereld wereld, CancellationToken ct)
    {
        try
        {
            var body = await JsonNode.ParseAsync(request.Body, cancellationToken: ct) as JsonObject;
            if (body?["bsn"]?.GetValue<string>() is not { } bsn)
            {
                return Refuse("Geef een object met bsn, en de delen die veranderen zoals in config/demo/duo.json.");
            }

            Apply(wereld, bsn, body);
            return Results.NoContent();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Refuse("Geen goede JSON, of een deel dat DUO niet kent: zie de namen in config/demo/duo.json.");
        }
    }

    private static void Apply(DuoWereld wereld, string bsn, JsonObject body)
    {
        if (body["onbekend"]?.GetValue<bool>() is true)
        {
            wereld.Forget(bsn);
        }
        else
        {
            body.Remove("onbekend");
            wereld.Change(bsn, body);
        }
    }

    private static IResult Refuse(string why) => Results.Problem(why, statusCode: StatusCodes.Status400BadRequest);
}
