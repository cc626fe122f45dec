using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>What was rejected, on the screen: found by a filter, counted first, tried again, laid at the partner and closed, without a script.</summary>
public sealed class AfkeurTests(PortalHouse house) : IClassFixture<PortalHouse>
{
    private const string Eerste = "999938290", Tweede = "999954040", Derde = "999929045", Vierde = "999972856", Vijfde = "999902490";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280, Eerste, Tweede)]
    [InlineData(320, Derde, Vierde)]
    public async Task Afkeur_VoorBeheer_WordtEerstGeteldDanHerhaaldEnGevolgd(int width, string een, string ander)
    {
        var ids = await AfkeurAsync(een, ander);
        var page = await house.AsEmployeeAsync("petra", width);
        await page.GotoAsync(house.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Afgekeurde records" }).ClickAsync();
        await page.AssertAccessibleAsync("afkeur");
        await page.GetByLabel("Reden").SelectOptionAsync("partner-weigert");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{house.Address}/koppelingen/afkeur?partner=&reden=partner-weigert&beurt=&ouderDan=");
        await Expect(page.Locator("caption")).ToContainTextAsync("oudste eerst.");
        Assert.DoesNotContain(een, await page.ContentAsync(), StringComparison.Ordinal);

        foreach (var id in ids)
        {
            await page.Locator(Keuze(id)).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Verwerk gekozen opnieuw" }).ClickAsync();
        await Expect(page.GetByText("2 van 2 kunnen opnieuw.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("afkeur-herhalen");
        await page.GetByLabel("Waarom verwerkt u dit opnieuw?").FillAsync($"Gevraagd voor {een}.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verwerk 2 opnieuw" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("zonder nummer van een persoon");
        await page.AssertAccessibleAsync("afkeur-herhalen-fout");
        await page.GetByLabel("Waarom verwerkt u dit opnieuw?").FillAsync("DUO meldt dat het is hersteld.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verwerk 2 opnieuw" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Herhaling van");
        await house.UntilAsync("select not exists (select 1 from inbox.herhaling where status = 0)");
        await page.ReloadAsync();
        await Expect(page.GetByText("Klaar: alles is verwerkt.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("herhaling");
        await page.GotoAsync($"{house.Address}/koppelingen/afkeur?reden=partner-weigert&partner=duo");
        await Expect(page.Locator(string.Join(", ", ids.Select(Keuze)))).ToHaveCountAsync(0);
        await page.GotoAsync($"{house.Address}/koppelingen/afkeur?reden=partner-weigert&partner=coa");
        // the second when nothing else was rejected in this house
        await Expect(page.GetByText("Geen afgekeurde records bij deze filters.").Or(page.GetByText("Alles wat binnenkwam, is verwerkt."))).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("afkeur-leeg");
    }

    [Fact]
    public async Task Herhaling_DieLoopt_IsTeStoppen()
    {
        await AfkeurAsync(Vijfde);
        using var stil = await house.Sandbox.PostAsync("/_sandbox/duo/storingen", RunningHouse.Json(new { kind = "503", times = 1000 }), Ct);
        var page = await house.AsEmployeeAsync("joost", 320);
        await page.GotoAsync($"{house.Address}/koppelingen/afkeur?reden=partner-weigert");
        await page.GetByRole(AriaRole.Link, new() { Name = "Verwerk alles van dit filter opnieuw" }).ClickAsync();
        await page.GetByLabel("Waarom verwerkt u dit opnieuw?").FillAsync("DUO meldt dat het is hersteld.");
        await page.GetByRole(AriaRole.Button, new() { Name = "opnieuw" }).ClickAsync();
        await page.AssertAccessibleAsync("herhaling-loopt");

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await Expect(page.GetByText("Gestopt door een medewerker")).ToBeVisibleAsync();
        await house.UntilAsync("select not exists (select 1 from inbox.herhalingdeel where uitkomst is null)");
        await HerstelAsync();
    }

    [Fact]
    public async Task Afkeuring_BijDePartnerEnGesloten_MetEenReden()
    {
        var id = (await AfkeurAsync(Vijfde))[0];
        var page = await house.AsEmployeeAsync("petra", 320);
        await page.GotoAsync($"{house.Address}/koppelingen/afkeur/{id}");
        await page.AssertAccessibleAsync("afkeuring");
        await page.GetByLabel("Waarom legt u het bij de partner, of sluit u het?").FillAsync("kort");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zet bij partner" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Schrijf in 10 tot 500 tekens");
        await page.AssertAccessibleAsync("afkeuring-fout");
        await page.GetByLabel("Waarom legt u het bij de partner, of sluit u het?").FillAsync("DUO zoekt uit waarom zij weigeren.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zet bij partner" }).ClickAsync();
        await Expect(page.GetByText("Bij de partner", new() { Exact = true })).ToBeVisibleAsync();

        await page.GetByLabel("Waarom legt u het bij de partner, of sluit u het?").FillAsync("Niet meer nodig volgens de regievoerder.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sluit zonder verwerken" }).ClickAsync();
        await Expect(page.GetByText("Gesloten zonder verwerken", new() { Exact = true })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("afkeuring-gesloten");
        Assert.Equal(1L, await house.ScalarAsync<long>("""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where c.naam = 'Afkeuring gesloten'
            """));
    }

    [Fact]
    public async Task Afkeur_ZonderRecht_IsNietTeZienOfTeHerhalen()
    {
        var id = (await AfkeurAsync(Vijfde))[0];
        var privacy = await house.AsEmployeeAsync("noor");
        await privacy.GotoAsync($"{house.Address}/koppelingen/afkeur/{id}");
        await Expect(privacy.GetByRole(AriaRole.Button, new() { Name = "Zet bij partner" })).ToHaveCountAsync(0);
        var herhalen = await privacy.GotoAsync($"{house.Address}/koppelingen/afkeur/herhalen?id={id}");
        var inkomen = await house.AsEmployeeAsync("marieke");
        var lijst = await inkomen.GotoAsync($"{house.Address}/koppelingen/afkeur");
        var vreemd = await house.AsEmployeeAsync("lotte");
        var ander = await vreemd.GotoAsync($"{house.Address}/koppelingen/afkeur/{id}");

        Assert.Equal(
            [(int)HttpStatusCode.Forbidden, (int)HttpStatusCode.Forbidden, (int)HttpStatusCode.NotFound], [herhalen!.Status, lijst!.Status, ander!.Status]);
    }

    [Fact]
    public async Task Waarde_VoorRegieMetDoelEnReden_StaatAlleenInDatAntwoordEnInHetLog()
    {
        var id = await house.ScalarAsync<Guid>("select bericht_id from inbox.bericht where gemeentecode = '1708' and status = 2 and reden = 'maand-dubbel' limit 1");
        var page = await house.AsEmployeeAsync("joost", scripts: false);
        await page.GotoAsync($"{house.Address}/koppelingen/afkeur/{id}");
        await Expect(page.GetByText("een maand in de vorm jjjj-mm")).ToBeVisibleAsync();
        await Expect(page.Locator("dd code")).ToHaveCountAsync(1);
        await page.GetByLabel("Waarvoor heeft u de waarde nodig?").SelectOptionAsync("regie-voeren");
        await page.GetByLabel("Waarom wilt u de waarde zien?").FillAsync("De school belt over deze maand.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon waarde" }).ClickAsync();

        await Expect(page.Locator("dd code").First).ToContainTextAsync("2024-");
        await Expect(page.GetByText("U ziet de waarde. Dat is vastgelegd, met uw reden.")).ToBeVisibleAsync();
        Assert.DoesNotContain("2024-", await page.TitleAsync() + page.Url, StringComparison.Ordinal);
        Assert.Equal(1L, await house.ScalarAsync<long>($"""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Waarde van afkeuring getoond' and c.resultaat = 0 and r.bericht_id = '{id:D}' and r.dossier_id is not null and c.geleverd = 'UUR.perioden'
            """));
        await page.GotoAsync($"{house.Address}/koppelingen/afkeur/{id}");
        await Expect(page.Locator("dd code")).ToHaveCountAsync(1);

        var beheer = await house.AsEmployeeAsync("petra");
        await beheer.GotoAsync($"{house.Address}/koppelingen/afkeur/{id}");
        await Expect(beheer.GetByText("De waarde zelf is er voor wie regie voert over deze persoon.")).ToBeVisibleAsync();
        await Expect(beheer.GetByRole(AriaRole.Button, new() { Name = "Toon waarde" })).ToHaveCountAsync(0);
        await beheer.AssertAccessibleAsync("afkeuring-waarde-beheer");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Waarde_OpHetScherm_IsToegankelijkMetEnZonderFout(int width)
    {
        var id = await house.ScalarAsync<Guid>("select bericht_id from inbox.bericht where gemeentecode = '1708' and status = 2 and reden = 'correctie-negatief' limit 1");
        var page = await house.AsEmployeeAsync("joost", width);
        await page.GotoAsync($"{house.Address}/koppelingen/afkeur/{id}");
        await page.AssertAccessibleAsync("afkeuring-waarde");
        await page.GetByLabel("Waarom wilt u de waarde zien?").FillAsync("kort");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon waarde" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kies een doel en schrijf in 10 tot 500 tekens");
        await page.AssertAccessibleAsync("afkeuring-waarde-fout");
        await page.GetByLabel("Waarvoor heeft u de waarde nodig?").SelectOptionAsync("regie-voeren");
        await page.GetByLabel("Waarom wilt u de waarde zien?").FillAsync("De school belt over deze maand.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon waarde" }).ClickAsync();

        await Expect(page.GetByText("negatief getal, verwacht 0 of meer")).ToBeVisibleAsync();
        await Expect(page.GetByText("U ziet de waarde. Dat is vastgelegd, met uw reden.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync("afkeuring-waarde-getoond");
    }

    /// <summary>Messages that DUO made us reject, after which DUO is well again.</summary>
    private async Task<List<Guid>> AfkeurAsync(params string[] personen)
    {
        await HerstelAsync();
        using var storing = await house.Sandbox.PostAsync("/_sandbox/duo/storingen", RunningHouse.Json(new { kind = "403-fouttekst", times = 1000 }), Ct);
        var ids = new List<Guid>();
        foreach (var bsn in personen)
        {
            var voor = await house.ScalarAsync<long>("select max(volgnummer) from inbox.bericht");
            using var gezonden = await house.Sandbox.PostAsync("/_sandbox/duo/zendingen", RunningHouse.Json(new { gebeurtenisId = "SS131", bsn, registratieDatumTijd = DateTimeOffset.UtcNow, gemeente = "1708" }), Ct);
            Assert.True(gezonden.IsSuccessStatusCode, await gezonden.Content.ReadAsStringAsync(Ct));
            await house.UntilAsync($"select exists (select 1 from inbox.bericht where volgnummer > {voor} and status = 2)");
            ids.Add(await house.ScalarAsync<Guid>($"select bericht_id from inbox.bericht where volgnummer > {voor} and status = 2"));
        }

        await HerstelAsync();
        return ids;
    }

    private static string Keuze(Guid id) => $"input[name='id'][value='{id}']";

    private async Task HerstelAsync()
    {
        using var hersteld = await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, Ct);
        Assert.True(hersteld.IsSuccessStatusCode);
    }
}
