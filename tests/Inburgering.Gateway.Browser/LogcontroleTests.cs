using System.Text;
using Inburgering.Gateway.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>«Zoeken in het log» and «Wie heeft gekeken» per day, for privacy staff.</summary>
[Collection(Portaalhuizen.Uitleg)]
public sealed class LogcontroleTests(PortalHouse house)
{
    private const string Hasan = "999990019";
    private const string Leerroute = "uitvoeren-leerroute";
    private const string Noorderveld = "00000001999990001000";

    public static TheoryData<int> Widths => [1280, 320];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task ZoekenInHetLog_MetAlleFilters_ToontZeAlsWoordenEnVindtAlleenWatPast(int width)
    {
        await LookAsync();
        var page = await house.AsEmployeeAsync("noor", width);
        await page.GotoAsync($"{house.Address}/logcontrole/zoeken");

        await page.GetByLabel("Actor").FillAsync("schakelcollege-1708");
        await page.GetByLabel("Soort gegevens").SelectOptionAsync("PIP");
        await page.GetByLabel("Actie").SelectOptionAsync("raadplegen");
        await page.GetByLabel("Vertrouwelijkheid").SelectOptionAsync("normaal");
        await page.GetByLabel("Resultaat").SelectOptionAsync("toegestaan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon", Exact = true }).ClickAsync();

        await Expect(page.GetByLabel("Gekozen filters")).ToContainTextAsync("Soort gegevens: Plan Inburgering en Participatie");
        await Expect(page.GetByLabel("Gekozen filters")).ToContainTextAsync("Actor: schakelcollege-1708");
        await Expect(page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("Schakelcollege Delta");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Gemeente Noorderveld" })).ToHaveCountAsync(0);
        Canary.AssertClean(await page.ContentAsync());
        await page.AssertAccessibleAsync("log-filters");
    }

    /// <summary>The search writes its own lines, one per person it shows: they are not part of what it found.</summary>
    [Fact]
    public async Task ZoekenInHetLog_OpEenPagina_TeltZoveelRegelsAlsErStaan()
    {
        var client = await house.AsAsync("zaaksysteem-1708");
        await RunningHouse.FindAsync(client, Hasan, "regie-voeren");
        await RunningHouse.FindAsync(client, "999990032", "regie-voeren");
        var page = await house.AsEmployeeAsync("noor", 1280);

        await page.GotoAsync($"{house.Address}/logcontrole/zoeken?van=15-11-2024&tot=15-11-2024&organisatie={Noorderveld}&actie=zoeken&doel=regie-voeren");

        var rijen = await page.GetByRole(AriaRole.Row).CountAsync() - 1;
        Assert.InRange(rijen, 2, 49);
        await Expect(page.GetByText($"1 t/m {rijen} van {rijen} regels")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task ZoekenInHetLog_OpEenBsn_ToontHetDossierEnZetHetNummerNergens(int width)
    {
        await LookAsync();
        var page = await house.AsEmployeeAsync("noor", width);
        await page.GotoAsync($"{house.Address}/logcontrole/zoeken");

        await page.GetByLabel("BSN, V-nummer of dossiernummer").FillAsync(Hasan);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek in dit dossier" }).ClickAsync();

        await Expect(page.GetByText("in het log van uw gemeente over dossier")).ToBeVisibleAsync();
        Assert.DoesNotContain(Hasan, page.Url, StringComparison.Ordinal);
        Canary.AssertClean(await page.ContentAsync());
        await page.AssertAccessibleAsync("log-dossier");
        var bestand = await DownloadAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Download CSV" }));
        Assert.StartsWith("\uFEFF\"Wanneer\";\"Tijdstip (UTC)\"", bestand, StringComparison.Ordinal);
        Canary.AssertClean(bestand);
    }

    [Fact]
    public async Task ZoekenInHetLog_OpEenOnbekendNummer_ZegtDat()
    {
        var page = await house.AsEmployeeAsync("noor");
        await page.GotoAsync($"{house.Address}/logcontrole/zoeken");

        await page.GetByLabel("BSN, V-nummer of dossiernummer").FillAsync("999990342");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek in dit dossier" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Geen dossier gevonden");
        await page.AssertAccessibleAsync("log-onbekend");
    }

    [Fact]
    public async Task ZoekenInHetLog_DownloadCsv_IsEenExportInHetLog()
    {
        await LookAsync();
        var page = await house.AsEmployeeAsync("noor");
        await page.GotoAsync($"{house.Address}/logcontrole/zoeken?actor=schakelcollege-1708");

        var bestand = await DownloadAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Download CSV" }));

        Assert.Contains("\"Dossier geraadpleegd\"", bestand, StringComparison.Ordinal);
        Assert.True(await house.ScalarAsync<long>("""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Log geëxporteerd' and c.actie = 5 and c.geleverd = 'LOG.regels' and c.rol = 'PO'
            """) > 0);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task WieHeeftGekeken_PerDag_TeltEnKlaptUitNaarDeRegels(int width)
    {
        await LookAsync();
        var page = await house.AsEmployeeAsync("noor", width);
        await page.GotoAsync($"{house.Address}/dossiers/zoeken");
        await page.GetByLabel("BSN, V-nummer of dossiernummer").FillAsync(Hasan);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek", Exact = true }).ClickAsync();

        var groep = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Schakelcollege Delta" }).Filter(new() { HasText = "Raadplegen" }).Filter(new() { HasText = "15-11-2024" }).First;
        await Expect(groep).ToContainTextAsync("leerroute uitvoeren");
        await Expect(groep).ToContainTextAsync("keer");
        await page.AssertAccessibleAsync("per-dag");
        await groep.GetByRole(AriaRole.Link, new() { Name = "Toon de regel" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Dossier geraadpleegd" }).First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Gekozen filters")).ToContainTextAsync("Organisatie: Schakelcollege Delta");
        await page.AssertAccessibleAsync("per-dag-regels");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Inzageverzoek_DownloadLeesbarePagina_IsToegankelijkEnZonderBsn(int width)
    {
        await LookAsync();
        var page = await house.AsEmployeeAsync("noor", width);
        await page.GotoAsync($"{house.Address}/dossiers/zoeken");
        await page.GetByLabel("BSN, V-nummer of dossiernummer").FillAsync(Hasan);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Maak een inzage-export voor deze persoon" }).ClickAsync();
        await page.AssertAccessibleAsync("inzageverzoek");

        await page.GetByLabel("Zaaknummer").FillAsync("AVG-2024-17");
        var html = await DownloadAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Download leesbare pagina" }));

        Assert.DoesNotContain(Hasan, html, StringComparison.Ordinal);
        Assert.DoesNotContain("AVG-2024-17", page.Url, StringComparison.Ordinal);
        var los = await house.VisitorAsync(width);
        await los.SetContentAsync(html);
        await Expect(los.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Uw gegevens bij gemeente Noorderveld");
        await los.AssertAccessibleAsync("inzage");
    }

    [Fact]
    public async Task Inzageverzoek_MetEenFoutZaaknummer_ZegtHoeHetMoet()
    {
        var page = await house.AsEmployeeAsync("noor");
        var id = await house.ScalarAsync<Guid>("select dossier_id from dossiers.dossier where gemeentecode = '1708' limit 1");
        await page.GotoAsync($"{house.Address}/dossiers/{id}/inzageverzoek");

        await page.GetByLabel("Zaaknummer").FillAsync("met spaties");
        await page.GetByRole(AriaRole.Button, new() { Name = "Download leesbare pagina" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Een zaaknummer heeft één tot veertig letters");
        await page.AssertAccessibleAsync("inzageverzoek-fout");
    }

    [Fact]
    public async Task Inzageverzoek_VoorRegie_WordtGeweigerd()
    {
        var page = await house.AsEmployeeAsync("joost");

        var answer = await page.GotoAsync($"{house.Address}/dossiers/{Guid.NewGuid()}/inzageverzoek");

        Assert.Equal(403, answer!.Status);
    }

    private static async Task<string> DownloadAsync(IPage page, ILocator knop)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => knop.ClickAsync());
        return Encoding.UTF8.GetString(await File.ReadAllBytesAsync(await download.PathAsync(), Ct));
    }

    private async Task LookAsync()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, Leerroute);
        using var gelezen = await school.GetAsync($"/v1/dossiers/{id}?doel={Leerroute}", Ct);
        Assert.True(gelezen.IsSuccessStatusCode);
    }
}
