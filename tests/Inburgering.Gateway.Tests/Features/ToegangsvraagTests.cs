using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>POST /access/v1/evaluation (AuthZEN): the answer is that of the request itself, and one line tells who asked.</summary>
[Collection(Leeshuis.Collection)]
public sealed class ToegangsvraagTests(RunningHouse house)
{
    private const string Hasan = "999990019";
    private const string Pad = "/access/v1/evaluation";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("schakelcollege-1708", "VA-07-leerroute", "lezen", true, null)]
    [InlineData("schakelcollege-1708", "https://gateway.voorbeeld.example/v1/verwerkingsactiviteiten/VA-07-leerroute/versies/1", "lezen", true, null)]
    [InlineData("taalpunt-1708", "VA-07-leerroute", "lezen", false, "geen-opdracht")]
    [InlineData("vwn-1708", "VA-11-schuldhulp", "lezen", false, "geen-toestemming")]
    [InlineData("vwn-1708", "VA-07-leerroute", "lezen", false, "doel-niet-toegestaan")]
    [InlineData("schakelcollege-1708", "VA-99-bestaat-niet", "lezen", false, "doel-niet-toegestaan")]
    [InlineData("schakelcollege-1708", "VA-07-leerroute", "wissen", false, "actie-onbekend")]
    [InlineData("werkcorporatie-0171", "VA-08-participatie", "lezen", false, "onbekende-client")]
    [InlineData("bestaat-niet", "VA-07-leerroute", "lezen", false, "onbekende-client")]
    public async Task Vraag_OverEenPartner_GeeftHetBesluitEnDeReden(string clientId, string activiteit, string handeling, bool decision, string? reden)
    {
        var (regie, dossierId) = await RegieAsync();

        using var response = await AskAsync(regie, Body(clientId, activiteit, dossierId, handeling));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        Assert.Equal(decision, answer.RootElement.GetProperty("decision").GetBoolean());
        var context = answer.RootElement.GetProperty("context");
        Assert.Equal(reden, context.TryGetProperty("reason_admin", out var admin) ? admin.GetProperty("code").GetString() : null);
        Assert.Equal(decision, context.TryGetProperty("velden", out var velden) && velden.EnumerateArray().Any(v => v.GetString() == "PIP.leerroute"));
        Assert.Equal(1L, await LinesAsync(response, "zaaksysteem-1708"));
    }

    [Fact]
    public async Task Vraag_OverEenPartner_AntwoordtAlsHetVerzoekZelfEnLevertGeenInhoud()
    {
        var (regie, dossierId) = await RegieAsync();
        var school = await house.AsAsync("schakelcollege-1708");
        var eigenId = await RunningHouse.FindAsync(school, Hasan, "uitvoeren-leerroute");
        using var dossier = JsonDocument.Parse(await school.GetStringAsync($"/v1/dossiers/{eigenId}?doel=uitvoeren-leerroute", Ct));

        using var response = await AskAsync(regie, Body("schakelcollege-1708", "VA-07-leerroute", dossierId));

        var tekst = await response.Content.ReadAsStringAsync(Ct);
        var velden = JsonDocument.Parse(tekst).RootElement.GetProperty("context").GetProperty("velden").EnumerateArray().Select(v => v.GetString()!).ToHashSet();
        Assert.Superset(dossier.RootElement.GetProperty("gegevens").EnumerateObject().SelectMany(c => c.Value.EnumerateObject().Select(v => $"{c.Name}.{v.Name}")).ToHashSet(), velden);
        Assert.DoesNotContain(velden, v => v.StartsWith("GZH.", StringComparison.Ordinal));
        Assert.DoesNotContain(Hasan, tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vraag_OverEenDossierVanEenAndereGemeente_IsEenWeigeringZonderMeer()
    {
        var (_, dossierId) = await RegieAsync();
        var andere = await house.AsAsync("zaaksysteem-0171");

        using var vreemd = await AskAsync(andere, Body("werkcorporatie-0171", "VA-08-participatie", dossierId));
        using var niets = await AskAsync(andere, Body("werkcorporatie-0171", "VA-08-participatie", Guid.NewGuid().ToString()));

        Assert.Equal(await niets.Content.ReadAsStringAsync(Ct), await vreemd.Content.ReadAsStringAsync(Ct));
        Assert.Contains("geen-dossier", await vreemd.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vraag_VanEenPartner_Geeft403()
    {
        var (_, dossierId) = await RegieAsync();

        using var response = await AskAsync(await house.AsAsync("schakelcollege-1708"), Body("taalpunt-1708", "VA-07-leerroute", dossierId));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Vraag_MetFouten_Geeft400MetElkePlaats()
    {
        var (regie, _) = await RegieAsync();

        using var response = await AskAsync(regie, new { subject = new { type = "mens", id = "" }, action = new { name = "lezen" }, resource = new { type = "huis", id = "1" }, context = new { time = "gisteren" } });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        Assert.Equal(
            ["/action/properties/processing_activity_id", "/context/time", "/resource/id", "/resource/type", "/subject/id", "/subject/type"],
            problem.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Vraag_MetVerzoeknummerEnTraceparent_KrijgtHetTerugEnVolgtHem()
    {
        var (regie, dossierId) = await RegieAsync();
        const string Trace = "0af7651916cd43dd8448eb211c803199";
        using var request = new HttpRequestMessage(HttpMethod.Post, Pad)
        {
            Content = RunningHouse.Json(new
            {
                subject = new { type = "client", id = "schakelcollege-1708" },
                action = new { name = "lezen", properties = new { processing_activity_id = "VA-07-leerroute" } },
                resource = new { type = "dossier", id = dossierId },
                context = new { time = "2024-11-15T10:00:00+01:00", traceparent = $"00-{Trace}-b7ad6b7169203331-00" },
            }),
        };
        request.Headers.Add("X-Request-ID", "zaak-17");

        using var response = await regie.SendAsync(request, Ct);

        Assert.Equal("zaak-17", Assert.Single(response.Headers.GetValues("X-Request-ID")));
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from verwerkingslog.regel where trace_id = '\\x{Trace}'"));
    }

    [Fact]
    public async Task Metadata_ZonderAanmelding_NoemtHetAdres()
    {
        using var metadata = JsonDocument.Parse(await house.Anonymous.GetStringAsync("/.well-known/authzen-configuration", Ct));

        Assert.Equal(house.Address + Pad, metadata.RootElement.GetProperty("access_evaluation_endpoint").GetString());
    }

    private static object Body(string clientId, string activiteit, string dossierId, string handeling = "lezen") => new
    {
        subject = new { type = "client", id = clientId },
        action = new { name = handeling, properties = new { processing_activity_id = activiteit } },
        resource = new { type = "dossier", id = dossierId },
    };

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, object body) => client.PostAsync(Pad, RunningHouse.Json(body), Ct);

    private Task<long> LinesAsync(HttpResponseMessage response, string actor) => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.id = r.context and c.gemeentecode = r.gemeentecode
        where r.span_id = '\x{Assert.Single(response.Headers.GetValues("Besluit-Id"))}' and c.actor = '{actor}' and c.geleverd is null
        """);

    private async Task<(HttpClient Client, string DossierId)> RegieAsync()
    {
        var regie = await house.AsAsync("zaaksysteem-1708");
        return (regie, await RunningHouse.FindAsync(regie, Hasan, "regie-voeren"));
    }
}
