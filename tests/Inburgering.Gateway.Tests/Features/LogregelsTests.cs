using System.Net;
using System.Text;
using System.Text.Json;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>POST /v1/logregels/_zoek and _exporteer, at the front door.</summary>
[Collection(Leeshuis.Collection)]
public sealed class LogregelsTests(RunningHouse house)
{
    private const string Zoek = "/v1/logregels/_zoek";
    private const string Exporteer = "/v1/logregels/_exporteer";
    private const string Hasan = "999990019";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Zoeken_ZonderFilter_GeeftEenBegrensdePaginaVanDeLaatsteWeekNieuwsteEerst()
    {
        var (_, privacy) = await ArrangeAsync();

        var pagina = await Antwoord.SendAsync(privacy, HttpMethod.Post, Zoek, new { });

        var tijden = pagina.Body.GetProperty("logregels").EnumerateArray().Select(r => r.GetProperty("tijdstip").GetDateTimeOffset()).ToArray();
        Assert.InRange(tijden.Length, 1, 50);
        Assert.Equal(tijden.OrderDescending(), tijden);
        Assert.Equal(("2024-11-09", "2024-11-15"), (pagina.Tekst("van"), pagina.Tekst("tot")));
        Assert.All(tijden, t => Assert.True(t >= new DateTimeOffset(2024, 11, 8, 23, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("actor", "schakelcollege-1708", "actor")]
    [InlineData("organisatie", "00000003999990011000", "organisatie")]
    [InlineData("doel", "uitvoeren-leerroute", "doel")]
    [InlineData("actie", "raadplegen", "actie")]
    [InlineData("resultaat", "geweigerd", "resultaat")]
    [InlineData("categorie", "PIP", null)]
    [InlineData("vertrouwelijkheid", "normaal", null)]
    [InlineData("dossier", Hasan, null)]
    public async Task Zoeken_MetEenFilter_VindtAlleenWatPast(string filter, string waarde, string? veld)
    {
        var (hasan, privacy) = await ArrangeAsync();

        var pagina = await Antwoord.SendAsync(privacy, HttpMethod.Post, Zoek, new Dictionary<string, string> { [filter] = waarde });

        var regels = pagina.Body.GetProperty("logregels").EnumerateArray().ToArray();
        Assert.NotEmpty(regels);
        Assert.All(regels, r => Assert.True(veld is null || r.GetProperty(veld).GetString() == waarde));
        Assert.All(regels, r => Assert.True(filter != "dossier" || r.GetProperty("dossierId").GetString() == hasan));
        Assert.All(regels, r => Assert.True(filter != "categorie" || r.GetProperty("resultaat").GetString() == "geweigerd" || r.GetProperty("actie").GetString() == "muteren" || r.GetProperty("gegevenscategorieen").EnumerateArray().Any(c => c.GetString() == "PIP")));
    }

    [Fact]
    public async Task Zoeken_OpVertrouwelijk_VindtNietWatNormaalIs()
    {
        var (_, privacy) = await ArrangeAsync();

        var pagina = await Antwoord.SendAsync(privacy, HttpMethod.Post, Zoek, new { vertrouwelijkheid = "vertrouwelijk" });

        Assert.Empty(pagina.Body.GetProperty("logregels").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"van":"2024-08-15","tot":"2024-11-15"}""", "/van", "92 dagen")]
    [InlineData("""{"van":"2024-11-15","tot":"2024-11-01"}""", "/tot", "voor de eerste")]
    [InlineData("""{"actie":"kijken"}""", "/actie", "raadplegen")]
    [InlineData("""{"resultaat":"misschien"}""", "/resultaat", "toegestaan")]
    [InlineData("""{"vertrouwelijkheid":"geheim"}""", "/vertrouwelijkheid", "normaal")]
    [InlineData("""{"categorie":".*"}""", "/categorie", "IDN")]
    [InlineData("""{"dossier":"iets"}""", "/dossier", "BSN")]
    [InlineData("""{"cursor":"zelfgemaakt"}""", "/cursor", "cursor")]
    public async Task ZoekenEnExporteren_MetEenFoutFilter_Geeft400(string body, string plaats, string uitleg)
    {
        var privacy = await house.AsAsync("privacy-1708");

        foreach (var pad in new[] { Zoek, Exporteer }.Where(p => p == Zoek || !body.Contains("cursor", StringComparison.Ordinal)))
        {
            using var answer = await privacy.PostAsync(pad, new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")), Ct);
            var tekst = await answer.Content.ReadAsStringAsync(Ct);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains($"\"pointer\":\"{plaats}\"", tekst, StringComparison.Ordinal);
            Assert.Contains(uitleg, tekst, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("zaaksysteem-1708", "{}", HttpStatusCode.Forbidden)]
    [InlineData("privacy-0171", """{"dossier":"999990019"}""", HttpStatusCode.NotFound)]
    public async Task ZoekenEnExporteren_ZonderRecht_WordtGeweigerd(string clientId, string body, HttpStatusCode verwacht)
    {
        var client = await house.AsAsync(clientId);

        foreach (var pad in new[] { Zoek, Exporteer })
        {
            using var answer = await client.PostAsync(pad, new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")), Ct);
            Assert.Equal(verwacht, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Zoeken_MetMeerDanEenPagina_BladertZonderDubbelOfGat()
    {
        var privacy = await house.AsAsync("privacy-1708");
        var vraag = new Dictionary<string, string> { ["van"] = "2024-08-16", ["tot"] = "2024-11-14" };
        var ids = new List<string>();
        var pagina = await Antwoord.SendAsync(privacy, HttpMethod.Post, Zoek, vraag);
        while (true)
        {
            ids.AddRange(pagina.Body.GetProperty("logregels").EnumerateArray().Select(r => r.GetProperty("logId").GetString()!));
            if (!pagina.Body.TryGetProperty("volgende", out var volgende))
            {
                break;
            }

            vraag["cursor"] = volgende.GetString()!;
            pagina = await Antwoord.SendAsync(privacy, HttpMethod.Post, Zoek, vraag);
        }

        var verwacht = await house.ScalarAsync<long>("select count(*) from verwerkingslog.regel where gemeentecode = '1708' and (tijdstip at time zone 'Europe/Amsterdam')::date between '2024-08-16' and '2024-11-14'");
        Assert.True(verwacht > 50);
        Assert.Equal(verwacht, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Zoeken_OverVelePersonen_LaatEenRegelEnEenPerPersoonNaDieDeVolgendeZoekvraagNietToont()
    {
        var privacy = await house.AsAsync("privacy-1708");
        var vraag = new { van = "2024-10-01", tot = "2024-11-14" };

        var pagina = await Antwoord.SendAsync(privacy, HttpMethod.Post, Zoek, vraag);

        var personen = pagina.Body.GetProperty("logregels").EnumerateArray().Where(r => r.TryGetProperty("dossierId", out _)).Select(r => r.GetProperty("dossierId").GetGuid()).Distinct().Order().ToArray();
        Assert.True(personen.Length > 1);
        Assert.Equal(personen, (await house.ScalarAsync<Guid[]>($@"select array_agg(dossier_id) from verwerkingslog.regel where parent_span_id = '\x{pagina.BesluitId}'"))!.Order());
        Assert.Equal($"Log doorzocht|0|-|toezicht-gebruik|-|LOG.regels|{(personen.Length == 1 ? 't' : 'f')}", await pagina.RegelAsync(house));
        var nieuw = await Antwoord.SendAsync(privacy, HttpMethod.Post, Zoek, new { actor = "privacy-1708" });
        var perPersoon = (await house.ScalarAsync<string[]>($@"select array_agg(encode(span_id, 'hex')) from verwerkingslog.regel where parent_span_id = '\x{pagina.BesluitId}'"))!;
        Assert.DoesNotContain(nieuw.Body.GetProperty("logregels").EnumerateArray(), r => perPersoon.Contains(r.GetProperty("besluitId").GetString()));
        var toezicht = await Antwoord.SendAsync(privacy, HttpMethod.Post, Zoek, new { doel = "toezicht-gebruik" });
        Assert.Contains(toezicht.Body.GetProperty("logregels").EnumerateArray(), r => perPersoon.Contains(r.GetProperty("besluitId").GetString()));
    }

    [Fact]
    public async Task Exporteren_VanEenDossier_IsEenNederlandsBestandMetEenEigenRegelEnZonderPersoon()
    {
        var (hasan, privacy) = await ArrangeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Exporteer) { Content = RunningHouse.Json(new { dossier = Hasan, van = "2024-10-01", tot = "2024-11-15" }) };
        request.Headers.Accept.ParseAdd("text/csv");
        using var answer = await privacy.SendAsync(request, Ct);

        var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);
        var tekst = Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("logregels-2024-10-01-2024-11-15.csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var rijen = tekst.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Trim('"').Split("\";\"")).ToArray();
        Assert.StartsWith("Wanneer", rijen[0][0], StringComparison.Ordinal);
        Assert.True(rijen.Length > 2);
        Assert.All(rijen, r => Assert.Equal(rijen[0].Length, r.Length));
        Assert.All(rijen.Skip(1), r => Assert.Matches(@"^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d$", r[0]));
        Assert.All(rijen.Skip(1), r => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", r[1]));
        Assert.All(rijen.Skip(1), r => Assert.Equal(hasan, r[Array.IndexOf(rijen[0], "Dossier")]));
        Canary.AssertClean(tekst);
        var besluit = answer.Headers.GetValues("Besluit-Id").Single();
        Assert.Equal(1L, await house.ScalarAsync<long>($@"
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.span_id = '\x{besluit}' and c.naam = 'Log geëxporteerd' and c.actie = 5 and c.geleverd = 'LOG.regels' and r.dossier_id = '{hasan}'"));
    }

    [Fact]
    public async Task Exporteren_OverMeerDanVijfentwintigPersonen_NoemtGeenDossiers()
    {
        var privacy = await house.AsAsync("privacy-1708");
        using var answer = await privacy.PostAsync(Exporteer, RunningHouse.Json(new { van = "2024-08-16", tot = "2024-11-15" }), Ct);

        var tekst = await answer.Content.ReadAsStringAsync(Ct);

        var rijen = tekst.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Trim('"').Split("\";\"")).ToArray();
        var kolom = Array.FindIndex(rijen[0], k => k.StartsWith("Dossier (leeg", StringComparison.Ordinal));
        Assert.True(rijen.Length > 100);
        Assert.All(rijen.Skip(1), r => Assert.Empty(r[kolom]));
        Canary.AssertClean(tekst);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31", "'+31")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData(" =1", "' =1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("zeg \"ja\"; nu", "zeg \"\"ja\"\"; nu")]
    [InlineData("IDN.naam", "IDN.naam")]
    public void Cel_DieEenFormuleBegint_IsTekst(string cel, string verwacht) => Assert.Equal($"\"{verwacht}\"\r\n", Csv.Rij(cel));

    private async Task<(string Hasan, HttpClient Privacy)> ArrangeAsync()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, "uitvoeren-leerroute");
        using var toegestaan = await school.GetAsync($"/v1/dossiers/{id}?doel=uitvoeren-leerroute", Ct);
        using var geweigerd = await school.GetAsync($"/v1/dossiers/{id}?doel=regie-voeren", Ct);
        return (await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), Hasan, "regie-voeren"), await house.AsAsync("privacy-1708"));
    }
}
