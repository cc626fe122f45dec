using Inburgering.Gateway.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>The page of herstelmodus: what happened, what to look at, and two persons who release it.</summary>
public sealed class HerstelTests(PortalHouse house) : IClassFixture<PortalHouse>
{
    [Fact]
    public async Task Herstel_TeruggezetteDatabase_ZegtWatErIsEnVraagtTweePersonen()
    {
        var petra = await house.AsEmployeeAsync("petra");
        await petra.GotoAsync($"{house.Address}/herstel");
        await Expect(petra.GetByText("De database is nooit teruggezet. Er is niets te doen.")).ToBeVisibleAsync();
        await petra.AssertAccessibleAsync("herstel-geen");
        await Cluster.ExecuteOnAsync(house.Database, """
            insert into verwerkingslog.herstel (nummer, inhoud, hash, kid, handtekening)
            select 1, i, sha256(i::bytea), 'proef', 'proef' from (values (concat(
                '{"nummer":1,"reeksen":[["1708",0,401,500,"', repeat('0a', 32), '","', repeat('0b', 32), '"]],"regels":100,"tijd":1731661200000,"vorm":1,"zegel":77}'))) v (i)
            """, TestContext.Current.CancellationToken);

        await petra.ReloadAsync();
        await Expect(petra.GetByText("De gateway is dicht")).ToBeVisibleAsync();
        await Expect(petra.GetByText("100 regels van het log, en wat daarbij hoort.")).ToBeVisibleAsync();
        await petra.AssertAccessibleAsync("herstel-dicht");
        await petra.GetByRole(AriaRole.Button, new() { Name = "Geef vrij" }).ClickAsync();
        await Expect(petra.GetByRole(AriaRole.Status)).ToContainTextAsync("Vastgelegd.");
        await Expect(petra.GetByText("U hebt vrijgegeven. Een ander moet dat ook doen.")).ToBeVisibleAsync();
        await petra.AssertAccessibleAsync("herstel-een");

        var noor = await house.AsEmployeeAsync("noor", width: 320);
        await noor.GotoAsync($"{house.Address}/herstel");
        await noor.AssertAccessibleAsync("herstel-tweede");
        await noor.GetByRole(AriaRole.Button, new() { Name = "Geef vrij" }).ClickAsync();
        await Expect(noor.GetByText("Vrijgegeven", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(noor.GetByText("Petra Bakker en Noor Visser")).ToBeVisibleAsync();
        await noor.AssertAccessibleAsync("herstel-vrij");
    }
}
