using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Coa;

/// <summary>POST /_sandbox/coa/zendingen: COA sends one message or several, each as often and in the order that is asked, and tells what it was answered.</summary>
/// <remarks>
/// An order is <c>{"type": "koppeling", "data": {…}}</c>; also <c>id</c>, <c>source</c>, <c>time</c>, <c>sequence</c>, made when left out, and
/// <c>keer</c> (how often the same is sent, once when left out). A list of orders is sent from first to last with numbers in
/// that order; <c>"volgorde": "omgekeerd"</c> beside a list <c>"zendingen"</c> sends them from last to first.
/// </remarks>
internal sealed class CoaZendingen(GatewayZender zender, TimeProvider clock)
{
    private const string Client = "coa";
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
            foreach (var (bericht, keer) in berichten)
            {
                for (var i = 0; i < keer; i++)
                {
                    verslagen.Add(await ForwardAsync(bericht, ct));
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
            return Results.Problem("De gateway antwoordt niet, gaf geen token, of de sleutel van coa ontbreekt.", statusCode: StatusCodes.Status502BadGateway);
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

    private (JsonObject Bericht, int Keer) Make(JsonObject order)
    {
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
            ["source"] = (string?)order["source"] ?? "urn:nld:oin:00000001999990008000:systeem:coa",
            ["type"] = naam.Contains('.', StringComparison.Ordinal) ? naam : $"nl.inburgering.{naam}",
            ["time"] = (string?)order["time"] ?? clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["sequence"] = (string?)order["sequence"] ?? Interlocked.Increment(ref volgnummer).ToString(CultureInfo.InvariantCulture),
            ["sequencetype"] = "Integer",
            ["datacontenttype"] = "application/json",
            ["data"] = data.DeepClone(),
        };
        return (bericht, keer);
    }

    private async Task<Verslag> ForwardAsync(JsonObject bericht, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/berichten", UriKind.Relative));
        message.Content = new StringContent(bericht.ToJsonString(), Encoding.UTF8, "application/cloudevents+json");
        using var answer = await zender.SendAsync(message, Client, "berichten:leveren", ct);
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
internal sealed record Verslag(int Status, string Type, string Id, string Sequence, string? Location, string? Body);
