using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Inbox;

/// <summary>The gemeente's own system that looks after what runs by itself.</summary>
internal sealed class Synchronisatieproef(RunningHouse house, HttpClient client, string id)
{
    public const string Reden = "Beproefd door een test van de gateway";

    public string Id => id;

    /// <summary>Of what the hub itself asks of DUO.</summary>
    public static Task<Synchronisatieproef> VanAsync(RunningHouse house, string clientId) => VanAsync(house, clientId, s => s.GetProperty("soort").GetString() == "afstemming");

    /// <summary>Of what this instance delivers.</summary>
    public static Task<Synchronisatieproef> LeveringAsync(RunningHouse house, string clientId, string instantie) =>
        VanAsync(house, clientId, s => s.TryGetProperty("instantie", out var wie) && wie.GetString() == instantie);

    private static async Task<Synchronisatieproef> VanAsync(RunningHouse house, string clientId, Func<JsonElement, bool> welke)
    {
        var client = await house.AsAsync(clientId);
        var alle = await Antwoord.SendAsync(client, HttpMethod.Get, "/v1/synchronisaties");
        Assert.Equal(HttpStatusCode.OK, alle.Status);
        return new Synchronisatieproef(house, client, Assert.Single(alle.Body.GetProperty("synchronisaties").EnumerateArray(), s => welke(s)).GetProperty("synchronisatieId").GetString()!);
    }

    public Task<Antwoord> LeesAsync(string welke) => Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/synchronisaties/{welke}");

    public async Task<JsonElement> StandAsync() => (await LeesAsync(id)).Body;

    public async Task<Antwoord> RoosterAsync(object? rooster, int? versie = null, string reden = Reden)
    {
        versie ??= (await StandAsync()).GetProperty("versie").GetInt32();
        return await Antwoord.SendAsync(client, HttpMethod.Put, $"/v1/synchronisaties/{id}", rooster is null ? new { reden, versie } : new { rooster, reden, versie });
    }

    public Task<Antwoord> LijstAsync(string filters) => Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/synchronisaties{filters}");

    public Task<Antwoord> VoorbeeldAsync(object? rooster) =>
        Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/synchronisaties/{id}/roostervoorbeelden", rooster is null ? new { } : new { rooster });

    public Task<Antwoord> StartAsync(string? welke = null, bool proefdraaien = false) =>
        Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/synchronisaties/{welke ?? id}/uitvoeringen", new { reden = Reden, proef = proefdraaien });

    public Task<Antwoord> UitvoeringAsync(string uitvoering) => Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/synchronisaties/{id}/uitvoeringen/{uitvoering}");

    public Task<Antwoord> UitvoeringenAsync(string? cursor) =>
        Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/synchronisaties/{id}/uitvoeringen{(cursor is null ? string.Empty : $"?cursor={Uri.EscapeDataString(cursor)}")}");

    public Task<Antwoord> StopAsync(string uitvoering) => Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/synchronisaties/{id}/uitvoeringen/{uitvoering}/stop");

    public Task<Antwoord> VervolgAsync(string uitvoering) =>
        Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/synchronisaties/{id}/uitvoeringen/{uitvoering}/vervolgen", new { reden = Reden });

    public Task<Antwoord> PauzeerAsync(DateTimeOffset? tot) =>
        Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/synchronisaties/{id}/pauzes", tot is null ? new { reden = Reden } : new { reden = Reden, tot });

    public Task<Antwoord> HervatAsync(string wijze) => Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/synchronisaties/{id}/hervattingen", new { reden = Reden, wijze });

    public Task<Antwoord> RaamAsync(string van, string tot) => Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/synchronisaties/{id}/inhaalramingen", new { van, tot });

    public Task<Antwoord> InhaalAsync(string van, string tot, string reden = Reden, string? welke = null) =>
        Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/synchronisaties/{welke ?? id}/inhaalruns", new { van, tot, reden });

    public Task<Antwoord> BeslisAsync(string uitvoering, bool akkoord) =>
        Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/synchronisaties/{id}/uitvoeringen/{uitvoering}/besluiten", new { akkoord, reden = Reden });

    /// <summary>Waits for the end.</summary>
    public async Task<JsonElement> EindeAsync(string uitvoering)
    {
        await house.UntilAsync($"select status <> 0 from synchronisatie.uitvoering where uitvoering_id = '{uitvoering}'");
        return (await UitvoeringAsync(uitvoering)).Body;
    }
}
