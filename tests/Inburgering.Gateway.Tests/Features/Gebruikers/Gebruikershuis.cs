using System.Net;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features.Gebruikers;

/// <summary>A house where VluchtelingenWerk and a school may name their users, and where that rule may change.</summary>
public sealed class Gebruikershuis : RunningHouse
{
    public const string Collection = "huis waar partners hun gebruikers noemen";
    public const string Vwn = Partnerproef.Vwn, Taalpunt = Taalproef.Taalpunt;
    private const string VwnFile = "partners/vluchtelingenwerk.json";

    private readonly ConfigCopy config;
    private int versie;

    public Gebruikershuis()
    {
        config = new ConfigCopy(Path.Combine(Data, "config"));
        config.Edit("partners/taalaanbieder.json", j => Instantie(j, "taalpunt")["gebruikers"] = "toegestaan");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?>
    {
        ["Gateway__ConfigMap"] = Path.Combine(Data, "config"),
        ["Gateway__Beleidronde"] = "00:00:00.100",
    };

    /// <summary>From now on this holds for VluchtelingenWerk's users.</summary>
    public async Task RegelAsync(string gebruikers)
    {
        var vorige = await ScalarAsync<string>("select hash from toegang.beleid_actief order by volgnummer desc limit 1");
        config.Edit(VwnFile, j =>
        {
            Instantie(j, "vwn")["gebruikers"] = gebruikers;
            j["$comment"] = $"versie {++versie}";
        });
        await UntilAsync($"select hash <> '{vorige}' from toegang.beleid_actief order by volgnummer desc limit 1");
        var regie = await AsAsync("zaaksysteem-1708");
        await UntilAsync(async ct =>
        {
            using var antwoord = await regie.GetAsync($"/v1/dossiers/{Guid.NewGuid()}?doel=regie-voeren", ct);
            return antwoord.StatusCode == HttpStatusCode.NotFound;
        });
    }

    /// <summary>For whom this user works, said by the partner's system.</summary>
    internal async Task<Antwoord> ZetAsync(string gebruiker, IEnumerable<string> referenties, string client = Vwn) =>
        await Antwoord.SendAsync(await AsAsync(client), HttpMethod.Put, $"/v1/partner/gebruikers/{gebruiker}/caseload", new { partnerReferenties = referenties });

    /// <summary>As above, and it is done.</summary>
    internal async Task GezetAsync(string gebruiker, params string[] referenties)
    {
        var antwoord = await ZetAsync(gebruiker, referenties);
        Assert.True(antwoord.Status == HttpStatusCode.OK, antwoord.Body.ToString());
    }

    /// <summary>Somebody for whom VluchtelingenWerk works.</summary>
    /// <param name="taken">None: for pvt and begeleiding.</param>
    internal Task<Deelnemer> PersoonAsync(params string[] taken) => this.DeelnemerAsync(Vwn, "Asielstatushouder", taken.Length == 0 ? ["pvt", "begeleiding"] : taken);

    internal async Task<Antwoord> LeesAsync(HttpClient wie, Deelnemer over, string doel = "uitvoeren-pvt") =>
        await Antwoord.SendAsync(wie, HttpMethod.Get, $"/v1/dossiers/{await ExternAsync(over.DossierId)}?doel={doel}");

    internal static Task<Antwoord> ZoekAsync(HttpClient wie, string partnerReferentie, string doel = "uitvoeren-pvt") => Antwoord.SendAsync(wie, HttpMethod.Post, "/v1/dossiers/_zoek", new { partnerReferentie, doel });

    /// <summary>The id by which a client knows the person.</summary>
    public async Task<string> ExternAsync(string dossierId, string client = Vwn) =>
        $"{await ScalarAsync<Guid>($"select extern_id from dossiers.relatie where client_id = '{client}' and dossier_id = '{dossierId}' and geldig_tot is null")}";

    /// <summary>Reason in the one line of this answer.</summary>
    internal async Task<string> RedenAsync(Antwoord antwoord) => (await ScalarAsync<string>($"""
        select coalesce(c.reden, '-') from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where r.span_id = '\x{antwoord.BesluitId}'
        """))!;

    /// <summary>Delivers as this client and follows it with the same token: status and reason as the sender sees them.</summary>
    public static async Task<(string Adres, string Afloop)> LeverAsync(HttpClient client, JsonObject bericht)
    {
        using var inhoud = new StringContent(bericht.ToJsonString(), System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/cloudevents+json"));
        using var aangenomen = await client.PostAsync("/v1/berichten", inhoud, Ct);
        Assert.True(aangenomen.StatusCode == HttpStatusCode.Accepted, await aangenomen.Content.ReadAsStringAsync(Ct));
        var (adres, stand) = (aangenomen.Headers.Location!.OriginalString, (JsonNode?)null);
        await UntilAsync(async ct =>
        {
            stand = JsonNode.Parse(await client.GetStringAsync(adres, ct));
            return (string?)stand!["status"] != "ontvangen";
        });
        return (adres, $"{stand!["status"]} {stand["redenen"]?[0]?["code"] ?? "-"}");
    }

    private static JsonNode Instantie(JsonNode bestand, string sleutel) => bestand["instanties"]!.AsArray().Single(i => (string?)i!["sleutel"] == sleutel)!;
}

/// <summary>One house for both classes: every test has persons and users of its own, and the rule is back as it was before another begins.</summary>
[CollectionDefinition(Gebruikershuis.Collection)]
public sealed class Gebruikerscollectie : ICollectionFixture<Gebruikershuis>;
