using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>POST /v1/processing-activities as privacy tooling uses it.</summary>
internal static class Logboek
{
    /// <summary>A trace of its own for one request.</summary>
    public static string NieuweTrace() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Sends a request inside a trace.</summary>
    public static async Task<HttpResponseMessage> InTraceAsync(HttpClient client, HttpMethod method, string path, string traceparent, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : RunningHouse.Json(body) };
        request.Headers.TryAddWithoutValidation("traceparent", traceparent);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The lines of one page.</summary>
    public static async Task<(JsonElement[] Regels, string? Volgende)> VraagAsync(HttpClient client, object vraag, string path = "/v1/processing-activities")
    {
        using var answer = await client.PostAsync(path, RunningHouse.Json(vraag), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        var root = JsonDocument.Parse(text).RootElement;
        Assert.Equal(["processingActivities"], root.EnumerateObject().Select(p => p.Name));
        var link = answer.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
        return ([.. root.GetProperty("processingActivities").EnumerateArray()], link?[1..link.IndexOf('>', StringComparison.Ordinal)]);
    }

    public static string Attribuut(this JsonElement regel, string naam) => regel.GetProperty("attributes").GetProperty(naam).GetString()!;

    public static bool Heeft(this JsonElement regel, string naam) => regel.GetProperty("attributes").TryGetProperty(naam, out _);
}
