using System.Net.Http.Headers;

namespace Inburgering.Gateway.Sandbox.Taalaanbieder;

/// <summary>Two schools as a gateway meets them, one of them for two gemeenten: they send messages and files, and take persons in. Another school is a client more.</summary>
public sealed class TaalaanbiederSandbox(GatewayZender zender, TimeProvider clock) : Berichtenpartner(
    "taalaanbieder",
    new Berichtzendingen(zender, clock, (Clients[0], Taalpunt), (Clients[1], Taalpunt), (Clients[2], "urn:nld:oin:00000003999990011000:systeem:leerlingen")),
    new Aanmeldingen(new Dictionary<string, IReadOnlyDictionary<string, string[]>>
    {
        ["leerroute"] = new Dictionary<string, string[]>
        {
            ["IDN"] = ["naam", "geboortedatum"],
            ["CON"] = ["telefoon", "email"],
            ["PIP"] = ["leerroute", "niveau", "indicatorAlfabetiseringsonderwijs"],
            ["AAN"] = ["aanbiedingen.verwachteStartdatumOpleiding"],
            ["CPS"] = ["regievoerder", "telefoon", "email"],
        },
    }))
{
    private const string Taalpunt = "urn:nld:oin:00000003999990010000:systeem:leerlingen";
    private static readonly string[] Clients = ["taalpunt-1708", "taalpunt-0171", "schakelcollege-1708"];

    public override void MapBediening(RouteGroupBuilder bediening)
    {
        base.MapBediening(bediening);
        bediening.MapPost("/bestanden", SendFileAsync);
    }

    /// <summary>POST /_sandbox/taalaanbieder/bestanden?client=…&amp;gedeeltelijk=…: the body goes out as it is, as a file of that school; the answer is the gateway's.</summary>
    private async Task<IResult> SendFileAsync(HttpRequest request, string? client, bool? gedeeltelijk, CancellationToken ct)
    {
        var afzender = client ?? Clients[0];
        if (!Clients.Contains(afzender))
        {
            return Results.Problem("Deze school kent de sandbox niet.", statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(gedeeltelijk is true ? "/v1/leveringsbestanden?gedeeltelijk=true" : "/v1/leveringsbestanden", UriKind.Relative));
            message.Content = new StreamContent(request.Body) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
            using var answer = await zender.SendAsync(message, afzender, "berichten:leveren", ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            return Results.Json(new { status = (int)answer.StatusCode, location = answer.Headers.Location?.OriginalString, body = body.Length > 0 ? body : null }, statusCode: (int)answer.StatusCode);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Results.Problem("De gateway antwoordt niet, gaf geen token, of de sleutel van de client ontbreekt.", statusCode: StatusCodes.Status502BadGateway);
        }
    }
}
