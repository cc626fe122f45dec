using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>The portal as its people use it, in a real browser without scripts of our own; every page also at 320 pixels.</summary>
public sealed class PortalTests(PortalHouse house) : IClassFixture<PortalHouse>
{
    private const string Hasan = "999990019";
    private const string Doel = "uitvoeren-leerroute";

    public static TheoryData<int> Widths => [1280, 320];

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Inloggen_MetVerkeerdWachtwoord_ZegtWatTeDoenEnHoudtDeNaam(int width)
    {
        var page = await house.VisitorAsync(width);
        await page.GotoAsync($"{house.Address}/inloggen");
        await page.AssertAccessibleAsync("inloggen");

        await house.LogInAsync(page, "frank", password: "niet het goede wachtwoord");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Aanmelden is niet gelukt");
        await Expect(page).ToHaveTitleAsync("Fout: Inloggen - Inburgering Gateway");
        await Expect(page.GetByLabel("Gebruikersnaam")).ToHaveValueAsync("frank");
        await Expect(page.GetByLabel("Wachtwoord")).ToHaveValueAsync(string.Empty);
        await page.AssertAccessibleAsync("inloggen-fout");
    }

    [Fact]
    public async Task Portaal_ZonderAanmelding_GaatEerstNaarInloggenEnDanTerug()
    {
        var page = await house.VisitorAsync();

        await page.GotoAsync($"{house.Address}/koppelingen/berichten");

        await Expect(page).ToHaveURLAsync($"{house.Address}/inloggen?terug=%2Fkoppelingen%2Fberichten");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task WieHeeftGekeken_NaInzageEnWeigering_ToontWieWaaromEnWat(int width)
    {
        await LookAsync(times: 1);
        var page = await house.AsEmployeeAsync("noor", width);
        await page.GotoAsync(house.Address);
        await page.AssertAccessibleAsync("start");

        await OpenAsync(page);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Wie heeft gekeken in dossier");
        Assert.DoesNotContain(Hasan, page.Url, StringComparison.Ordinal);
        Canary.AssertClean(await page.ContentAsync());
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Schakelcollege Delta" }).Filter(new() { HasText = "Dossier geraadpleegd" }).First;
        await Expect(row).ToContainTextAsync("leerroute uitvoeren");
        await Expect(row).ToContainTextAsync("Publieke taak: Wet inburgering 2021");
        await row.GetByText("Plan Inburgering en Participatie").First.ClickAsync();
        await Expect(row).ToContainTextAsync("Plan Inburgering en Participatie: ");
        await page.AssertAccessibleAsync("wie-heeft-gekeken");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task WieHeeftGekeken_OpGeweigerd_NoemtDeRedenInWoorden(int width)
    {
        await RefuseAsync();
        var page = await house.AsEmployeeAsync("noor", width);
        await OpenAsync(page);

        await page.GetByLabel("Resultaat").SelectOptionAsync("geweigerd");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();

        await Expect(page.GetByLabel("Gekozen filters")).ToContainTextAsync("Resultaat: Geweigerd");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Taalpunt Rijnstad" }).First;
        await Expect(row).ToContainTextAsync("Er was op dat moment geen lopende opdracht voor deze inburgeraar.");
        await Expect(row).ToContainTextAsync("Geen gegevens");
        await page.AssertAccessibleAsync("geweigerd");
    }

    [Fact]
    public async Task WieHeeftGekeken_MetMeerDanVijftigRegels_BladertVerderEnTerug()
    {
        await LookAsync(times: 60);
        var page = await house.AsEmployeeAsync("noor");
        await OpenAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Gekeken", Exact = true }).ClickAsync();
        await Expect(page.GetByText("1 t/m 50 van")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Volgende pagina" }).ClickAsync();
        await Expect(page.GetByText("51 t/m")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("vervolg");

        await page.GetByRole(AriaRole.Link, new() { Name = "Naar de eerste pagina" }).ClickAsync();
        await Expect(page.GetByText("1 t/m 50 van")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task WieHeeftGekeken_BuitenDePeriode_ZegtDatNietsPast(int width)
    {
        var page = await house.AsEmployeeAsync("noor", width);
        await OpenAsync(page);

        await page.GetByLabel("Van", new() { Exact = true }).FillAsync("01-01-2020");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Tot en met" }).FillAsync("31-1-2020");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Geen regels bij deze filters.");
        await page.AssertAccessibleAsync("leeg");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task ZoekenInHetLog_MetEenFouteDatum_ZegtHoeHetMoet(int width)
    {
        var page = await house.AsEmployeeAsync("noor", width);
        await page.GotoAsync($"{house.Address}/logcontrole/zoeken");
        await page.AssertAccessibleAsync("log");

        await page.GetByLabel("Van", new() { Exact = true }).FillAsync("gisteren");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Van: Schrijf de datum als dd-mm-jjjj");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Van", new() { Exact = true })).ToHaveValueAsync("gisteren");
        await page.AssertAccessibleAsync("log-fout");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Zoeken_OpEenOnbekendNummer_ZegtDatEnZetHetNietInHetAdres(int width)
    {
        var page = await house.AsEmployeeAsync("noor", width);

        await SearchAsync(page, "999990342");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Geen dossier gevonden");
        Assert.Equal($"{house.Address}/dossiers/zoeken", page.Url);
        await page.AssertAccessibleAsync("niet-gevonden");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Berichten_VoorBeheer_ToontWatErMisgingZonderPersoon(int width)
    {
        var page = await house.AsEmployeeAsync("petra", width);
        await page.GotoAsync($"{house.Address}/koppelingen/berichten");
        await page.AssertAccessibleAsync("berichten");

        await page.GetByLabel("Status").SelectOptionAsync("actie");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();

        await Expect(page.GetByLabel("Gekozen filters")).ToContainTextAsync("Actie nodig");
        Canary.AssertClean(await page.ContentAsync());
        await page.AssertAccessibleAsync("berichten-actie");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task WieHeeftGekeken_VoorBeheer_StaatNietInHetMenuEnWordtGeweigerd(int width)
    {
        var page = await house.AsEmployeeAsync("petra", width);
        await page.GotoAsync(house.Address);
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Hoofdmenu" }).GetByText("Wie heeft gekeken")).ToHaveCountAsync(0);

        var answer = await page.GotoAsync($"{house.Address}/logcontrole/zoeken");

        Assert.Equal(403, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("U mag dit niet zien");
        await page.AssertAccessibleAsync("403");
    }

    [Fact]
    public async Task WieHeeftGekeken_VanEenAndereGemeente_IsHetzelfdeAlsEenDatNietBestaat()
    {
        var page = await house.AsEmployeeAsync("noor");
        var vreemd = await house.ScalarAsync<Guid>("select dossier_id from dossiers.dossier where gemeentecode = '0171' limit 1");

        foreach (var id in new[] { vreemd, Guid.NewGuid() })
        {
            var answer = await page.GotoAsync($"{house.Address}/dossiers/{id}/inzagen");

            Assert.Equal(404, answer!.Status);
            await Expect(page.GetByText("Dit dossier bestaat niet of hoort niet bij uw gemeente.")).ToBeVisibleAsync();
        }

        await page.AssertAccessibleAsync("404");
    }

    [Fact]
    public async Task Toetsenbord_OpElkePagina_BegintMetEenLinkNaarDeInhoud()
    {
        var page = await house.AsEmployeeAsync("noor");
        await page.GotoAsync($"{house.Address}/dossiers/zoeken");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ga naar de inhoud" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.GetByLabel("BSN, V-nummer of dossiernummer")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Uitloggen_DoorEenMedewerker_SluitOokEenGekopieerdeSessie()
    {
        var first = await house.AsEmployeeAsync("ingrid");
        var copy = await house.AsEmployeeAsync("ingrid");
        await first.GotoAsync(house.Address);

        await first.GetByRole(AriaRole.Button, new() { Name = "Log uit" }).ClickAsync();
        await Expect(first).ToHaveURLAsync($"{house.Address}/inloggen");
        await copy.GotoAsync($"{house.Address}/dossiers/zoeken");

        await Expect(copy).ToHaveURLAsync($"{house.Address}/inloggen?terug=%2Fdossiers%2Fzoeken");
    }

    [Fact]
    public async Task Toegankelijkheid_ZonderAanmelding_IsTeLezen()
    {
        var page = await house.VisitorAsync(320);

        await page.GotoAsync($"{house.Address}/toegankelijkheid");

        await page.AssertAccessibleAsync("toegankelijkheid");
    }

    private async Task LookAsync(int times)
    {
        using var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, Doel);
        for (var i = 0; i < times; i++)
        {
            using var answer = await school.GetAsync($"/v1/dossiers/{id}?doel={Doel}", TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode);
        }
    }

    /// <summary>Taalpunt has no opdracht for Hasan.</summary>
    private async Task RefuseAsync()
    {
        using var taalpunt = await house.AsAsync("taalpunt-1708");
        using var answer = await taalpunt.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn = Hasan, doel = Doel }), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task OpenAsync(IPage page)
    {
        await SearchAsync(page, Hasan);
        await page.GetByRole(AriaRole.Link, new() { Name = "Toon losse regels" }).ClickAsync();
    }

    private async Task SearchAsync(IPage page, string number)
    {
        await page.GotoAsync($"{house.Address}/dossiers/zoeken");
        await page.GetByLabel("BSN, V-nummer of dossiernummer").FillAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek", Exact = true }).ClickAsync();
    }
}
