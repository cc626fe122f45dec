using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Sandbox;

/// <summary>POST /{partner}/v1/aanmeldingen: a partner that takes persons in. Strict: what its contract does not name is refused and not kept. The same id again is answered the same and counts once.</summary>
/// <param name="taken">Per taak what may be told: category to fields; "aanbiedingen.verwachteStartdatumOpleiding" is a list of lines with that part alone.</param>
public sealed partial class Aanmeldingen(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> taken)
{
    private static readonly string[] Envelop = ["specversion", "id", "source", "type", "time", "datacontenttype", "data"];
    private static readonly JsonDocumentOptions Streng = new() { AllowDuplicateProperties = false, MaxDepth = 16 };
    private readonly Lock gate = new();
    private readonly Dictionary<(string Source, string Id), Ontvangen> ontvangen = [];

    /// <summary>The partner's own operation.</summary>
    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentType?.Split(';')[0].Trim() != "application/cloudevents+json")
        {
            return Results.Problem("Stuur application/cloudevents+json.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        var (bericht, fouten) = await ReadAsync(request, ct);
        if (fouten.Count > 0)
        {
            return Results.Problem(string.Join(' ', fouten), statusCode: StatusCodes.Status400BadRequest);
        }

        Keep(bericht!);
        request.HttpContext.Features.Get<Verzoek>()?.Accept((JsonObject)bericht!.DeepClone());
        return Results.Accepted();
    }

    public void Herstel()
    {
        lock (gate)
        {
            ontvangen.Clear();
        }
    }

    /// <summary>Each aanmelding once, oldest first, with how often it came.</summary>
    public IReadOnlyList<Ontvangen> All()
    {
        lock (gate)
        {
            return [.. ontvangen.Values];
        }
    }

    private void Keep(JsonObject bericht)
    {
        lock (gate)
        {
            var naam = ((string)bericht["source"]!, (string)bericht["id"]!);
            ontvangen[naam] = ontvangen.TryGetValue(naam, out var eerder) ? eerder with { Keren = eerder.Keren + 1 } : new Ontvangen(naam.Item2, naam.Item1, 1, (JsonObject)bericht["data"]!.DeepClone());
        }
    }

    private async Task<(JsonObject? Bericht, IReadOnlyList<string> Fouten)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, documentOptions: Streng, cancellationToken: ct) is JsonObject bericht
                ? (bericht, [.. Faults(bericht)])
                : (null, ["Is geen object."]);
        }
        catch (JsonException)
        {
            return (null, ["Is geen JSON."]);
        }
    }

    private IEnumerable<string> Faults(JsonObject bericht)
    {
        foreach (var fout in Names(bericht, Envelop, string.Empty).Concat(Context(bericht)))
        {
            yield return fout;
        }

        if (bericht["data"] is not JsonObject data)
        {
            yield return "/data is geen object.";
            yield break;
        }

        foreach (var fout in Names(data, ["partnerReferentie", "taak", "gegevens"], "/data"))
        {
            yield return fout;
        }

        if (!Referentie().IsMatch(Text(data["partnerReferentie"])))
        {
            yield return "/data/partnerReferentie is geen partnerReferentie.";
        }

        if (!taken.TryGetValue(Text(data["taak"]), out var velden) || data["gegevens"] is not JsonObject gegevens)
        {
            yield return "/data/taak en /data/gegevens passen niet bij deze partner.";
            yield break;
        }

        foreach (var fout in Names(gegevens, [.. velden.Keys], "/data/gegevens").Concat(gegevens.SelectMany(c => Category(velden, c.Key, c.Value))))
        {
            yield return fout;
        }
    }

    private static IEnumerable<string> Context(JsonObject bericht)
    {
        var goed = Text(bericht["specversion"]) == "1.0" && Guid.TryParseExact(Text(bericht["id"]), "D", out _) && Source().IsMatch(Text(bericht["source"]))
            && Text(bericht["type"]) == "nl.inburgering.aanmelding" && Text(bericht["datacontenttype"]) == "application/json"
            && DateTimeOffset.TryParseExact(Text(bericht["time"]), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        return goed ? [] : ["De envelop is niet die van nl.inburgering.aanmelding."];
    }

    private static IEnumerable<string> Category(IReadOnlyDictionary<string, string[]> velden, string code, JsonNode? waarde)
    {
        if (waarde is not JsonObject categorie || !velden.TryGetValue(code, out var mag))
        {
            return waarde is JsonObject ? [] : [$"/data/gegevens/{code} is geen object."];
        }

        var plaats = $"/data/gegevens/{code}";
        return Names(categorie, [.. mag.Select(v => v.Split('.')[0])], plaats).Concat(categorie.SelectMany(v => Field(mag, v.Key, v.Value, $"{plaats}/{v.Key}")));
    }

    private static IEnumerable<string> Field(string[] mag, string veld, JsonNode? waarde, string plaats)
    {
        var delen = mag.Where(v => v.StartsWith(veld + '.', StringComparison.Ordinal)).Select(v => v.Split('.')[1]).ToArray();
        if (delen.Length == 0)
        {
            return waarde is JsonArray or JsonValue ? [] : [$"{plaats} is leeg of een object."];
        }

        return waarde is JsonArray lijst && lijst.Count > 0 && lijst.All(regel => regel is JsonObject)
            ? lijst.SelectMany(regel => Names((JsonObject)regel!, delen, plaats))
            : [$"{plaats} is geen lijst van regels."];
    }

    private static IEnumerable<string> Names(JsonObject gegeven, string[] mag, string plaats) =>
        gegeven.Select(v => v.Key).Where(naam => !mag.Contains(naam)).Select(naam => $"{plaats}/{naam} staat niet in het contract.");

    private static string Text(JsonNode? node) => node is JsonValue waarde && waarde.TryGetValue<string>(out var tekst) ? tekst : string.Empty;

    [GeneratedRegex("^PR-[0-9A-HJKMNP-TV-Z]{10}$", RegexOptions.None, 1000)]
    private static partial Regex Referentie();

    [GeneratedRegex("^urn:nld:oin:[0-9A-Za-z]{20}:systeem:[a-z-]+$", RegexOptions.None, 1000)]
    private static partial Regex Source();
}

/// <summary>One aanmelding as the partner has it.</summary>
/// <param name="Keren">How often it came; it counts once.</param>
public sealed record Ontvangen(string Id, string Source, int Keren, JsonObject Data);
