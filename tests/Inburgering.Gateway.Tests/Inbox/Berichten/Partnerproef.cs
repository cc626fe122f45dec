using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>A person whom a partner works for, and how that partner calls her.</summary>
internal sealed record Deelnemer(Regiewerk Regie, string Client, string Referentie)
{
    public string DossierId => Regie.DossierId;
}

/// <summary>Messages as WerkCorporatie, Werk.Kom and VluchtelingenWerk send them, and what came of them.</summary>
internal static class Partnerproef
{
    public const string Werk = "werkcorporatie-0171", Vwn = "vwn-1708";

    private static readonly Dictionary<string, string> Bronnen = new()
    {
        [Werk] = "urn:nld:oin:00000003999990012000:systeem:traject",
        [Vwn] = "urn:nld:oin:00000003999990014000:systeem:vvs",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A new person, known by COA's koppeling, with these assignments for the partner.</summary>
    /// <param name="doelgroep">As it stands after they were given; null: not known.</param>
    public static async Task<Deelnemer> DeelnemerAsync(this RunningHouse house, string client, string? doelgroep, params string[] taken)
    {
        var (persoon, gemeente) = (Nieuweling.Maak(), client[^4..]);
        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1, new { gemeentecode = gemeente, bsn = persoon.Bsn }));
        var deelnemer = await house.BekendeAsync(persoon.Bsn, client, taken);
        await house.ScalarAsync<Guid>($"update dossiers.dossier set doelgroep = {(doelgroep is null ? "null" : $"'{doelgroep}'")} where dossier_id = '{deelnemer.DossierId}' returning dossier_id");
        return deelnemer;
    }

    /// <summary>A person the gemeente knows already.</summary>
    public static async Task<Deelnemer> BekendeAsync(this RunningHouse house, string bsn, string client, params string[] taken)
    {
        var regie = await Regiewerk.OverAsync(house, bsn, $"zaaksysteem-{client[^4..]}");
        foreach (var taak in taken)
        {
            Assert.Equal(HttpStatusCode.Created, (await regie.GeefAsync(Regiewerk.Opdracht(client, taak))).Status);
        }

        var referentie = (await regie.OpdrachtenAsync()).Body.GetProperty("opdrachten").EnumerateArray()
            .First(o => o.GetProperty("clientId").GetString() == client && o.TryGetProperty("partnerReferentie", out _)).GetProperty("partnerReferentie").GetString()!;
        return new Deelnemer(regie, client, referentie);
    }

    /// <summary>A whole message about this person.</summary>
    public static JsonObject Event(this Deelnemer deelnemer, string type, int volgorde, object data)
    {
        var inhoud = JsonSerializer.SerializeToNode(data)!.AsObject();
        inhoud["partnerReferentie"] = deelnemer.Referentie;
        return new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = Guid.NewGuid().ToString(),
            ["source"] = Bronnen[deelnemer.Client],
            ["type"] = $"nl.inburgering.{type}",
            ["time"] = new DateTimeOffset(2024, 11, 4, 9, 0, 0, TimeSpan.Zero).AddMinutes(volgorde).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["sequence"] = $"{volgorde}",
            ["data"] = inhoud,
        };
    }

    /// <summary>Delivers as the partner and gives the address to follow it at.</summary>
    public static async Task<string> LeverAsync(this RunningHouse house, Deelnemer deelnemer, JsonObject bericht)
    {
        using var response = await house.PostAsync(deelnemer.Client, bericht.ToJsonString());
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync(Ct));
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>As above, and waits until no work is left on it: status and code of the reason, as the partner sees it.</summary>
    public static async Task<(string Status, string? Reden)> VerwerkAsync(this RunningHouse house, Deelnemer deelnemer, string type, int volgorde, object data)
    {
        var (adres, bericht) = (await house.LeverAsync(deelnemer, deelnemer.Event(type, volgorde, data)), default(JsonElement));
        await RunningHouse.UntilAsync(async ct =>
        {
            using var answer = JsonDocument.Parse(await (await house.AsAsync(deelnemer.Client)).GetStringAsync(adres, ct));
            bericht = answer.RootElement.Clone();
            return bericht.GetProperty("status").GetString() != "ontvangen";
        });
        return (bericht.GetProperty("status").GetString()!, bericht.TryGetProperty("redenen", out var redenen) ? redenen[0].GetProperty("code").GetString() : null);
    }

    /// <summary>One category as the regievoerder sees it; null: nothing of it.</summary>
    public static async Task<JsonNode?> RegieAsync(this Deelnemer deelnemer, string categorie) =>
        JsonNode.Parse(await deelnemer.Regie.Client.GetStringAsync($"/v1/dossiers/{deelnemer.DossierId}?doel=regie-voeren", Ct))!["gegevens"]![categorie];

    /// <summary>One category as the partner itself sees it.</summary>
    public static async Task<JsonNode?> EigenAsync(this RunningHouse house, Deelnemer deelnemer, string doel, string categorie)
    {
        var id = await deelnemer.Regie.IdVanAsync(house, deelnemer.Client, doel);
        return JsonNode.Parse(await (await house.AsAsync(deelnemer.Client)).GetStringAsync($"/v1/dossiers/{id}?doel={doel}", Ct))!["gegevens"]![categorie];
    }

    /// <summary>What waits for the regievoerder's word, as reasons.</summary>
    public static async Task<string> TakenAsync(this RunningHouse house, Deelnemer deelnemer) => await house.ScalarAsync<string>(
        $"select coalesce(string_agg(reden, ' ' order by volgnummer), '') from inbox.bericht where dossier_id = '{deelnemer.DossierId}' and reden in ('map-bevestigen', 'pvt-bevestigen')") ?? string.Empty;

    /// <summary>Fields in a fixed order, to compare as text.</summary>
    public static string Tekst(this JsonNode? node) => node switch
    {
        JsonObject velden => "{" + string.Join(',', velden.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"\"{v.Key}\":{v.Value.Tekst()}")) + "}",
        JsonArray lijst => "[" + string.Join(',', lijst.Select(Tekst)) + "]",
        _ => node?.ToJsonString() ?? "null",
    };
}
