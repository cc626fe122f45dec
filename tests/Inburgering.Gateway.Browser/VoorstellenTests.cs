using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>What partners propose and the hours they told of, as the regievoerder sees it: masked first, then confirmed, declined or told to DUO.</summary>
[Collection(Portaalhuizen.Storing)]
public sealed class VoorstellenTests(PortalHouse house)
{
    private const string Vwn = "vwn-1708", Taalpunt = "taalpunt-1708";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280, "999954040", "2024-11-11")]
    [InlineData(320, "999972856", "2024-11-12")]
    public async Task Voorstel_VanEenPartner_WordtAfgewezenOfBevestigdEnUrenGaanAlsTotaalNaarDuo(int width, string bsn, string datum)
    {
        await HerstelAsync();
        using var bijgewerkt = await house.Sandbox.PostAsync("/_sandbox/duo/zendingen", RunningHouse.Json(new { gebeurtenisId = "SS130", bsn, registratieDatumTijd = DateTimeOffset.UtcNow, gemeente = "1708" }), Ct);
        var dossier = await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), bsn, "regie-voeren");
        await house.UntilAsync($"select exists (select 1 from inbox.bericht where dossier_id = '{dossier}' and code = 'SS130' and status = 1)");
        var (pvt, taal) = (await OpdrachtAsync(dossier, Vwn, "pvt"), await OpdrachtAsync(dossier, Taalpunt, "leerroute"));
        await LeverAsync(Vwn, pvt, "pvt-ondertekening", 1, new { partnerReferentie = pvt, datum = "2024-11-08", documentReferentie = "PVT-2024-0031" });
        await LeverAsync(Taalpunt, taal, "presentie", 1, new { partnerReferentie = taal, periode = "2024-10", geplandeUren = 20, gevolgdeUren = 18.5, geoorloofdVerzuimUren = 1, ongeoorloofdVerzuimUren = 0.5 });
        var page = await house.AsEmployeeAsync("joost", width);
        await page.GotoAsync($"{house.Address}/dossiers/{dossier}/gegevens");

        await page.GetByRole(AriaRole.Link, new() { Name = "Voorstellen en uren van partners" }).ClickAsync();
        await Expect(page.GetByText("Er wacht 1 voorstel op u, en 1 totaal van uren.")).ToBeVisibleAsync();
        await Expect(page.GetByText("08-11-2024")).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync("voorstellen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon voorstellen en uren" }).ClickAsync();
        await Expect(page.GetByText("VluchtelingenWerk noemt 08-11-2024")).ToBeVisibleAsync();
        await Expect(page.GetByText("Samen 18 uur. U meldde nog geen totaal aan DUO.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("voorstellen-open");
        Canary.AssertClean(await page.ContentAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Wijs af" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Het voorstel is afgewezen. DUO krijgt er niets van.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Toon voorstellen en uren" }).ClickAsync();
        await page.GetByLabel("Totaal in hele uren, sinds het begin").FillAsync("18,5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Meld dit totaal aan DUO" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Vul een getal in hele uren in");
        await page.AssertAccessibleAsync("voorstellen-fout");
        await page.GetByLabel("Totaal in hele uren, sinds het begin").FillAsync("18");
        await page.GetByRole(AriaRole.Button, new() { Name = "Meld dit totaal aan DUO" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Uw melding is ontvangen");
        await BevestigdAsync(dossier, "uren");

        await LeverAsync(Vwn, pvt, "pvt-ondertekening", 2, new { partnerReferentie = pvt, datum, documentReferentie = "PVT-2024-0032" });
        await page.GotoAsync($"{house.Address}/dossiers/{dossier}/voorstellen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon voorstellen en uren" }).ClickAsync();
        await Expect(page.GetByText("Dat is ook wat u aan DUO meldde.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bevestig en meld aan DUO" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Uw melding is ontvangen");
        await BevestigdAsync(dossier, "pvt");
        await page.AssertAccessibleAsync("voorstellen-gedaan");
    }

    [Fact]
    public async Task Voorstellen_ZonderRegie_ZijnNietTeZien()
    {
        var dossier = await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), "999954040", "regie-voeren");
        var privacy = await house.AsEmployeeAsync("noor");
        var verboden = await privacy.GotoAsync($"{house.Address}/dossiers/{dossier}/voorstellen");
        var vreemd = await house.AsEmployeeAsync("lotte");
        var onbekend = await vreemd.GotoAsync($"{house.Address}/dossiers/{dossier}/voorstellen");

        Assert.Equal((403, 404), (verboden!.Status, onbekend!.Status));
    }

    private Task BevestigdAsync(string dossier, string soort) =>
        house.UntilAsync($"select exists (select 1 from outbox.melding where dossier_id = '{dossier}' and soort = '{soort}' and status = 1)");

    /// <summary>How the partner calls this person.</summary>
    private async Task<string> OpdrachtAsync(string dossier, string client, string taak)
    {
        var systeem = await house.AsAsync("zaaksysteem-1708");
        using var gegeven = await systeem.PostAsync($"/v1/dossiers/{dossier}/opdrachten", RunningHouse.Json(new { clientId = client, taak, van = "2024-11-01T09:00:00Z", avgRol = "verwerker" }), Ct);
        Assert.True(gegeven.IsSuccessStatusCode, await gegeven.Content.ReadAsStringAsync(Ct));
        using var alle = JsonDocument.Parse(await systeem.GetStringAsync($"/v1/dossiers/{dossier}/opdrachten", Ct));
        return alle.RootElement.GetProperty("opdrachten").EnumerateArray().First(o => o.GetProperty("clientId").GetString() == client && o.TryGetProperty("partnerReferentie", out _)).GetProperty("partnerReferentie").GetString()!;
    }

    private async Task LeverAsync(string client, string referentie, string type, int volgorde, object data)
    {
        var source = client == Vwn ? "urn:nld:oin:00000003999990014000:systeem:vvs" : "urn:nld:oin:00000003999990010000:systeem:leerlingen";
        using var geleverd = await (await house.AsAsync(client)).PostAsync(
            "/v1/berichten",
            RunningHouse.Json(new { specversion = "1.0", id = $"{referentie}-{type}-{volgorde}", source, type = $"nl.inburgering.{type}", time = $"2024-11-14T09:0{volgorde}:00Z", sequence = $"{volgorde}", data }),
            Ct);
        Assert.True(geleverd.IsSuccessStatusCode, await geleverd.Content.ReadAsStringAsync(Ct));
        await house.UntilAsync($"select not exists (select 1 from inbox.bericht where client_id = '{client}' and status = 0)");
    }

    private async Task HerstelAsync()
    {
        using var herstel = await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, Ct);
        Assert.True(herstel.IsSuccessStatusCode);
    }
}
