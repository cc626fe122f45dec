using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>POST /v1/dossiers/{dossierId}/inzage-exporten: the answer to a request of the person (AVG 15), at the front door.</summary>
public sealed class InzageverzoekTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = "999990019";
    private const string Pablo = "999990032";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F14_Inzageverzoek_GeeftAllesMetBronDoelOntvangersTermijnEnGebruik()
    {
        var id = await ArrangeAsync();

        var export = (await SendAsync(id)).Body;

        Assert.Equal(Hasan, export.GetProperty("gegevens").GetProperty("IDN").GetProperty("bsn").GetString());
        Assert.True(export.GetProperty("gegevens").EnumerateObject().Count() >= 5);
        var categorieen = export.GetProperty("categorieen").EnumerateArray().ToArray();
        Assert.Equal(export.GetProperty("gegevens").EnumerateObject().Select(c => c.Name), categorieen.Select(c => c.GetProperty("code").GetString()));
        Assert.All(categorieen, c => Assert.All(new[] { "waarvoor", "grondslagen", "ontvangers", "bronnen" }, lijst => Assert.NotEmpty(c.GetProperty(lijst).EnumerateArray())));
        Assert.All(categorieen, c => Assert.NotEmpty(c.GetProperty("bewaartermijn").GetString()!));
        Assert.All(categorieen.SelectMany(c => c.GetProperty("bronnen").EnumerateArray()), b => Assert.NotEmpty(b.GetProperty("bronnen").EnumerateArray()));
        Assert.Contains(export.GetProperty("partners").EnumerateArray(), p => p.GetProperty("naam").GetString() == "Schakelcollege Delta");
        Assert.Contains(export.GetProperty("toestemmingen").EnumerateArray(), t => t.TryGetProperty("ingetrokkenOp", out _));
        Assert.Contains(export.GetProperty("gebruik").EnumerateArray(), g => g.GetProperty("organisatie").GetString() == "Schakelcollege Delta" && g.GetProperty("wat").GetString() == "bekeek gegevens" && g.GetProperty("toegestaan").GetBoolean());
        Assert.Contains(export.GetProperty("gebruik").EnumerateArray(), g => !g.GetProperty("toegestaan").GetBoolean() && g.GetProperty("gegevens").GetArrayLength() == 0);
    }

    [Fact]
    public async Task F14_Inzageverzoek_ZegtWatErWelIsMaarNietInStaat()
    {
        var id = await ArrangeAsync();
        var aanwezig = await house.ScalarAsync<string[]>($"select array_agg(distinct categorie::text) from dossiers.feit where dossier_id = '{id}' and actueel");

        var export = (await SendAsync(id)).Body;

        var genoemd = export.GetProperty("gegevens").EnumerateObject().Select(c => c.Name).Concat(export.GetProperty("nietOpgenomen").EnumerateArray().Select(n => n.GetProperty("code").GetString()!));
        Assert.Equal(aanwezig!.Order(StringComparer.Ordinal), genoemd.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task F14_Inzageverzoek_NoemtGeenMedewerkerSysteemOfGegevensbron()
    {
        var id = await ArrangeAsync();

        var gebruik = (await SendAsync(id)).Body.GetProperty("gebruik");

        Assert.All(gebruik.EnumerateArray(), g => Assert.DoesNotContain(g.EnumerateObject(), p => p.Name is "actor" or "clientId" or "handeling" or "logId"));
        Assert.DoesNotContain("-1708", gebruik.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("opgevraagd:", gebruik.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F14_Inzageverzoek_BevatNietsVanEenAnder()
    {
        var id = await ArrangeAsync();

        var (export, html) = (await SendAsync(id), await HtmlAsync(id));

        foreach (var ander in new[] { Pablo, "Warsame", "Pablo", "999990044" })
        {
            Assert.DoesNotContain(ander, export.Body.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain(ander, html.Tekst, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task F14_VertrouwelijkeRegels_StaanNietInDeExport()
    {
        var id = await ArrangeAsync();
        await VertrouwelijkAsync(1);

        var gebruik = (await SendAsync(id)).Body.GetProperty("gebruik");

        await VertrouwelijkAsync(0);
        Assert.DoesNotContain(gebruik.EnumerateArray(), g => g.GetProperty("organisatie").GetString() == "VluchtelingenWerk");
        Assert.Contains((await SendAsync(id)).Body.GetProperty("gebruik").EnumerateArray(), g => g.GetProperty("organisatie").GetString() == "VluchtelingenWerk");
    }

    [Fact]
    public async Task F14_AlsPagina_IsOpZichzelfLeesbaarZonderBsn()
    {
        var id = await ArrangeAsync();

        var (antwoord, tekst) = await HtmlAsync(id);

        Assert.True(antwoord.IsSuccessStatusCode, tekst);
        Assert.Equal("text/html", antwoord.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inzage.html", antwoord.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"nl\">", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("http", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain(Hasan, tekst, StringComparison.Ordinal);
        Assert.Contains("&#x2022;19</td>", tekst, StringComparison.Ordinal);
        Assert.Contains("Wie uw gegevens heeft bekeken", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inzageverzoek_StaatAlsExportMetZaakEnVeldenInHetLogEnIsUitTeLeggen()
    {
        var id = await ArrangeAsync();

        var export = await SendAsync(id);

        Assert.Matches(@"^Inzage-export gemaakt\|0\|-\|avg-verzoek-afhandelen\|-\|.*IDN\.bsn.*logregels\|t$", await export.RegelAsync(house));
        Assert.Matches("zaak:[0-9a-f]{32}", await house.ScalarAsync<string>($@"select informatie from verwerkingslog.regel where span_id = '\x{export.BesluitId}'"));
        var besluit = await Antwoord.SendAsync(await house.AsAsync("privacy-1708"), HttpMethod.Get, $"/v1/dossiers/{id}/besluiten/{export.BesluitId}");
        Assert.True(besluit.Body.GetProperty("herberekend").GetBoolean());
    }

    [Theory]
    [InlineData("zaaksysteem-1708", HttpStatusCode.Forbidden)]
    [InlineData("schakelcollege-1708", HttpStatusCode.Forbidden)]
    [InlineData("privacy-0171", HttpStatusCode.NotFound)]
    public async Task Inzageverzoek_ZonderRecht_WordtGeweigerd(string clientId, HttpStatusCode verwacht)
    {
        var id = await ArrangeAsync();

        var antwoord = await Antwoord.SendAsync(await house.AsAsync(clientId), HttpMethod.Post, $"/v1/dossiers/{id}/inzage-exporten", new { zaaknummer = "AVG-2024-0017" });

        Assert.Equal(verwacht, antwoord.Status);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"zaaknummer":""}""")]
    [InlineData("""{"zaaknummer":"999990019"}""")]
    [InlineData("""{"zaaknummer":"met spaties erin"}""")]
    public async Task Inzageverzoek_ZonderGoedZaaknummer_Geeft400(string body)
    {
        var id = await ArrangeAsync();

        using var antwoord = await (await house.AsAsync("privacy-1708")).PostAsync($"/v1/dossiers/{id}/inzage-exporten", new StringContent(body, new MediaTypeHeaderValue("application/json")), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        Assert.Contains("/zaaknummer", await antwoord.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inzageverzoek_InEenAnderFormaat_Geeft406()
    {
        using var request = Vraag(await ArrangeAsync(), "text/csv");

        using var antwoord = await (await house.AsAsync("privacy-1708")).SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.NotAcceptable, antwoord.StatusCode);
    }

    /// <summary>No act of the application marks a line as confidential yet, so the owner of the database does it here.</summary>
    private async Task VertrouwelijkAsync(int waarde)
    {
        await using var bron = house.OpenDatabase();
        await using var command = bron.CreateCommand($"set session_replication_role = replica; update verwerkingslog.context set vertrouwelijkheid = {waarde} where client_id = 'vwn-1708'");
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static HttpRequestMessage Vraag(string id, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/dossiers/{id}/inzage-exporten") { Content = RunningHouse.Json(new { zaaknummer = "AVG-2024-0017" }) };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return request;
    }

    private async Task<Antwoord> SendAsync(string id)
    {
        var antwoord = await Antwoord.SendAsync(await house.AsAsync("privacy-1708"), HttpMethod.Post, $"/v1/dossiers/{id}/inzage-exporten", new { zaaknummer = "AVG-2024-0017" });
        Assert.True(antwoord.Status == HttpStatusCode.OK, antwoord.Body.ToString());
        return antwoord;
    }

    private async Task<(HttpResponseMessage Antwoord, string Tekst)> HtmlAsync(string id)
    {
        using var request = Vraag(id, "text/html");
        var antwoord = await (await house.AsAsync("privacy-1708")).SendAsync(request, Ct);
        return (antwoord, await antwoord.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>Hasan's dossier at the gemeente, just looked at, and once in vain.</summary>
    private async Task<string> ArrangeAsync()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var eigen = await RunningHouse.FindAsync(school, Hasan, "uitvoeren-leerroute");
        using var gelezen = await school.GetAsync($"/v1/dossiers/{eigen}?doel=uitvoeren-leerroute", Ct);
        using var geweigerd = await school.GetAsync($"/v1/dossiers/{eigen}?doel=regie-voeren", Ct);
        using var gezocht = await (await house.AsAsync("vwn-1708")).PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn = Hasan, doel = "uitvoeren-pvt" }), Ct);
        return await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), Hasan, "regie-voeren");
    }
}
