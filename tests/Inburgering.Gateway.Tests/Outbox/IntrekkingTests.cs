using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;
using static Inburgering.Gateway.Tests.Outbox.Melder;

namespace Inburgering.Gateway.Tests.Outbox;

/// <summary>Taking back what DUO has, and never taking back what nobody asked for: DUO replaces the whole of a MAP or a PVT.</summary>
public sealed class IntrekkingTests(RunningHouse house) : IClassFixture<RunningHouse>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await house.HerstelAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Pip_BevestigdEnIngetrokken_IsBijDuoWegEnEenKeerIngetrokken()
    {
        const string Bsn = "999965323";
        var melder = await OverAsync(house, Bsn);
        var pip = await BevestigdAsync(melder, "pips", Pip("2024-11-14"));

        var (weg, nogEens) = (await melder.TrekInAsync(pip), await melder.TrekInAsync(pip));

        Assert.Equal((pip, "pip-intrekking"), (weg.Tekst("intrekkingVan"), weg.Tekst("soort")));
        Assert.Equal(weg.Tekst("meldingId"), nogEens.Tekst("meldingId"));
        await melder.TotAsync(weg.Tekst("meldingId"), Bevestigd);
        Assert.False(await DuoAsync(Bsn, "pip"));
        Assert.Equal(" ", await melder.StaatAsync("PIP", "leerroute", "dagtekening"));
        Assert.Single(await house.VerzoekenAsync(), v => v.GetProperty("method").GetString() == "DELETE");

        // what was taken back can be told anew
        await BevestigdAsync(melder, "pips", Pip("2024-11-14"));
        Assert.True(await DuoAsync(Bsn, "pip"));
    }

    [Fact]
    public async Task Intrekken_WatNietMeerDeLaatsteIsOfGeenIntrekkingKent_IsEenConflictEnDoetNiets()
    {
        var melder = await OverAsync(house, "999975341");
        var uren = await BevestigdAsync(melder, "gevolgde-uren", new { soort = "participatie-als-taalles", uren = 12 });
        var eerste = await BevestigdAsync(melder, "pips", Pip("2024-11-13"));
        await BevestigdAsync(melder, "pips", Pip("2024-11-14", "Z", null));

        foreach (var id in new[] { uren, eerste })
        {
            var antwoord = await melder.TrekInAsync(id);
            Assert.Equal((HttpStatusCode.Conflict, "GW-0214"), (antwoord.Status, antwoord.Code));
        }

        Assert.DoesNotContain(await house.VerzoekenAsync(), v => v.GetProperty("method").GetString() == "DELETE");
    }

    [Fact]
    public async Task Pvt_AlleenDeDatumVerbeterd_LaatVerwijtbaarStaan()
    {
        var melder = await VanTermijnAsync("999925313", "2021-10-01", "2024-10-01");
        await BevestigdAsync(melder, "pvt-resultaten", new { datumOndertekening = "2024-10-10", verwijtbaar = true });

        await BevestigdAsync(melder, "pvt-resultaten", new { datumOndertekening = "2024-10-12" });

        Assert.Equal(["2024-10-10 Ja", "2024-10-12 Ja"], await PvtsAsync());
    }

    [Fact]
    public async Task Pvt_DatumDieDuoAlHad_GaatMeeAlsErAlleenVerwijtbaarBijkomt()
    {
        var melder = await VanTermijnAsync("999958008", "2021-10-01", "2024-10-01");
        await melder.Regie.LegVastAsync(house, "PVT", "duo", new() { ["datumOndertekening"] = "2024-10-14" }, "registratie");

        await BevestigdAsync(melder, "pvt-resultaten", new { verwijtbaar = false });

        Assert.Equal(["2024-10-14 Nee"], await PvtsAsync());
    }

    [Fact]
    public async Task Pvt_Ingetrokken_IsBijDuoLeegEnDeEerdereIsNietMeerInTeTrekken()
    {
        const string Bsn = "999938290";
        var melder = await VanTermijnAsync(Bsn, "2024-02-01", "2027-02-01");
        var eerste = await BevestigdAsync(melder, "pvt-resultaten", new { datumOndertekening = "2024-09-01" });
        var tweede = await BevestigdAsync(melder, "pvt-resultaten", new { datumOndertekening = "2024-09-02" });
        Assert.True(await DuoAsync(Bsn, "pvt"));

        Assert.Equal("GW-0214", (await melder.TrekInAsync(eerste)).Code);
        var weg = await melder.TrekInAsync(tweede);

        await melder.TotAsync(weg.Tekst("meldingId"), Bevestigd);
        Assert.Equal(" ", (await PvtsAsync())[^1]);
        Assert.False(await DuoAsync(Bsn, "pvt"));
    }

    [Fact]
    public async Task Aanbod_BevestigdEnIngetrokken_StaatErTotDanNaastHetEerdere()
    {
        var melder = await VanTermijnAsync("999930217", "2024-07-11", "2027-07-11");
        var voor = await melder.StaatAsync("AAN", "aanbiedingen");
        var aanbod = new { instellingsnummer = "0000067890", datumInburgeringsaanbod = "2024-11-01", verwachteStartdatum = "2024-11-04", verwachteEinddatum = "2025-06-01", indicatorAlfabetiseringsonderwijs = "NVT" };

        var zonder = await melder.MeldAsync("aanbiedingen", aanbod with { instellingsnummer = "0000099999" });
        Assert.Equal((HttpStatusCode.Conflict, "AAN-03"), (zonder.Status, string.Join(' ', MeldingTests.Codes(zonder))));
        var gemeld = await BevestigdAsync(melder, "aanbiedingen", aanbod);

        Assert.Equal(["0000067890"], Nummers(await melder.StaatAsync("AAN", "aanbiedingen")).Except(Nummers(voor)));
        var weg = await melder.TrekInAsync(gemeld);
        await melder.TotAsync(weg.Tekst("meldingId"), Bevestigd);
        Assert.Equal(voor, await melder.StaatAsync("AAN", "aanbiedingen"));
    }

    private static string[] Nummers(string aanbiedingen) =>
        aanbiedingen.Length == 0 ? [] : [.. JsonDocument.Parse(aanbiedingen).RootElement.EnumerateArray().Select(a => a.GetProperty("instellingsnummer").GetString()!)];

    /// <summary>A person with a PIP of ours and this termijn, both known here.</summary>
    private async Task<Melder> VanTermijnAsync(string bsn, string startdatum, string einddatum)
    {
        await house.WeetAsync(new { bsn, inburgeringstermijn = new { startdatum, einddatum, wijzigingsdatum = startdatum } });
        var levering = await Levering.SendAsync(house, Levering.Notificatie("SS130", bsn));
        Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
        return await OverAsync(house, bsn);
    }

    private static async Task<string> BevestigdAsync(Melder melder, string pad, object melding)
    {
        var gemeld = await melder.MeldAsync(pad, melding);
        Assert.True(gemeld.Status == HttpStatusCode.Accepted, gemeld.Body.ToString());
        await melder.TotAsync(gemeld.Tekst("meldingId"), Bevestigd);
        return gemeld.Tekst("meldingId");
    }

    /// <summary>"2024-10-10 Ja": what arrived at DUO, in order.</summary>
    private async Task<string[]> PvtsAsync() =>
        [.. (await house.VerzoekenAsync()).Where(v => v.GetProperty("method").GetString() == "PUT").Select(v => v.GetProperty("inhoud")).Select(i => $"{Waarde(i, "datumOndertekeningPvt")} {Waarde(i, "verwijtbaar")}")];

    private static string? Waarde(JsonElement inhoud, string naam) => inhoud.TryGetProperty(naam, out var waarde) ? waarde.ToString() : null;

    /// <summary>Whether DUO has this part of the person.</summary>
    private async Task<bool> DuoAsync(string bsn, string deel)
    {
        using var answer = await house.Sandbox.PostAsync("/_sandbox/duo/personen/_zoek", RunningHouse.Json(new { bsn }), Ct);
        using var persoon = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return persoon.RootElement.TryGetProperty(deel, out var waarde) && waarde.ValueKind == JsonValueKind.Object;
    }
}
