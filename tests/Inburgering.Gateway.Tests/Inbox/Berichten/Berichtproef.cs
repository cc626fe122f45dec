using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>One house for what partners deliver: every test has persons of its own.</summary>
[CollectionDefinition(Collection)]
public sealed class Berichtenhuis : ICollectionFixture<RunningHouse>
{
    public const string Collection = "huis waar partners leveren";
}

/// <summary>A person nobody knows yet.</summary>
internal sealed record Nieuweling(string VNummer, string Bsn)
{
    private static readonly string[] Vrij = [.. Bsnreeks.Vrij.Reverse().Except(Voorbeelden())];
    private static int aantal;

    public static Nieuweling Maak()
    {
        var n = Interlocked.Increment(ref aantal);
        return new Nieuweling((2_910_000_000 + n).ToString(CultureInfo.InvariantCulture), Vrij[n]);
    }

    /// <summary>Persons of the adapters' examples: what is delivered from there opens dossiers of theirs.</summary>
    private static IEnumerable<string> Voorbeelden() =>
        Directory.EnumerateFiles(Path.Combine(Binaries.Root, "adapters"), "partner.json", SearchOption.AllDirectories)
            .SelectMany(bestand => Regex.Matches(File.ReadAllText(bestand), "9999[0-9]{5}", RegexOptions.None, TimeSpan.FromSeconds(5))).Select(gevonden => gevonden.Value);

    /// <summary>The V-nummer as DUO writes it.</summary>
    public long Nummer => long.Parse(VNummer, CultureInfo.InvariantCulture);
}

/// <summary>Messages as COA sends them, and what came of them.</summary>
internal static class Berichtproef
{
    public const string Coa = "urn:nld:oin:00000001999990008000:systeem:coa";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A whole message.</summary>
    /// <param name="data">Gemeente 1708 unless it says another.</param>
    public static JsonObject Event(string type, Nieuweling persoon, int volgorde, object? data = null, string? id = null)
    {
        var inhoud = data is null ? [] : JsonSerializer.SerializeToNode(data)!.AsObject();
        inhoud.TryAdd("gemeentecode", "1708");
        inhoud.TryAdd("vNummer", persoon.VNummer);
        return new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = id ?? Guid.NewGuid().ToString(),
            ["source"] = Coa,
            ["type"] = $"nl.inburgering.{type}",
            ["time"] = new DateTimeOffset(2024, 2, 5, 9, 0, 0, TimeSpan.Zero).AddMinutes(volgorde).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["sequence"] = $"{volgorde}",
            ["data"] = inhoud,
        };
    }

    public static async Task<HttpResponseMessage> PostAsync(this RunningHouse house, string client, string body, string mediatype = "application/cloudevents+json")
    {
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse(mediatype));
        return await (await house.AsAsync(client)).PostAsync("/v1/berichten", content, Ct);
    }

    /// <summary>Delivers as COA and gives the address to follow it at.</summary>
    public static async Task<string> LeverAsync(this RunningHouse house, JsonObject bericht)
    {
        using var response = await house.PostAsync("coa", bericht.ToJsonString());
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync(Ct));
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>As above, and waits until no work is left on it: status and code of the reason.</summary>
    public static async Task<(string Status, string? Reden)> VerwerkAsync(this RunningHouse house, JsonObject bericht) =>
        await house.AfloopAsync(await house.LeverAsync(bericht));

    public static async Task<(string Status, string? Reden)> AfloopAsync(this RunningHouse house, string adres)
    {
        JsonElement bericht = default;
        await RunningHouse.UntilAsync(async ct =>
        {
            bericht = await house.BerichtAsync(adres);
            return bericht.GetProperty("status").GetString() != "ontvangen";
        });
        return (bericht.GetProperty("status").GetString()!, bericht.TryGetProperty("redenen", out var redenen) ? redenen[0].GetProperty("code").GetString() : null);
    }

    public static async Task<JsonElement> BerichtAsync(this RunningHouse house, string adres)
    {
        using var answer = JsonDocument.Parse(await (await house.AsAsync("coa")).GetStringAsync(adres, Ct));
        return answer.RootElement.Clone();
    }

    /// <summary>The dossier as the regievoerder sees it; null: the gemeente has none by this V-nummer.</summary>
    public static async Task<(string Id, JsonObject Gegevens)?> DossierAsync(this RunningHouse house, Nieuweling persoon, string gemeente = "1708")
    {
        var regie = await house.AsAsync($"zaaksysteem-{gemeente}");
        using var gevonden = await regie.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { vNummer = persoon.VNummer, doel = "regie-voeren" }), Ct);
        if (gevonden.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        var id = JsonNode.Parse(await gevonden.Content.ReadAsStringAsync(Ct))!["dossierId"]!.ToString();
        return (id, JsonNode.Parse(await regie.GetStringAsync($"/v1/dossiers/{id}?doel=regie-voeren", Ct))!["gegevens"]!.AsObject());
    }

    /// <summary>One working column of the person's dossier.</summary>
    public static Task<T?> KolomAsync<T>(this RunningHouse house, string dossierId, string kolom) =>
        house.ScalarAsync<T>($"select {kolom} from dossiers.dossier where dossier_id = '{dossierId}'");
}
