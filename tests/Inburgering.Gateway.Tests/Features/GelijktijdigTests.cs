using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using static Inburgering.Gateway.Tests.Features.Regiewerk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>Two gateway processes on one database: what is done at once is done once, and what was taken back is gone on both (security 7).</summary>
public sealed class GelijktijdigTests(TweeKnopenHuis house) : IClassFixture<TweeKnopenHuis>
{
    private const string Schulden = "hulp-bij-schulden";
    private const string Vwn = "vwn-1708";
    private const int Rondes = 20;
    private const int Lezers = 8;
    private const int LezingenPerStap = 3 * Lezers;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static TimeSpan Duur => TimeSpan.FromSeconds(TestMaat.Lang ? 60 : 5);

    [Fact]
    public async Task GeefTegelijk_OverlappendOpTweeKnopen_EenWint()
    {
        var tweede = await house.TweedeAsync();
        var regie = await OverAsync(house, Pablo);
        for (var ronde = 0; ronde < Rondes; ronde++)
        {
            var van = $"{2001 + ronde}-01-01T00:00:00Z";
            var opdracht = Opdracht(Vwn, "pvt", van, $"{2002 + ronde}-01-01T00:00:00Z");
            var gegeven = await Task.WhenAll(regie.GeefAsync(opdracht), regie.GeefAsync(opdracht, tweede), regie.GeefAsync(opdracht), regie.GeefAsync(opdracht, tweede));
            Assert.Single(gegeven, a => a.Status == HttpStatusCode.Created);
            Assert.All(gegeven.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal("GW-0121", a.Code));
        }
    }

    [Fact]
    public async Task WijzigTegelijk_MetDezelfdeVersieOpTweeKnopen_EenWint()
    {
        var tweede = await house.TweedeAsync();
        var regie = await OverAsync(house, Hasan);
        var id = (await regie.GeefAsync(Opdracht("taalpunt-1708", "leerroute", "2030-01-01T00:00:00Z", "2031-01-01T00:00:00Z"))).Tekst("opdrachtId");

        var gewijzigd = await Task.WhenAll(Enumerable.Range(1, 8).Select(dag => Antwoord.SendAsync(
            regie.Client, HttpMethod.Put, $"/v1/opdrachten/{id}", new { tot = $"2030-02-0{dag}T00:00:00Z", avgRol = "verwerker", versie = 1 }, dag % 2 == 0 ? tweede : null)));

        Assert.Single(gewijzigd, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(7, gewijzigd.Count(a => a.Status == HttpStatusCode.Conflict && a.Code == "GW-0123"));
    }

    [Fact]
    public async Task F10_IntrekkenTerwijlAchtLezersHamerenOpTweeKnopen_GeenLezingNaHetAntwoordToontIets()
    {
        var tweede = await house.TweedeAsync();
        var regie = await OverAsync(house, Hasan);
        var id = await regie.IdVanAsync(house, Vwn, "maatschappelijke-begeleiding");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        using var gelezen = new SemaphoreSlim(0);
        var token = await house.TokenAsync(Vwn);
        var lezers = Enumerable.Range(0, Lezers)
            .Select(n => HamerAsync(new Uri(n % 2 == 0 ? new Uri(house.Address) : tweede, $"/v1/dossiers/{id}?doel={Schulden}"), token, gelezen, stop.Token)).ToArray();
        var rondes = new List<Ronde>();
        var klok = Stopwatch.StartNew();
        while (klok.Elapsed < Duur)
        {
            var gevraagd = Stopwatch.GetTimestamp();
            var toestemming = (await regie.StemToeAsync(Toestemming())).Tekst("toestemmingId");
            var gegeven = Stopwatch.GetTimestamp();
            await StapAsync(gelezen);
            var intrekken = Stopwatch.GetTimestamp();
            Assert.Equal(HttpStatusCode.Created, (await regie.TrekInAsync(toestemming, rondes.Count % 2 == 0 ? tweede : null)).Status);
            rondes.Add(new Ronde(gevraagd, gegeven, intrekken, Stopwatch.GetTimestamp()));
            await StapAsync(gelezen);
        }

        await stop.CancelAsync();
        var lezingen = (await Task.WhenAll(lezers)).SelectMany(l => l).ToArray();
        Assert.DoesNotContain(lezingen, l => l.Toont && !rondes.Exists(r => l.Einde > r.Gevraagd && l.Begin < r.Ingetrokken));
        Assert.All(rondes, r => Assert.Contains(lezingen, l => l.Toont && l.Begin > r.Gegeven && l.Einde < r.Intrekken));
        Assert.All(rondes, r => Assert.Contains(lezingen, l => !l.Toont && l.Begin > r.Ingetrokken));
        TestContext.Current.TestOutputHelper?.WriteLine(Meting(lezingen, rondes));
    }

    private static string Meting(Lezing[] lezingen, List<Ronde> rondes)
    {
        var traagste = rondes.Max(r => Stopwatch.GetElapsedTime(r.Intrekken, r.Ingetrokken));
        var laatste = rondes.Min(r => r.Ingetrokken - lezingen.Where(l => l.Toont && l.Begin > r.Gegeven && l.Begin < r.Ingetrokken).Max(l => l.Begin));
        return $"{lezingen.Length} lezingen, {lezingen.Count(l => l.Toont)} met gegevens, {rondes.Count} intrekkingen; intrekken duurde hoogstens {traagste.TotalMilliseconds:0.0} ms; "
            + $"de laatste lezing met gegevens begon {laatste * 1000.0 / Stopwatch.Frequency:0.0} ms voor het antwoord";
    }

    /// <summary>Every reader has been round since now; what is counted is what was read, not time.</summary>
    private static async Task StapAsync(SemaphoreSlim gelezen)
    {
        while (gelezen.Wait(0, Ct))
        {
            // readings from before this step
        }

        for (var i = 0; i < LezingenPerStap; i++)
        {
            await gelezen.WaitAsync(Ct);
        }
    }

    private static async Task<List<Lezing>> HamerAsync(Uri adres, string token, SemaphoreSlim gelezen, CancellationToken stop)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var lezingen = new List<Lezing>();
        while (!stop.IsCancellationRequested)
        {
            var begin = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(adres, Ct);
            var body = await response.Content.ReadAsStringAsync(Ct);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, body);
            lezingen.Add(new Lezing(begin, Stopwatch.GetTimestamp(), JsonDocument.Parse(body).RootElement.TryGetProperty("gegevens", out _)));
            gelezen.Release();
        }

        return lezingen;
    }

    /// <summary>Moments of one consent: asked, answered, withdrawal asked, withdrawal answered.</summary>
    private sealed record Ronde(long Gevraagd, long Gegeven, long Intrekken, long Ingetrokken);

    private sealed record Lezing(long Begin, long Einde, bool Toont);
}

/// <summary>A house whose second gateway process starts once.</summary>
public sealed class TweeKnopenHuis : RunningHouse
{
    private Uri? tweede;

    public async Task<Uri> TweedeAsync() => tweede ??= await StartSecondAsync();
}
