using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>What runs by itself, as the functioneel beheerder sees and steers it: planted cases of the demo story, and every page and state for axe.</summary>
public sealed class KoppelingenTests(Koppelinghuis house) : IClassFixture<Koppelinghuis>
{
    private const string Reden = "Nodig voor het gesprek van vanmiddag.";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Duo_TweeKeerOnbereikbaar_LooptMetPogingenEnIsDanGeluktZonderAlarm()
    {
        await house.PlantAsync();
        using var storing = await house.Sandbox.PostAsync("/_sandbox/duo/storingen", RunningHouse.Json(new { kind = "503", times = 100000 }), Ct);
        var petra = await house.AsEmployeeAsync("petra");
        var joost = await house.AsEmployeeAsync("joost", scripts: false);
        await joost.GotoAsync($"{house.Pad}/start");
        await petra.GotoAsync($"{house.Pad}/start");
        await petra.AssertAccessibleAtBothWidthsAsync("start-nu");
        await StartAsync(petra, "kort");
        await Expect(petra.GetByRole(AriaRole.Alert)).ToContainTextAsync("Schrijf in 10 tot 500 tekens");
        await Expect(petra.GetByLabel("Waarom wacht u niet")).ToHaveValueAsync("kort");
        await petra.AssertAccessibleAtBothWidthsAsync("start-fout");
        await StartAsync(petra, Reden);
        await Expect(petra.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Uitvoering van");

        await StartAsync(joost, "Ik start hem ook maar even.");
        await Expect(joost.GetByRole(AriaRole.Alert)).ToContainTextAsync("Van deze synchronisatie loopt al een uitvoering");
        await Expect(joost.GetByText("gestart door Petra Bakker")).ToBeVisibleAsync();
        await joost.GetByRole(AriaRole.Link, new() { Name = "Bekijk hoe ver zij is" }).ClickAsync();

        await house.UntilAsync("select count(*) = 1 from synchronisatie.wachtmoment");
        await joost.GetByRole(AriaRole.Link, new() { Name = "Ververs" }).ClickAsync();
        await Expect(joost.GetByText("Loopt (poging 2)", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(joost.GetByText($"0 van {Koppelinghuis.Personen} personen", new() { Exact = true })).ToBeVisibleAsync();
        await petra.ReloadAsync();
        await petra.AssertAccessibleAtBothWidthsAsync("uitvoering-wacht");
        await petra.GotoAsync($"{house.Address}/koppelingen");
        await Expect(petra.GetByText("Alles loopt.")).ToBeVisibleAsync();
        await petra.AssertAccessibleAtBothWidthsAsync("koppelingen-loopt");

        await WachtVoorbijAsync();
        await house.UntilAsync("select count(*) = 2 from synchronisatie.wachtmoment");
        await VervverstVanzelfAsync();
        await petra.GotoAsync(joost.Url);
        await Expect(petra.GetByText("Gelukt na 3 pogingen", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(petra.Locator(".app-story li")).ToHaveCountAsync(6);
        await petra.AssertAccessibleAtBothWidthsAsync("uitvoering-gelukt");
        Canary.AssertClean(await petra.ContentAsync());
        await petra.GetByRole(AriaRole.Link, new() { Name = "Bekijk wat er is gevonden" }).ClickAsync();
        await Expect(petra.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Afstemming met DUO");

        async Task VervverstVanzelfAsync()
        {
            var kijker = await house.AsEmployeeAsync("petra", policy: true);
            await kijker.Clock.InstallAsync();
            await kijker.GotoAsync(joost.Url);
            await Expect(kijker.GetByText("Loopt (poging 3)", new() { Exact = true })).ToBeVisibleAsync();
            using var herstel = await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, Ct);
            await WachtVoorbijAsync();
            await house.UntilAsync("select not exists (select from synchronisatie.uitvoering where status = 0)");
            await kijker.Clock.RunForAsync(5000);
            await Expect(kijker.GetByText("Gelukt na 3 pogingen", new() { Exact = true })).ToBeVisibleAsync();
            await Expect(kijker.GetByRole(AriaRole.Button, new() { Name = "Stop na dit record" })).ToBeHiddenAsync();
            await Expect(kijker.Locator("#gezegd")).ToBeEmptyAsync();
            await kijker.Clock.RunForAsync(10000);
            await Expect(kijker.Locator("#gezegd")).ToContainTextAsync("Gelukt na 3 pogingen.");
        }
    }

    [Fact]
    public async Task Lijst_MetGeplandeGevallen_ZegtWatActieVraagtEnTekentDeStrip()
    {
        await house.PlantAsync([(1, 0, 0), (2, 61, 3), (3, 61, 61), (5, 0, 0), (4, 61, 0), .. Enumerable.Repeat((1, 61, 0), 10)]);
        var page = await house.AsEmployeeAsync("petra");
        await page.GotoAsync(house.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Bekijk welke koppelingen actie nodig hebben" }).ClickAsync();

        await Expect(page.GetByText("1 koppeling vraagt actie.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "DUO - afstemming" }).First).ToContainTextAsync("Verdacht leeg");
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Hoofdmenu" }).Locator("[aria-current]")).ToHaveTextAsync("Koppelingen");
        Assert.Equal(
            "full full full full full full full full full line hollow cross half half",
            string.Join(' ', await page.Locator(".app-strip__marks g").EvaluateAllAsync<string[]>("gs => gs.map(g => ['cross', 'line', 'hollow', 'full'].filter(k => g.querySelector('.app-strip__' + k)).join('+').replace('line+hollow', 'line').replace('hollow+full', 'half'))")));
        await Expect(page.Locator(".app-strip__marks desc")).ToHaveTextAsync("9 keer gelukt, 1 keer gestopt, 1 keer niet begonnen, 1 keer mislukt, 1 keer gelukt met afkeur, 1 keer verdacht leeg. Het nieuwste: gisteren 06:00 verdacht leeg, 0 ontvangen.");
        await Expect(page.Locator(".app-strip__marks g title").Last).ToHaveTextAsync("gisteren 06:00 verdacht leeg, 0 ontvangen");
        await page.GetByText("Toon als tabel").First.ClickAsync();
        await page.AssertAccessibleAtBothWidthsAsync("koppelingen");
        await page.GetByLabel("Status").SelectOptionAsync("gelukt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Geen koppelingen die op u wachten. Goed nieuws.");
        await Expect(page.GetByLabel("Gekozen filters")).ToContainTextAsync("Status: Gelukt");
        await page.AssertAccessibleAtBothWidthsAsync("koppelingen-leeg");

        await page.GotoAsync(house.Pad);
        await Expect(page.Locator("figcaption")).ToContainTextAsync("op 1 dag mislukte een uitvoering");
        await page.GetByText("Toon als tabel").ClickAsync();
        await page.AssertAccessibleAtBothWidthsAsync("koppeling");
        await page.Locator("tbody a").Filter(new() { HasText = "-" }).Nth(2).ClickAsync();
        await Expect(page.GetByText("Mislukt: van alles wat er te doen was, is niets gelukt.").First).ToBeVisibleAsync();
        await page.AssertAccessibleAtBothWidthsAsync("uitvoering-mislukt");

        await house.ExecuteAsync("""
            update synchronisatie.synchronisatie set volgende_op = now() - interval '1 hour' where gemeentecode = '1708' and soort = 'afstemming';
            insert into outbox.stilstand (gemeentecode, stilstand_id, partner, sinds, proef_na, oorzaak) values ('1708', gen_random_uuid(), 'duo', now(), now() + interval '1 hour', 1)
            """);
        await page.GotoAsync($"{house.Address}/koppelingen?status=te-laat");
        await Expect(page.GetByText("Te laat: zij had")).ToBeVisibleAsync();
        await Expect(page.GetByText("moeten beginnen").Last).ToBeVisibleAsync();
        await Expect(page.GetByText("DUO antwoordt niet sinds")).ToContainTextAsync("U hoeft niets te doen.");
        await page.AssertAccessibleAtBothWidthsAsync("koppelingen-te-laat");
        await house.ExecuteAsync("update synchronisatie.synchronisatie set volgende_op = now() + interval '1 day' where gemeentecode = '1708' and soort = 'afstemming'; delete from outbox.stilstand");
    }

    [Fact]
    public async Task Rooster_MetFouten_HoudtDeInvoerEnSlaatPasOpNaReden()
    {
        await house.PlantAsync((1, 6, 0));
        var page = await house.AsEmployeeAsync("petra");
        await page.GotoAsync($"{house.Pad}/rooster");
        await page.AssertAccessibleAtBothWidthsAsync("rooster");
        await page.GetByLabel("Voor experts").CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Uitdrukking" }).FillAsync("elke ochtend");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Schrijf zes velden met een spatie ertussen: seconde, minuut, uur, dag, maand en weekdag, zoals 0 0 6 ? * MON-FRI.", "Schrijf in 10 tot 500 tekens waarom u dit doet."]);
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Uitdrukking" })).ToHaveValueAsync("elke ochtend");
        await Expect(page).ToHaveTitleAsync("Fout: Rooster: DUO - afstemming - Inburgering Gateway");
        await page.AssertAccessibleAtBothWidthsAsync("rooster-fout");

        await page.GetByLabel("Elke week").CheckAsync();
        await page.GetByLabel("Hoe laat?").FillAsync("6.30");
        await page.GetByLabel("dinsdag", new() { Exact = true }).CheckAsync();
        await page.Locator("#venster-0-van").FillAsync("00:00");
        await page.Locator("#venster-0-tot").FillAsync("00:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon voorbeeld" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Er blijft geen enkel moment over");
        await Expect(page.Locator("#venster-0-van")).ToHaveAttributeAsync("aria-invalid", "true");

        await page.Locator("#venster-0-van").FillAsync("22:00");
        await page.Locator("#venster-0-tot").FillAsync("6:00");
        await page.GetByLabel("Niet op feestdagen").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon voorbeeld" }).ClickAsync();
        await Expect(page.GetByText("Elke dinsdag om 06:30 uur, niet op feestdagen, niet tussen 22:00 en 06:00 uur.")).ToBeVisibleAsync();
        await Expect(page.Locator(".app-preview li")).ToHaveCountAsync(5);
        await page.AssertAccessibleAtBothWidthsAsync("rooster-voorbeeld");

        await AnderWijzigtAsync();
        await page.GetByLabel("Waarom wijzigt u").FillAsync(Reden);
        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("het systeem zaaksysteem-1708 wijzigde deze koppeling terwijl u bezig was: «Een andere afspraak met DUO». Nu geldt: Elke werkdag om 07:00 uur.");
        await Expect(page.GetByLabel("Hoe laat?")).ToHaveValueAsync("6.30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Het rooster is gewijzigd.");
        await Expect(page.GetByText($"Petra Bakker, vandaag").First).ToContainTextAsync(Reden);
        await Expect(page.GetByText("standaard: elke dag om 01:30 uur")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Wijzig het rooster" }).ClickAsync();
        await page.GetByLabel("Waarom wijzigt u").FillAsync("Het standaardrooster is toch beter.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Terug naar standaard" }).ClickAsync();
        await Expect(page.GetByText("Elke dag om 01:30 uur (standaard")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Pauze_ZonderScripts_StaatOpDeStartpaginaEnWordtHervat()
    {
        await house.PlantAsync((1, 6, 0));
        var page = await house.AsEmployeeAsync("petra", scripts: false);
        var kijker = await house.AsEmployeeAsync("petra");
        await page.GotoAsync($"{house.Pad}/pauze");
        await page.GetByLabel("Datum").FillAsync("31-02-2027");
        await page.GetByLabel("Waarom pauzeert u?").FillAsync("Om 999990019");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pauzeer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Schrijf de datum als dd-mm-jjjj, bijvoorbeeld 15-11-2024.", "Schrijf geen nummer van een persoon in de reden."]);
        await Expect(page.GetByLabel("Datum")).ToHaveValueAsync("31-02-2027");
        await kijker.GotoAsync($"{house.Pad}/pauze");
        await kijker.AssertAccessibleAtBothWidthsAsync("pauze");

        await page.GotoAsync($"{house.Pad}/pauze");
        await page.GetByLabel("Waarom pauzeert u?").FillAsync(Reden);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pauzeer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("De koppeling is gepauzeerd.");
        await kijker.GotoAsync(house.Address);
        await Expect(kijker.GetByText("DUO - afstemming is gepauzeerd tot")).ToBeVisibleAsync();
        await kijker.AssertAccessibleAtBothWidthsAsync("start-pauze");
        await kijker.GotoAsync($"{house.Address}/koppelingen?status=gepauzeerd");
        await Expect(kijker.GetByText("Geen enkele koppeling vraagt actie. Er is er 1 gepauzeerd.")).ToBeVisibleAsync();
        await kijker.AssertAccessibleAtBothWidthsAsync("koppelingen-pauze");

        await page.GetByRole(AriaRole.Link, new() { Name = "Hervat" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hervat" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Schrijf in 10 tot 500 tekens waarom u dit doet.", "Kies inhalen of overslaan."]);
        await kijker.GotoAsync($"{house.Pad}/hervatten");
        await kijker.AssertAccessibleAtBothWidthsAsync("hervatten");
        await page.GetByLabel("Overslaan").CheckAsync();
        await page.GetByLabel("Waarom hervat u nu?").FillAsync(Reden);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hervat" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("De koppeling is hervat.");
    }

    [Fact]
    public async Task Proefdraaien_EnStoppen_IsNooitGelukt()
    {
        await house.PlantAsync();
        using var storing = await house.Sandbox.PostAsync("/_sandbox/duo/storingen", RunningHouse.Json(new { kind = "503", times = 100000 }), Ct);
        var page = await house.AsEmployeeAsync("petra");
        await page.GotoAsync(house.Pad);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Er was nog geen uitvoering.");
        await page.AssertAccessibleAtBothWidthsAsync("koppeling-leeg");
        await page.GetByRole(AriaRole.Link, new() { Name = "Proefdraaien" }).ClickAsync();
        await Expect(page.GetByText("en nemen niets over")).ToBeVisibleAsync();
        await page.GetByLabel("Waarom wacht u niet").FillAsync(Reden);
        await page.GetByRole(AriaRole.Button, new() { Name = "Proefdraaien" }).ClickAsync();
        await Expect(page.GetByText("er is niets overgenomen")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop na dit record" }).ClickAsync();

        await Expect(page.GetByText("Gestopt", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText($"{Koppelinghuis.Personen} niet gedaan")).ToBeVisibleAsync();
        await page.AssertAccessibleAtBothWidthsAsync("uitvoering-gestopt");
        using var herstel = await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, Ct);
        await house.UntilAsync("select not exists (select from inbox.afstempersoon where uitkomst is null and bezet_tot > now())");
    }

    [Fact]
    public async Task Stoppen_EnVerdergaan_DoetWatOverWas()
    {
        await house.PlantAsync();
        using var storing = await house.Sandbox.PostAsync("/_sandbox/duo/storingen", RunningHouse.Json(new { kind = "503", times = 100000 }), Ct);
        var page = await house.AsEmployeeAsync("petra");
        await page.GotoAsync($"{house.Pad}/start");
        await StartAsync(page, Reden);
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop na dit record" }).ClickAsync();
        using var herstel = await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, Ct);
        await house.UntilAsync("select not exists (select from inbox.afstempersoon where uitkomst is null and bezet_tot > now())");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ga verder met wie over was" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Schrijf in 10 tot 500 tekens");
        await page.AssertAccessibleAtBothWidthsAsync("uitvoering-verder-fout");

        await page.GetByLabel("Waarom gaat u verder?").FillAsync("DUO is er weer, dus door met de rest.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ga verder met wie over was" }).ClickAsync();

        await Expect(page.GetByText("Vervolg op een gestopte uitvoering, door Petra Bakker")).ToBeVisibleAsync();
        await KlaarAsync();
        await page.ReloadAsync();
        // who was being asked for when DUO came back was still finished by the stopped run
        await Expect(page.GetByText("ontvangen =")).ToBeVisibleAsync();
        await Expect(page.GetByText("Gelukt", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ga verder met wie over was" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Inhaalrun_OverMeerDan25Personen_WachtOpEenAnderEnLooptDan()
    {
        await house.PlantAsync();
        await house.ExecuteAsync("""
            update dossiers.dossier set geopend_op = '2023-06-15' where gemeentecode = '1708' and dossier_id in (
                select dossier_id from dossiers.dossier where gemeentecode = '1708' and gesloten_op is null and samengevoegd_in is null order by dossier_id limit 26)
            """);
        var petra = await house.AsEmployeeAsync("petra");
        await petra.GotoAsync(house.Pad);
        await petra.GetByRole(AriaRole.Link, new() { Name = "Haal een periode in" }).ClickAsync();
        await petra.GetByLabel("Eerste dag").FillAsync("01-06-2004");
        await petra.GetByLabel("Laatste dag").FillAsync("30-06-2023");
        await petra.GetByRole(AriaRole.Button, new() { Name = "Haal in" }).ClickAsync();
        await Expect(petra.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kies hoogstens 92 dagen");
        await Expect(petra.GetByRole(AriaRole.Alert)).ToContainTextAsync("Schrijf in 10 tot 500 tekens");
        await petra.AssertAccessibleAtBothWidthsAsync("inhaal-fout");
        await petra.GetByLabel("Eerste dag").FillAsync("01-06-2023");
        await petra.GetByRole(AriaRole.Button, new() { Name = "Toon om hoeveel personen het gaat" }).ClickAsync();
        await Expect(petra.GetByRole(AriaRole.Status)).ToContainTextAsync("Het gaat om 26 personen. Daarom beslist een ander");
        await petra.AssertAccessibleAtBothWidthsAsync("inhaal-raming");
        await petra.GetByLabel("Waarom haalt u deze periode in?").FillAsync("In deze maand lag de lijn met DUO eruit.");
        await petra.GetByRole(AriaRole.Button, new() { Name = "Haal in" }).ClickAsync();
        await Expect(petra.GetByText("U vroeg dit zelf. Daarom moet een ander erover beslissen.")).ToBeVisibleAsync();
        await petra.AssertAccessibleAtBothWidthsAsync("inhaal-wacht");

        var joost = await house.AsEmployeeAsync("joost");
        await joost.GotoAsync(petra.Url);
        await joost.GetByLabel("Waarom beslist u zo?").FillAsync("Klopt, die storing was er echt.");
        await joost.AssertAccessibleAtBothWidthsAsync("inhaal-besluit");
        await joost.GetByRole(AriaRole.Button, new() { Name = "Akkoord", Exact = true }).ClickAsync();
        await KlaarAsync();
        await joost.ReloadAsync();

        await Expect(joost.GetByText("26 ontvangen =")).ToBeVisibleAsync();
        await Expect(joost.GetByText("Inhaalrun van 01-06-2023 tot en met 30-06-2023, gevraagd door Petra Bakker")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Koppelingen_VoorWieNietMag_ZijnDicht()
    {
        var auditor = await house.AsEmployeeAsync("ad");
        var privacy = await house.AsEmployeeAsync("noor");
        await privacy.GotoAsync($"{house.Address}/koppelingen");

        await Expect(privacy.GetByRole(AriaRole.Link, new() { Name = "Start nu" })).ToHaveCountAsync(0);
        foreach (var (page, pad) in new[] { (auditor, $"{house.Address}/koppelingen"), (auditor, house.Pad), (privacy, $"{house.Pad}/start"), (privacy, $"{house.Pad}/rooster"), (privacy, $"{house.Pad}/pauze") })
        {
            var antwoord = await page.GotoAsync(pad);
            Assert.Equal(403, antwoord!.Status);
            await Expect(page.GetByText("U mag deze gegevens niet zien met uw rol.")).ToBeVisibleAsync();
        }

        var vreemd = await house.ScalarAsync<Guid>("select synchronisatie_id from synchronisatie.synchronisatie where gemeentecode = '0171' and soort = 'afstemming'");
        Assert.Equal(404, (await privacy.GotoAsync($"{house.Address}/koppelingen/{vreemd}"))!.Status);
    }

    private static async Task StartAsync(IPage page, string reden)
    {
        await page.GetByLabel("Waarom wacht u niet").FillAsync(reden);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start nu" }).ClickAsync();
    }

    /// <summary>What the run waits for is over.</summary>
    private Task WachtVoorbijAsync() => house.ExecuteAsync("""
        update synchronisatie.wachtmoment set tot = now() where tot > now();
        update inbox.afstemming set wacht_tot = now() where wacht_tot is not null and status = 0
        """);

    /// <summary>Nothing runs any more; who was spared a while is asked again at once.</summary>
    private Task KlaarAsync() => RunningHouse.UntilAsync(async ct =>
    {
        await WachtVoorbijAsync();
        return await house.ScalarAsync<bool>("select not exists (select from synchronisatie.uitvoering where status in (0, 6))");
    });

    private async Task AnderWijzigtAsync()
    {
        var systeem = await house.AsAsync("zaaksysteem-1708");
        var versie = await house.ScalarAsync<int>("select versie from synchronisatie.synchronisatie where gemeentecode = '1708' and soort = 'afstemming'");
        using var gewijzigd = await systeem.PutAsync(
            $"/v1/synchronisaties/{house.Koppeling}", RunningHouse.Json(new { rooster = new { soort = "werkdagen", tijd = "07:00" }, reden = "Een andere afspraak met DUO", versie }), Ct);
        Assert.True(gewijzigd.IsSuccessStatusCode);
    }
}
