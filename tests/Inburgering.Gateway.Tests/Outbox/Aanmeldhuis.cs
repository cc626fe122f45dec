using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Outbox;

/// <summary>The demo, in which every test gives assignments for persons of its own; the policy is the house's own copy. Taalpunt stands where nobody listens.</summary>
public sealed class Aanmeldhuis : RunningHouse
{
    private readonly ConfigCopy config;
    private int versie = 1_000;

    public Aanmeldhuis()
    {
        config = new ConfigCopy(Path.Combine(Data, "config"));
        config.Edit("partners/taalaanbieder.json", j => j["instanties"]![0]!["basisUrl"] = "http://127.0.0.1:9/taalpunt/");
        foreach (var bestand in new[] { "taalaanbieder", "participatiepartner", "vluchtelingenwerk" })
        {
            config.Edit($"partners/{bestand}.json", j => j["verbinding"]!["brekerSeconden"] = 1);
        }
    }

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?> { ["Gateway__ConfigMap"] = Path.Combine(Data, "config") };

    /// <summary>Changes the policy as an administrator does, and waits until it is in force.</summary>
    /// <returns>Puts it back.</returns>
    internal async Task<Beleidswijziging> WijzigAsync(string bestand, Action<JsonNode> wijziging)
    {
        var was = config.Read(bestand);
        await InWerkingAsync(bestand, wijziging);
        return new Beleidswijziging(() => InWerkingAsync(bestand, j =>
        {
            foreach (var (naam, waarde) in JsonNode.Parse(was)!.AsObject())
            {
                j[naam] = waarde?.DeepClone();
            }
        }));
    }

    /// <summary>What a partner has: each aanmelding once.</summary>
    /// <param name="partner">"taalaanbieder".</param>
    internal async Task<IReadOnlyList<JsonElement>> OntvangenAsync(string partner, string meldingId)
    {
        var tekst = await Sandbox.GetStringAsync($"/_sandbox/{partner}/aanmeldingen", TestContext.Current.CancellationToken);
        return [.. JsonDocument.Parse(tekst).RootElement.EnumerateArray().Where(o => o.GetProperty("id").GetString() == meldingId)];
    }

    internal async Task StoorAsync(string partner, object storing)
    {
        using var antwoord = await Sandbox.PostAsync($"/_sandbox/{partner}/storingen", Json(storing), TestContext.Current.CancellationToken);
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    internal async Task HerstelAsync(string partner)
    {
        using var antwoord = await Sandbox.PostAsync($"/_sandbox/{partner}/herstel", Json(new { }), TestContext.Current.CancellationToken);
        Assert.True(antwoord.IsSuccessStatusCode);
    }

    private async Task InWerkingAsync(string bestand, Action<JsonNode> wijziging)
    {
        var was = await ScalarAsync<string>("select hash from toegang.beleid_actief order by volgnummer desc limit 1");
        versie++;
        config.Edit(bestand, j =>
        {
            wijziging(j);
            // a version that was in force before does not come back by itself
            j["$comment"] = $"versie {versie}";
        });

        // what the register says of an activity may have changed: until this stands there too, the gateway refuses the first
        config.Edit("gegevens.json", j =>
        {
            foreach (var (_, activiteit) in j["activiteiten"]!.AsObject())
            {
                activiteit!["versie"] = versie;
            }
        });
        await UntilAsync($"select hash <> '{was}' from toegang.beleid_actief order by volgnummer desc limit 1");
    }
}

/// <summary>A change of the policy that is put back.</summary>
internal sealed class Beleidswijziging(Func<Task> terug) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await terug();
}

/// <summary>One house for all that is told to partners of new persons.</summary>
[CollectionDefinition(Collection)]
public sealed class Aanmeldhuizen : ICollectionFixture<Aanmeldhuis>
{
    public const string Collection = "huis waarin personen worden aangemeld";
}
