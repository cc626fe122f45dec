using System.Net;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>A V-nummer that got its BSN: two dossiers become one, by an explicit act of the gemeente.</summary>
public sealed class SamenvoegingTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = "999990019";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Merge_VNummerDossierWithBsn_IsOneDossierAndThePartnerKeepsItsId()
    {
        var client = await house.AsAsync("zaaksysteem-1708");
        var (blijft, gaatOp, extern_) = await SplitAsync(client);
        using var toestemming = await client.PostAsync(
            $"/v1/dossiers/{gaatOp}/toestemmingen",
            RunningHouse.Json(new { clientId = "vwn-1708", doel = "hulp-bij-schulden", tekstversie = "v1", taal = "ar", gegevenOp = "2024-11-15T09:00:00Z", bewijs = "Formulier 7" }),
            Ct);
        Assert.Equal(HttpStatusCode.Created, toestemming.StatusCode);

        var vwn = await house.AsAsync("vwn-1708");
        var schulden = $"/v1/dossiers/{await house.ScalarAsync<Guid>($"select extern_id from dossiers.relatie where dossier_id = '{blijft}' and client_id = 'vwn-1708' and geldig_tot is null")}?doel=hulp-bij-schulden";
        using var zonder = await vwn.GetAsync(schulden, Ct);
        Assert.Equal(HttpStatusCode.NotFound, zonder.StatusCode);

        using var response = await MergeAsync(client, blijft, gaatOp);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var met = await vwn.GetAsync(schulden, Ct);
        Assert.Equal(HttpStatusCode.OK, met.StatusCode);
        var taalpunt = await house.AsAsync("taalpunt-1708");
        using var gelezen = await taalpunt.GetAsync($"/v1/dossiers/{extern_}?doel=uitvoeren-leerroute", Ct);
        Assert.Equal(HttpStatusCode.OK, gelezen.StatusCode);
        Assert.Equal(gaatOp, await house.ScalarAsync<string>($"select dossier_id::text from dossiers.dossier where samengevoegd_in = '{blijft}'"));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from dossiers.dossier where dossier_id = '{gaatOp}' and (bsn_index is not null or vnummer_index is not null)"));
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from dossiers.dossier where dossier_id = '{blijft}' and bsn_index is not null and vnummer_index is not null"));
        Assert.Equal(2L, await house.ScalarAsync<long>($"""
            select count(distinct r.dossier_id) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Dossiers samengevoegd' and c.resultaat = 0 and r.dossier_id in ('{blijft}', '{gaatOp}')
            """));

        Assert.Contains("Formulier 7", await client.GetStringAsync($"/v1/dossiers/{blijft}/toestemmingen", Ct), StringComparison.Ordinal);

        using var nogmaals = await MergeAsync(client, blijft, gaatOp);
        Assert.Equal(HttpStatusCode.Conflict, nogmaals.StatusCode);
        Assert.Contains("GW-0105", await nogmaals.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("dossier-gesloten", await house.ScalarAsync<string>($"""
            select c.reden from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.span_id = '\x{Assert.Single(nogmaals.Headers.GetValues("Besluit-Id"))}'
            """));
    }

    [Fact]
    public async Task Merge_TwoBsns_IsRefusedAndChangesNothing()
    {
        var client = await house.AsAsync("zaaksysteem-1708");
        var hasan = await RunningHouse.FindAsync(client, Hasan, "regie-voeren");
        var pablo = await RunningHouse.FindAsync(client, "999990032", "regie-voeren");

        using var response = await MergeAsync(client, hasan, pablo);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("GW-0106", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(pablo, await RunningHouse.FindAsync(client, "999990032", "regie-voeren"));
    }

    [Theory]
    [InlineData("zelfde", HttpStatusCode.BadRequest)]
    [InlineData("leeg", HttpStatusCode.BadRequest)]
    [InlineData("onbekend", HttpStatusCode.NotFound)]
    [InlineData("ander", HttpStatusCode.NotFound)]
    public async Task Merge_WithWhatItCannot_IsRefused(string geval, HttpStatusCode status)
    {
        var client = await house.AsAsync("zaaksysteem-1708");
        var hasan = await RunningHouse.FindAsync(client, Hasan, "regie-voeren");
        var met = geval switch
        {
            "zelfde" => hasan,
            "leeg" => null,
            "ander" => await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-0171"), VerhuizingTests.Amal, "regie-voeren"),
            _ => Guid.NewGuid().ToString("D"),
        };

        using var response = await MergeAsync(client, hasan, met);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Merge_ByAPartner_IsRefused()
    {
        using var response = await MergeAsync(await house.AsAsync("taalpunt-1708"), Guid.NewGuid().ToString("D"), Guid.NewGuid().ToString("D"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static Task<HttpResponseMessage> MergeAsync(HttpClient client, string blijft, string? met) =>
        client.PostAsync($"/v1/dossiers/{blijft}/samenvoegingen", RunningHouse.Json(new { metDossierId = met }), Ct);

    /// <summary>Two dossiers of the demo made into one with a BSN and one with a V-nummer and an opdracht of Taalpunt.</summary>
    private async Task<(string Blijft, string GaatOp, string Extern)> SplitAsync(HttpClient client)
    {
        var gaatOp = (await house.ScalarAsync<Guid>("""
            select o.dossier_id from dossiers.opdracht o join dossiers.dossier d using (gemeentecode, dossier_id)
            where client_id = 'taalpunt-1708' and tot is null and d.vnummer_index is not null and d.doelgroep = 'Asielstatushouder' order by 1 limit 1
            """)).ToString("D");
        var blijft = await RunningHouse.FindAsync(client, Hasan, "regie-voeren");
        await Cluster.ExecuteOnAsync(house.Database, $"""
            update dossiers.dossier set bsn_index = null where dossier_id = '{gaatOp}';
            update dossiers.dossier set vnummer_index = null where dossier_id = '{blijft}';
            """, Ct);
        return (blijft, gaatOp, (await house.ScalarAsync<Guid>($"select extern_id from dossiers.relatie where dossier_id = '{gaatOp}' and client_id = 'taalpunt-1708'")).ToString("D"));
    }
}
