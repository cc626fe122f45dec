using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>What the gemeente tells DUO, as the regievoerder sees it: what was refused and why, what waits, once more or taken back.</summary>
[Collection(Portaalhuizen.Uitleg)]
public sealed class MeldingenTests(PortalHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280, "999902799")]
    [InlineData(320, "999950940")]
    public async Task Melding_DieOpEenMensWacht_GaatNogEensEnIsDanBevestigd(int width, string bsn)
    {
        await StoringAsync("400");
        var melding = await MeldAsync(bsn);
        await house.UntilAsync($"select status = 3 from outbox.melding where melding_id = '{melding}'");
        var page = await house.AsEmployeeAsync("joost", width);
        await page.GotoAsync($"{house.Address}/koppelingen/meldingen?stand=actie");
        await page.AssertAccessibleAsync("meldingen");

        await page.Locator($"a[href='/koppelingen/meldingen/{melding}']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Gevolgde uren");
        await page.AssertAccessibleAsync("melding");
        Canary.AssertClean(await page.ContentAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Probeer nog eens" }).ClickAsync();

        await house.UntilAsync($"select status = 1 from outbox.melding where melding_id = '{melding}'");
        await page.GotoAsync($"{house.Address}/koppelingen/meldingen/{melding}");
        await Expect(page.GetByText("Bevestigd").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Melding_DoorDuoGeweigerd_ToontWatDuoZegt()
    {
        await StoringAsync("403-fouttekst");
        var melding = await MeldAsync("999958756");
        await house.UntilAsync($"select status = 2 from outbox.melding where melding_id = '{melding}'");
        var page = await house.AsEmployeeAsync("joost");

        await page.GotoAsync($"{house.Address}/koppelingen/meldingen/{melding}");

        await Expect(page.GetByText("Geweigerd").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Wat er is gezegd" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("melding-geweigerd");
    }

    [Fact]
    public async Task Meldingen_VoorBeheer_ZonderTeOpenen()
    {
        var page = await house.AsEmployeeAsync("petra");

        await page.GotoAsync($"{house.Address}/koppelingen/meldingen");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Meldingen");
        var antwoord = await page.GotoAsync($"{house.Address}/koppelingen/meldingen/{Guid.NewGuid()}");
        Assert.Equal((int)HttpStatusCode.Forbidden, antwoord!.Status);
    }

    private async Task StoringAsync(string kind)
    {
        using var eerst = await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, Ct);
        using var storing = await house.Sandbox.PostAsync("/_sandbox/duo/storingen", RunningHouse.Json(new { path = "/personen/{bsn}/uren/participatietaalles", kind, times = 1 }), Ct);
        Assert.True(storing.IsSuccessStatusCode);
    }

    private async Task<string> MeldAsync(string bsn)
    {
        var systeem = await house.AsAsync("zaaksysteem-1708");
        var dossier = await RunningHouse.FindAsync(systeem, bsn, "regie-voeren");
        using var antwoord = await systeem.PostAsync($"/v1/dossiers/{dossier}/gevolgde-uren", RunningHouse.Json(new { soort = "participatie-als-taalles", uren = 40 }), Ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.True(antwoord.StatusCode == HttpStatusCode.Accepted, tekst);
        return JsonDocument.Parse(tekst).RootElement.GetProperty("meldingId").GetString()!;
    }
}
