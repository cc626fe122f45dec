using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Tests.Features.Betalen;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Benchmarks.Betalen;

/// <summary>A whole month of a large gemeente (issue 8): 5,000 orders in a batch that is built, checked and sealed in seconds, and a statement of 20,000 entries that costs per entry what a small one does.</summary>
public sealed class BetaalschaalTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const int Warm = 100, Klein = 1_000, PerBatch = 5_000, Batches = 4;
    private static readonly TimeSpan Geduld = TimeSpan.FromMinutes(5);
    private static readonly DateOnly[] Dagen = [.. Enumerable.Range(1, Batches + 2).Select(n => Bankdagen.Na(new DateOnly(2024, 12, 2), n))];

    private long geboekt;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Betaalmaand_VanTwintigduizendBetalingen_KostPerBetalingWatEenKleineKost()
    {
        var wereld = new Betaalwereld(house);
        await wereld.ZetKlaarAsync(Warm, [Dagen[0]]);
        await wereld.ZetKlaarAsync(Klein, [Dagen[1]]);
        await wereld.ZetKlaarAsync(PerBatch, Dagen[2..]);
        using var client = await house.AsAsync("inkomen-1708");
        client.Timeout = Geduld;
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");

        await BatchAsync(client, tom, Dagen[0], Warm);
        await AfschriftAsync(client, Dagen[0], Warm);
        var klein = await BatchAsync(client, tom, Dagen[1], Klein);
        var kleinAfschrift = await AfschriftAsync(client, Dagen[1], Klein);
        var groot = await BatchAsync(client, tom, Dagen[2], PerBatch);
        foreach (var dag in Dagen[3..])
        {
            await BatchAsync(client, tom, dag, PerBatch);
        }

        var grootAfschrift = await AfschriftAsync(client, Dagen[^1], Batches * PerBatch);

        Meting.Druk($"batch van {Klein}: samengesteld in {klein.Open.TotalSeconds:F2} s, gecontroleerd en verzegeld in {klein.Zegel.TotalSeconds:F2} s; van {PerBatch}: {groot.Open.TotalSeconds:F2} s en {groot.Zegel.TotalSeconds:F2} s");
        Meting.Druk($"afschrift van {Klein} posten in {kleinAfschrift.TotalSeconds:F2} s, van {Batches * PerBatch} in {grootAfschrift.TotalSeconds:F2} s; hoogste geheugen {Geheugen()} MiB");
        Meting.Hoogstens("verzegelen: tijd per betaling bij meer betalingen", groot.Zegel / klein.Zegel / ((double)PerBatch / Klein), 1.5);
        Meting.Hoogstens("afletteren: tijd per post bij meer posten", grootAfschrift / kleinAfschrift / ((double)Batches * PerBatch / Klein), 1.5);
        Assert.True(groot.Open + groot.Zegel < TimeSpan.FromSeconds(20), $"{groot}");
    }

    /// <summary>Put together, sealed, fetched and brought to the bank, whose status is read in.</summary>
    private async Task<(TimeSpan Open, TimeSpan Zegel)> BatchAsync(HttpClient client, Portaalmedewerker tom, DateOnly dag, int aantal)
    {
        var begin = Stopwatch.GetTimestamp();
        using var antwoord = await client.PostAsync("/v1/betaalbatches", RunningHouse.Json(new { uitvoeringsdatum = $"{dag:yyyy-MM-dd}" }), Ct);
        var batch = JsonNode.Parse(await antwoord.Content.ReadAsStringAsync(Ct))!;
        Assert.Equal(aantal, (int)batch["aantal"]!);
        var (pagina, open) = ($"/betalingen/{batch["batchId"]}", Stopwatch.GetElapsedTime(begin));
        begin = Stopwatch.GetTimestamp();
        Assert.Equal(HttpStatusCode.Redirect, (await tom.PostAsync(pagina, "KeurGoed")).Status);
        var zegel = Stopwatch.GetElapsedTime(begin);
        var (_, xml) = await tom.PostAsync(pagina, "HaalOp");
        using var bestand = new HttpRequestMessage(HttpMethod.Post, "/bank/v1/betaalbestanden") { Content = new StringContent(xml, Encoding.UTF8, "application/xml") };
        bestand.Headers.Add("Idempotency-Key", (string)batch["berichtId"]!);
        using var aangenomen = await house.Sandbox.SendAsync(bestand, Ct);
        Assert.Equal(HttpStatusCode.Accepted, aangenomen.StatusCode);
        await LeverAsync(client, await LaatsteAsync("pain.002"));
        return (open, zegel);
    }

    /// <summary>The bank pays all that is due and closes the day; its statement is read in.</summary>
    private async Task<TimeSpan> AfschriftAsync(HttpClient client, DateOnly dag, int posten)
    {
        using var gesloten = await house.Sandbox.PostAsync("/_sandbox/bank/dagen", RunningHouse.Json(new { dag = $"{dag:yyyy-MM-dd}" }), Ct);
        var afschrift = await LaatsteAsync("camt.053");
        var begin = Stopwatch.GetTimestamp();
        Assert.Equal("verwerkt", await LeverAsync(client, afschrift));
        var duur = Stopwatch.GetElapsedTime(begin);
        Assert.Equal(posten, await house.ScalarAsync<long>("select count(*) from betalen.betaalopdracht where stand = 'uitgevoerd'") - geboekt);
        geboekt += posten;
        return duur;
    }

    private async Task<byte[]> LaatsteAsync(string soort)
    {
        var lijst = JsonNode.Parse(await house.Sandbox.GetStringAsync("/bank/v1/berichten", Ct))!.AsArray();
        return await house.Sandbox.GetByteArrayAsync($"/bank/v1/berichten/{lijst.Last(b => (string?)b!["soort"] == soort)!["naam"]}", Ct);
    }

    private static async Task<string> LeverAsync(HttpClient client, byte[] bericht)
    {
        using var inhoud = new ByteArrayContent(bericht) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/xml") } };
        using var antwoord = await client.PostAsync("/v1/bankberichten", inhoud, Ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.True(antwoord.StatusCode == HttpStatusCode.Created, tekst);
        return (string)JsonNode.Parse(tekst)!["stand"]!;
    }

    /// <summary>Peak of the gateway's resident memory, in MiB.</summary>
    private long Geheugen() =>
        long.Parse(File.ReadLines($"/proc/{house.GatewayId}/status").First(r => r.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
