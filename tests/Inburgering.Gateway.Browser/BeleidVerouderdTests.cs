using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inburgering.Gateway.Browser;

/// <summary>A node that does not hold the policy in force (security 12) says so to people as it does to programs: not now, and nothing about rights.</summary>
[Collection(Portaalhuizen.Storing)]
public sealed class BeleidVerouderdTests(PortalHouse house)
{
    private const string Hasan = "999990019";
    private const string Nummer = "BSN, V-nummer of dossiernummer";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Portaal_OpEenServerMetVerouderdBeleid_Is503EnNiet403()
    {
        var regie = await house.AsAsync("zaaksysteem-1708");
        var id = await RunningHouse.FindAsync(regie, Hasan, "regie-voeren");
        var (joost, noor, zoeker, petra) = (await house.AsEmployeeAsync("joost", width: 320), await house.AsEmployeeAsync("noor"), await house.AsEmployeeAsync("joost"), await house.AsEmployeeAsync("petra"));
        await zoeker.GotoAsync($"{house.Address}/dossiers/zoeken");
        await petra.GotoAsync($"{house.Address}/noodtoegang");
        await OutdateAsync();
        try
        {
            await AssertNothingNowAsync(regie, id, joost, noor, zoeker, petra);
        }
        finally
        {
            await house.ScalarAsync<object>("delete from toegang.beleid_actief where hash = 'onbereikbaar'; delete from toegang.beleid where hash = 'onbereikbaar'");
        }
    }

    private async Task AssertNothingNowAsync(HttpClient regie, string id, IPage joost, IPage noor, IPage zoeker, IPage petra)
    {
        var besluit = await AssertApiAsync(regie, id);
        await AssertNotNowAsync(joost, await joost.GotoAsync($"{house.Address}/dossiers/{id}/gegevens"));
        await joost.AssertAccessibleAsync("503-beleid");
        await AssertNotNowAsync(noor, await noor.GotoAsync($"{house.Address}/dossiers/{id}/inzagen"));
        await AssertNotNowAsync(noor, await noor.GotoAsync($"{house.Address}/dossiers/{id}/besluiten/{besluit}"));
        await AssertNotNowAsync(noor, await noor.GotoAsync($"{house.Address}/dossiers/{id}/partnerblik?partner=taalpunt-1708&doel=uitvoeren-leerroute"));

        await zoeker.GetByLabel(Nummer).FillAsync(Hasan);
        await AssertNotNowAsync(zoeker, await SendAsync(zoeker, "Zoek"));
        await petra.GetByLabel(Nummer).FillAsync(Hasan);
        await petra.GetByLabel("Waarom is dit nodig?").FillAsync("Storing onderzoeken in het dossier");
        await AssertNotNowAsync(petra, await SendAsync(petra, "Vraag noodtoegang"));
        Assert.Equal(0L, await house.ScalarAsync<long>("select count(*) from dossiers.noodtoegang"));
    }

    /// <summary>As a program meets it; gives the number of the decision.</summary>
    private async Task<string> AssertApiAsync(HttpClient regie, string id)
    {
        using var api = await regie.GetAsync($"/v1/dossiers/{id}?doel=regie-voeren", Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, api.StatusCode);
        Assert.Contains("GW-0111", await api.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var besluit = Assert.Single(api.Headers.GetValues("Besluit-Id"));
        Assert.Equal("beleid-verouderd", await house.ScalarAsync<string>($"""
            select c.reden from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where r.span_id = '\x{besluit}'
            """));
        return besluit;
    }

    private static Task<IResponse> SendAsync(IPage page, string knop) =>
        page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = knop, Exact = true }).ClickAsync(), r => r.Request.Method == "POST");

    private static async Task AssertNotNowAsync(IPage page, IResponse? answer)
    {
        Assert.True(answer!.Status == 503, $"{answer.Url}: {answer.Status}");
        await Expect(page.GetByText("Deze server laadt die nu. Daarom tonen wij even geen gegevens.")).ToBeVisibleAsync();
        await Expect(page.GetByText("met uw rol")).ToHaveCountAsync(0);
    }

    /// <summary>Another version is in force, and this process cannot load it.</summary>
    private Task<object?> OutdateAsync() => house.ScalarAsync<object>("""
        insert into toegang.beleid (hash, sinds, inhoud) values ('onbereikbaar', now(), '') on conflict do nothing;
        insert into toegang.beleid_actief (hash, sinds) values ('onbereikbaar', now())
        """);
}
