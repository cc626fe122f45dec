using System.Globalization;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;
using Npgsql;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>Puts drawn policies in force as another node of the same gateway would; the running one has to follow.</summary>
internal sealed class Proefbeleid(RunningHouse house, NpgsqlDataSource applicatie, TimeProvider zaakklok)
{
    private const string Gegevens = "gegevens.json";
    private static readonly Dictionary<string, string> Bestanden = ConfigCopy.Files().ToDictionary(f => Path.GetRelativePath(ConfigCopy.Committed, f), File.ReadAllText);
    private readonly BeleidStore store = new(applicatie, zaakklok);
    private int versie = 1_000;

    /// <summary>The fields of these grants of config/ ("REG/regie-voeren"), by category.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> Grants(params string[] namen) =>
        namen.ToDictionary(n => n, n => (IReadOnlyDictionary<string, string[]>)Grant(Lees(Bestand(n)), n)["velden"]!.AsObject().ToDictionary(v => v.Key, v => Velden(v.Key, v.Value!)));

    /// <summary>Puts the policy of this case in force and waits until the gateway decides with it.</summary>
    public async Task InWerkingAsync(Geval geval)
    {
        var ct = TestContext.Current.CancellationToken;
        var beleid = PolicyLoader.FromText(Tekst(geval, ++versie), ConfigCopy.Adapters);
        Assert.IsType<Activering.InWerking>(await store.ActiveerAsync(beleid, ct));
        var regie = await house.TokenAsync("zaaksysteem-1708");
        while (await Blik.VraagAsync(house.Anonymous, regie, $"/v1/dossiers/{Guid.NewGuid()}/bezwaren") is { Status: System.Net.HttpStatusCode.ServiceUnavailable } nog)
        {
            Assert.Contains("GW-0111", nog.Tekst, StringComparison.Ordinal);
            await Task.Delay(5, ct);
        }
    }

    private static string Tekst(Geval geval, int versie)
    {
        var bestanden = Bestanden.Keys.ToDictionary(b => b, _ => (JsonNode?)null);
        JsonNode Nieuw(string bestand) => bestanden[bestand] ??= Lees(bestand);
        foreach (var keuze in geval.Grants)
        {
            Schrijf(Grant(Nieuw(Bestand(keuze.Naam)), keuze.Naam), keuze);
        }

        foreach (var instantie in Nieuw("partners/taalaanbieder.json")["instanties"]!.AsArray())
        {
            instantie!["keurmerk"] = geval.Keurmerk.Contains((string)instantie["sleutel"]!);
        }

        foreach (var activiteit in Nieuw(Gegevens)["activiteiten"]!.AsObject())
        {
            activiteit.Value!["versie"] = versie;
        }

        return string.Concat(bestanden.Select(b => $"=== {b.Key}\n{b.Value?.ToJsonString() ?? Bestanden[b.Key].TrimEnd()}\n"));
    }

    private static void Schrijf(JsonObject grant, Grantkeuze keuze)
    {
        grant["velden"] = new JsonObject(keuze.Velden.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)new JsonArray([.. v.Value.Select(n => (JsonNode)n)]))));
        var voorwaarden = grant["voorwaarden"] as JsonObject ?? [];
        if (keuze.VanPartner)
        {
            voorwaarden.Remove("doelgroep");
        }

        if (keuze.Doelgroep is { } groepen)
        {
            voorwaarden["doelgroep"] = new JsonArray([.. groepen.Select(g => (JsonNode)g)]);
        }

        if (keuze.Dicht)
        {
            voorwaarden["scope"] = "notificaties:leveren";
        }

        var mits = (grant["mits"] as JsonObject ?? []).Where(m => Blijft(keuze, m.Key)).Select(m => KeyValuePair.Create(m.Key, (string)m.Value!))
            .Concat(keuze.Eigen.Select(e => KeyValuePair.Create(e, "eigen-levering"))).DistinctBy(m => m.Key);
        grant.Remove("voorwaarden");
        grant.Remove("mits");
        grant.Remove("aanmelding");
        grant["voorwaarden"] = voorwaarden.DeepClone();
        grant["mits"] = new JsonObject(mits.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value)));
    }

    /// <summary>A condition of config/ on what the drawn grant still holds; own delivery is drawn.</summary>
    private static bool Blijft(Grantkeuze keuze, string deel) => deel.Split('.') is var naam && keuze.Velden.TryGetValue(naam[0], out var velden)
        && (naam.Length == 1 ? !keuze.VanPartner || naam[0] != "UUR" : velden.Contains(naam[1]));

    private static string Bestand(string naam) => char.IsAsciiLetterLower(naam[0]) ? $"partners/{naam.Split('/')[0]}.json" : Gegevens;

    private static JsonNode Lees(string bestand) => JsonNode.Parse(Bestanden[bestand])!;

    private static JsonObject Grant(JsonNode bestand, string naam) => naam.Split('/') is var delen
        ? bestand["grants"]!.AsArray().Select(g => g!.AsObject()).Single(g => (string?)g["doel"] == delen[1] && (g["rol"] is null || (string?)g["rol"] == delen[0]))
        : throw new ArgumentException(naam, nameof(naam));

    private static string[] Velden(string categorie, JsonNode namen) => [.. namen.AsArray().SelectMany(n => (string)n! == "*"
        ? Lees(Gegevens)["categorieen"]![categorie]!["velden"]!.AsArray().Select(v => (string)v!)
        : [(string)n!])];
}
