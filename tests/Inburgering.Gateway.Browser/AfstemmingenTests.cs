using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>Reconciliation as people see it: begun with a button, counted, side by side for the regievoerder and as numbers for the beheerder.</summary>
public sealed class AfstemmingenTests(PortalHouse house) : IClassFixture<PortalHouse>
{
    private const string Bsn = "999929392";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Verschil_InDePip_StaatNaastElkaarMetWieWint(int width)
    {
        var id = await RondeAsync();
        var page = await house.AsEmployeeAsync("joost", width);
        await page.GotoAsync($"{house.Address}/koppelingen/afstemmingen");
        await page.AssertAccessibleAsync("afstemmingen");

        await page.Locator($"a[href='/koppelingen/afstemmingen/{id}']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Afstemming met DUO");
        await Expect(page.GetByText("Plan Inburgering en Participatie: leerroute")).ToBeVisibleAsync();
        await Expect(page.GetByText("Uw gemeente").First).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("afstemming");
        Canary.AssertClean(await page.ContentAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon gegevens" }).ClickAsync();

        var rij = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "leerroute" }).Locator("td");
        await Expect(rij.Nth(2)).ToHaveTextAsync("Z");
        await Expect(rij.Nth(3)).ToHaveTextAsync("B");
        await page.AssertAccessibleAsync("afstemming-open");
    }

    /// <summary>The same difference in the dossier: both sources stay, the regievoerder says which one counts and why.</summary>
    [Theory]
    [InlineData(1280, "DUO: Z")]
    [InlineData(320, "Gemeente Noorderveld (demo): B")]
    public async Task Bronnen_DieIetsAndersZeggen_WordenGekozenInHetDossier(int width, string keuze)
    {
        await RondeAsync();
        var page = await house.AsEmployeeAsync("joost", width);
        await page.GotoAsync($"{house.Address}/dossiers/{await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), Bsn, "regie-voeren")}/gegevens");
        await page.GetByRole(AriaRole.Link, new() { Name = "Bekijk het en kies welke bron geldt" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Bronnen van dossier");
        await Expect(page.GetByText("Plan Inburgering en Participatie: leerroute: DUO en Gemeente Noorderveld (demo)")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync("bronnen");

        await page.GetByRole(AriaRole.Button, new() { Name = "Toon wat de bronnen zeggen" }).ClickAsync();
        await page.AssertAccessibleAsync("bronnen-open");
        await page.GetByRole(AriaRole.Group, new() { Name = "Plan Inburgering en Participatie: leerroute" }).GetByLabel(keuze).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg vast welke bron geldt" }).ClickAsync();
        await Expect(page.GetByText("Schrijf in 10 tot 500 tekens waarom u deze bron kiest.").First).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("bronnen-fout");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Plan Inburgering en Participatie: leerroute" }).GetByLabel(keuze)).ToBeCheckedAsync();
        await page.GetByLabel("Waarom kiest u deze bron?").FillAsync("Dat is vandaag in het gesprek nagevraagd.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leg vast welke bron geldt" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Uw keuze is vastgelegd.");
        await Expect(page.GetByText("Plan Inburgering en Participatie: leerroute: DUO en Gemeente Noorderveld (demo) (gekozen)")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("bronnen-gekozen");
        Canary.AssertClean(await page.ContentAsync());
    }

    [Fact]
    public async Task NuAfstemmen_MetEenDuoDieUitstaat_LooptWachtEnStoptOpVerzoek()
    {
        using var storing = await house.Sandbox.PostAsync("/_sandbox/duo/storingen", RunningHouse.Json(new { kind = "503", times = 1000 }), Ct);
        var page = await house.AsEmployeeAsync("petra");
        await page.GotoAsync($"{house.Address}/koppelingen/afstemmingen");

        await page.GetByRole(AriaRole.Button, new() { Name = "Nu afstemmen" }).ClickAsync();
        await house.UntilAsync("select exists (select 1 from inbox.afstemming where status = 0 and wacht_tot is not null)");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ververs" }).ClickAsync();

        await Expect(page.GetByText("De partner was niet bereikbaar.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Wie niet gelijk was")).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync("afstemming-wacht");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop na deze persoon" }).ClickAsync();
        await Expect(page.GetByText("Gestopt").First).ToBeVisibleAsync();
        using var herstel = await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, Ct);
    }

    [Fact]
    public async Task Afstemmen_DoorWieNietMag_HeeftGeenKnop()
    {
        var page = await house.AsEmployeeAsync("noor");

        await page.GotoAsync($"{house.Address}/koppelingen/afstemmingen");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Afstemmingen");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nu afstemmen" })).ToHaveCountAsync(0);
    }

    /// <summary>Of one person of whom DUO has another PIP than the gemeente.</summary>
    private async Task<string> RondeAsync()
    {
        var pip = new JsonObject { ["dagtekeningPip"] = "2024-03-05", ["leerroute"] = "Z", ["indicatorAlfabetiseringsonderwijs"] = "NVT" };
        using var anders = await house.Sandbox.PostAsync("/_sandbox/duo/personen", RunningHouse.Json(new JsonObject { ["bsn"] = Bsn, ["pip"] = new JsonObject { ["gemeentecode"] = "1708", ["pip"] = pip } }), Ct);
        Assert.True(anders.IsSuccessStatusCode);
        var systeem = await house.AsAsync("zaaksysteem-1708");
        var dossier = await RunningHouse.FindAsync(systeem, Bsn, "regie-voeren");
        using var gestart = await systeem.PostAsync("/v1/afstemmingen", RunningHouse.Json(new { dossier }), Ct);
        Assert.Equal(HttpStatusCode.Accepted, gestart.StatusCode);
        var id = gestart.Headers.Location!.ToString().Split('/')[^1];
        await house.UntilAsync($"select status = 1 from inbox.afstemming where afstemming_id = '{id}'");
        return id;
    }
}
