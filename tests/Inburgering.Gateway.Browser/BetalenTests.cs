using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>Paying the fixed costs, as two inkomensconsulenten see it: masked first, a check accepted, a month let go, a batch approved by the other, its file got once and confirmed.</summary>
[Collection(Portaalhuizen.Storing)]
public sealed class BetalenTests(PortalHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280, "2025-03-03")]
    [InlineData(320, "2025-03-04")]
    public async Task Maand_VanKlaargezetTotBijDeBank_GaatLangsTweeMensen(int width, string dag)
    {
        var (dossier, opdracht) = await KlaargezetAsync(width == 320 ? 1 : 0, dag);
        var marieke = await house.AsEmployeeAsync("marieke", width);
        await marieke.GotoAsync($"{house.Address}/dossiers/{dossier}/ontzorgen");

        await Expect(marieke.GetByText("Er is 1 betaling; 1 wacht op goedkeuring.")).ToBeVisibleAsync();
        Assert.DoesNotContain("H. Kamaal", await marieke.ContentAsync(), StringComparison.Ordinal);
        await marieke.AssertAccessibleAsync("ontzorgen");
        await marieke.GetByRole(AriaRole.Button, new() { Name = "Toon betalingen" }).ClickAsync();
        await Expect(marieke.GetByText("H. Kamaal")).ToBeVisibleAsync();
        await Expect(marieke.GetByRole(AriaRole.Img, new() { Name = "Waar de uitkering per maand naartoe gaat" })).ToBeVisibleAsync();
        await Expect(marieke.GetByText("blijft € 1.294,10 leefgeld over.")).ToBeVisibleAsync();
        await marieke.GetByRole(AriaRole.Button, new() { Name = "Geef december 2024 vrij" }).ClickAsync();
        await Expect(marieke.GetByRole(AriaRole.Alert)).ToContainTextAsync("BT-02");
        await marieke.AssertAccessibleAsync("ontzorgen-geweigerd");

        await marieke.GotoAsync($"{house.Address}/dossiers/{dossier}/ontzorgen/{opdracht}");
        await marieke.GetByLabel("Betaald op").FillAsync("1-1-2030");
        await marieke.GetByRole(AriaRole.Button, new() { Name = "Buiten de gateway betaald" }).ClickAsync();
        await Expect(marieke.GetByRole(AriaRole.Alert)).ToContainTextAsync("Geef de dag waarop betaald is");
        await marieke.AssertAccessibleAsync("betaling-gepland");

        await VastgelegdAsync(opdracht);
        await marieke.GotoAsync($"{house.Address}/dossiers/{dossier}/ontzorgen");
        await marieke.GetByRole(AriaRole.Button, new() { Name = "Toon betalingen" }).ClickAsync();
        await marieke.GetByRole(AriaRole.Button, new() { Name = "Aanvaard rekening van" }).ClickAsync();
        await Expect(marieke.GetByRole(AriaRole.Status).First).ToContainTextAsync("De rekening is aanvaard.");
        await marieke.GetByRole(AriaRole.Button, new() { Name = "Toon betalingen" }).ClickAsync();
        await marieke.GetByRole(AriaRole.Button, new() { Name = "Geef december 2024 vrij" }).ClickAsync();
        await Expect(marieke.GetByRole(AriaRole.Status).First).ToContainTextAsync("zijn vrijgegeven");

        await BatchAsync(dag);
        var tom = await house.AsEmployeeAsync("tom", width);
        await tom.GotoAsync($"{house.Address}/betalingen");
        await tom.AssertAccessibleAsync("betalingen");
        await tom.GetByRole(AriaRole.Link, new() { Name = $"1708-{dag.Replace("-", string.Empty, StringComparison.Ordinal)}" }).ClickAsync();
        await tom.AssertAccessibleAsync("batch-open");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Keur goed en verzegel" }).ClickAsync();
        await Expect(tom.GetByText("1 betaling, samen € 1.294,10,")).ToBeVisibleAsync();
        await tom.AssertAccessibleAsync("batch-verzegeld");

        var wacht = tom.WaitForDownloadAsync();
        await tom.GetByRole(AriaRole.Button, new() { Name = "Haal het bestand op" }).ClickAsync();
        var bestand = await wacht;
        Assert.StartsWith("1708-", bestand.SuggestedFilename, StringComparison.Ordinal);
        await tom.ReloadAsync();
        var tekens = await tom.Locator("dd strong").InnerTextAsync();
        await tom.GetByLabel("Laatste vijf tekens die de bank laat zien").FillAsync("zzzzz");
        await tom.GetByRole(AriaRole.Button, new() { Name = "De bank heeft het bestand" }).ClickAsync();
        await Expect(tom.GetByRole(AriaRole.Alert)).ToContainTextAsync("Dit zijn niet de laatste vijf tekens");
        await tom.AssertAccessibleAsync("batch-opgehaald");
        await tom.GetByLabel("Laatste vijf tekens die de bank laat zien").FillAsync(tekens);
        await tom.GetByRole(AriaRole.Button, new() { Name = "De bank heeft het bestand" }).ClickAsync();
        await Expect(tom.GetByRole(AriaRole.Status).First).ToContainTextAsync("de bank heeft het bestand");
        await tom.AssertAccessibleAsync("batch-aangeboden");
        await VanDeBankAsync(tom, await bestand.PathAsync(), dag);

        await marieke.GotoAsync($"{house.Address}/dossiers/{dossier}/ontzorgen/{opdracht}");
        await Expect(marieke.GetByRole(AriaRole.Heading, new() { Name = "Opnieuw betalen" })).ToBeVisibleAsync();
        await marieke.AssertAccessibleAsync("betaling-teruggekomen");
    }

    /// <summary>The bank pays, it comes back, and both statements are read in: one file too early first.</summary>
    private async Task VanDeBankAsync(IPage tom, string bestand, string dag)
    {
        var afschriften = await BankAsync(bestand, dag);
        await tom.GotoAsync($"{house.Address}/betalingen/bank");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Lees in" }).ClickAsync();
        await Expect(tom.GetByRole(AriaRole.Alert)).ToContainTextAsync("Kies een bestand van de bank");
        await tom.AssertAccessibleAsync("bank-leeg");

        await LeesInAsync(tom, "niets"u8.ToArray());
        await Expect(tom.GetByRole(AriaRole.Status).First).ToContainTextAsync("er klopt iets niet");
        foreach (var afschrift in afschriften)
        {
            await LeesInAsync(tom, afschrift);
        }

        await Expect(tom.GetByRole(AriaRole.Status).First).ToContainTextAsync("ingelezen en verwerkt");
        await Expect(tom.GetByText("Bij leefgeld heeft deze persoon nu geen geld")).ToBeVisibleAsync();
        await tom.AssertAccessibleAsync("bank-retour");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Afgehandeld" }).First.ClickAsync();
        await Expect(tom.GetByRole(AriaRole.Status).First).ToContainTextAsync("dit is afgehandeld");
        await Expect(tom.GetByText("Er is niets te doen")).ToBeVisibleAsync();
        await tom.GotoAsync($"{house.Address}/betalingen");
        await Expect(tom.GetByRole(AriaRole.Row).Filter(new() { HasText = $"1708-{dag.Replace("-", string.Empty, StringComparison.Ordinal)}" })).ToContainTextAsync("Afgerond");
    }

    private static async Task LeesInAsync(IPage tom, byte[] inhoud)
    {
        await tom.GetByLabel("Bestand van de bank").SetInputFilesAsync(new FilePayload { Name = "van-de-bank.xml", MimeType = "application/xml", Buffer = inhoud });
        await tom.GetByRole(AriaRole.Button, new() { Name = "Lees in" }).ClickAsync();
    }

    /// <summary>Hands the file to the bank, that pays it and gets it back: all its statements.</summary>
    private async Task<byte[][]> BankAsync(string bestand, string dag)
    {
        var xml = await File.ReadAllTextAsync(bestand, Ct);
        string Waarde(string naam) => System.Xml.Linq.XDocument.Parse(xml).Descendants().First(e => e.Name.LocalName == naam).Value;
        using var bericht = new HttpRequestMessage(HttpMethod.Post, "/bank/v1/betaalbestanden") { Content = new StringContent(xml, System.Text.Encoding.UTF8, "application/xml") };
        bericht.Headers.Add("Idempotency-Key", Waarde("MsgId"));
        using var aangenomen = await house.Sandbox.SendAsync(bericht, Ct);
        foreach (var (wat, inhoud) in new (string, object)[] { ("dagen", new { dag }), ("retouren", new { endToEndId = Waarde("EndToEndId"), reden = "AC04" }), ("dagen", new { dag }) })
        {
            using var gedaan = await house.Sandbox.PostAsync($"/_sandbox/bank/{wat}", RunningHouse.Json(inhoud), Ct);
            Assert.True(gedaan.IsSuccessStatusCode);
        }

        using var lijst = JsonDocument.Parse(await house.Sandbox.GetStringAsync("/bank/v1/berichten", Ct));
        var namen = lijst.RootElement.EnumerateArray().Where(b => b.GetProperty("soort").GetString() == "camt.053").Select(b => b.GetProperty("naam").GetString()).ToArray();
        return await Task.WhenAll(namen.Select(n => house.Sandbox.GetByteArrayAsync($"/bank/v1/berichten/{n}", Ct)));
    }

    [Fact]
    public async Task Betalingen_VoorWieNietVanInkomenIs_ZijnNietTeZien()
    {
        var joost = await house.AsEmployeeAsync("joost");
        Assert.Equal(403, (await joost.GotoAsync($"{house.Address}/betalingen"))!.Status);
        Assert.Equal(403, (await joost.GotoAsync($"{house.Address}/betalingen/{Guid.NewGuid()}"))!.Status);
        var marieke = await house.AsEmployeeAsync("marieke");
        Assert.Equal(404, (await marieke.GotoAsync($"{house.Address}/betalingen/{Guid.NewGuid()}"))!.Status);
        Assert.Equal(404, (await marieke.GotoAsync($"{house.Address}/dossiers/{Guid.NewGuid()}/ontzorgen"))!.Status);
    }

    /// <summary>One payment of one person: all of the benefit is leefgeld.</summary>
    private async Task<(string Dossier, string Opdracht)> KlaargezetAsync(int nummer, string dag)
    {
        var dossier = (await house.ScalarAsync<string>(
            $"select dossier_id::text from dossiers.dossier where gemeentecode = '1708' and doelgroep = 'Asielstatushouder' and gesloten_op is null order by dossier_id desc limit 1 offset {nummer}"))!;
        var besluit = await StuurAsync($"/v1/dossiers/{dossier}/ontzorgbesluiten", new
        {
            besluitnummer = "OZ-2024-0117",
            begindatum = "2024-11-15",
            machtigingOp = "2024-11-12",
            kosten = new[] { new { soort = "huur", crediteur = new { naam = "De Linde", iban = "NL42RABO0300012345" }, omschrijving = "Contract 20024", bedragCenten = 61235, vanaf = "2025-01-01", vervaldag = 1 } },
            leefgeld = new[] { new { naam = "H. Kamaal", iban = nummer == 0 ? "NL91ABNA0417164300" : "NL13TEST0123456789" } },
        });
        var betalingen = await StuurAsync("/v1/betaalopdrachten", new { dossierId = dossier, besluitId = besluit.GetProperty("besluitId").GetString(), maand = "2024-12", uitkeringCenten = 129410, uitvoeringsdatum = dag });
        return (dossier, betalingen.GetProperty("betaalopdrachten")[0].GetProperty("opdrachtId").GetString()!);
    }

    private Task VastgelegdAsync(string opdracht) => StuurAsync($"/v1/betaalopdrachten/{opdracht}/rekeningcontroles", new { wijze = "naamcontrole", uitkomst = "overeenkomst" });

    private Task BatchAsync(string dag) => StuurAsync("/v1/betaalbatches", new { uitvoeringsdatum = dag });

    private async Task<JsonElement> StuurAsync(string pad, object inhoud)
    {
        using var antwoord = await (await house.AsAsync("inkomen-1708")).PostAsync(pad, RunningHouse.Json(inhoud), Ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.True(antwoord.IsSuccessStatusCode, tekst);
        return JsonDocument.Parse(tekst).RootElement;
    }
}
