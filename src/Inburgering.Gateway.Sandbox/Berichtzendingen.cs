using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox;

/// <summary>POST /_sandbox/{partner}/zendingen: the partner sends one message or several, each as often and in the order that is asked, and tells what it was answered.</summary>
/// <remarks>
/// An order is <c>{"type": "koppeling", "data": {…}}</c>; also <c>id</c>, <c>source</c>, <c>time</c>, <c>sequence</c>, made when left out, and
/// <c>keer</c> (how often the same is sent, once when left out) and, where the partner has several, <c>client</c>, as which it is sent. A list of orders is sent from first to last with numbers in
/// that order; <c>"volgorde": "omgekeerd"</c> beside a list <c>"zendingen"</c> sends them from last to first.
/// </remarks>
/// <param name="bronnen">Client to the source it names itself by; the first sends what names no client.</param>
public sealed class Berichtzendingen(GatewayZender zender, TimeProvider clock, params IReadOnlyList<(string Client, string Source)> bronnen)
{
    private const int MeesteKeren = 100;
    private const int Most = 10_000;
    private readonly ConcurrentQueue<Verslag> verzonden = new();
    private int volgnummer;

    public async Task<IResult> SendAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            var (orders, omgekeerd) = Read(await JsonNode.ParseAsync(request.Body, cancellationToken: ct));
            var berichten = orders.Select(Make).ToArray();
            if (omgekeerd)
            {
                Array.Reverse(berichten);
            }

            var verslagen = new List<Verslag>();
            foreach (var (bericht, client, keer) in berichten)
            {
                for (var i = 0; i < keer; i++)
                {
                    verslagen.Add(await ForwardAsync(bericht, client, ct));
                }
            }

            return verslagen is [var een] && orders.Count == 1 ? Results.Json(een, statusCode: een.Status) : Results.Json(verslagen);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return Results.Problem("Geef een zending {\"type\", \"data\"}, een lijst daarvan, of {\"zendingen\": […], \"volgorde\": \"omgekeerd\"}.", statusCode: StatusCodes.Status400BadRequest);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Results.Problem("De gateway antwoordt niet, gaf geen token, of de sleutel van de client ontbreekt.", statusCode: StatusCodes.Status502BadGateway);
        }
    }

    /// <summary>What was sent and answered, oldest first: types and numbers, no person.</summary>
    public IReadOnlyList<Verslag> All() => [.. verzonden];

    public void Herstel()
    {
        verzonden.Clear();
        volgnummer = 0;
    }

    private static (IReadOnlyList<JsonObject> Orders, bool Omgekeerd) Read(JsonNode? body) => body switch
    {
        JsonArray lijst => (Objects(lijst), false),
        JsonObject reeks when reeks["zendingen"] is JsonArray lijst => (Objects(lijst), (string?)reeks["volgorde"] == "omgekeerd"),
        JsonObject een => ([een], false),
        _ => throw new FormatException(),
    };

    private static List<JsonObject> Objects(JsonArray lijst) => [.. lijst.Select(item => item as JsonObject ?? throw new FormatException())];

    private (JsonObject Bericht, string Client, int Keer) Make(JsonObject order)
    {
        var client = (string?)order["client"] ?? bronnen[0].Client;
        var keer = (int?)order["keer"] ?? 1;
        if (order["type"] is not JsonValue type || order["data"] is not JsonObject data || keer is < 1 or > MeesteKeren)
        {
            throw new FormatException();
        }

        var naam = type.GetValue<string>();
        var bericht = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = (string?)order["id"] ?? Guid.NewGuid().ToString(),
            ["source"] = (string?)order["source"] ?? bronnen.FirstOrDefault(b => b.Client == client).Source ?? throw new FormatException(),
            ["type"] = naam.Contains('.', StringComparison.Ordinal) ? naam : $"nl.inburgering.{naam}",
            ["time"] = (string?)order["time"] ?? clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["sequence"] = (string?)order["sequence"] ?? Interlocked.Increment(ref volgnummer).ToString(CultureInfo.InvariantCulture),
            ["sequencetype"] = "Integer",
            ["datacontenttype"] = "application/json",
            ["data"] = data.DeepClone(),
        };
        return (bericht, client, keer);
    }

    private async Task<Verslag> ForwardAsync(JsonObject bericht, string client, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/berichten", UriKind.Relative));
        message.Content = new StringContent(bericht.ToJsonString(), Encoding.UTF8, "application/cloudevents+json");
        using var answer = await zender.SendAsync(message, client, "berichten:leveren", ct);
        var body = await answer.Content.ReadAsStringAsync(ct);
        var verslag = new Verslag((int)answer.StatusCode, (string)bericht["type"]!, (string)bericht["id"]!, (string)bericht["sequence"]!, answer.Headers.Location?.OriginalString, body.Length > 0 ? body : null);
        verzonden.Enqueue(verslag);
        if (verzonden.Count > Most)
        {
            verzonden.TryDequeue(out _);
        }

        return verslag;
    }
}

/// <summary>One message sent.</summary>
/// <param name="Location">Where the gateway says it can be followed; null: it gave none.</param>
/// <param name="Body">The gateway's answer; null: empty.</param>
public sealed record Verslag(int Status, string Type, string Id, string Sequence, string? Location, string? Body);
