using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>A person whom DUO lets the gemeente no longer at: on the start page, and let go on by a regievoerder with a reason.</summary>
public sealed class OpschortingenTests(PortalHouse house) : IClassFixture<PortalHouse>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opschorting_OpDeStartpagina_WordtMetEenRedenHervat()
    {
        const string wie = "999938290";
        using var dicht = await house.Sandbox.PostAsync("/_sandbox/duo/storingen", RunningHouse.Json(new { kind = "403-leeg", times = 1, bsn = wie }), Ct);
        var systeem = await house.AsAsync("zaaksysteem-1708");
        var dossier = await RunningHouse.FindAsync(systeem, wie, "regie-voeren");
        using var gemeld = await systeem.PostAsync($"/v1/dossiers/{dossier}/gevolgde-uren", RunningHouse.Json(new { soort = "participatie-als-taalles", uren = 40 }), Ct);
        await house.UntilAsync($"select exists (select 1 from dossiers.opschorting where dossier_id = '{dossier}' and tot is null)");
        var page = await house.AsEmployeeAsync("joost", 320);
        await page.GotoAsync(house.Address);

        await page.GetByRole(AriaRole.Link, new() { Name = "Bekijk wat er stilligt" }).ClickAsync();
        await page.AssertAccessibleAsync("opschortingen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bekijk en hervat" }).First.ClickAsync();
        await Expect(page.GetByText("Ligt stil")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("opschorting");
        await page.GetByLabel("Waarom kan de uitwisseling weer door?").FillAsync($"Zie de brief over {wie}.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hervat de uitwisseling" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("zonder nummer van een persoon");
        await page.AssertAccessibleAsync("opschorting-fout");
        await page.GetByLabel("Waarom kan de uitwisseling weer door?").FillAsync("DUO zegt dat deze persoon bij ons hoort.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hervat de uitwisseling" }).ClickAsync();

        await Expect(page.GetByText("Hervat", new() { Exact = true })).ToBeVisibleAsync();
        await house.UntilAsync($"select bool_and(status = 1) from outbox.melding where dossier_id = '{dossier}'");
    }

    [Fact]
    public async Task Opschortingen_VoorBeheer_ZonderTeOpenen()
    {
        var page = await house.AsEmployeeAsync("petra");

        await page.GotoAsync($"{house.Address}/koppelingen/opschortingen");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Opgeschorte uitwisseling");
        var antwoord = await page.GotoAsync($"{house.Address}/koppelingen/opschortingen/{Guid.NewGuid()}");
        Assert.Equal((int)HttpStatusCode.Forbidden, antwoord!.Status);
    }
}
