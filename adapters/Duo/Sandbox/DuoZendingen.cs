using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>POST /_sandbox/duo/zendingen: DUO notifies the gemeente once, and tells what it answered.</summary>
internal sealed class DuoZendingen(DuoBezorging bezorging)
{
    public async Task<IResult> SendAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            if (await JsonNode.ParseAsync(request.Body, cancellationToken: ct) is not JsonObject body)
            {
                return Refuse("Geef een notificatie als JSON-object.");
            }

            return bezorging.Make(body) is { } zending
                ? await ForwardAsync(zending, ct)
                : Refuse("Geef gemeente (code) of doel (OIN): DUO kent deze persoon niet, of niet met een V-nummer.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Refuse("Geen goede JSON.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Results.Problem(
                "De gateway antwoordt niet, gaf geen token, of de sleutel van duo ontbreekt.", statusCode: StatusCodes.Status502BadGateway);
        }
    }

    private async Task<IResult> ForwardAsync(DuoZending zending, CancellationToken ct)
    {
        using var answer = await bezorging.SendAsync(zending, await bezorging.LoginAsync(ct), ct);
        var report = new
        {
            status = (int)answer.StatusCode,
            berichtId = zending.BerichtId,
            apiVersion = answer.Headers.TryGetValues("API-Version", out var versions) ? string.Join(',', versions) : null,
            body = await answer.Content.ReadAsStringAsync(ct),
        };
        return Results.Json(report, statusCode: report.status);
    }

    private static IResult Refuse(string why) => Results.Problem(why, statusCode: StatusCodes.Status400BadRequest);
}
