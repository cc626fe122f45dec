using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Adapters.Duo.Tests;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank.Tests;

/// <summary>The simulated bank against the adapter, which shares no code with it: what one writes the other reads, and the book says what was paid.</summary>
public sealed class BankSandboxTests(SandboxServer sandbox) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private static readonly byte[] Bestand = ((Bestanduitkomst.Geschreven)new BetaalbestandSchrijver().Schrijf(Betaalvoorbeeld.Ontzorgen)).Inhoud.ToArray();
    private static readonly string MsgId = Betaalvoorbeeld.Ontzorgen.BerichtId.ToString();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await BedienAsync("herstel", new { });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Painversie.V09)]
    [InlineData(Painversie.V03)]
    public async Task Bestand_VanDeAdapter_WordtOpZijnDagEenKeerBetaald(Painversie versie)
    {
        var geschreven = (Bestanduitkomst.Geschreven)new BetaalbestandSchrijver().Schrijf(Betaalvoorbeeld.Ontzorgen with { Profiel = Betaalvoorbeeld.Profiel with { Versie = versie } });

        Assert.Equal(202, await StuurAsync(geschreven.Inhoud.ToArray()));
        await BedienAsync("dagen", new { dag = "2026-11-26" });
        Assert.All(await BoekAsync(), regel => Assert.Equal(0, (int)regel!["geboekt"]!));
        await BedienAsync("dagen", new { dag = "2026-11-27" });
        await BedienAsync("dagen", new { dag = "2026-11-30" });

        Assert.Equal(
            Betaalvoorbeeld.Ontzorgen.Opdrachten.Select(o => $"{o.Kenmerk} {o.Bedrag.Centen} {o.Rekening.Reveal()} 1"),
            (await BoekAsync()).Select(r => $"{r!["endToEndId"]} {r["centen"]} {r["iban"]} {r["geboekt"]}"));
    }

    [Fact]
    public async Task Berichten_VanEenHeleDag_LeestDeAdapterOpVolgorde()
    {
        await BedienAsync("weigeringen", new { endToEndId = "ZW7Q2K-202611-ENER-1", reden = "AC01" });
        await StuurAsync(Bestand);
        await BedienAsync("dagen", new { dag = "2026-11-27" });
        await BedienAsync("retouren", new { endToEndId = "ZW7Q2K-202611-LEEF-1", reden = "AC04" });
        await BedienAsync("dagen", new { dag = "2026-11-30" });

        var berichten = await BerichtenAsync();

        var status = Assert.IsType<Bankbericht.Status>(berichten[0]);
        Assert.Equal((MsgId, Bankoordeel.Gedeeltelijk, 4, 129410L), (status.OverBericht, status.Bestand!.Oordeel, status.Aantal, status.Totaal!.Value.Centen));
        Assert.Equal(("ZW7Q2K-202611-ENER-1", Bankoordeel.Afgewezen, 14800L), (status.Batches[0].Opdrachten[0].Kenmerk, status.Batches[0].Opdrachten[0].Status!.Oordeel, status.Batches[0].Opdrachten[0].Bedrag!.Value.Centen));
        var (eerste, tweede) = (Afschrift(berichten[1]), Afschrift(berichten[3]));
        Assert.Equal([-61235L, -15975L, -37400L], eerste.Posten.Select(p => p.Bedrag.Centen));
        Assert.IsType<Volgorde.Volgt>(Afschriftvolgorde.Toets(tweede, [Betaalvoorbeeld.Ontzorgen.Rekening], Afschriftstand.Na(eerste)));
        var (gemeld, geboekt) = (Assert.IsType<Bankbericht.Adviezen>(berichten[2]).Lijst[0].Posten[0], tweede.Posten[0]);
        Assert.Equal((37400L, Redensoort.RekeningGesloten, "ZW7Q2K-202611-LEEF-1"), (geboekt.Bedrag.Centen, geboekt.Details[0].Retour!.Soort, geboekt.Details[0].Kenmerk));
        Assert.Equal((geboekt.Bankreferentie, geboekt.Bedrag), (gemeld.Bankreferentie, gemeld.Bedrag));
    }

    [Fact]
    public async Task Bestand_NogEens_HeeftGeenTweedeGevolgEnEenAnderOnderDatIdIsGeweigerd()
    {
        await StuurAsync(Bestand);
        Assert.Equal(202, await StuurAsync(Bestand));
        Assert.Equal(409, await StuurAsync(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Bestand).Replace("november 2026", "december 2026", StringComparison.Ordinal))));
        await BedienAsync("dagen", new { dag = "2026-11-27" });

        Assert.Equal(4, (await BoekAsync()).Count(r => (int)r!["geboekt"]! == 1));
        var dubbel = Assert.IsType<Bankbericht.Status>((await BerichtenAsync())[1]);
        Assert.Equal((MsgId, Bankoordeel.AlGezien), (dubbel.OverBericht, dubbel.Bestand!.Oordeel));
    }

    [Fact]
    public async Task Antwoord_Verloren_LaatDeBankWetenDatZijHetHeeft()
    {
        Assert.Equal(404, await VraagAsync($"/bank/v1/betaalbestanden/{MsgId}"));
        await BedienAsync("storingen", new { path = "/bank/v1/betaalbestanden", kind = "reset", naVerwerking = true });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => StuurAsync(Bestand));

        Assert.Equal(200, await VraagAsync($"/bank/v1/betaalbestanden/{MsgId}"));
        Assert.Equal(4, (await BoekAsync()).Count);
    }

    [Fact]
    public async Task Antwoord_Storing_BetekentDatDeBankHetNietHeeft()
    {
        await BedienAsync("storingen", new { path = "/bank/v1/betaalbestanden", kind = "503" });

        Assert.Equal(503, await StuurAsync(Bestand));

        Assert.Equal(404, await VraagAsync($"/bank/v1/betaalbestanden/{MsgId}"));
        Assert.Empty(await BoekAsync());
    }

    [Fact]
    public async Task Bericht_Herhaald_IsByteVoorByteHetzelfde()
    {
        await StuurAsync(Bestand);
        await BedienAsync("herhalingen", new { naam = "0001-pain.002.xml" });

        Assert.Equal(await HaalAsync("0001-pain.002.xml"), await HaalAsync("0002-pain.002.xml"));
        Assert.Equal(404, await VraagAsync("/bank/v1/berichten/0003-pain.002.xml"));
        Assert.Equal(404, (int)(await BedienAsync("herhalingen", new { naam = "anders" }, goed: false)));
        Assert.Equal(404, (int)(await BedienAsync("retouren", new { endToEndId = "ZW7Q2K-202611-LEEF-1", reden = "AC04" }, goed: false)));
    }

    [Fact]
    public async Task Bank_DieAlleenWeigert_ZwijgtOverWatZijAanneemt()
    {
        await BedienAsync("instellingen", new { alleenWeigeringen = true });

        await StuurAsync(Bestand);

        Assert.Empty(await BerichtenAsync());
    }

    [Theory]
    [InlineData("onzin", "application/xml", 400)]
    [InlineData("<Document/>", "application/xml", 400)]
    [InlineData("", "application/xml", 400)]
    [InlineData("{}", "application/json", 415)]
    public async Task Bestand_DatGeenBetaalbestandIs_KomtNietInHetBoek(string inhoud, string media, int status)
    {
        Assert.Equal(status, await StuurAsync(Encoding.UTF8.GetBytes(inhoud), media));

        Assert.Empty(await BoekAsync());
    }

    [Fact]
    public async Task Bestand_MetAnderTotaalOfAnderId_KomtNietInHetBoek()
    {
        Assert.Equal(400, await StuurAsync(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Bestand).Replace("1294.10", "1294.11", StringComparison.Ordinal))));
        Assert.Equal(400, await StuurAsync(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Bestand).Replace($"<MsgId>{MsgId}", "<MsgId>ANDERS", StringComparison.Ordinal))));

        Assert.Empty(await BoekAsync());
    }

    private static Afschrift Afschrift(Bankbericht bericht) => Assert.Single(Assert.IsType<Bankbericht.Afschriften>(bericht).Lijst);

    private async Task<int> StuurAsync(byte[] bestand, string media = "application/xml")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/bank/v1/betaalbestanden", UriKind.Relative)) { Content = new ByteArrayContent(bestand) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(media);
        request.Headers.Add("Idempotency-Key", MsgId);
        using var response = await sandbox.Client.SendAsync(request, Ct);
        return (int)response.StatusCode;
    }

    private async Task<int> VraagAsync(string pad)
    {
        using var response = await sandbox.Client.GetAsync(new Uri(pad, UriKind.Relative), Ct);
        return (int)response.StatusCode;
    }

    private async Task<System.Net.HttpStatusCode> BedienAsync(string wat, object hoe, bool goed = true)
    {
        using var response = await sandbox.Client.PostAsJsonAsync(new Uri($"/_sandbox/bank/{wat}", UriKind.Relative), hoe, Ct);
        Assert.True(!goed || response.IsSuccessStatusCode, $"{wat}: {response.StatusCode}");
        return response.StatusCode;
    }

    private async Task<JsonArray> BoekAsync() => (await sandbox.Client.GetFromJsonAsync<JsonArray>(new Uri("/_sandbox/bank/boek", UriKind.Relative), Ct))!;

    private Task<byte[]> HaalAsync(string naam) => sandbox.Client.GetByteArrayAsync(new Uri($"/bank/v1/berichten/{naam}", UriKind.Relative), Ct);

    /// <summary>All that the bank put out, as another implementation takes it and as the adapter reads it.</summary>
    private async Task<IReadOnlyList<Bankbericht>> BerichtenAsync()
    {
        var gelezen = new List<Bankbericht>();
        foreach (var bericht in (await sandbox.Client.GetFromJsonAsync<JsonArray>(new Uri("/bank/v1/berichten", UriKind.Relative), Ct))!)
        {
            var bytes = await HaalAsync((string)bericht!["naam"]!);
            var antwoord = Assert.IsType<PartnerReply<Bankbericht>.Answer>(new BankberichtLezer().Lees(bytes)).Value;
            Assert.Equal(string.Empty, await Xmllint.ToetsAsync(antwoord.Soort, [bytes]));
            gelezen.Add(antwoord);
        }

        return gelezen;
    }
}
