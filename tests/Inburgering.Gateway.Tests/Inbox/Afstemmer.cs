using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Inbox;

/// <summary>The gemeente's own system that reconciles with DUO, over HTTP.</summary>
internal sealed class Afstemmer(RunningHouse house, Regiewerk regie)
{
    public Regiewerk Regie => regie;

    public static async Task<Afstemmer> OverAsync(RunningHouse house, string bsn) => new(house, await Regiewerk.OverAsync(house, bsn));

    /// <summary>Of a whole gemeente.</summary>
    public static async Task<Afstemmer> VanAsync(RunningHouse house, string clientId) => new(house, new Regiewerk(await house.AsAsync(clientId)));

    public Task<Antwoord> StartAsync(string? dossier = null) =>
        regie.PostAsync("/v1/afstemmingen", (dossier ?? regie.DossierId) is { Length: > 0 } een ? new { dossier = een } : null);

    public Task<Antwoord> LeesAsync(string id) => Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/afstemmingen/{id}");

    public Task<Antwoord> VerschillenAsync(string id) => Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/afstemmingen/{id}/verschillen");

    public Task<Antwoord> StopAsync(string id) => regie.PostAsync($"/v1/afstemmingen/{id}/stop");

    /// <summary>A whole round, to its end.</summary>
    public async Task<JsonElement> RondeAsync()
    {
        var gestart = await StartAsync();
        Assert.Equal(HttpStatusCode.Accepted, gestart.Status);
        return await EindeAsync(gestart.Tekst("afstemmingId"));
    }

    /// <summary>A round after the one that brought what no notification of the demo ever did.</summary>
    public async Task<JsonElement> NaEersteAsync()
    {
        await RondeAsync();
        return await RondeAsync();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<JsonElement> EindeAsync(string id)
    {
        await house.UntilAsync($"select status <> 0 from inbox.afstemming where afstemming_id = '{id}'");
        return (await LeesAsync(id)).Body;
    }

    /// <summary>Every current fact of the dossier with its version: equal is unchanged.</summary>
    public async Task<string> FeitenAsync() => (await house.ScalarAsync<string>($"""
        select string_agg(concat_ws('/', categorie, veldgroep, bron, versie), ' ' order by categorie, veldgroep, bron) from dossiers.feit where dossier_id = '{regie.DossierId}' and actueel
        """))!;

    /// <summary>Lines of one round with this name.</summary>
    public Task<long> RegelsAsync(string id, string naam) => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.bericht_id = '{id}' and c.naam like '{naam}' and c.doel = 'uitwisselen-duo' and c.grondslag = 'WI'
        """);

    /// <summary>"gelijk", or whatever the one person was.</summary>
    public static string Uitkomst(JsonElement ronde) =>
        new[] { "gelijk", "gemist", "verschillend", "mislukt", "tegengehouden" }.Single(u => ronde.GetProperty(u).GetInt32() == 1);

    /// <summary>The five add up, and the sentence says so.</summary>
    public static void KloptDeTelling(JsonElement ronde)
    {
        int Getal(string naam) => ronde.GetProperty(naam).GetInt32();
        Assert.Equal(Getal("gedaan"), Getal("gelijk") + Getal("gemist") + Getal("verschillend") + Getal("mislukt") + Getal("tegengehouden"));
        var zin = ronde.GetProperty("telling").GetString()!;
        Assert.Equal(Getal("totaal"), zin.Split('=')[1].Split('+').Sum(deel => int.Parse(deel.Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }
}

/// <summary>The demo, with a DUO that may be asked more in a second and is spared for a shorter time: what waits for its turn is tested, not waited for.</summary>
[CollectionDefinition(Collection)]
public sealed class AfstemHouse : RunningHouse, ICollectionFixture<AfstemHouse>
{
    public const string Collection = "huis dat afstemt";
    public const int PerSeconde = 100;

    /// <summary>Records of DUO about one person that are kept or compared.</summary>
    public const int Vragen = 13;

    public AfstemHouse()
    {
        var config = new ConfigCopy(Path.Combine(Data, "config"));
        config.Edit("partners/duo.json", duo =>
        {
            (duo["afstemming"]!["vragenPerSeconde"], duo["verbinding"]!["brekerSeconden"]) = (PerSeconde, 1);

            // a machine that is busy asks nobody twice because of that: what is counted here is who is asked
            (duo["verbinding"]!["pogingTimeoutSeconden"], duo["verbinding"]!["totaalTimeoutSeconden"]) = (30, 90);
        });
    }

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?>
    {
        ["Gateway__ConfigMap"] = Path.Combine(Data, "config"),
        ["Inbox__RoosterwachtSeconden"] = "1",
    };
}
