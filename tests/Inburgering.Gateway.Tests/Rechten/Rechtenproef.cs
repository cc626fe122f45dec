using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Rechten;

/// <summary>Calls of the gemeente's own system about the rights of one person.</summary>
internal static class Rechtenproef
{
    public const string Hasan = "999990019";
    public const string Leerroute = "uitvoeren-leerroute";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A dossier as the regievoerder knows it, with its client.</summary>
    public static async Task<(HttpClient Regie, string Dossier)> RegieAsync(this RunningHouse house, string bsn = Hasan)
    {
        var regie = await house.AsAsync("zaaksysteem-1708");
        return (regie, await RunningHouse.FindAsync(regie, bsn, "regie-voeren"));
    }

    /// <summary>The id by which a partner without a BSN knows the dossier.</summary>
    public static async Task<string> ExternIdAsync(this RunningHouse house, string client, string dossier) =>
        $"{await house.ScalarAsync<Guid>($"select extern_id from dossiers.relatie where client_id = '{client}' and dossier_id = '{dossier}' and geldig_tot is null")}";

    public static async Task<(HttpStatusCode Status, JsonElement Body, string? Location)> PostAsync(this HttpClient client, string path, object? body = null)
    {
        using var response = await client.PostAsync(path, body is null ? null : RunningHouse.Json(body), Ct);
        return (response.StatusCode, Parse(await response.Content.ReadAsStringAsync(Ct)), response.Headers.Location?.OriginalString);
    }

    /// <summary>What was recorded; anything but 200 or 201 is a failure.</summary>
    public static async Task<JsonElement> DoAsync(this HttpClient client, string path, object? body = null)
    {
        var (status, answer, _) = await client.PostAsync(path, body);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created, $"{status} {answer}");
        return answer;
    }

    public static async Task<(HttpStatusCode Status, JsonElement Body)> ReadAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Ct);
        return (response.StatusCode, Parse(await response.Content.ReadAsStringAsync(Ct)));
    }

    /// <summary>The categories this client reads of the dossier.</summary>
    public static async Task<JsonElement> GegevensAsync(this HttpClient client, string dossier, string doel)
    {
        var (status, body) = await client.ReadAsync($"/v1/dossiers/{dossier}?doel={doel}");
        Assert.Equal(HttpStatusCode.OK, status);
        return body.GetProperty("gegevens");
    }

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>"/zaaknummer", in order.</summary>
    public static string[] Pointers(this JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()!).Order(StringComparer.Ordinal)];

    /// <summary>Lines of this act about this dossier.</summary>
    public static Task<long> RegelsAsync(this RunningHouse house, string dossier, string naam, string extra = "true") => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.dossier_id = '{dossier}' and c.naam = '{naam}' and {extra}
        """);

    private static JsonElement Parse(string text) => text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
}
