using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Inbox.Afkeuringen;

/// <summary>The gemeente's own system that looks after what was rejected, over HTTP.</summary>
internal sealed class Afkeurproef(RunningHouse house, HttpClient client)
{
    public const string Systeem = "zaaksysteem-1708";
    public const string Reden = "Beproefd door een test van de gateway";
    public const string Weigert = "403-fouttekst";

    public static async Task<Afkeurproef> VanAsync(RunningHouse house, string clientId = Systeem) => new(house, await house.AsAsync(clientId));

    public Task<Antwoord> LijstAsync(string query = "") => Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/afkeuringen{query}");

    public Task<Antwoord> LeesAsync(Guid id) => Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/afkeuringen/{id}");

    public Task<Antwoord> HerhaalAsync(Guid id, bool proef = false) => Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/afkeuringen/{id}/herhalingen", new { reden = Reden, proef });

    public Task<Antwoord> HerhaalAsync(object keuze) => Antwoord.SendAsync(client, HttpMethod.Post, "/v1/herhalingen", keuze);

    public Task<Antwoord> HerhaalAsync(IEnumerable<Guid> afkeuringen, bool proef = false) => HerhaalAsync(new { afkeuringen, reden = Reden, proef });

    public Task<Antwoord> HerhalingAsync(string id) => Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/herhalingen/{id}");

    public Task<Antwoord> StopAsync(string id) => Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/herhalingen/{id}/stop");

    public Task<Antwoord> BeslisAsync(Guid id, string besluit, string reden = Reden) => Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/afkeuringen/{id}/{besluit}", new { reden });

    /// <summary>Begins and waits for the end.</summary>
    public async Task<JsonElement> HerhaaldAsync(params IEnumerable<Guid> afkeuringen)
    {
        var begonnen = await HerhaalAsync(afkeuringen);
        Assert.True(begonnen.Status == HttpStatusCode.Accepted, $"{begonnen.Body}");
        return await EindeAsync(begonnen.Tekst("herhalingId"));
    }

    /// <summary>Waits until nothing of it is left to be done; its parts are the whole.</summary>
    public async Task<JsonElement> EindeAsync(string id)
    {
        await house.UntilAsync($"select status <> 0 and not exists (select 1 from inbox.herhalingdeel d where d.herhaling_id = h.herhaling_id and uitkomst is null) from inbox.herhaling h where herhaling_id = '{id}'");
        var herhaling = (await HerhalingAsync(id)).Body;
        Assert.Equal(herhaling.GetProperty("totaal").GetInt32(), Delen.Sum(d => herhaling.GetProperty(d).GetInt32()));
        return herhaling;
    }

    /// <summary>A message that DUO made us reject.</summary>
    public async Task<Guid> AfgekeurdAsync(string bsn, string code = "SS102", string storing = Weigert)
    {
        await house.HerstelAsync();
        await house.StoringAsync(new { kind = storing, times = DuoProef.Steeds });
        return await AfgewezenAsync(bsn, code);
    }

    /// <summary>As above, with DUO as it is.</summary>
    public async Task<Guid> AfgewezenAsync(string bsn, string code = "SS102")
    {
        var levering = await Levering.SendAsync(house, Levering.Notificatie(code, bsn));
        Assert.Equal(Levering.Quarantaine, (await levering.AfloopAsync()).Status);
        return await levering.WaardeAsync<Guid>("bericht_id");
    }

    public Task<short> StatusAsync(Guid id) => house.ScalarAsync<short>($"select status from inbox.bericht where bericht_id = '{id}'");

    /// <summary>How often what DUO said about this message was written down.</summary>
    public Task<long> VastgelegdAsync(Guid id) => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.bericht_id = '{id:D}' and c.naam in ('Gegevens vastgelegd', 'Dossier geopend en gegevens vastgelegd')
        """);

    /// <summary>"verwerkt" and so on, with why, in order of receipt.</summary>
    public static string[] Uitkomsten(JsonElement herhaling) => [.. herhaling.GetProperty("berichten").EnumerateArray().Select(b => b.GetProperty("uitkomst").GetString()!)];

    public static int Getal(JsonElement herhaling, string naam) => herhaling.GetProperty(naam).GetInt32();

    private static readonly string[] Delen = ["verwerkt", "zonderGevolg", "afgekeurd", "overgeslagen", "nietGedaan", "nogTeDoen"];
}

/// <summary>The demo, with messages that are soon another worker's after a kill.</summary>
[CollectionDefinition(Collection)]
public sealed class Afkeurhuis : RunningHouse, ICollectionFixture<Afkeurhuis>
{
    public const string Collection = "huis dat afkeurt";

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?> { ["Inbox__LeaseSeconden"] = "8" };
}
