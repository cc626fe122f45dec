using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;
using static Inburgering.Gateway.Tests.Outbox.Melder;

namespace Inburgering.Gateway.Tests.Outbox;

/// <summary>Melding-bevestiging with DUO, at the front door: tested, stored, sent, confirmed; refused by a person's eyes only once.</summary>
public sealed class MeldingTests(RunningHouse house) : IClassFixture<RunningHouse>, IAsyncLifetime
{
    /// <summary>Fictional persons of the demo, asiel, with a plicht and without a PIP; a test of its own for each.</summary>
    private const string Een = "999965323", Twee = "999975341", Drie = "999942992";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await house.HerstelAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Pip_Gemeld_IsEenKeerBijDuoEnAfgerondNaSS102()
    {
        var melder = await OverAsync(house, Een);
        var pip = Pip("2024-11-14");

        var eerste = await melder.MeldAsync("pips", pip);
        var tweede = await melder.MeldAsync("pips", pip);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (eerste.Status, tweede.Status));
        Assert.Equal($"/v1/meldingen/{eerste.Tekst("meldingId")}", eerste.Location);
        Assert.Equal(eerste.Location, tweede.Location);
        await melder.TotAsync(eerste.Tekst("meldingId"), Bevestigd);
        Assert.Single(await house.VerzoekenAsync(), v => v.GetProperty("method").GetString() == "POST");
        Assert.Equal((2L, 1L, 1L), (await melder.RegelsAsync("Melding ingediend"), await melder.RegelsAsync("Melding verzonden: pip"), await melder.RegelsAsync("Melding bevestigd: pip")));

        using var bericht = await house.Sandbox.PostAsync("/_sandbox/duo/zendingen", RunningHouse.Json(new { gebeurtenisId = "SS102", bsn = Een }), Ct);
        Assert.True(bericht.IsSuccessStatusCode, await bericht.Content.ReadAsStringAsync(Ct));
        await house.UntilAsync($"select status = 5 from outbox.melding where melding_id = '{eerste.Tekst("meldingId")}'");
        Assert.Equal("afgerond", (await melder.LeesAsync(eerste.Tekst("meldingId"))).Tekst("status"));
        Assert.Equal("B B1 2024-11-14", await melder.StaatAsync("PIP", "leerroute", "niveau", "dagtekening"));
    }

    [Fact]
    public async Task Pip_TegenDeVoorwaarden_NoemtAllesEnBewaartNiets()
    {
        var melder = await OverAsync(house, Twee);
        var voor = await house.ScalarAsync<long>("select count(*) from outbox.melding");

        var inhoud = await melder.MeldAsync("pips", Pip("2024-06-01", "O", "A2"));
        var dossier = await melder.MeldAsync("pips", Pip("2024-06-01"));

        Assert.Equal((HttpStatusCode.BadRequest, "GW-0210"), (inhoud.Status, inhoud.Code));
        Assert.Equal(["PIP-01", "PIP-04"], Codes(inhoud));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0211"), (dossier.Status, dossier.Code));
        Assert.Equal(["PIP-01"], Codes(dossier));
        Assert.Equal(voor, await house.ScalarAsync<long>("select count(*) from outbox.melding"));
        Assert.DoesNotContain(await house.VerzoekenAsync(), v => v.GetProperty("method").GetString() == "POST");
    }

    [Theory]
    [InlineData("""{"leerroute":"X","niveau":"C2"}""", "/dagtekening")]
    [InlineData("""{"dagtekening":"2024-11-14","leerroute":"X","niveau":"C2","indicatorAlfabetiseringsonderwijs":"B"}""", "/indicatorAlfabetiseringsonderwijs /leerroute /niveau")]
    public async Task Pip_OnbruikbareInhoud_NoemtIederePlek(string inhoud, string plaatsen)
    {
        var melder = await OverAsync(house, Twee);

        var antwoord = await melder.MeldAsync("pips", JsonDocument.Parse(inhoud).RootElement);

        Assert.Equal(HttpStatusCode.BadRequest, antwoord.Status);
        Assert.Equal(plaatsen.Split(' '), antwoord.Plaatsen.Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pip_DoorDuoGeweigerd_ToontDeTekstEnGaatNooitOpnieuw()
    {
        var melder = await OverAsync(house, Drie);
        await house.StoringAsync(new { path = "/personen/{bsn}/PIP", kind = "403-fouttekst", times = 1 });

        var gemeld = await melder.MeldAsync("pips", Pip("2024-11-14", "Z", null));

        await melder.TotAsync(gemeld.Tekst("meldingId"), Geweigerd);
        Assert.NotEmpty((await melder.LeesAsync(gemeld.Tekst("meldingId"))).Body.GetProperty("uitleg").EnumerateArray());
        Assert.Equal(1L, await melder.RegelsAsync("Melding geweigerd: pip"));

        var opnieuw = await melder.MeldAsync("pips", Pip("2024-11-14", "Z", null));
        Assert.NotEqual(gemeld.Location, opnieuw.Location);
        await melder.TotAsync(opnieuw.Tekst("meldingId"), Bevestigd);
    }

    [Theory]
    [InlineData("503")]
    [InlineData("reset")]
    public async Task Uren_AntwoordVerlorenNadatDuoZeHad_WordenNogEensGestuurdEnStaanErEenKeer(string storing)
    {
        var melder = await OverAsync(house, storing == "reset" ? "999950940" : "999902799");
        await house.StoringAsync(new { path = "/personen/{bsn}/uren/participatietaalles", kind = storing, times = 3, naVerwerking = true });
        var gemeld = await melder.MeldAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 77 });
        Assert.Equal("partner-niet-bereikbaar", (await melder.AfloopAsync(gemeld.Tekst("meldingId"))).GetProperty("reden").GetString());

        await melder.TotAsync(gemeld.Tekst("meldingId"), Bevestigd);

        var pogingen = (await melder.LeesAsync(gemeld.Tekst("meldingId"))).Body.GetProperty("pogingen").GetInt32();
        Assert.True(pogingen >= 2, $"{pogingen} poging");
        Assert.Equal((pogingen, 1L), (await melder.RegelsAsync("Melding verzonden: uren"), await melder.RegelsAsync("Melding bevestigd: uren")));
        Assert.All((await house.VerzoekenAsync()).Where(v => v.GetProperty("method").GetString() == "PUT"), v => Assert.Equal(77, v.GetProperty("inhoud").GetProperty("uren").GetInt32()));
    }

    [Fact]
    public async Task Uren_GatewayGekildTerwijlDuoHangt_GaanNaHerstartAlsnogEnNietVerloren()
    {
        var melder = await OverAsync(house, "999958756");
        await house.StoringAsync(new { path = "/personen/{bsn}/uren/participatietaalles", kind = "hangt", times = 1 });
        var gemeld = await melder.MeldAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 15 });
        await house.UntilAsync($"select onderweg_als is not null from outbox.melding where melding_id = '{gemeld.Tekst("meldingId")}'");

        await house.KillGatewayAsync();
        await Cluster.ExecuteOnAsync(house.Database, "update outbox.melding set bezet_tot = now() where bezet_tot is not null", Ct);
        await house.StartGatewayAsync();

        await melder.TotAsync(gemeld.Tekst("meldingId"), Bevestigd);
        Assert.True(await melder.RegelsAsync("Melding verzonden: uren") >= 2);
        Assert.Equal(1L, await melder.RegelsAsync("Melding bevestigd: uren"));
    }

    [Fact]
    public async Task F16_BeperkingNaHetIndienen_HoudtTegenWatAlKlaarstaatEnDatVanNiemandAnders()
    {
        var (geremd, vrij) = (await OverAsync(house, "999918758"), await OverAsync(house, "999955615"));
        await house.StoringAsync(new { kind = "503", times = 6 });
        var uren = new { soort = "participatie-als-taalles", uren = 120 };
        var (een, ander) = (await geremd.MeldAsync("gevolgde-uren", uren), await vrij.MeldAsync("gevolgde-uren", uren));
        Assert.Equal("wacht", (await geremd.AfloopAsync(een.Tekst("meldingId"))).GetProperty("status").GetString());
        var beperkt = await geremd.Regie.PostAsync($"/v1/dossiers/{geremd.Regie.DossierId}/beperkingen", new { categorie = "UUR", zaaknummer = "AVG-9" });
        Assert.Equal(HttpStatusCode.Created, beperkt.Status);
        await house.HerstelAsync();

        await geremd.TotAsync(een.Tekst("meldingId"), WachtOpMens);
        await vrij.TotAsync(ander.Tekst("meldingId"), Bevestigd);

        Assert.Equal("beperking", (await geremd.LeesAsync(een.Tekst("meldingId"))).Tekst("reden"));
        Assert.Single(await house.VerzoekenAsync(), v => v.GetProperty("method").GetString() == "PUT");
        var nieuw = await geremd.MeldAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 130 });
        Assert.Equal((HttpStatusCode.Conflict, "GW-0213"), (nieuw.Status, nieuw.Code));
    }

    [Fact]
    public async Task Melding_VanEenPersoonDieOpEenMensWacht_HoudtDeVolgendeVanDiePersoonOpEnGeenAnder()
    {
        var (wacht, vrij) = (await OverAsync(house, "999947953"), await OverAsync(house, "999915095"));
        await house.StoringAsync(new { path = "/personen/{bsn}/uren/participatietaalles", kind = "400", times = 1 });
        var een = await wacht.MeldAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 10 });
        await wacht.TotAsync(een.Tekst("meldingId"), WachtOpMens);

        var twee = await wacht.MeldAsync("gevolgde-uren", new { soort = "participatieactiviteiten", uren = 20 });
        var ander = await vrij.MeldAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 30 });

        await vrij.TotAsync(ander.Tekst("meldingId"), Bevestigd);
        Assert.Equal(("wacht", 0), ((await wacht.LeesAsync(twee.Tekst("meldingId"))).Tekst("status"), (await wacht.LeesAsync(twee.Tekst("meldingId"))).Body.GetProperty("pogingen").GetInt32()));
        Assert.Equal("vervallen", (await wacht.TrekInAsync(een.Tekst("meldingId"))).Tekst("status"));
        await wacht.TotAsync(twee.Tekst("meldingId"), Bevestigd);
    }

    [Fact]
    public async Task F9_MeldingVanEenAndereGemeente_BestaatNiet()
    {
        var melder = await OverAsync(house, "999959682");
        var id = (await melder.MeldAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 9 })).Tekst("meldingId");
        var ander = await house.AsAsync("zaaksysteem-0171");

        foreach (var (methode, pad) in new[] { (HttpMethod.Get, "/v1/meldingen/{0}"), (HttpMethod.Post, "/v1/meldingen/{0}/intrekkingen") })
        {
            var echt = await Antwoord.SendAsync(ander, methode, string.Format(null, pad, id));
            var verzonnen = await Antwoord.SendAsync(ander, methode, string.Format(null, pad, Guid.NewGuid()));
            Assert.Equal(HttpStatusCode.NotFound, echt.Status);
            Assert.Equal(verzonnen.ZonderNummer, echt.ZonderNummer);
        }
    }

    /// <summary>"… (PIP-04, voorwaarden.md, …)": the codes of the broken rules.</summary>
    internal static string[] Codes(Antwoord antwoord) =>
        [.. antwoord.Body.GetProperty("errors").EnumerateArray().Select(f => f.GetProperty("detail").GetString()!.Split(" (").Last(deel => deel.Contains(", ", StringComparison.Ordinal)).Split(',')[0]).Order(StringComparer.Ordinal)];
}
