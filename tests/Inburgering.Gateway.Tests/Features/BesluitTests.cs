using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>GET /v1/dossiers/{dossierId}/besluiten/{besluitId}: every decision is one record, and whoever may know hears why.</summary>
public sealed class BesluitTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = "999990019";
    private const string Pablo = "999990032";
    private const string Leerroute = "uitvoeren-leerroute";
    private const string Schulden = "hulp-bij-schulden";
    private const string Onbekend = "00f067aa0ba902b7";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Besluit_VanEenInzage_ZegtWatMochtWaaromEnWatNietGetoondIs()
    {
        var (school, id) = await AsAsync("schakelcollege-1708", Leerroute);
        var besluitId = await ReadAsync(school, $"/v1/dossiers/{id}?doel={Leerroute}", HttpStatusCode.OK);

        using var besluit = await BesluitAsync(school, id, besluitId);

        var uitleg = besluit.RootElement.GetProperty("uitleg");
        var zin = uitleg.GetProperty("zin").GetString()!;
        Assert.StartsWith("Schakelcollege Delta mocht ", zin, StringComparison.Ordinal);
        Assert.Contains("zien: opdracht 24-06-2024 t/m heden, doel leerroute uitvoeren, grondslag publieke taak: Wet inburgering 2021", zin, StringComparison.Ordinal);
        Assert.EndsWith("Gezondheid is niet getoond.", zin, StringComparison.Ordinal);
        Assert.Contains(uitleg.GetProperty("getoond").EnumerateArray(), g => g.GetProperty("categorie").GetString() == "PIP" && g.GetProperty("velden").GetArrayLength() > 1);
        Assert.Contains(uitleg.GetProperty("nietGetoond").EnumerateArray(), n => n.GetProperty("categorie").GetString() == "GZH" && n.GetProperty("reden").GetString() == "Hoort niet bij dit doel.");
        Assert.True(besluit.RootElement.GetProperty("herberekend").GetBoolean());
        Assert.Equal(await house.ScalarAsync<string>("select hash from toegang.beleid"), besluit.RootElement.GetProperty("beleid").GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Besluit_Record_HeeftDeNamenVanDeAdlEnHoortBijZijnRegel()
    {
        var (school, id) = await AsAsync("schakelcollege-1708", Leerroute);
        var besluitId = await ReadAsync(school, $"/v1/dossiers/{id}?doel={Leerroute}", HttpStatusCode.OK);

        using var besluit = await BesluitAsync(school, id, besluitId);

        var record = besluit.RootElement.GetProperty("record");
        Assert.Equal("adl.access_evaluation", record.GetProperty("event_name").GetString());
        Assert.Equal("Unset", record.GetProperty("status").GetString());
        Assert.Equal(besluitId, record.GetProperty("span_id").GetString());
        Assert.Equal(
            record.GetProperty("trace_id").GetString(),
            await house.ScalarAsync<string>($"select encode(trace_id, 'hex') from verwerkingslog.regel where span_id = '\\x{besluitId}'"));
        Assert.True(record.GetProperty("body").GetProperty("adl.core.response").GetProperty("decision").GetBoolean());
        Assert.Equal(id, record.GetProperty("body").GetProperty("adl.core.request").GetProperty("resource").GetProperty("id").GetString());
        Assert.StartsWith("opdracht:", record.GetProperty("attributes").GetProperty("adl.core.information")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(64, record.GetProperty("attributes").GetProperty("adl.core.policies").GetProperty("gateway").GetString()!.Length);
    }

    [Fact]
    public async Task Besluit_NaIntrekking_NoemtDeDagVanDeIntrekking()
    {
        var (vwn, id) = await AsAsync("vwn-1708", "uitvoeren-pvt");
        await ConsentAsync("2024-11-01T00:00:00+01:00");
        var besluitId = await ReadAsync(vwn, $"/v1/dossiers/{id}?doel={Schulden}", HttpStatusCode.NotFound);

        using var besluit = await BesluitAsync(vwn, id, besluitId);

        Assert.Equal(
            "VluchtelingenWerk mocht dit niet: geweigerd omdat de toestemming op 1 november 2024 is ingetrokken.",
            besluit.RootElement.GetProperty("uitleg").GetProperty("zin").GetString());
        Assert.True(besluit.RootElement.GetProperty("herberekend").GetBoolean());
        Assert.False(besluit.RootElement.GetProperty("record").GetProperty("body").GetProperty("adl.core.response").GetProperty("decision").GetBoolean());
    }

    [Fact]
    public async Task Besluit_VanEenAnderOfOnbekend_IsHetzelfde404()
    {
        var (school, schoolId) = await AsAsync("schakelcollege-1708", Leerroute);
        var (vwn, vwnId) = await AsAsync("vwn-1708", "uitvoeren-pvt");
        var vanSchool = await ReadAsync(school, $"/v1/dossiers/{schoolId}?doel={Leerroute}", HttpStatusCode.OK);

        var answers = new[]
        {
            await RefusalAsync(vwn, $"/v1/dossiers/{vwnId}/besluiten/{vanSchool}"),
            await RefusalAsync(vwn, $"/v1/dossiers/{schoolId}/besluiten/{vanSchool}"),
            await RefusalAsync(school, $"/v1/dossiers/{schoolId}/besluiten/{Onbekend}"),
            await RefusalAsync(school, $"/v1/dossiers/{schoolId}/besluiten/geen-nummer"),
            await RefusalAsync(school, $"/v1/dossiers/{Guid.NewGuid()}/besluiten/{vanSchool}"),
            await RefusalAsync(await house.AsAsync("zaaksysteem-0171"), $"/v1/dossiers/{schoolId}/besluiten/{vanSchool}"),
            await RefusalAsync(school, $"/v1/dossiers/{Guid.NewGuid()}?doel={Leerroute}"),
        };

        Assert.Single(answers.Distinct());
    }

    [Theory]
    [InlineData("zaaksysteem-1708")]
    [InlineData("inkomen-1708")]
    [InlineData("privacy-1708")]
    public async Task Besluit_VanEenPartner_ZietDeEigenGemeente(string clientId)
    {
        var vanSchool = await SearchAsync(await house.AsAsync("schakelcollege-1708"), Hasan, Leerroute);
        var dossierId = await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), Hasan, "regie-voeren");

        using var besluit = await BesluitAsync(await house.AsAsync(clientId), dossierId, vanSchool);

        Assert.Equal("schakelcollege-1708", Subject(besluit));
        Assert.Equal(clientId == "privacy-1708", besluit.RootElement.GetProperty("record").GetProperty("attributes").TryGetProperty("dpl.core.data_subject_id", out _));
    }

    [Fact]
    public async Task F12_ElkBesluit_HeeftPreciesEenRegel()
    {
        var (school, id) = await AsAsync("schakelcollege-1708", Leerroute);
        var duo = await house.AsAsync("duo");
        var besluiten = new List<string>
        {
            await ReadAsync(school, $"/v1/dossiers/{id}?doel={Leerroute}", HttpStatusCode.OK),
            await ReadAsync(school, $"/v1/dossiers/{id}", HttpStatusCode.BadRequest),
            await ReadAsync(school, $"/v1/dossiers/{id}?doel=regie-voeren", HttpStatusCode.Forbidden),
            await ReadAsync(school, $"/v1/dossiers/{Guid.NewGuid()}?doel={Leerroute}", HttpStatusCode.NotFound),
            await ReadAsync(school, $"/v1/dossiers/{id}/inzagen?doel={Leerroute}", HttpStatusCode.Forbidden),
            await ReadAsync(school, $"/v1/dossiers/{id}/besluiten/{Onbekend}", HttpStatusCode.NotFound),
            await ReadAsync(duo, $"/v1/dossiers/{id}?doel={Leerroute}", HttpStatusCode.Forbidden),
            await ReadAsync(house.Anonymous, $"/v1/dossiers/{id}?doel={Leerroute}", HttpStatusCode.Unauthorized),
            await SearchAsync(school, Hasan, Leerroute),
            await SearchAsync(school, Pablo, Leerroute),
            await SearchAsync(school, "123", Leerroute),
        };
        using var levering = await Walk.Notificaties.SendAsync(duo, new { registratieDatumTijd = "2024-11-15T08:59:00+01:00", gebeurtenisId = "SS139", bsn = Hasan });
        besluiten.Add(Number(levering));

        Assert.Equal(besluiten.Count, besluiten.Distinct().Count());
        foreach (var besluit in besluiten)
        {
            Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from verwerkingslog.regel where span_id = '\\x{besluit}'"));
        }
    }

    private static string? Subject(JsonDocument besluit) =>
        besluit.RootElement.GetProperty("record").GetProperty("body").GetProperty("adl.core.request").GetProperty("subject").GetProperty("id").GetString();

    private static string Number(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues("Besluit-Id"));

    private static async Task<string> ReadAsync(HttpClient client, string path, HttpStatusCode expected)
    {
        using var response = await client.GetAsync(path, Ct);
        Assert.Equal(expected, response.StatusCode);
        return Number(response);
    }

    private static async Task<string> SearchAsync(HttpClient client, string bsn, string doel)
    {
        using var response = await client.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn, doel }), Ct);
        return Number(response);
    }

    private static async Task<JsonDocument> BesluitAsync(HttpClient client, string dossierId, string besluitId)
    {
        using var response = await client.GetAsync($"/v1/dossiers/{dossierId}/besluiten/{besluitId}", Ct);
        var body = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body);
    }

    /// <summary>The body without what is different for every request.</summary>
    private static async Task<string> RefusalAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        return JsonSerializer.Serialize(problem.RootElement.EnumerateObject().Where(p => p.Name != "traceId").ToDictionary(p => p.Name, p => p.Value));
    }

    private async Task<(HttpClient Client, string DossierId)> AsAsync(string clientId, string doel)
    {
        var client = await house.AsAsync(clientId);
        if (clientId != "vwn-1708")
        {
            return (client, await RunningHouse.FindAsync(client, Hasan, doel));
        }

        // a partner without the right to a BSN finds by its own reference
        var referentie = await house.ScalarAsync<string>(
            $"select r.partner_referentie from dossiers.relatie r join dossiers.relatie s on s.dossier_id = r.dossier_id where r.client_id = '{clientId}' and s.extern_id = '{(await AsAsync("schakelcollege-1708", Leerroute)).DossierId}'");
        using var response = await client.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { partnerReferentie = referentie, doel }), Ct);
        return (client, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("dossierId").GetString()!);
    }

    /// <summary>Hasan's consent to VluchtelingenWerk, when the story does not hold it already.</summary>
    private Task<object?> ConsentAsync(string ingetrokken) => house.ScalarAsync<object>($"""
        delete from dossiers.toestemming where client_id = 'vwn-1708';
        insert into dossiers.toestemming (gemeentecode, toestemming_id, dossier_id, client_id, doel, gegeven_op, ingetrokken_op, tekstversie)
        select o.gemeentecode, gen_random_uuid(), o.dossier_id, o.client_id, '{Schulden}', '2024-06-01', '{ingetrokken}', 'v1'
        from dossiers.opdracht o join dossiers.opdracht s on s.dossier_id = o.dossier_id and s.client_id = 'schakelcollege-1708'
        where o.client_id = 'vwn-1708' and o.taak = 'begeleiding'
        """);
}
