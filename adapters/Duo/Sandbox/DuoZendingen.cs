using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>POST /_sandbox/duo/zendingen: DUO notifies the gateway.</summary>
/// <remarks>
/// The body is the notification of the published contract. <c>gemeente</c> (code) or <c>doel</c> (OIN) says for whom, else the
/// person's own gemeente; <c>berichtId</c>, <c>bron</c> and <c>registratieDatumTijd</c> are made when left out.
/// </remarks>
internal sealed class DuoZendingen(DuoWereld wereld, GatewayZender zender, TimeProvider clock)
{
    public async Task<IResult> SendAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: ct) is JsonObject body
                ? await ForwardAsync(body, ct)
                : Refuse(StatusCodes.Status400BadRequest, "Geef een notificatie als JSON-object.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "Geen goede JSON.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Refuse(StatusCodes.Status502BadGateway, "De gateway antwoordt niet, gaf geen token, of de sleutel van duo ontbreekt.");
        }
    }

    private async Task<IResult> ForwardAsync(JsonObject body, CancellationToken ct)
    {
        var berichtId = Take(body, "berichtId") ?? Guid.NewGuid().ToString();
        var bron = Take(body, "bron") ?? wereld.Oin;
        var gemeente = Take(body, "gemeente");
        var doel = Take(body, "doel") ?? wereld.OinOf(gemeente ?? GemeenteOf(body));
        if (doel is null)
        {
            return Refuse(StatusCodes.Status400BadRequest, "Geef gemeente (code) of doel (OIN): DUO kent deze persoon niet.");
        }

        body.TryAdd("registratieDatumTijd", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/notificaties", UriKind.Relative));
        message.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        message.Headers.Add("bron", bron);
        message.Headers.Add("doel", doel);
        message.Headers.Add("berichtId", berichtId);
        using var answer = await zender.SendAsync(message, "duo", "notificaties:leveren", ct);
        return await ReportAsync(answer, berichtId, ct);
    }

    private static async Task<IResult> ReportAsync(HttpResponseMessage answer, string berichtId, CancellationToken ct)
    {
        var report = new
        {
            status = (int)answer.StatusCode,
            berichtId,
            apiVersion = answer.Headers.TryGetValues("API-Version", out var versions) ? string.Join(',', versions) : null,
            body = await answer.Content.ReadAsStringAsync(ct),
        };
        return Results.Json(report, statusCode: report.status);
    }

    private string? GemeenteOf(JsonObject body) => (body["bsn"], body["vNummer"]) switch
    {
        ({ } bsn, _) => wereld.Find(bsn.GetValue<string>())?.Gemeentecode,
        (_, { } number) => wereld.FindByVNummer(number.GetValue<long>())?.Gemeentecode,
        _ => null,
    };

    private static string? Take(JsonObject body, string name)
    {
        var value = body[name]?.GetValue<string>();
        body.Remove(name);
        return value;
    }

    private static IResult Refuse(int status, string why) => Results.Problem(why, statusCode: status);
}
