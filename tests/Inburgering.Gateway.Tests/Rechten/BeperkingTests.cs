using System.Net;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Rechten;

/// <summary>AVG 18 and 21 over HTTP: what is held back or contested stops at once and everywhere, and nothing received is lost.</summary>
public sealed class BeperkingTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = Rechtenproef.Hasan;
    private const string Leerroute = Rechtenproef.Leerroute;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F16_CategorieBeperkt_WordtOveralTegengehoudenEnWatBinnenkomtBewaard()
    {
        var (regie, dossier) = await house.RegieAsync();
        var school = await house.AsAsync("schakelcollege-1708");
        var vanSchool = await RunningHouse.FindAsync(school, Hasan, Leerroute);
        Assert.True((await school.GegevensAsync(vanSchool, Leerroute)).TryGetProperty("EXA", out _));

        var (status, beperking, location) = await regie.PostAsync($"/v1/dossiers/{dossier}/beperkingen", new { categorie = "EXA", zaaknummer = "AVG-1" });

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(beperking.ToString(), (await regie.ReadAsync(location!)).Body.ToString());
        await HeldBackAsync();
        var before = await FactsAsync(dossier);
        await NewResultAsync();
        Assert.Equal(before + 1, await FactsAsync(dossier));
        await HeldBackAsync();
        Assert.NotEqual(0L, await house.RegelsAsync(dossier, "Dossier geraadpleegd", "r.informatie like '%beperking:EXA%'"));

        await regie.DoAsync($"{location}/opheffingen");
        Assert.Contains("2024-02-29", (await school.GegevensAsync(vanSchool, Leerroute)).GetProperty("EXA").ToString(), StringComparison.Ordinal);

        async Task HeldBackAsync()
        {
            Assert.False((await school.GegevensAsync(vanSchool, Leerroute)).TryGetProperty("EXA", out _));
            Assert.False((await regie.GegevensAsync(dossier, "regie-voeren")).TryGetProperty("EXA", out _));
        }
    }

    [Fact]
    public async Task Plaatsen_NogEensDezelfdeZaak_HeeftGeenTweedeGevolg()
    {
        var (regie, dossier) = await house.RegieAsync();
        var vraag = new { categorie = "GEZ", zaaknummer = "AVG-2" };

        var eerste = await regie.DoAsync($"/v1/dossiers/{dossier}/beperkingen", vraag);
        var tweede = await regie.DoAsync($"/v1/dossiers/{dossier}/beperkingen", vraag);
        var tegelijk = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => regie.DoAsync($"/v1/dossiers/{dossier}/beperkingen", new { categorie = "GEZ", zaaknummer = "AVG-3" })));
        var pad = $"/v1/dossiers/{dossier}/beperkingen/{eerste.Text("beperkingId")}/opheffingen";
        var opgeheven = await regie.DoAsync(pad);

        Assert.Equal(eerste.ToString(), tweede.ToString());
        Assert.Single(tegelijk.Select(b => b.Text("beperkingId")).Distinct());
        Assert.Equal(opgeheven.ToString(), (await regie.DoAsync(pad)).ToString());
        Assert.Equal(2L, await house.ScalarAsync<long>($"select count(*) from dossiers.beperking where dossier_id = '{dossier}' and categorie = 'GEZ'"));
        Assert.Equal(8L, await house.RegelsAsync(dossier, "Beperking vastgelegd", "c.reden = 'herhaling'"));
        Assert.Equal(2L, await house.RegelsAsync(dossier, "Beperking vastgelegd", "c.reden is null and c.doel = 'avg-verzoek-afhandelen' and c.gevraagd = 'GEZ'"));
    }

    [Theory]
    [InlineData("beperkingen", """{"categorie":"XYZ","zaaknummer":"zaak van Jan","van":"2024-11-14T00:00:00Z"}""", "/categorie /van /zaaknummer")]
    [InlineData("beperkingen", """{"categorie":"TOE","zaaknummer":"Z-999990135"}""", "/categorie /zaaknummer")]
    [InlineData("beperkingen", """{"zaaknummer":7,"soort":"x"}""", "/categorie /soort /zaaknummer")]
    [InlineData("bezwaren", """{"doel":"zomaar","zaaknummer":"","clientId":"vwn-1708"}""", "/doel /zaaknummer")]
    [InlineData("bezwaren", """{"doel":"uitvoeren-leerroute","zaaknummer":"A-1","clientId":"vwn-1708"}""", "/clientId")]
    [InlineData("bezwaren", """{"doel":"uitvoeren-leerroute","zaaknummer":"A-1","clientId":"taalpunt-0171"}""", "/clientId")]
    [InlineData("bewaarplichten", """{"zaaknummer":"-"}""", "/zaaknummer")]
    public async Task Vastleggen_FouteInvoer_NoemtAllesEnWijzigtNiets(string soort, string body, string pointers)
    {
        var (regie, dossier) = await house.RegieAsync();
        var before = await RowsAsync();

        using var response = await regie.PostAsync($"/v1/dossiers/{dossier}/{soort}", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(pointers.Split(' '), System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct)).RootElement.Pointers());
        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData("statistiek-cbs")]
    [InlineData("toezicht-gebruik")]
    [InlineData("avg-verzoek-afhandelen")]
    public async Task F17_BezwaarTegenWettelijkePlicht_GeweigerdMetDeReden(string doel)
    {
        var (regie, dossier) = await house.RegieAsync();

        var (status, probleem, _) = await regie.PostAsync($"/v1/dossiers/{dossier}/bezwaren", new { doel, zaaknummer = "AVG-4" });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        var fout = Assert.Single(probleem.GetProperty("errors").EnumerateArray());
        Assert.Equal("/doel", fout.Text("pointer"));
        Assert.Contains("geen bezwaar: het rust op «Wettelijke", fout.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F17_Bezwaar_LegtAlleenHetBetwisteGebruikMeteenStil()
    {
        var (regie, dossier) = await house.RegieAsync();
        var school = await house.AsAsync("schakelcollege-1708");
        var vwn = await house.AsAsync("vwn-1708");
        var (vanSchool, vanVwn) = (await RunningHouse.FindAsync(school, Hasan, Leerroute), await house.ExternIdAsync("vwn-1708", dossier));

        var bezwaar = await regie.DoAsync($"/v1/dossiers/{dossier}/bezwaren", new { doel = Leerroute, zaaknummer = "AVG-5" });

        await StandsAsync(HttpStatusCode.NotFound);
        var beslissingen = $"/v1/dossiers/{dossier}/bezwaren/{bezwaar.Text("bezwaarId")}/beslissingen";
        Assert.False(bezwaar.TryGetProperty("uitkomst", out _));
        var beslist = await regie.DoAsync(beslissingen, new { uitkomst = "ongegrond" });
        Assert.Equal("ongegrond", beslist.Text("uitkomst"));
        await StandsAsync(HttpStatusCode.OK);
        Assert.Equal(beslist.ToString(), (await regie.DoAsync(beslissingen, new { uitkomst = "ongegrond" })).ToString());
        var (anders, probleem, _) = await regie.PostAsync(beslissingen, new { uitkomst = "gegrond" });
        Assert.Equal((HttpStatusCode.Conflict, "GW-0162"), (anders, probleem.Text("code")));

        async Task StandsAsync(HttpStatusCode leerroute)
        {
            Assert.Equal(leerroute, (await school.ReadAsync($"/v1/dossiers/{vanSchool}?doel={Leerroute}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await vwn.ReadAsync($"/v1/dossiers/{vanVwn}?doel=uitvoeren-pvt")).Status);
            Assert.Equal(HttpStatusCode.OK, (await regie.ReadAsync($"/v1/dossiers/{dossier}?doel=regie-voeren")).Status);
        }
    }

    [Fact]
    public async Task F17_GegrondBezwaarTegenEenAfnemer_BlijftStilVoorDieAfnemerAlleen()
    {
        var (regie, dossier) = await house.RegieAsync();
        var vwn = await house.AsAsync("vwn-1708");
        var vanVwn = await house.ExternIdAsync("vwn-1708", dossier);

        var bezwaar = await regie.DoAsync($"/v1/dossiers/{dossier}/bezwaren", new { doel = "maatschappelijke-begeleiding", clientId = "vwn-1708", zaaknummer = "AVG-6" });
        await regie.DoAsync($"/v1/dossiers/{dossier}/bezwaren/{bezwaar.Text("bezwaarId")}/beslissingen", new { uitkomst = "gegrond" });

        Assert.Equal(HttpStatusCode.NotFound, (await vwn.ReadAsync($"/v1/dossiers/{vanVwn}?doel=maatschappelijke-begeleiding")).Status);
        Assert.Equal(HttpStatusCode.OK, (await vwn.ReadAsync($"/v1/dossiers/{vanVwn}?doel=uitvoeren-pvt")).Status);
        Assert.Equal(1L, await house.RegelsAsync(dossier, "Dossier geraadpleegd", "c.reden = 'bezwaar' and c.doel = 'maatschappelijke-begeleiding'"));
    }

    [Theory]
    [InlineData("zaaksysteem-0171", HttpStatusCode.NotFound, "GW-0104")]
    [InlineData("schakelcollege-1708", HttpStatusCode.Forbidden, "GW-0002")]
    [InlineData("privacy-1708", HttpStatusCode.Forbidden, "GW-0002")]
    public async Task Vastleggen_DoorEenAnder_GeweigerdZonderGevolg(string client, HttpStatusCode verwacht, string code)
    {
        var (_, dossier) = await house.RegieAsync();
        var ander = await house.AsAsync(client);
        var before = await RowsAsync();

        foreach (var (pad, body) in new (string, object)[]
        {
            ("beperkingen", new { categorie = "EXA", zaaknummer = "A-1" }), ("bezwaren", new { doel = Leerroute, zaaknummer = "A-1" }), ("bewaarplichten", new { zaaknummer = "A-1" }),
            ("rectificaties", new { categorie = "CON", veld = "email", nieuweWaarde = "x@voorbeeld.example", zaaknummer = "A-1" }),
        })
        {
            var (status, probleem, _) = await ander.PostAsync($"/v1/dossiers/{dossier}/{pad}", body);
            Assert.Equal((verwacht, code), (status, probleem.Text("code")));
        }

        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData("inkomen-1708", HttpStatusCode.Forbidden)]
    [InlineData("vwn-1708", HttpStatusCode.Forbidden)]
    [InlineData("zaaksysteem-0171", HttpStatusCode.NotFound)]
    public async Task Lezen_DoorEenAnder_Geweigerd(string client, HttpStatusCode verwacht)
    {
        var (_, dossier) = await house.RegieAsync();
        var ander = await house.AsAsync(client);

        foreach (var pad in new[] { "beperkingen", "bezwaren", "bewaarplichten", "rectificaties", "correctietaken", $"beperkingen/{Guid.NewGuid()}" })
        {
            Assert.Equal(verwacht, (await ander.ReadAsync($"/v1/dossiers/{dossier}/{pad}")).Status);
        }
    }

    [Theory]
    [InlineData("beperkingen/{0}/opheffingen", null)]
    [InlineData("bezwaren/{0}/beslissingen", "gegrond")]
    [InlineData("bewaarplichten/{0}/beeindigingen", null)]
    [InlineData("correctietaken/{0}/bevestigingen", null)]
    public async Task Beeindigen_WatNietBestaat_IsNietGevonden(string pad, string? uitkomst)
    {
        var (regie, dossier) = await house.RegieAsync();

        foreach (var id in new[] { Guid.NewGuid().ToString(), "1" })
        {
            var (status, probleem, _) = await regie.PostAsync($"/v1/dossiers/{dossier}/{string.Format(null, pad, id)}", uitkomst is null ? null : new { uitkomst });
            Assert.Equal((HttpStatusCode.NotFound, "GW-0004"), (status, probleem.Text("code")));
        }
    }

    [Fact]
    public async Task Bewaarplicht_VastgelegdEnBeeindigd_StaatMetBeginEnEinde()
    {
        var (regie, dossier) = await house.RegieAsync();

        var (_, bewaarplicht, location) = await regie.PostAsync($"/v1/dossiers/{dossier}/bewaarplichten", new { zaaknummer = "RB-7" });
        var herhaling = await regie.DoAsync($"/v1/dossiers/{dossier}/bewaarplichten", new { zaaknummer = "RB-7" });
        var einde = await regie.DoAsync($"{location}/beeindigingen");

        Assert.Equal(bewaarplicht.ToString(), herhaling.ToString());
        Assert.False(bewaarplicht.TryGetProperty("tot", out _));
        Assert.Equal("2024-11-15T09:00:00Z", einde.Text("tot"));
        Assert.Equal(einde.ToString(), Assert.Single((await regie.ReadAsync($"/v1/dossiers/{dossier}/bewaarplichten")).Body.GetProperty("bewaarplichten").EnumerateArray()).ToString());
    }

    [Fact]
    public async Task Plaatsen_LogNeemtGeenRegels_Is503EnLaatNietsAchter()
    {
        var (regie, dossier) = await house.RegieAsync();
        await house.ScalarAsync<object>("""
            create function public.nee() returns trigger language plpgsql as 'begin raise exception ''vol''; end';
            create trigger nee before insert on verwerkingslog.regel for each row execute function public.nee()
            """);
        var (status, _, _) = await regie.PostAsync($"/v1/dossiers/{dossier}/beperkingen", new { categorie = "HAN", zaaknummer = "AVG-8" });
        await house.ScalarAsync<object>("drop trigger nee on verwerkingslog.regel");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(0L, await house.ScalarAsync<long>("select count(*) from dossiers.beperking where categorie = 'HAN'"));
        await HealthyAsync();
    }

    private Task<string?> RowsAsync() => house.ScalarAsync<string>("""
        select concat_ws(' ', (select count(*) from dossiers.beperking), (select count(*) from dossiers.bezwaar), (select count(*) from dossiers.bewaarplicht),
                              (select count(*) from dossiers.rectificatie), (select count(*) from dossiers.correctietaak), (select count(*) from dossiers.feit))
        """);

    private Task<long> FactsAsync(string dossier) => house.ScalarAsync<long>($"select count(*) from dossiers.feit where dossier_id = '{dossier}' and categorie = 'EXA'");

    /// <summary>The writer found its way back.</summary>
    private async Task HealthyAsync()
    {
        while ((await house.Anonymous.ReadAsync("/health/ready")).Status != HttpStatusCode.OK)
        {
            await Task.Delay(20, Ct);
        }
    }

    /// <summary>DUO tells of a new exam result.</summary>
    private async Task NewResultAsync()
    {
        await house.HerstelAsync();
        using var changed = await house.Sandbox.PostAsync(
            "/_sandbox/duo/personen",
            RunningHouse.Json(new { bsn = Hasan, examenresultaten = new[] { new { examendatum = "2024-02-29", resultaat = "Geslaagd", onderdeel = "KNM" } } }), Ct);
        Assert.True(changed.IsSuccessStatusCode);
        var levering = await Levering.SendAsync(house, Levering.Notificatie("SS199", Hasan));
        Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
    }
}
