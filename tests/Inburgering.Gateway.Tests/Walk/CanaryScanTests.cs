using System.Net;
using System.Text;
using Inburgering.Gateway.Tests.Outbox;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>After all kinds of use: no number and no name in what the programs print, count, trace, store, or let the database print.</summary>
public sealed class CanaryScanTests(ObservedHouse house) : IClassFixture<ObservedHouse>
{
    private const string Hasan = "999990019";
    private const string Pablo = "999990032";
    private const string Amal = "999990044";
    private const long HasanVNummer = 2900000017;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gebruik_VanAlles_LaatNergensEenPersoonAchter()
    {
        await ReadAndRefuseAsync();
        await NotifyAsync();
        await TellAsync();
        await DeliverAsync();
        await FaultsAsync();
        await ExportsAsync();

        Clean("programs", "RequestLog", Encoding.UTF8.GetBytes(house.Output));
        Clean("metrics", "gateway_log_lines", await house.Anonymous.GetByteArrayAsync("/metrics", Ct));
        await house.Ontvanger.UntilAsync("/v1/traces", "/v1/metrics");
        Clean("telemetry", "inburgering-gateway", house.Ontvanger.Bytes);
        Clean("database", "schakelcollege-1708", await DatabaseDump.OfAsync(house.Database, Ct));
        foreach (var log in await DatabaseDump.ServerLogsAsync(Ct))
        {
            Clean("server log", "PostgreSQL", log);
        }
    }

    [Theory]
    [InlineData("x 999990019 x")]
    [InlineData("\\x393939393930303139")]
    [InlineData("eyJic24iOiI5OTk5OTAwMTkifQ")]
    [InlineData("OTk5OTkwMDE5")]
    [InlineData("Yjo5OTk5OTAwMTk")]
    [InlineData("2900000017")]
    [InlineData("Hasan Al-Khatib")]
    [InlineData("416c2d4b6861746962")]
    public void AssertClean_CanaryInAnyForm_IsFound(string text) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => CanaryBytes.AssertClean("sample", Encoding.UTF8.GetBytes(text)));

    /// <param name="known">What must be in it: a scan of nothing finds nothing.</param>
    /// <param name="eigen">What may be in it, because it is the person's own.</param>
    private static void Clean(string where, string known, byte[] bytes, params string[] eigen)
    {
        Assert.Contains(known, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        CanaryBytes.AssertClean(where, bytes, eigen);
    }

    private async Task ReadAndRefuseAsync()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, "uitvoeren-leerroute");
        var regie = await house.AsAsync("zaaksysteem-1708");
        var inner = await RunningHouse.FindAsync(regie, Hasan, "regie-voeren");
        await IsAsync(HttpStatusCode.OK, school.GetAsync($"/v1/dossiers/{id}?doel=uitvoeren-leerroute", Ct));
        await IsAsync(HttpStatusCode.OK, regie.GetAsync($"/v1/dossiers/{inner}?doel=regie-voeren", Ct));
        await IsAsync(HttpStatusCode.Forbidden, school.GetAsync($"/v1/dossiers/{id}?doel=regie-voeren", Ct));
        await IsAsync(HttpStatusCode.BadRequest, school.GetAsync($"/v1/dossiers/{id}?doel={Hasan}", Ct));
        await IsAsync(HttpStatusCode.NotFound, school.GetAsync($"/v1/dossiers/{Hasan}?doel=uitvoeren-leerroute", Ct));
        await IsAsync(HttpStatusCode.NotFound, school.GetAsync($"/v1/{Hasan}/Al-Khatib", Ct));
        foreach (var bsn in new[] { Pablo, Amal })
        {
            await IsAsync(HttpStatusCode.NotFound, school.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn, doel = "uitvoeren-leerroute" }), Ct));
        }

        await IsAsync(HttpStatusCode.BadRequest, school.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn = $"x{Amal}", naam = "Warsame", doel = "uitvoeren-leerroute" }), Ct));
        await IsAsync(HttpStatusCode.Unauthorized, house.Anonymous.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn = Hasan, doel = "uitvoeren-leerroute" }), Ct));
    }

    private async Task NotifyAsync()
    {
        foreach (var body in new[]
        {
            Levering.Notificatie("SS121", Hasan), Levering.Notificatie("SS131", Pablo), Levering.Notificatie("SS998", Hasan), Levering.Notificatie("SS127", Amal),
            new { registratieDatumTijd = Levering.NieuwMoment(), gebeurtenisId = "SS102", vNummer = HasanVNummer },
        })
        {
            await (await Levering.SendAsync(house, body)).AfloopAsync();
        }

        var duo = await house.AsAsync("duo");
        await IsAsync(HttpStatusCode.BadRequest, Notificaties.SendAsync(duo, new { gebeurtenisId = Hasan, bsn = Hasan + "0", naam = "Al-Khatib" }));
        await IsAsync(HttpStatusCode.BadRequest, Notificaties.SendAsync(duo, new StringContent($"{{\"bsn\":\"{Hasan}\",,", Encoding.UTF8, "application/json"), Hasan, bron: Hasan));
    }

    /// <summary>What COA delivers: applied, rejected, refused, and with a person where he may not stand.</summary>
    private async Task DeliverAsync()
    {
        var coa = await house.AsAsync("coa");
        static object Bericht(string type, object data, string? subject = null) => new Dictionary<string, object?>
        {
            ["specversion"] = "1.0",
            ["id"] = $"{Guid.NewGuid()}",
            ["source"] = "urn:nld:oin:00000001999990008000:systeem:coa",
            ["type"] = $"nl.inburgering.{type}",
            ["subject"] = subject ?? "x",
            ["data"] = data,
        };
        foreach (var (type, gemeente) in new[] { ("koppeling", "1708"), ("klantprofiel-gewijzigd", "1708"), ("uitstroom", "0106") })
        {
            await IsAsync(HttpStatusCode.Accepted, coa.PostAsync("/v1/berichten", RunningHouse.Json(Bericht(type, new { gemeentecode = gemeente, vNummer = $"{HasanVNummer}", bsn = Hasan, naam = "Hasan Al-Khatib", klantprofiel = new { ambitie = "Al-Khatib" } })), Ct));
        }

        await IsAsync(HttpStatusCode.BadRequest, coa.PostAsync("/v1/berichten", RunningHouse.Json(Bericht("koppeling", new { gemeentecode = "1708", vNummer = $"x{HasanVNummer}", bsn = Hasan + "0" }, Hasan)), Ct));
        await IsAsync(HttpStatusCode.BadRequest, coa.PostAsync("/v1/berichten", RunningHouse.Json(Bericht(Hasan, new { naam = "Al-Khatib" })), Ct));
        await IsAsync(HttpStatusCode.NotFound, coa.GetAsync($"/v1/berichten/{Hasan}", Ct));
        await house.UntilAsync("select count(*) = 0 from inbox.bericht where partner = 'coa' and status = 0");
    }

    private async Task FaultsAsync()
    {
        foreach (var kind in new[] { "404", "403-fouttekst", "onzin", "reset", "302", "503", "hangt", "403-leeg" })
        {
            await house.HerstelAsync();
            await house.StoringAsync(new { kind, times = kind == "hangt" ? 1 : 3 });
            await (await Levering.SendAsync(house, Levering.Notificatie("SS102", Hasan))).AfloopAsync();
        }
    }

    /// <summary>What the gemeente tells DUO about one person: refused in words that name him, lost on the way, answered with junk.</summary>
    private async Task TellAsync()
    {
        await house.HerstelAsync();
        var melder = await Melder.OverAsync(house, Hasan);
        await house.StoringAsync(new { path = "/contactpersonen", kind = "403-fouttekst", times = 1, foutteksten = new[] { "Contact Al-Khatib (al-khatib@voorbeeld.example) kan niet." } });
        foreach (var status in new[] { Melder.Geweigerd, Melder.Bevestigd })
        {
            var contact = await melder.MeldAsync("contactpersonen", new { naam = "Al-Khatib", email = "al-khatib@voorbeeld.example", telefoon = "06-00000046" });
            await melder.TotAsync(contact.Tekst("meldingId"), status);
        }

        await house.UntilAsync("select exists (select 1 from outbox.melding where soort = 'contactpersoon-koppeling' and status = 1)");
        await IsAsync(HttpStatusCode.BadRequest, melder.Regie.Client.PostAsync($"/v1/dossiers/{melder.Regie.DossierId}/contactpersonen", RunningHouse.Json(new { naam = "Al-Khatib 1", email = "Al-Khatib", telefoon = "Warsame" }), Ct));
        await house.StoringAsync(new { kind = "403-fouttekst", times = 1, foutteksten = new[] { $"Over {Hasan} (V-nummer {HasanVNummer}, Hasan Al-Khatib) kan dit niet." } });
        await house.StoringAsync(new { kind = "reset", times = 3 });
        await house.StoringAsync(new { kind = "onzin", times = 1 });
        foreach (var (uren, status) in new[] { (10, Melder.Geweigerd), (11, Melder.WachtOpMens) })
        {
            var gemeld = await melder.MeldAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren });
            await melder.TotAsync(gemeld.Tekst("meldingId"), status);
        }
    }

    /// <summary>What of the log and of a person may be taken away: by a verifier, a witness, a privacy officer, or the person itself.</summary>
    private async Task ExportsAsync()
    {
        Clean("log export", "\"soort\":\"einde\"", await LogExportAsync());
        Clean("witness export", "Handtekening", await WitnessExportAsync());
        var privacy = await house.AsAsync("privacy-1708");
        var inner = await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), Hasan, "regie-voeren");
        Clean("log as CSV", "Wanneer", await BytesAsync(privacy, "/v1/logregels/_exporteer", new { dossier = Hasan, van = "2024-10-01", tot = "2024-11-15" }));
        Clean("log search", "logregels", await BytesAsync(privacy, "/v1/logregels/_zoek", new { dossier = Hasan }));
        Clean("LDV Lezen", "dpl.core.data_subject_id", await BytesAsync(privacy, "/v1/processing-activities", new Dictionary<string, object> { ["dpl.core.data_subject_id"] = Hasan, ["dpl.core.data_subject_id_type"] = "BSN" }));
        Clean("inzagen", "inzagen", await BytesAsync(privacy, $"/v1/dossiers/{inner}/inzagen?doel=toezicht-gebruik"));
        var vraag = new { zaaknummer = "AVG-2024-0017" };
        Clean("inzage export", "nietOpgenomen", await BytesAsync(privacy, $"/v1/dossiers/{inner}/inzage-exporten", vraag), Hasan, $"{HasanVNummer}", "Al-Khatib");
        Clean("inzage page", "Wie uw gegevens heeft bekeken", await BytesAsync(privacy, $"/v1/dossiers/{inner}/inzage-exporten", vraag, "text/html"), "Al-Khatib");
    }

    private async Task<byte[]> LogExportAsync()
    {
        var path = Path.Combine(house.Data, "log.jsonl");
        var (exit, output) = await house.CommandAsync("log", "exporteer", "--uit", path);
        Assert.True(exit == 0, output);
        return await File.ReadAllBytesAsync(path, Ct);
    }

    private async Task<byte[]> WitnessExportAsync()
    {
        await house.UntilAsync("select count(*) > 0 from verwerkingslog.vreemd_zegel");
        var map = Path.Combine(house.Data, "van-de-getuige");
        var (exit, output) = await house.CommandAsync("getuige", "exporteer", "huis", map);
        Assert.True(exit == 0, output);
        return [.. Directory.GetFiles(map).SelectMany(File.ReadAllBytes)];
    }

    /// <param name="body">Null: a GET.</param>
    private static async Task<byte[]> BytesAsync(HttpClient client, string path, object? body = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path) { Content = body is null ? null : RunningHouse.Json(body) };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        using var response = await client.SendAsync(request, Ct);
        var bytes = await response.Content.ReadAsByteArrayAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, Encoding.UTF8.GetString(bytes));
        return [.. Encoding.UTF8.GetBytes(response.Headers.ToString() + response.Content.Headers), .. bytes];
    }

    private static async Task IsAsync(HttpStatusCode expected, Task<HttpResponseMessage> call)
    {
        using var response = await call;
        Assert.Equal(expected, response.StatusCode);
    }
}

/// <summary>Sends its traces and counts to a receiver of the test, and its seals to a witness: itself, which is none, but keeps and exports what one keeps.</summary>
public sealed class ObservedHouse : RunningHouse, IAsyncDisposable
{
    public ObservedHouse() => Extra = new Dictionary<string, string?>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Ontvanger.Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        ["Verwerkingslog__Getuige__Url"] = Address,
        ["Verwerkingslog__Getuige__Naam"] = "huis",
        ["Verwerkingslog__Getuige__Van"] = "huis",
        ["Verwerkingslog__Getuige__Sleutels__0"] = Zegelsleutel,
        ["Verwerkingslog__Getuigt__huis__0"] = Zegelsleutel,
    };

    internal OtlpReceiver Ontvanger { get; } = OtlpReceiver.Start();

    protected override IReadOnlyDictionary<string, string?> Extra { get; }

    private string Zegelsleutel => Path.Combine(Data, "sleutels", "zegel-1.pem");

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Ontvanger.DisposeAsync();
    }
}
