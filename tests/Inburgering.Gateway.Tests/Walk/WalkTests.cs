using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>The main job, end to end, over real HTTP against the started program: a DUO notification becomes a dossier that a partner reads in part.</summary>
public sealed class WalkTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = "999990019";
    private const string Pablo = "999990032";
    private const string VanAndereGemeente = "999990044";
    private const string Onbekend = "999990056";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notificatie_SS139VanHasan_IsOpgehaaldEnVastgelegdNa201()
    {
        var duo = await house.AsAsync("duo");
        await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, Ct);

        using var response = await Notificaties.SendAsync(duo, new { registratieDatumTijd = "2024-11-15T08:59:00+01:00", gebeurtenisId = "SS139", bsn = Hasan });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Ct));
        await house.UntilAsync("select count(*) = 0 from inbox.bericht where status = 0");
        using var calls = JsonDocument.Parse(await house.Sandbox.GetStringAsync("/_sandbox/duo/verzoeken", Ct));
        var asked = calls.RootElement.EnumerateArray().Select(c => c.GetProperty("path").GetString()!).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(
            ["/personen/{bsn}/doelgroep", "/personen/{bsn}/examens/gratispogingen", "/personen/{bsn}/examens/resultaten", "/personen/{bsn}/inburgeringsplicht"],
            asked.Select(p => p.Replace("/duo/v1", string.Empty, StringComparison.Ordinal)));
        Assert.All(calls.RootElement.EnumerateArray(), c =>
        {
            Assert.Equal("00000001999990001000", c.GetProperty("bron").GetString());
            Assert.Equal("00000001999990009000", c.GetProperty("doel").GetString());
            Assert.True(Guid.TryParse(c.GetProperty("berichtId").GetString(), out _));
        });
    }

    [Fact]
    public async Task Lezen_SchakelcollegeVanHasan_GeeftPreciesWatHetBeleidGeeft()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, "uitvoeren-leerroute");

        using var dossier = JsonDocument.Parse(await school.GetStringAsync($"/v1/dossiers/{id}?doel=uitvoeren-leerroute", Ct));

        Assert.Equal(["dossierId", "gegevens"], dossier.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(id, dossier.RootElement.GetProperty("dossierId").GetString());
        Assert.Equal(
            ["AAN.aanbiedingen", "CON.email", "CON.telefoon", "CPS.email", "CPS.regievoerder", "CPS.telefoon", "EXA.behaaldeOnderdelen", "IDN.bsn", "IDN.geboortedatum", "IDN.naam",
             "LBT.resultaat", "PIP.indicatorAlfabetiseringsonderwijs", "PIP.leerroute", "PIP.niveau", "TER.einddatum", "TER.startdatum"],
            Fields(dossier.RootElement.GetProperty("gegevens")));
        Assert.Equal("O", dossier.RootElement.GetProperty("gegevens").GetProperty("PIP").GetProperty("leerroute").GetString());
        Assert.Equal("2027-06-18", dossier.RootElement.GetProperty("gegevens").GetProperty("TER").GetProperty("einddatum").GetString());
    }

    [Theory]
    [InlineData(Pablo)]
    [InlineData(VanAndereGemeente)]
    [InlineData(Onbekend)]
    public async Task Zoeken_ZonderRelatie_GeeftSteedsHetzelfde404(string bsn)
    {
        var school = await house.AsAsync("schakelcollege-1708");

        using var response = await school.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn, doel = "uitvoeren-leerroute" }), Ct);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        Assert.Equal(
            """{"type":"urn:inburgering:probleem:GW-0104","title":"Dossier niet gevonden","status":404,"detail":"Dit dossier bestaat niet of hoort niet bij u.","code":"GW-0104"}""",
            JsonSerializer.Serialize(problem.RootElement.EnumerateObject().Where(p => p.Name != "traceId").ToDictionary(p => p.Name, p => p.Value)));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?doel=", HttpStatusCode.BadRequest)]
    [InlineData("?doel=Uitvoeren", HttpStatusCode.BadRequest)]
    [InlineData("?doel=uitvoeren-participatie", HttpStatusCode.Forbidden)]
    [InlineData("?doel=regie-voeren", HttpStatusCode.Forbidden)]
    [InlineData("?doel=bestaat-niet", HttpStatusCode.Forbidden)]
    public async Task Lezen_ZonderOfMetVreemdDoel_Geweigerd(string query, HttpStatusCode verwacht)
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, "uitvoeren-leerroute");

        using var response = await school.GetAsync($"/v1/dossiers/{id}{query}", Ct);

        Assert.Equal(verwacht, response.StatusCode);
    }

    [Fact]
    public async Task Zoeken_TweePartnersHetzelfdeDossier_KennenElkEenEigenId()
    {
        var school = await RunningHouse.FindAsync(await house.AsAsync("schakelcollege-1708"), Hasan, "uitvoeren-leerroute");
        var regie = await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), Hasan, "regie-voeren");
        var vwn = await house.AsAsync("vwn-1708");

        using var metIdVanDeSchool = await vwn.GetAsync($"/v1/dossiers/{school}?doel=uitvoeren-pvt", Ct);
        using var schoolMetInnerlijkId = await (await house.AsAsync("schakelcollege-1708")).GetAsync($"/v1/dossiers/{regie}?doel=uitvoeren-leerroute", Ct);

        Assert.NotEqual(school, regie);
        Assert.Equal(HttpStatusCode.NotFound, metIdVanDeSchool.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, schoolMetInnerlijkId.StatusCode);
    }

    [Fact]
    public async Task Lezen_ToegestaanEnGeweigerd_StaatMetVeldenInHetLog()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, "uitvoeren-leerroute");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/dossiers/{id}?doel=uitvoeren-leerroute");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
        using var toegestaan = await school.SendAsync(request, Ct);

        var (exit, output) = await house.CommandAsync("log", "controleer");

        Assert.Equal(0, exit);
        Assert.NotEmpty(output);
        Assert.Equal(1L, await house.ScalarAsync<long>("select count(*) from verwerkingslog.regel where trace_id = '\\x0af7651916cd43dd8448eb211c80319c' and parent_span_id = '\\xb7ad6b7169203331'"));
    }

    [Fact]
    public async Task Inzagen_NaWeigeringen_TonenWatGeweigerdIsEnWaarom()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, "uitvoeren-leerroute");
        using var zonderDoel = await school.GetAsync($"/v1/dossiers/{id}", Ct);
        using var vreemdDoel = await school.GetAsync($"/v1/dossiers/{id}?doel=uitvoeren-pvt", Ct);
        using var gezocht = await school.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn = Hasan, doel = "uitvoeren-pvt" }), Ct);
        var regie = await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), Hasan, "regie-voeren");

        using var inzagen = JsonDocument.Parse(await (await house.AsAsync("privacy-1708")).GetStringAsync($"/v1/dossiers/{regie}/inzagen?doel=toezicht-gebruik", Ct));

        var redenen = inzagen.RootElement.GetProperty("inzagen").EnumerateArray()
            .Where(i => i.GetProperty("resultaat").GetString() == "geweigerd")
            .Select(i => $"{i.GetProperty("handeling").GetString()}: {i.GetProperty("reden").GetString()}")
            .ToArray();
        Assert.Contains("Dossier geraadpleegd: doel-ontbreekt", redenen);
        Assert.Contains("Dossier geraadpleegd: doel-niet-toegestaan", redenen);
        Assert.Contains("Dossier gezocht: doel-niet-toegestaan", redenen);
    }

    private static IEnumerable<string> Fields(JsonElement gegevens) =>
        gegevens.EnumerateObject().SelectMany(c => c.Value.EnumerateObject().Select(v => $"{c.Name}.{v.Name}")).Order(StringComparer.Ordinal);
}
