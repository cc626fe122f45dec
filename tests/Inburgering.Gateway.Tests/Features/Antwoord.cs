using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>One answer of the API, read.</summary>
/// <param name="Body">Undefined when there was none.</param>
internal sealed record Antwoord(HttpStatusCode Status, JsonElement Body, string? Location, string BesluitId)
{
    /// <summary>Stable code of a problem.</summary>
    public string Code => Body.GetProperty("code").GetString()!;

    /// <summary>Places of all faults, in order.</summary>
    public string Plaatsen => string.Join(' ', Body.GetProperty("errors").EnumerateArray().Select(f => f.TryGetProperty("pointer", out var p) ? p.GetString() : f.GetProperty("parameter").GetString()));

    /// <summary>The whole problem but for the number of this one case.</summary>
    public string ZonderNummer => JsonSerializer.Serialize(Body.EnumerateObject().Where(p => p.Name != "traceId").ToDictionary(p => p.Name, p => p.Value));

    public string Tekst(string naam) => Body.GetProperty(naam).GetString()!;

    public string[] Lijst(params string[] pad) =>
        [.. pad.Aggregate(Body, (element, naam) => element.GetProperty(naam)).EnumerateArray().Select(e => e.ToString())];

    /// <summary>The one line of this answer: name, 0 allowed or 1 refused, reason, doel, receiver, what left, and whether it names the dossier.</summary>
    public Task<string?> RegelAsync(RunningHouse house) => house.ScalarAsync<string>($"""
        select string_agg(concat_ws('|', c.naam, c.resultaat, coalesce(c.reden, '-'), coalesce(c.doel, '-'), coalesce(c.ontvanger, '-'), coalesce(c.geleverd, '-'), r.dossier_id is not null), ' + ')
        from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.span_id = '\x{BesluitId}'
        """);

    public static async Task<Antwoord> SendAsync(HttpClient client, HttpMethod method, string path, object? body = null, Uri? knoop = null)
    {
        var ct = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(method, knoop is null ? new Uri(path, UriKind.Relative) : new Uri(knoop, path)) { Content = body is null ? null : RunningHouse.Json(body) };
        using var response = await client.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return new Antwoord(
            response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement, response.Headers.Location?.ToString(),
            response.Headers.GetValues("Besluit-Id").Single());
    }
}
