using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>No receipt, no page: security 2 as an employee meets it.</summary>
[Collection(Portaalhuizen.Storing)]
public sealed class LogOutageTests(PortalHouse house)
{
    [Fact]
    public async Task WieHeeftGekeken_AlsHetLogNietTeSchrijvenIs_ToontGeenGegevens()
    {
        var page = await house.AsEmployeeAsync("noor");
        await house.ScalarAsync<object>("revoke insert on verwerkingslog.regel from gateway_applicatie");
        try
        {
            var answer = await page.GotoAsync($"{house.Address}/logcontrole/zoeken");

            Assert.Equal(503, answer!.Status);
            await Expect(page.GetByText("Wij kunnen nu niet vastleggen dat u kijkt. Daarom tonen wij geen gegevens.")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Table)).ToHaveCountAsync(0);
            await page.AssertAccessibleAsync("503");
        }
        finally
        {
            await house.ScalarAsync<object>("grant insert on verwerkingslog.regel to gateway_applicatie");
            // the writer tries again after a while
            await RunningHouse.UntilAsync(async _ => (await page.GotoAsync($"{house.Address}/logcontrole/zoeken"))!.Ok);
        }
    }
}
