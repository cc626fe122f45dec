using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>security 3: checkpoints count when somebody outside the operator's reach has them; without that nothing leaves after a while.</summary>
public sealed class GetuigeTests(TweeGateways twee) : IClassFixture<TweeGateways>
{
    private const string Doel = "uitvoeren-leerroute";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Zegels_TweeGatewaysVoorElkaar_StaanBijDeAnderEnControlerenHetLog()
    {
        await ReadAsync(twee.Noord);
        await ReadAsync(twee.Zuid);

        await twee.Noord.AcknowledgedAsync();
        await twee.Zuid.AcknowledgedAsync();

        await CheckAsync(twee.Noord, "noord", twee.Zuid, 0);
        await CheckAsync(twee.Zuid, "zuid", twee.Noord, 0);
    }

    [Fact]
    public async Task Getuige_TeLangWeg_GaatDichtEnDaarnaZonderGatVerder()
    {
        var client = await twee.Noord.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(client, "999990019", Doel);
        await twee.Zuid.KillGatewayAsync();

        var dicht = await UntilStatusAsync(client, id, HttpStatusCode.ServiceUnavailable);
        using var klaar = await twee.Noord.Anonymous.GetAsync("/health/ready", Ct);
        var toestand = await klaar.Content.ReadAsStringAsync(Ct);
        var metingen = await twee.Noord.Anonymous.GetStringAsync("/metrics", Ct);
        await twee.Zuid.StartGatewayAsync();
        await UntilStatusAsync(client, id, HttpStatusCode.OK);

        Assert.DoesNotContain("gegevens\":", dicht, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, klaar.StatusCode);
        Assert.Contains("niet door een getuige bevestigd", toestand, StringComparison.Ordinal);
        var leeftijd = metingen.Split('\n').Single(r => r.StartsWith("gateway_anker_leeftijd_seconds", StringComparison.Ordinal)).Split(' ')[^1];
        Assert.True(double.Parse(leeftijd, System.Globalization.CultureInfo.InvariantCulture) >= 5, leeftijd);
        await twee.Noord.AcknowledgedAsync();
        await CheckAsync(twee.Noord, "noord", twee.Zuid, 0);
    }

    [Fact]
    public async Task Zegel_AndersDanDeGetuigeHeeft_WordtNietBevestigdEnGenoemd()
    {
        await using var los = new TweeGateways();
        await los.InitializeAsync();
        var id = await ReadAsync(los.Noord);
        await los.Noord.AcknowledgedAsync();
        await los.Noord.KillGatewayAsync();
        // the last one the witness has, and whatever was sealed between its answer and the kill
        var nummer = await los.Noord.ScalarAsync<long>("select max(nummer) from verwerkingslog.getuigenis");
        await los.Noord.ScalarAsync<object>($"""
            set session_replication_role = replica;
            delete from verwerkingslog.zegel where nummer >= {nummer};
            delete from verwerkingslog.getuigenis where nummer >= {nummer};
            set session_replication_role = default
            """);
        foreach (var anker in Directory.GetFiles(Path.Combine(los.Noord.Data, "ankers"), "zegel-*.json")
            .Where(a => string.CompareOrdinal(Path.GetFileName(a), $"zegel-{nummer:D12}.json") >= 0))
        {
            File.Delete(anker);
        }

        // what contradicts the witness does not wait for the limit
        los.Noord.Settings["Verwerkingslog__Getuigegrens"] = "04:00:00";
        await los.Noord.StartGatewayAsync("/health/live");
        await UntilStatusAsync(await los.Noord.AsAsync("schakelcollege-1708"), id, HttpStatusCode.ServiceUnavailable);

        using var klaar = await los.Noord.Anonymous.GetAsync("/health/ready", Ct);
        Assert.Contains("De getuige heeft een ander log dan deze database", await klaar.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("zij kent een andere reeks zegels", los.Noord.Output, StringComparison.Ordinal);
        var output = await CheckAsync(los.Noord, "noord", los.Zuid, 1);
        Assert.Contains($"Zegel {nummer:N0}".Replace(',', '.'), output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"van":"oost","inhoud":"{\"koppen\":[],\"nummer\":1,\"tijd\":1,\"vorige\":\"00\"}","hash":"00","kid":"1","handtekening":"00"}""", 403, "GW-0180")]
    [InlineData("""{"van":"noord","inhoud":"{\"koppen\":[],\"nummer\":1,\"tijd\":1,\"vorige\":\"00\"}","hash":"00","kid":"1","handtekening":"00"}""", 403, "GW-0180")]
    [InlineData("""{"van":"noord","inhoud":"{\"nummer\":1}","hash":"00","kid":"1","handtekening":"00"}""", 400, "GW-0003")]
    [InlineData("""{"van":"noord"}""", 400, null)]
    [InlineData("geen json", 400, null)]
    public async Task Zegel_DatNietKlopt_WordtGeweigerdEnNietBewaard(string body, int status, string? code)
    {
        var voor = await twee.Zuid.ScalarAsync<long>("select count(*) from verwerkingslog.vreemd_zegel where van <> 'noord' or nummer < 0");

        using var response = await twee.Zuid.Anonymous.PostAsync("/getuige/v1/zegels", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Ct);

        var antwoord = await response.Content.ReadAsStringAsync(Ct);
        Assert.True((int)response.StatusCode == status, antwoord);
        Assert.Equal(code ?? JsonDocument.Parse(antwoord).RootElement.GetProperty("code").GetString(), JsonDocument.Parse(antwoord).RootElement.GetProperty("code").GetString());
        Assert.Equal(voor, await twee.Zuid.ScalarAsync<long>("select count(*) from verwerkingslog.vreemd_zegel where van <> 'noord' or nummer < 0"));
    }

    private static async Task<string> ReadAsync(TweeGateways.Huis huis) => await RunningHouse.FindAsync(await huis.AsAsync("schakelcollege-1708"), "999990019", Doel);

    /// <summary>Verifies a log against the copies its witness has.</summary>
    private static async Task<string> CheckAsync(TweeGateways.Huis huis, string naam, TweeGateways.Huis getuige, int verwacht)
    {
        var map = Path.Combine(huis.Data, $"van-de-getuige-{Guid.NewGuid():N}");
        var (gaf, tekst) = await getuige.CommandAsync("getuige", "exporteer", naam, map);
        Assert.True(gaf == 0, tekst);
        var (exit, output) = await huis.CommandAsync("log", "controleer", "--ankers", map);
        Assert.True(exit == verwacht, output);
        return output;
    }

    private static async Task<string> UntilStatusAsync(HttpClient client, string id, HttpStatusCode status)
    {
        var body = string.Empty;
        await RunningHouse.UntilAsync(async ct =>
        {
            using var response = await client.GetAsync($"/v1/dossiers/{id}?doel={Doel}", ct);
            body = await response.Content.ReadAsStringAsync(ct);
            return response.StatusCode == status;
        });
        return body;
    }
}
