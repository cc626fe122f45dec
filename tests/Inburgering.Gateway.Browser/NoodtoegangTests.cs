using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>Break-glass (domain f29, security 13), as the people who ask and judge meet it. The system clock moves by moving the rows.</summary>
public sealed class NoodtoegangTests(PortalHouse house) : IClassFixture<PortalHouse>
{
    private const string Hasan = "999990019";
    private const string Reden = "Storing onderzoeken in het dossier";
    private const string NaamVanHasan = "Hasan";

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task F29_Noodtoegang_GeeftEenDossierTotHijEindigtEnKomtOpDeStapel(int width)
    {
        await ForgetAsync();
        var petra = await house.AsEmployeeAsync("petra", width);
        var dossierId = await DossierAsync();
        Assert.Equal(404, (await petra.GotoAsync($"{house.Address}/dossiers/{dossierId}/gegevens"))!.Status);

        await AskAsync(petra, Reden);

        Assert.EndsWith($"/dossiers/{dossierId}/gegevens", petra.Url, StringComparison.Ordinal);
        await Expect(petra.GetByText("U kijkt met noodtoegang.")).ToBeVisibleAsync();
        Assert.DoesNotContain(NaamVanHasan, await petra.ContentAsync(), StringComparison.Ordinal);
        await petra.AssertAccessibleAsync("gegevens-nood");
        await petra.GetByRole(AriaRole.Button, new() { Name = "Toon gegevens" }).ClickAsync();
        await Expect(petra.GetByRole(AriaRole.Main)).ToContainTextAsync(NaamVanHasan);
        await Expect(petra.GetByRole(AriaRole.Heading, new() { Name = "Gezondheid" })).ToHaveCountAsync(0);
        Assert.Equal(
            "Noodtoegang: gegevens bekeken noodtoegang t",
            await house.ScalarAsync<string>($"select concat(c.naam, ' ', split_part(substring(r.informatie from 'noodtoegang:.*'), ':', 1), ' ', c.geleverd like '%IDN%') from verwerkingslog.regel r join verwerkingslog.context c on c.id = r.context and c.gemeentecode = r.gemeentecode where r.dossier_id = '{dossierId}' and c.rol = 'BEHEER' and c.geleverd is not null order by r.registratie desc limit 1"));

        Assert.Equal(404, (await petra.GotoAsync($"{house.Address}/dossiers/{await OtherAsync(dossierId)}/gegevens"))!.Status);
        await petra.GotoAsync($"{house.Address}/noodtoegang");
        await petra.AssertAccessibleAsync("noodtoegang");
        await petra.GetByRole(AriaRole.Button, new() { Name = "Beëindig nu" }).ClickAsync();
        await Expect(petra.GetByRole(AriaRole.Status)).ToContainTextAsync("De noodtoegang is beëindigd.");
        Assert.Equal(404, (await petra.GotoAsync($"{house.Address}/dossiers/{dossierId}/gegevens"))!.Status);

        var noor = await house.AsEmployeeAsync("noor", width);
        await noor.GotoAsync($"{house.Address}/noodtoegang/beoordelen");
        await Expect(noor.GetByText("Er is 1 noodtoegang te beoordelen.")).ToBeVisibleAsync();
        await Expect(noor.GetByText(Reden)).ToBeVisibleAsync();
        await noor.AssertAccessibleAsync("noodtoegang-beoordelen");
        await noor.GetByLabel("Toelichting").FillAsync("kort");
        await noor.GetByRole(AriaRole.Button, new() { Name = "In orde" }).ClickAsync();
        await Expect(noor.GetByRole(AriaRole.Alert)).ToContainTextAsync("Schrijf in minstens 10 tekens waarom u zo oordeelt.");
        await Expect(noor.GetByLabel("Toelichting")).ToHaveValueAsync("kort");
        await noor.GetByLabel("Toelichting").FillAsync("Hoorde bij de storing van vandaag");
        await noor.GetByRole(AriaRole.Button, new() { Name = "In orde" }).ClickAsync();
        await Expect(noor.GetByRole(AriaRole.Status)).ToContainTextAsync("Uw oordeel is vastgelegd.");
        await Expect(noor.GetByText("Er is geen noodtoegang te beoordelen.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task F29_Noodtoegang_EindigtVanzelfNaVierUur()
    {
        await ForgetAsync();
        var petra = await house.AsEmployeeAsync("petra");
        await AskAsync(petra, Reden);
        var dossierId = await DossierAsync();
        Assert.Equal(4.0, await house.ScalarAsync<double>("select extract(epoch from tot - van)::float8 / 3600 from dossiers.noodtoegang"));

        await house.ScalarAsync<object>("update dossiers.noodtoegang set van = van - interval '3 hours 59 minutes', tot = tot - interval '3 hours 59 minutes'");
        Assert.Equal(200, (await petra.GotoAsync($"{house.Address}/dossiers/{dossierId}/gegevens"))!.Status);
        await house.ScalarAsync<object>("update dossiers.noodtoegang set van = van - interval '1 minute', tot = tot - interval '1 minute'");

        Assert.Equal(404, (await petra.GotoAsync($"{house.Address}/dossiers/{dossierId}/gegevens"))!.Status);
    }

    [Fact]
    public async Task Noodtoegang_TweedeBinnenZevenDagen_BegintPasNaEenAnder()
    {
        await ForgetAsync();
        var petra = await house.AsEmployeeAsync("petra");
        await AskAsync(petra, Reden);
        var dossierId = await DossierAsync();
        await house.ScalarAsync<object>("update dossiers.noodtoegang set van = van - interval '6 days', tot = tot - interval '6 days'");

        await AskAsync(petra, Reden);
        await Expect(petra.GetByRole(AriaRole.Status)).ToContainTextAsync("Daarom moet een privacy officer deze vraag eerst goedkeuren.");
        Assert.Equal(404, (await petra.GotoAsync($"{house.Address}/dossiers/{dossierId}/gegevens"))!.Status);
        await AskAsync(petra, Reden);
        Assert.Equal(2L, await house.ScalarAsync<long>("select count(*) from dossiers.noodtoegang"));

        var ingrid = await house.AsEmployeeAsync("ingrid");
        await ingrid.GotoAsync($"{house.Address}/noodtoegang/beoordelen");
        await ingrid.GetByRole(AriaRole.Button, new() { Name = "Keur goed" }).ClickAsync();
        await Expect(ingrid.GetByRole(AriaRole.Status)).ToContainTextAsync("goedgekeurd en begint nu");
        Assert.Equal(200, (await petra.GotoAsync($"{house.Address}/dossiers/{dossierId}/gegevens"))!.Status);

        await house.ScalarAsync<object>("update dossiers.noodtoegang set van = van - interval '5 hours', tot = tot - interval '5 hours'");
        await ingrid.GotoAsync($"{house.Address}/noodtoegang/beoordelen");
        await Expect(ingrid.GetByText("Een ander moet dit doen.")).ToHaveCountAsync(1);
        await Expect(ingrid.GetByLabel("Toelichting")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Noodtoegang_TweedeBinnenZevenDagenGeweigerd_BegintNooitEnDeAanvragerLeestWaarom()
    {
        const string waarom = "Los dit op zonder het dossier";
        await ForgetAsync();
        var petra = await house.AsEmployeeAsync("petra");
        await AskAsync(petra, Reden);
        var dossierId = await DossierAsync();
        await house.ScalarAsync<object>("update dossiers.noodtoegang set van = van - interval '6 days', tot = tot - interval '6 days'");
        await AskAsync(petra, Reden);

        var ingrid = await house.AsEmployeeAsync("ingrid", width: 320);
        await ingrid.GotoAsync($"{house.Address}/noodtoegang/beoordelen");
        await ingrid.AssertAccessibleAsync("noodtoegang-weigeren");
        var achter = await (await house.AsEmployeeAsync("ingrid")).Context.NewPageAsync();
        await achter.GotoAsync($"{house.Address}/noodtoegang/beoordelen");
        await RefuseAsync(ingrid, "kort");
        await Expect(ingrid.GetByRole(AriaRole.Alert)).ToContainTextAsync("Schrijf in minstens 10 tekens waarom u weigert.");
        await RefuseAsync(ingrid, waarom);
        await Expect(ingrid.GetByRole(AriaRole.Status)).ToContainTextAsync("De noodtoegang is geweigerd en begint niet.");
        await Expect(ingrid.GetByRole(AriaRole.Button, new() { Name = "Keur goed" })).ToHaveCountAsync(0);

        await achter.GetByRole(AriaRole.Button, new() { Name = "Keur goed" }).ClickAsync();
        await Expect(achter.GetByRole(AriaRole.Status)).ToContainTextAsync("Dit kon niet.");
        Assert.Equal(404, (await petra.GotoAsync($"{house.Address}/dossiers/{dossierId}/gegevens"))!.Status);
        await petra.GotoAsync($"{house.Address}/noodtoegang");
        await Expect(petra.GetByText("Geweigerd", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(petra.GetByText($"Een privacy officer weigerde deze noodtoegang: {waarom}")).ToBeVisibleAsync();
        await petra.AssertAccessibleAsync("noodtoegang-geweigerd");
        Assert.Equal(1L, await house.ScalarAsync<long>($"""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Noodtoegang geweigerd' and c.resultaat = 0 and r.dossier_id = '{dossierId}'
            """));
        Assert.False(await house.ScalarAsync<bool>($"select bool_or(position('{waarom}'::bytea in toelichting) > 0) from dossiers.noodtoegang"));
    }

    [Fact]
    public async Task Noodtoegang_ZevenDagenLater_BegintWeerMeteen()
    {
        await ForgetAsync();
        var petra = await house.AsEmployeeAsync("petra");
        await AskAsync(petra, Reden);
        await house.ScalarAsync<object>("update dossiers.noodtoegang set van = van - interval '7 days', tot = tot - interval '7 days'");

        await AskAsync(petra, Reden);

        Assert.EndsWith("/gegevens", petra.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Hasan, "te kort", "Schrijf in 10 tot 500 tekens waarom dit nodig is.")]
    [InlineData("geen nummer", Reden, "Dit is geen geldig BSN, V-nummer of dossiernummer.")]
    [InlineData("999990056", Reden, "Geen dossier gevonden bij dit nummer in uw gemeente.")]
    public async Task Noodtoegang_MetEenFout_ZegtWatEnHoudtDeInvoer(string nummer, string reden, string fout)
    {
        await ForgetAsync();
        var petra = await house.AsEmployeeAsync("petra", 320);

        await AskAsync(petra, reden, nummer);

        await Expect(petra.GetByRole(AriaRole.Alert)).ToContainTextAsync(fout);
        await Expect(petra.GetByLabel("Waarom is dit nodig?")).ToHaveValueAsync(reden);
        Assert.Equal(0L, await house.ScalarAsync<long>("select count(*) from dossiers.noodtoegang"));
        await petra.AssertAccessibleAsync("noodtoegang-fout");
    }

    [Theory]
    [InlineData("joost", "/noodtoegang")]
    [InlineData("noor", "/noodtoegang")]
    [InlineData("petra", "/noodtoegang/beoordelen")]
    [InlineData("frank", "/noodtoegang/beoordelen")]
    public async Task Noodtoegang_VoorEenAndereRol_WordtGeweigerd(string login, string pad)
    {
        var page = await house.AsEmployeeAsync(login);

        Assert.Equal(403, (await page.GotoAsync(house.Address + pad))!.Status);
    }

    [Fact]
    public async Task F13_RedenVanNoodtoegang_StaatNietLeesbaarInDeDatabase()
    {
        await ForgetAsync();
        var petra = await house.AsEmployeeAsync("petra");
        await AskAsync(petra, Reden);

        Assert.False(await house.ScalarAsync<bool>($"select position('{Reden}'::bytea in reden) > 0 from dossiers.noodtoegang"));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from verwerkingslog.context where concat(naam, reden, doel) like '%{Reden}%'"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Gegevens_VoorRegie_ZijnAfgedektTotErOmGevraagdIs(int width)
    {
        var joost = await house.AsEmployeeAsync("joost", width);
        await joost.GotoAsync($"{house.Address}/dossiers/zoeken");
        await joost.GetByLabel("BSN, V-nummer of dossiernummer").FillAsync(Hasan);
        await joost.GetByRole(AriaRole.Button, new() { Name = "Zoek", Exact = true }).ClickAsync();

        await Expect(joost.GetByText("•••••••19")).ToBeVisibleAsync();
        Assert.DoesNotContain(Hasan, joost.Url, StringComparison.Ordinal);
        await joost.GetByRole(AriaRole.Button, new() { Name = "Toon gegevens" }).ClickAsync();
        await Expect(joost.GetByRole(AriaRole.Main)).ToContainTextAsync(NaamVanHasan);
        await joost.AssertAccessibleAsync("gegevens-regie");
    }

    private async Task AskAsync(IPage page, string reden, string nummer = Hasan)
    {
        await page.GotoAsync($"{house.Address}/noodtoegang");
        await page.GetByLabel("BSN, V-nummer of dossiernummer").FillAsync(nummer);
        await page.GetByLabel("Waarom is dit nodig?").FillAsync(reden);
        await page.GetByRole(AriaRole.Button, new() { Name = "Vraag noodtoegang" }).ClickAsync();
    }

    private static async Task RefuseAsync(IPage page, string waarom)
    {
        await page.GetByLabel("Waarom weigert u?").FillAsync(waarom);
        await page.GetByRole(AriaRole.Button, new() { Name = "Weigeren" }).ClickAsync();
    }

    private Task<object?> ForgetAsync() => house.ScalarAsync<object>("delete from dossiers.noodtoegang");

    private async Task<Guid> DossierAsync()
    {
        var id = await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), Hasan, "regie-voeren");
        return Guid.Parse(id);
    }

    private Task<Guid> OtherAsync(Guid dossierId) => house.ScalarAsync<Guid>($"select dossier_id from dossiers.dossier where gemeentecode = '1708' and dossier_id <> '{dossierId}' limit 1");
}
