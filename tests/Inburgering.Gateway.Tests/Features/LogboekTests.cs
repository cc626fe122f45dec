using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>LDV, extension Lezen, at the front door.</summary>
[Collection(Leeshuis.Collection)]
public sealed class LogboekTests(RunningHouse house)
{
    private const string Pad = "/v1/processing-activities";
    private const string Hasan = "999990019";
    private const string Ouder = "b7ad6b7169203331";
    private const string Leerroute = "uitvoeren-leerroute";
    private const long Nu = 1_731_661_200_000;
    private const long Dag = 86_400_000;

    private static readonly string[] Namen = ["traceId", "spanId", "status", "name", "startTime", "endTime", "parentSpanId", "resource", "attributes"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Regel_VanEenLezing_HeeftAlleVeldenVanLdvEnAdl()
    {
        var trace = await LeesAsync("schakelcollege-1708", Leerroute);
        var privacy = await house.AsAsync("privacy-1708");

        var (regels, volgende) = await Logboek.VraagAsync(privacy, new { traceId = trace });

        var regel = Assert.Single(regels);
        Assert.Null(volgende);
        Assert.Equal(Namen, regel.EnumerateObject().Select(p => p.Name));
        Assert.Equal((trace, Ouder, "Unset", "Dossier geraadpleegd"), (regel.GetProperty("traceId").GetString(), regel.GetProperty("parentSpanId").GetString(), regel.GetProperty("status").GetString(), regel.GetProperty("name").GetString()));
        Assert.Matches("^[0-9a-f]{16}$", regel.GetProperty("spanId").GetString());
        Assert.Equal(Nu, regel.GetProperty("startTime").GetInt64());
        Assert.True(regel.GetProperty("endTime").GetInt64() >= Nu);
        Assert.Equal(["deployment.environment", "service.name", "service.version"], regel.GetProperty("resource").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal($"{house.Address}/v1/verwerkingsactiviteiten/VA-07-leerroute/versies/2", regel.Attribuut("dpl.core.processing_activity_id"));
        Assert.Matches("^[0-9a-f]{64}$", regel.Attribuut("dpl.core.data_subject_id"));
        Assert.Matches("^urn:inburgering:pseudoniem:bsn:[0-9]+$", regel.Attribuut("dpl.core.data_subject_id_type"));
        Assert.Equal("https://schakelcollege.voorbeeld.example/", regel.Attribuut("dpl.core.foreign_operation.processor"));
        Assert.Equal("schakelcollege-1708", regel.Attribuut("gateway.actor_id"));
        Assert.Equal("schakelcollege-1708", regel.Attribuut("gateway.client_id"));
        Assert.Equal("loopback", regel.Attribuut("gateway.oorsprong"));
        Assert.Equal("00000003999990011000", regel.Attribuut("gateway.partner_oin"));
        Assert.Equal("WI", regel.Attribuut("gateway.grondslag"));
        Assert.Contains("PIP", regel.GetProperty("attributes").GetProperty("gateway.gegevenscategorieen").EnumerateArray().Select(c => c.GetString()));
        Assert.Matches("^[0-9a-f]{64}$", regel.GetProperty("attributes").GetProperty("adl.core.policies").GetProperty("gateway").GetString());
        Assert.Contains(regel.GetProperty("attributes").GetProperty("adl.core.information").EnumerateArray(), i => i.GetString()!.StartsWith("opdracht:", StringComparison.Ordinal));
        Assert.False(regel.Heeft("adl.fsc.transaction_id"));
        Assert.False(regel.Heeft("dpl.read.externalReadAPI_id"));
    }

    [Theory]
    [InlineData("0af7651916cd43dd8448eb211c80319c", "0af7651916cd43dd8448eb211c80319c")]
    [InlineData("0af76519-16cd-43dd-8448-eb211c80319c", "0af7651916cd43dd8448eb211c80319c")]
    public async Task TraceId_AlsHexOfUuid_VindtDezelfdeRegelsEnIsHexInHetAntwoord(string gevraagd, string hex)
    {
        var school = await house.AsAsync("schakelcollege-1708");
        using var gelezen = await Logboek.InTraceAsync(school, HttpMethod.Get, $"/v1/dossiers/{Guid.NewGuid()}?doel={Leerroute}", $"00-{hex}-{Ouder}-01");

        var (regels, _) = await Logboek.VraagAsync(await house.AsAsync("privacy-1708"), new { traceId = gevraagd });

        Assert.NotEmpty(regels);
        Assert.All(regels, r => Assert.Equal(hex, r.GetProperty("traceId").GetString()));
    }

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"startTime":1731661200000}""", "")]
    [InlineData("""{"traceId":"xyz"}""", "/traceId")]
    [InlineData("""{"dpl.core.processing_activity_id":"VA-07-leerroute"}""", "/dpl.core.processing_activity_id")]
    [InlineData("""{"dpl.core.data_subject_id":"999990019"}""", "/dpl.core.data_subject_id")]
    [InlineData("""{"dpl.core.data_subject_id_type":"BSN"}""", " /dpl.core.data_subject_id_type")]
    [InlineData("""{"dpl.core.data_subject_id":"123456789","dpl.core.data_subject_id_type":"BSN"}""", "/dpl.core.data_subject_id")]
    public async Task Vraag_ZonderTraceActiviteitOfBetrokkeneOfMetEenFoute_Geeft400(string body, string plaats)
    {
        using var answer = await (await house.AsAsync("privacy-1708")).PostAsync(Pad, new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(plaats, string.Join(' ', problem.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString())));
    }

    [Theory]
    [InlineData(Nu - (92 * Dag) - 1, Nu)]
    [InlineData(Nu, Nu - Dag)]
    public async Task Vraag_MetEenPeriodeDieNietMag_Geeft400EnNoemtDeGrens(long start, long end)
    {
        var vraag = new Dictionary<string, object> { ["dpl.core.processing_activity_id"] = Activiteit("VA-07-leerroute"), ["startTime"] = start, ["endTime"] = end };

        using var answer = await (await house.AsAsync("privacy-1708")).PostAsync(Pad, RunningHouse.Json(vraag), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("92 dagen", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zaaksysteem-1708")]
    [InlineData("schakelcollege-1708")]
    public async Task Vraag_ZonderScope_Geeft403(string clientId)
    {
        using var answer = await (await house.AsAsync(clientId)).PostAsync(Pad, RunningHouse.Json(new { traceId = Logboek.NieuweTrace() }), Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Vraag_VanEenAndereGemeente_VindtNiets()
    {
        var trace = await LeesAsync("schakelcollege-1708", Leerroute);

        var (regels, _) = await Logboek.VraagAsync(await house.AsAsync("privacy-0171"), new { traceId = trace });

        Assert.Empty(regels);
    }

    [Theory]
    [InlineData("BSN", Hasan)]
    [InlineData(null, null)]
    public async Task Betrokkene_HoeZijnDossierOokIsBereikt_HeeftEenPseudoniem(string? type, string? nummer)
    {
        var privacy = await house.AsAsync("privacy-1708");
        var gelezen = await LeesAsync("schakelcollege-1708", Leerroute);
        var gezocht = Logboek.NieuweTrace();
        using var zoek = await Logboek.InTraceAsync(await house.AsAsync("vwn-1708"), HttpMethod.Post, "/v1/dossiers/_zoek", $"00-{gezocht}-{Ouder}-00", new { bsn = Hasan, doel = "uitvoeren-pvt" });
        var regel = (await Logboek.VraagAsync(privacy, new { traceId = gelezen })).Regels.Single();
        var vraag = new Dictionary<string, object?> { ["dpl.core.data_subject_id"] = nummer ?? regel.Attribuut("dpl.core.data_subject_id"), ["dpl.core.data_subject_id_type"] = type ?? regel.Attribuut("dpl.core.data_subject_id_type") };

        var regels = (await Logboek.VraagAsync(privacy, vraag)).Regels;

        Assert.All(regels, r => Assert.Equal(regel.Attribuut("dpl.core.data_subject_id"), r.Attribuut("dpl.core.data_subject_id")));
        Assert.Contains(regels, r => r.GetProperty("traceId").GetString() == gelezen);
        Assert.Contains(regels, r => r.GetProperty("traceId").GetString() == gezocht);
    }

    [Fact]
    public async Task Betrokkene_InTweeGemeenten_HeeftTweePseudoniemen()
    {
        var hier = await ZoekAsync("zaaksysteem-1708", "privacy-1708");
        var daar = await ZoekAsync("zaaksysteem-0171", "privacy-0171");

        Assert.Matches("^[0-9a-f]{64}$", hier);
        Assert.NotEqual(hier, daar);
    }

    [Fact]
    public async Task Antwoord_MetMeerDanEenDeel_ZegtDatEnGaatVerderZonderDubbelOfGat()
    {
        var privacy = await house.AsAsync("privacy-1708");
        var vraag = new Dictionary<string, object> { ["dpl.core.processing_activity_id"] = Activiteit("VA-03-duo", "2"), ["startTime"] = Nu - (91 * Dag), ["endTime"] = Nu - Dag };
        var verwacht = await house.ScalarAsync<long>($"""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.gemeentecode = '1708' and c.activiteit = 'VA-03-duo/2' and r.tijdstip between to_timestamp({(Nu - (91 * Dag)) / 1000}) and to_timestamp({(Nu - Dag) / 1000})
            """);
        var alle = new List<string>();
        var (regels, volgende) = await Logboek.VraagAsync(privacy, vraag);
        alle.AddRange(regels.Select(r => r.GetProperty("spanId").GetString()!));
        var deel = volgende;
        while (deel is not null)
        {
            (regels, deel) = await Logboek.VraagAsync(privacy, vraag, deel);
            Assert.InRange(regels.Length, 1, 50);
            alle.AddRange(regels.Select(r => r.GetProperty("spanId").GetString()!));
        }

        Assert.True(verwacht > 50);
        Assert.NotNull(volgende);
        Assert.Equal(verwacht, alle.Count);
        Assert.Equal(alle.Count, alle.Distinct().Count());
        using var vreemd = await (await house.AsAsync("privacy-0171")).PostAsync(volgende, RunningHouse.Json(vraag), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, vreemd.StatusCode);
    }

    [Fact]
    public async Task Regels_VanEenVraagAanEenAnder_NoemenZijnLogEnAlleenDie()
    {
        var vraag = new Dictionary<string, object> { ["dpl.core.processing_activity_id"] = Activiteit("VA-03-duo", "2") };

        var (regels, _) = await Logboek.VraagAsync(await house.AsAsync("privacy-1708"), vraag);

        Assert.Contains(regels, r => r.Heeft("dpl.read.externalReadAPI_id"));
        Assert.All(regels, r => Assert.Equal(r.GetProperty("name").GetString()!.StartsWith("Bij ", StringComparison.Ordinal), r.Heeft("dpl.read.externalReadAPI_id")));
        Assert.All(regels.Where(r => r.Heeft("dpl.read.externalReadAPI_id")), r => Assert.Equal("https://duo.voorbeeld.example/privacy", r.Attribuut("dpl.read.externalReadAPI_id")));
    }

    [Fact]
    public async Task Verwerkingsactiviteit_VanIedereRegel_StaatInHetRegister()
    {
        var activiteiten = await house.ScalarAsync<string[]>("select array_agg(distinct activiteit::text) from verwerkingslog.context");

        foreach (var activiteit in activiteiten!)
        {
            using var answer = await house.Anonymous.GetAsync(new Uri(Activiteit(activiteit.Split('/')[0], activiteit.Split('/')[1])), Ct);
            Assert.True(answer.IsSuccessStatusCode, activiteit);
        }
    }

    [Fact]
    public async Task Vraag_OverVelePersonen_LaatEenRegelEnEenPerPersoonNa()
    {
        var trace = Logboek.NieuweTrace();
        var privacy = await house.AsAsync("privacy-1708");
        var vraag = new Dictionary<string, object> { ["dpl.core.processing_activity_id"] = Activiteit("VA-03-duo", "2") };

        using var answer = await Logboek.InTraceAsync(privacy, HttpMethod.Post, Pad, $"00-{trace}-{Ouder}-00", vraag);

        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        var personen = body.RootElement.GetProperty("processingActivities").EnumerateArray().Where(r => r.Heeft("dpl.core.data_subject_id")).Select(r => r.Attribuut("dpl.core.data_subject_id")).Distinct().ToArray();
        Assert.True(personen.Length > 1);
        var daad = answer.Headers.GetValues("Besluit-Id").Single();
        var (regels, _) = await Logboek.VraagAsync(privacy, new { traceId = trace });
        var ouder = Assert.Single(regels, r => r.GetProperty("spanId").GetString() == daad);
        Assert.False(ouder.Heeft("dpl.core.data_subject_id"));
        var kinderen = regels.Where(r => r.GetProperty("parentSpanId").GetString() == daad).Select(r => r.Attribuut("dpl.core.data_subject_id")).ToArray();
        Assert.Equal(personen.Order(StringComparer.Ordinal), kinderen.Order(StringComparer.Ordinal));
        Assert.Equal(1 + kinderen.Length, regels.Length);
    }

    [Theory]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331")]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("zomaar iets")]
    [InlineData("")]
    public async Task Traceparent_DieNietKlopt_GeeftEenNieuweTraceEnNooit400(string traceparent)
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, Leerroute);

        using var answer = await Logboek.InTraceAsync(school, HttpMethod.Get, $"/v1/dossiers/{id}?doel={Leerroute}", traceparent);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var span = answer.Headers.GetValues("Besluit-Id").Single();
        Assert.Equal(1L, await house.ScalarAsync<long>($@"select count(*) from verwerkingslog.regel where span_id = '\x{span}' and parent_span_id is null and trace_id <> '\x0af7651916cd43dd8448eb211c80319c' and trace_id <> '\x00000000000000000000000000000000'"));
    }

    private string Activiteit(string id, string versie = "1") => $"{house.Address}/v1/verwerkingsactiviteiten/{id}/versies/{versie}";

    /// <summary>One read of Hasan's dossier in a trace of its own, with the flag "not sampled".</summary>
    private async Task<string> LeesAsync(string clientId, string doel)
    {
        var client = await house.AsAsync(clientId);
        var id = await RunningHouse.FindAsync(client, Hasan, doel);
        var trace = Logboek.NieuweTrace();
        using var answer = await Logboek.InTraceAsync(client, HttpMethod.Get, $"/v1/dossiers/{id}?doel={doel}", $"00-{trace}-{Ouder}-00");
        Assert.True(answer.IsSuccessStatusCode);
        return trace;
    }

    /// <summary>The pseudonym under which a search for a number that is nobody's here is logged.</summary>
    private async Task<string> ZoekAsync(string clientId, string privacyId)
    {
        var trace = Logboek.NieuweTrace();
        using var zoek = await Logboek.InTraceAsync(await house.AsAsync(clientId), HttpMethod.Post, "/v1/dossiers/_zoek", $"00-{trace}-{Ouder}-01", new { bsn = "999990056", doel = "regie-voeren" });
        return (await Logboek.VraagAsync(await house.AsAsync(privacyId), new { traceId = trace })).Regels.Single().Attribuut("dpl.core.data_subject_id");
    }
}
