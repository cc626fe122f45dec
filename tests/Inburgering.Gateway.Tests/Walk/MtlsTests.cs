using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>DUO at the listener for mutual TLS: its certificate says who it is, and every other is refused with a reason in the log (security 23).</summary>
public sealed class MtlsTests(MtlsHouse house) : IClassFixture<MtlsHouse>
{
    private const string Coa = "00000001999990008000";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notificatie_MetHetCertificaatVanDuo_IsOntvangenZonderToken()
    {
        using var uitgever = Uitgever.VanDeDemo(house.Data);
        using var certificaat = uitgever.Geef(Notificaties.Duo);
        var voor = await house.ScalarAsync<long>("select count(*) from inbox.bericht where client_id = 'duo'");

        Assert.Equal(HttpStatusCode.Created, await StuurAsync(certificaat));

        Assert.Equal(voor + 1, await house.ScalarAsync<long>("select count(*) from inbox.bericht where client_id = 'duo'"));
        Assert.Matches(@"gateway_certificaat_dagen\{naam=""server""\} [67]\d\d", await house.Anonymous.GetStringAsync("/metrics", Ct));
    }

    [Theory]
    [InlineData("geen", "certificaat-ontbreekt")]
    [InlineData("verlopen", "certificaat-verlopen")]
    [InlineData("andere-uitgever", "certificaat-niet-vertrouwd")]
    [InlineData("zelfgetekend", "certificaat-niet-vertrouwd")]
    [InlineData("voor-servers", "certificaat-niet-vertrouwd")]
    [InlineData("zonder-oin", "certificaat-zonder-oin")]
    [InlineData("coa", "certificaat-andere-oin")]
    public async Task Notificatie_MetEenAnderCertificaat_IsGeweigerdMetEenRedenInHetLog(string soort, string reden)
    {
        using var uitgever = Uitgever.VanDeDemo(house.Data);
        using var onbekend = Uitgever.Onbekend();
        using var certificaat = soort switch
        {
            "geen" => null,
            "verlopen" => uitgever.Geef(Notificaties.Duo, dagen: -1),
            "andere-uitgever" => onbekend.Geef(Notificaties.Duo),
            "zelfgetekend" => Uitgever.Zelfgetekend(Notificaties.Duo),
            "voor-servers" => uitgever.Geef(Notificaties.Duo, gebruik: "1.3.6.1.5.5.7.3.1"),
            "zonder-oin" => uitgever.Geef(null),
            _ => uitgever.Geef(Coa),
        };
        var (rijen, regels) = (await house.ScalarAsync<long>("select count(*) from inbox.bericht"), await RegelsAsync(reden));

        Assert.Equal(HttpStatusCode.Unauthorized, await StuurAsync(certificaat, await house.TokenAsync("duo")));

        Assert.Equal((rijen, regels + 1), (await house.ScalarAsync<long>("select count(*) from inbox.bericht"), await RegelsAsync(reden)));
        Assert.DoesNotContain("   at ", house.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notificatie_MetCertificaatVanDuoEnTokenVanEenAnder_IsGeweigerd()
    {
        using var uitgever = Uitgever.VanDeDemo(house.Data);
        using var certificaat = uitgever.Geef(Notificaties.Duo);
        var regels = await RegelsAsync("certificaat-andere-client");

        Assert.Equal(HttpStatusCode.Unauthorized, await StuurAsync(certificaat, await house.TokenAsync("coa")));
        Assert.Equal(HttpStatusCode.Created, await StuurAsync(certificaat, await house.TokenAsync("duo")));

        Assert.Equal(regels + 1, await RegelsAsync("certificaat-andere-client"));
    }

    [Fact]
    public async Task Luisteraar_VoorMtls_DientAlleenNotificaties()
    {
        using var uitgever = Uitgever.VanDeDemo(house.Data);
        using var certificaat = uitgever.Geef(Notificaties.Duo);
        using var client = Client(certificaat);

        foreach (var pad in new[] { "/v1/openapi.json", "/", "/metrics", "/health/ready", "/oauth/token" })
        {
            using var antwoord = await client.GetAsync(pad, Ct);
            Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
        }
    }

    [Fact]
    public async Task Certificaat_OpDeGewoneLuisteraarOfAlsHeader_ZegtNiets()
    {
        using var uitgever = Uitgever.VanDeDemo(house.Data);
        using var certificaat = uitgever.Geef(Notificaties.Duo);
        using var vraag = Vraag();
        foreach (var header in new[] { "X-Client-Cert", "X-ARR-ClientCert", "X-Forwarded-Client-Cert" })
        {
            vraag.Headers.TryAddWithoutValidation(header, Convert.ToBase64String(certificaat.RawData));
        }

        using var antwoord = await house.Anonymous.SendAsync(vraag, Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, antwoord.StatusCode);
    }

    private async Task<HttpStatusCode> StuurAsync(X509Certificate2? certificaat, string? token = null)
    {
        using var client = Client(certificaat);
        using var vraag = Vraag();
        if (token is not null)
        {
            vraag.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var antwoord = await client.SendAsync(vraag, Ct);
        Assert.Equal(antwoord.StatusCode == HttpStatusCode.Unauthorized, (await antwoord.Content.ReadAsStringAsync(Ct)).Contains("GW-0218", StringComparison.Ordinal));
        return antwoord.StatusCode;
    }

    private static HttpRequestMessage Vraag()
    {
        var vraag = new HttpRequestMessage(HttpMethod.Post, "/v1/notificaties") { Content = RunningHouse.Json(Levering.Notificatie("SS102", "999990019")) };
        vraag.Headers.Add("bron", Notificaties.Duo);
        vraag.Headers.Add("doel", Notificaties.Noorderveld);
        vraag.Headers.Add("berichtId", Guid.NewGuid().ToString("D"));
        return vraag;
    }

    private HttpClient Client(X509Certificate2? certificaat)
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, server, _, _) => server!.Issuer == "CN=Demo CA";
        if (certificaat is not null)
        {
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificaat;
        }

        return new HttpClient(handler) { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{house.MtlsPoort}")) };
    }

    private Task<long> RegelsAsync(string reden) => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where c.naam = 'Notificatie ontvangen' and c.reden = '{reden}' and c.resultaat = 1
        """);
}

/// <summary>The demo with a listener for mutual TLS.</summary>
public sealed class MtlsHouse : RunningHouse
{
    public int MtlsPoort { get; } = ProgramProcess.FreePort();

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?> { ["GATEWAY_MTLS_PORT"] = MtlsPoort.ToString(CultureInfo.InvariantCulture) };
}
