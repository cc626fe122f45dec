using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>A person with a dossier, and how one school calls her.</summary>
internal sealed record Leerling(Nieuweling Persoon, string DossierId, string Client, string Referentie);

/// <summary>Messages as a school sends them, and what came of them.</summary>
internal static class Taalproef
{
    public const string Taalpunt = "taalpunt-1708", Schakelcollege = "schakelcollege-1708";
    public const string Asiel = "Asielstatushouder", Gezin = "Gezinsmigrant en overige migrant";

    private static readonly Dictionary<string, string> Bronnen = new()
    {
        [Taalpunt] = "urn:nld:oin:00000003999990010000:systeem:leerlingen",
        [Schakelcollege] = "urn:nld:oin:00000003999990011000:systeem:leerlingen",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A new person, known by COA's koppeling, with an assignment for this school.</summary>
    /// <param name="doelgroep">As it stands after the assignment was given; null: not known.</param>
    public static async Task<Leerling> LeerlingAsync(this RunningHouse house, string client = Taalpunt, string? doelgroep = Asiel)
    {
        var persoon = Nieuweling.Maak();
        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1, new { bsn = persoon.Bsn }));
        var regie = await Regiewerk.OverAsync(house, persoon.Bsn);
        await house.GeefAsync(regie, client);
        await house.DoelgroepAsync(regie.DossierId, doelgroep);
        return new Leerling(persoon, regie.DossierId, client, await ReferentieAsync(regie, client));
    }

    /// <summary>A person the gemeente knows already, with an assignment for this school.</summary>
    public static async Task<Leerling> LeerlingAsync(this RunningHouse house, Regiewerk regie, string bsn, string client)
    {
        await house.GeefAsync(regie, client);
        return new Leerling(new Nieuweling(string.Empty, bsn), regie.DossierId, client, await ReferentieAsync(regie, client));
    }

    /// <summary>DUO says in the meantime which group the person is in.</summary>
    public static Task DoelgroepAsync(this RunningHouse house, string dossierId, string? doelgroep) =>
        house.ScalarAsync<Guid>($"update dossiers.dossier set doelgroep = {(doelgroep is null ? "null" : $"'{doelgroep}'")} where dossier_id = '{dossierId}' returning dossier_id");

    public static async Task GeefAsync(this RunningHouse _, Regiewerk regie, string client)
    {
        var gegeven = await regie.GeefAsync(Regiewerk.Opdracht(client, "leerroute"));
        Assert.True(gegeven.Status == HttpStatusCode.Created, gegeven.Body.ToString());
    }

    public static async Task<string> ReferentieAsync(Regiewerk regie, string client) => (await regie.OpdrachtenAsync()).Body.GetProperty("opdrachten").EnumerateArray()
        .First(o => o.GetProperty("clientId").GetString() == client && o.TryGetProperty("partnerReferentie", out _)).GetProperty("partnerReferentie").GetString()!;

    /// <summary>A whole message about this person.</summary>
    public static JsonObject Event(this Leerling leerling, string type, int? volgorde, object data)
    {
        var inhoud = JsonSerializer.SerializeToNode(data)!.AsObject();
        if (!inhoud.ContainsKey("bsn"))
        {
            inhoud.TryAdd("partnerReferentie", leerling.Referentie);
        }

        var bericht = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = Guid.NewGuid().ToString(),
            ["source"] = Bronnen[leerling.Client],
            ["type"] = $"nl.inburgering.{type}",
            ["time"] = new DateTimeOffset(2024, 11, 4, 9, 0, 0, TimeSpan.Zero).AddMinutes(volgorde ?? 0).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["data"] = inhoud,
        };
        if (volgorde is { } nummer)
        {
            bericht["sequence"] = $"{nummer}";
        }

        return bericht;
    }

    /// <summary>Hours of a month: planned as much as attended.</summary>
    public static JsonObject Uren(this Leerling leerling, int? volgorde, string periode, decimal gevolgd, bool correctie = false) => leerling.Event(
        "presentie", volgorde, new { periode, geplandeUren = gevolgd, gevolgdeUren = gevolgd, geoorloofdVerzuimUren = 0, ongeoorloofdVerzuimUren = 0, correctie });

    public static async Task<string> LeverAsync(this RunningHouse house, Leerling leerling, JsonObject bericht)
    {
        using var response = await house.PostAsync(leerling.Client, bericht.ToJsonString());
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync(Ct));
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>Delivers and waits until no work is left on it: status and code of the reason.</summary>
    public static async Task<(string Status, string? Reden)> VerwerkAsync(this RunningHouse house, Leerling leerling, JsonObject bericht) =>
        await house.AfloopAsync(leerling.Client, await house.LeverAsync(leerling, bericht));

    public static async Task<(string Status, string? Reden)> AfloopAsync(this RunningHouse house, string client, string adres)
    {
        JsonElement bericht = default;
        await RunningHouse.UntilAsync(async ct =>
        {
            bericht = await house.BerichtAsync(client, adres);
            return bericht.GetProperty("status").GetString() != "ontvangen";
        });
        return (bericht.GetProperty("status").GetString()!, bericht.TryGetProperty("redenen", out var redenen) ? redenen[0].GetProperty("code").GetString() : null);
    }

    public static async Task<JsonElement> BerichtAsync(this RunningHouse house, string client, string adres)
    {
        using var answer = JsonDocument.Parse(await (await house.AsAsync(client)).GetStringAsync(adres, Ct));
        return answer.RootElement.Clone();
    }

    /// <summary>What the regievoerder sees.</summary>
    public static async Task<JsonObject> RegieAsync(this RunningHouse house, Leerling leerling) =>
        JsonNode.Parse(await (await house.AsAsync("zaaksysteem-1708")).GetStringAsync($"/v1/dossiers/{leerling.DossierId}?doel=regie-voeren", Ct))!["gegevens"]!.AsObject();

    /// <summary>What the school itself sees.</summary>
    public static async Task<JsonObject> SchoolAsync(this RunningHouse house, Leerling leerling)
    {
        var school = await house.AsAsync(leerling.Client);
        using var gevonden = await school.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { partnerReferentie = leerling.Referentie, doel = "uitvoeren-leerroute" }), Ct);
        var id = JsonNode.Parse(await gevonden.Content.ReadAsStringAsync(Ct))!["dossierId"]!.ToString();
        return JsonNode.Parse(await school.GetStringAsync($"/v1/dossiers/{id}?doel=uitvoeren-leerroute", Ct))!["gegevens"]!.AsObject();
    }
}
