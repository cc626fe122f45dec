using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Rechten;

/// <summary>AVG 19 as a partner meets it: what it has to correct, by its own ids and never with a value, and that it did.</summary>
public sealed class EigenCorrectietaakTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Pad = "/v1/partner/correctietaken";
    private const string Nieuw = "hasan.anders@voorbeeld.example";

    [Fact]
    public async Task F15_Partner_ZietEnBevestigtAlleenDeEigenTaakZonderWaarden()
    {
        var (regie, dossier) = await house.RegieAsync();
        var (school, vwn, taalpunt) = (await house.AsAsync("schakelcollege-1708"), await house.AsAsync("vwn-1708"), await house.AsAsync("taalpunt-1708"));
        var (vanSchool, vanVwn) = (await house.ExternIdAsync("schakelcollege-1708", dossier), await house.ExternIdAsync("vwn-1708", dossier));
        var oud = (await school.GegevensAsync(vanSchool, Rechtenproef.Leerroute)).GetProperty("CON").Text("email");
        await vwn.GegevensAsync(vanVwn, "uitvoeren-pvt");
        await regie.DoAsync($"/v1/dossiers/{dossier}/rectificaties", new { categorie = "CON", veld = "email", nieuweWaarde = Nieuw, zaaknummer = "AVG-41" });

        var taak = Assert.Single(await OpenAsync(school));
        Assert.Equal((vanSchool, "CON.email", "open"), (taak.Text("dossierId"), taak.Text("veld"), taak.Text("status")));
        Assert.All([oud, Nieuw, dossier, vanVwn, "AVG-41"], geheim => Assert.DoesNotContain(geheim, taak.GetRawText(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(vanVwn, Assert.Single(await OpenAsync(vwn)).Text("dossierId"));
        Assert.Empty(await OpenAsync(taalpunt));
        Assert.Equal(1L, await house.RegelsAsync(dossier, "Eigen correctietaken geraadpleegd", "c.actor = 'schakelcollege-1708' and c.resultaat = 0 and r.parent_span_id is not null"));

        var bevestiging = $"{Pad}/{taak.Text("correctietaakId")}/bevestigingen";
        Assert.Equal(HttpStatusCode.NotFound, (await vwn.PostAsync(bevestiging)).Status);
        var bevestigd = await school.DoAsync(bevestiging);
        Assert.Equal(("bevestigd", vanSchool), (bevestigd.Text("status"), bevestigd.Text("dossierId")));
        Assert.Equal(bevestigd.ToString(), (await school.DoAsync(bevestiging)).ToString());
        Assert.Empty(await OpenAsync(school));
        Assert.Single(await OpenAsync(vwn));
        var (_, gemeente) = await regie.ReadAsync($"/v1/dossiers/{dossier}/correctietaken");
        Assert.Equal(
            ["schakelcollege-1708 bevestigd", "vwn-1708 open"],
            gemeente.GetProperty("correctietaken").EnumerateArray().Select(t => $"{t.Text("ontvanger")} {t.Text("status")}").Order(StringComparer.Ordinal));
        Assert.Equal(2L, await house.RegelsAsync(dossier, "Eigen correctietaak bevestigd", "c.actor = 'schakelcollege-1708' and c.gevraagd = 'CON.email' and c.resultaat = 0"));

        // who no longer works for the person still has to correct what it got
        await house.ScalarAsync<object>($"update dossiers.opdracht set tot = '2024-06-01' where dossier_id = '{dossier}' and client_id = 'vwn-1708'");
        Assert.Equal(vanVwn, Assert.Single(await OpenAsync(vwn)).Text("dossierId"));
    }

    [Theory]
    [InlineData("zaaksysteem-1708", "GW-0103")]
    [InlineData("privacy-1708", "GW-0103")]
    [InlineData("duo", "GW-0012")]
    public async Task Correctietaken_VoorWieGeenPartnerVanEenGemeenteIs_Geweigerd(string client, string code)
    {
        var ander = await house.AsAsync(client);

        var (gelezen, body) = await ander.ReadAsync(Pad);
        var (bevestigd, _, _) = await ander.PostAsync($"{Pad}/{Guid.NewGuid()}/bevestigingen");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, code), (gelezen, bevestigd, body.Text("code")));
    }

    private static async Task<IReadOnlyList<JsonElement>> OpenAsync(HttpClient client)
    {
        var (status, body) = await client.ReadAsync(Pad);
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. body.GetProperty("correctietaken").EnumerateArray()];
    }
}
