using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>«Waarom mocht dit?», «Zo ziet een partner dit dossier» and «Test een vraag», without scripts, also at 320 pixels.</summary>
[Collection(Portaalhuizen.Uitleg)]
public sealed class UitlegTests(PortalHouse house)
{
    private const string Hasan = "999990019";
    private const string Leerroute = "uitvoeren-leerroute";
    private const string NaamVanHasan = "Hasan";

    public static TheoryData<int> Widths => [1280, 320];

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Waarom_BijEenInzage_LegtHetBesluitUit(int width)
    {
        var dossierId = await LookAsync();
        var page = await house.AsEmployeeAsync("noor", width);
        await page.GotoAsync($"{house.Address}/dossiers/{dossierId}/inzagen?soort=gekeken&weergave=regels");

        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Schakelcollege Delta" }).Filter(new() { HasText = "Dossier geraadpleegd" }).First
            .GetByRole(AriaRole.Link, new() { Name = "Waarom mocht dit?" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Waarom mocht dit?");
        await Expect(page.GetByText("Schakelcollege Delta mocht")).ToContainTextAsync("opdracht 24-06-2024 t/m heden, doel leerroute uitvoeren");
        await Expect(page.GetByText("Er komt hetzelfde uit.")).ToBeVisibleAsync();
        Canary.AssertClean(await page.ContentAsync());
        await page.AssertAccessibleAsync("waarom");
    }

    [Fact]
    public async Task Waarom_VanEenOnbekendBesluit_ZegtDatHetErNietIs()
    {
        var dossierId = await LookAsync();
        var page = await house.AsEmployeeAsync("noor");

        var answer = await page.GotoAsync($"{house.Address}/dossiers/{dossierId}/besluiten/00f067aa0ba902b7");

        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByText("Dit besluit bestaat niet of hoort niet bij dit dossier van uw gemeente.")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Partnerblik_VoorDePrivacyOfficer_ToontNamenEnMetZaaknummerAfgedekteInhoud(int width)
    {
        var dossierId = await LookAsync();
        var page = await house.AsEmployeeAsync("noor", width);
        await page.GotoAsync($"{house.Address}/dossiers/{dossierId}/partnerblik");
        await page.AssertAccessibleAsync("partnerblik-leeg");
        await page.GetByLabel("Partner").SelectOptionAsync("schakelcollege-1708");
        await page.GetByLabel("Doel").SelectOptionAsync(Leerroute);
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon", Exact = true }).ClickAsync();

        await Expect(page.GetByText("de inhoud ziet u niet").First).ToBeVisibleAsync();
        Assert.DoesNotContain(NaamVanHasan, await page.ContentAsync(), StringComparison.Ordinal);
        await page.AssertAccessibleAsync("partnerblik-namen");
        Assert.Equal("LOG.partnerblik", await DeliveredAsync());

        await page.GetByLabel("Zaaknummer").FillAsync("AVG-2024-17");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon gegevens" }).ClickAsync();
        await Expect(page.GetByText("•••••••19")).ToBeVisibleAsync();
        Assert.DoesNotContain(NaamVanHasan, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("AVG-2024-17", page.Url, StringComparison.Ordinal);
        Assert.Contains("IDN", await DeliveredAsync(), StringComparison.Ordinal);
        await page.AssertAccessibleAsync("partnerblik-zaak");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Partnerblik_VoorRegie_IsAfgedektTotErOmGevraagdIs(int width)
    {
        var dossierId = await LookAsync();
        var page = await house.AsEmployeeAsync("joost", width);
        await page.GotoAsync($"{house.Address}/dossiers/{dossierId}/partnerblik?partner=schakelcollege-1708&doel={Leerroute}");

        await Expect(page.GetByText("•••••••19")).ToBeVisibleAsync();
        Assert.DoesNotContain(NaamVanHasan, await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Toon gegevens" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(NaamVanHasan);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Gezondheid" })).ToHaveCountAsync(0);
        Assert.DoesNotContain(Hasan, page.Url, StringComparison.Ordinal);
        await page.AssertAccessibleAsync("partnerblik-regie");
    }

    [Fact]
    public async Task Partnerblik_ZonderOpdracht_ZegtWaaromDePartnerNietsZiet()
    {
        var dossierId = await LookAsync();
        var page = await house.AsEmployeeAsync("joost");

        await page.GotoAsync($"{house.Address}/dossiers/{dossierId}/partnerblik?partner=taalpunt-1708&doel={Leerroute}");

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Deze partner krijgt niets te zien. Er was op dat moment geen lopende opdracht");
    }

    [Theory]
    [InlineData("petra", 403)]
    [InlineData("lotte", 404)]
    public async Task Partnerblik_ZonderRecht_WordtGeweigerd(string login, int status)
    {
        var dossierId = await LookAsync();
        var page = await house.AsEmployeeAsync(login);

        var answer = await page.GotoAsync($"{house.Address}/dossiers/{dossierId}/partnerblik?partner=schakelcollege-1708&doel={Leerroute}");

        Assert.Equal(status, answer!.Status);
    }

    [Theory]
    [InlineData(1280, "hasan", "Toegestaan")]
    [InlineData(320, "pablo", "De inburgeraar hoort niet bij de doelgroep van dit doel.")]
    [InlineData(320, "niemand", "geen lopende opdracht")]
    public async Task TestEenVraag_MetEenVerzonnenPersoon_ZegtOfHetMagEnWaarom(int width, string persoon, string uitslag)
    {
        var page = await house.AsEmployeeAsync("noor", width);
        await page.GotoAsync($"{house.Address}/partners/test");
        await page.AssertAccessibleAsync("test-leeg");

        await page.GetByLabel("Partner").SelectOptionAsync("schakelcollege-1708");
        await page.GetByLabel("Doel").SelectOptionAsync(Leerroute);
        await page.GetByLabel("Verzonnen persoon").SelectOptionAsync(persoon);
        await page.GetByRole(AriaRole.Button, new() { Name = "Test", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(uitslag);
        await page.AssertAccessibleAsync("test-uitslag");
    }

    /// <summary>Schakelcollege looks at Hasan; the gemeente's id of his dossier.</summary>
    private async Task<string> LookAsync()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, Leerroute);
        using var gelezen = await school.GetAsync($"/v1/dossiers/{id}?doel={Leerroute}", TestContext.Current.CancellationToken);
        return (await house.ScalarAsync<Guid>($"select dossier_id from dossiers.relatie where extern_id = '{id}'")).ToString();
    }

    private Task<string?> DeliveredAsync() => house.ScalarAsync<string>(
        "select c.geleverd from verwerkingslog.regel r join verwerkingslog.context c on c.id = r.context and c.gemeentecode = r.gemeentecode where c.naam = 'Partnerblik bekeken' order by r.registratie desc, r.seq desc limit 1");
}
