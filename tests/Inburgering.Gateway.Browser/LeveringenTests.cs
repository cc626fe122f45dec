using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>What partners deliver by themselves, as the functioneel beheerder meets it in the demo (ux 11): two planted deliveries that ask for action, and one rejected record that succeeds.</summary>
[Collection(Portaalhuizen.Storing)]
public sealed class LeveringenTests(PortalHouse house)
{
    [Fact]
    public async Task Leveringen_VanHetVerhaal_VragenActieEnEenRecordLuktAlsnog()
    {
        var page = await house.AsEmployeeAsync("petra");
        await page.GotoAsync($"{house.Address}/koppelingen");
        await Expect(page.GetByText("2 koppelingen vragen actie.")).ToBeVisibleAsync();
        await Expect(Rij(page, "COA - voorinburgering")).ToContainTextAsync("Verdacht leeg");
        await Expect(Rij(page, "Taalpunt Rijnstad - presentie")).ToContainTextAsync("13 november 16:05, 61 ontvangen, 3 afgekeurd");
        await Expect(Rij(page, "Taalpunt Rijnstad - presentie")).ToContainTextAsync("De partner levert zelf.");
        await page.AssertAccessibleAtBothWidthsAsync("koppelingen-leveringen");

        await page.GetByRole(AriaRole.Link, new() { Name = "COA - voorinburgering" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Start nu" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Pauzeer" })).ToHaveCountAsync(0);
        await page.AssertAccessibleAtBothWidthsAsync("koppeling-levering");
        await page.Locator("tbody a").Filter(new() { HasText = "11-11-2024" }).PressAsync("Enter");
        await Expect(page.GetByText("Meestal komen er 9 berichten binnen.")).ToBeVisibleAsync();
        await Expect(page.GetByText("0 ontvangen = 0 nieuw")).ToBeVisibleAsync();
        await page.AssertAccessibleAtBothWidthsAsync("uitvoering-verdacht-leeg");

        await page.GotoAsync($"{house.Address}/koppelingen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Taalpunt Rijnstad - presentie" }).ClickAsync();
        var pad = page.Url;
        foreach (var handeling in new[] { "start", "start?proef=ja", "pauze", "hervatten", "inhaal" })
        {
            await page.GotoAsync($"{pad}/{handeling}");
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("De partner levert zelf");
        }

        await page.AssertAccessibleAtBothWidthsAsync("koppeling-levert-zelf");
        await page.Locator("tbody a").Filter(new() { HasText = "13-11-2024" }).PressAsync("Enter");
        await Expect(page.GetByText("61 ontvangen = 0 nieuw + 58 gewijzigd + 0 gelijk + 0 verschillend + 3 afgekeurd + 0 tegengehouden")).ToBeVisibleAsync();
        await page.AssertAccessibleAtBothWidthsAsync("uitvoering-met-afkeur");
        Canary.AssertClean(await page.ContentAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Bekijk wat is afgekeurd" }).ClickAsync();
        await Expect(page.Locator("caption").First).ToContainTextAsync("1 t/m 3 van 3");
        await page.AssertAccessibleAtBothWidthsAsync("afkeur-levering");
        await page.Locator("tr").Filter(new() { HasText = "geen koppeling of opdracht" }).Locator("input[name='id']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Verwerk gekozen opnieuw" }).ClickAsync();
        await Expect(page.GetByText("1 van 1 kan opnieuw.")).ToBeVisibleAsync();
        await page.GetByLabel("Waarom verwerkt u dit opnieuw?").FillAsync("De opdracht liep door en staat er nu in.");
        await page.GetByRole(AriaRole.Button, new() { Name = "opnieuw" }).ClickAsync();
        await house.UntilAsync("select exists (select from inbox.herhaling) and not exists (select from inbox.herhaling where status = 0)");
        await page.ReloadAsync();

        await Expect(page.GetByText("Klaar: alles is verwerkt.")).ToBeVisibleAsync();
        await page.GotoAsync($"{house.Address}/koppelingen/afkeur?partner=taalaanbieder");
        await Expect(page.Locator("caption").First).ToContainTextAsync("1 t/m 2 van 2");
    }

    [Fact]
    public async Task Melding_DieNietAankwam_StaatBijDeKoppeling()
    {
        var id = await house.ScalarAsync<Guid>("""
            insert into synchronisatie.standmelding (gemeentecode, melding_id, synchronisatie_id, volgnummer, naam, van, naar, zin, gezien_op, pogingen, mislukt_op)
            select gemeentecode, gen_random_uuid(), synchronisatie_id, 1, 'COA - voorinburgering', 'gelukt', 'verdacht-leeg', 'x', now(), 1, now()
            from synchronisatie.synchronisatie where gemeentecode = '1708' and partner = 'coa' returning synchronisatie_id
            """);
        var page = await house.AsEmployeeAsync("petra");
        await page.GotoAsync($"{house.Address}/koppelingen/{id}");
        await Expect(page.GetByText("De melding hierover kon niet worden verstuurd")).ToBeVisibleAsync();
        await page.AssertAccessibleAtBothWidthsAsync("koppeling-melding-niet-verstuurd");

        Assert.Equal(id, await house.ScalarAsync<Guid>("update synchronisatie.standmelding set verstuurd_op = now() returning synchronisatie_id"));
        await page.ReloadAsync();
        await Expect(page.GetByText("De melding hierover kon niet worden verstuurd")).ToHaveCountAsync(0);
    }

    private static ILocator Rij(IPage page, string koppeling) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = koppeling }).First;
}
