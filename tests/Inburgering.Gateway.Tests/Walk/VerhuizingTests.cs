using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>Amal moved from 1708 to 0171 on 1 October 2024, in the demo's story; it is 15 November.</summary>
public sealed class VerhuizingTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    internal const string Amal = "999990044";
    private static readonly string[] ReistNietMee = ["GZH", "GSP", "FIN", "HAN", "CON", "GEZ", "INT", "IDN", "TVG", "COA"];
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Move_NewGemeente_HoldsWhatTravelsAndNothingElse()
    {
        var overgenomen = await ListAsync("select distinct categorie from dossiers.feit where gemeentecode = '0171' and overgenomen_van = '1708'");
        var gegevens = await GegevensAsync("zaaksysteem-0171");

        Assert.Equal(["AAN", "EXA", "LBT", "PIP", "PLI", "TER"], overgenomen.Order(StringComparer.Ordinal));
        Assert.Empty(overgenomen.Intersect(ReistNietMee));
        Assert.Equal("B1-route niet haalbaar", gegevens.GetProperty("LBT").GetProperty("resultaat").GetString());
        Assert.False(gegevens.TryGetProperty("GZH", out _));
    }

    [Fact]
    public async Task F20_TakenOverFact_KeepsItsSourceAndMessage()
    {
        var anders = await house.ScalarAsync<long>("""
            select count(*) from dossiers.feit n where n.gemeentecode = '0171' and n.overgenomen_van = '1708'
              and not exists (select 1 from dossiers.feit o where o.gemeentecode = '1708' and o.categorie = n.categorie and o.veldgroep = n.veldgroep
                              and o.bron = case n.bron when 'vorige-gemeente' then 'gemeente' else n.bron end and o.bericht_id is not distinct from n.bericht_id)
            """);

        Assert.Equal(0L, anders);
    }

    [Fact]
    public async Task F8_OldGemeenteAfterAMonth_ReadsItsHistoryAndGetsNothingNew()
    {
        await house.HerstelAsync();
        var voor = await house.ScalarAsync<long>("select count(*) from dossiers.feit where gemeentecode = '1708'");

        var levering = await Levering.SendAsync(house, Levering.Notificatie("SS199", Amal));

        Assert.Equal((Levering.ZonderGevolg, "buiten-bereik"), await levering.AfloopAsync());
        Assert.Empty(await house.VerzoekenAsync());
        Assert.Equal(voor, await house.ScalarAsync<long>("select count(*) from dossiers.feit where gemeentecode = '1708'"));
        Assert.Equal(1L, await levering.RegelsAsync("Bericht beoordeeld", "c.resultaat = 1 and c.reden = 'buiten-bereik'"));
        Assert.Equal("Z", (await GegevensAsync("zaaksysteem-1708")).GetProperty("PIP").GetProperty("leerroute").GetString());
    }

    [Fact]
    public async Task Move_BothGemeenten_HaveTheirLineUnderOneTrace()
    {
        var lijnen = await ListAsync("""
            select c.gemeentecode || ' ' || c.naam || ' ' || coalesce(c.ontvanger, '-') from verwerkingslog.regel r
            join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam in ('Dossier overgedragen en gesloten na verhuizing', 'Gegevens overgenomen van de vorige gemeente') order by 1
            """);

        Assert.Equal(
            ["0171 Gegevens overgenomen van de vorige gemeente -", "1708 Dossier overgedragen en gesloten na verhuizing 00000001999990002000"],
            lijnen);
        Assert.Equal(1L, await house.ScalarAsync<long>("""
            select count(distinct r.trace_id) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam in ('Dossier overgedragen en gesloten na verhuizing', 'Gegevens overgenomen van de vorige gemeente')
            """));
    }

    [Fact]
    public async Task Move_OpdrachtenOfTheOldGemeente_HaveEnded() => Assert.Equal(0L, await house.ScalarAsync<long>("""
        select count(*) from dossiers.opdracht o join dossiers.dossier d using (gemeentecode, dossier_id)
        where d.verhuisd_naar = '0171' and (o.tot is null or o.tot > d.gesloten_op)
        """));

    [Fact]
    public async Task Write_InAClosedDossier_IsRefusedAndLogged()
    {
        var client = await house.AsAsync("zaaksysteem-1708");
        var gesloten = await RunningHouse.FindAsync(client, Amal, "regie-voeren");
        var ander = await RunningHouse.FindAsync(client, "999990019", "regie-voeren");

        using var response = await client.PostAsync($"/v1/dossiers/{ander}/samenvoegingen", RunningHouse.Json(new { metDossierId = gesloten }), Ct);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("GW-0105", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(1L, await house.ScalarAsync<long>("""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Dossiers samengevoegd' and c.reden = 'dossier-gesloten' and c.resultaat = 1
            """));
    }

    private async Task<JsonElement> GegevensAsync(string clientId)
    {
        var client = await house.AsAsync(clientId);
        var id = await RunningHouse.FindAsync(client, Amal, "regie-voeren");
        using var answer = JsonDocument.Parse(await client.GetStringAsync($"/v1/dossiers/{id}?doel=regie-voeren", Ct));
        return answer.RootElement.GetProperty("gegevens").Clone();
    }

    private async Task<string[]> ListAsync(string sql) => await house.ScalarAsync<string[]>($"select coalesce(array_agg(t.x), array[]::text[]) from ({sql}) t (x)") ?? [];
}

/// <summary>The same world on 20 October: the month of overlap runs.</summary>
public sealed class VerhuizingOverlapTests(VerhuizingOverlapTests.Oktober house) : IClassFixture<VerhuizingOverlapTests.Oktober>
{
    [Fact]
    public async Task F8_OldGemeenteWithinTheMonth_StillGetsNewData()
    {
        await house.HerstelAsync();

        var levering = await Levering.SendAsync(house, Levering.Notificatie("SS102", VerhuizingTests.Amal));

        Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
        Assert.Single(await house.VerzoekenAsync());
    }

    [Fact]
    public async Task MoveBack_SettledAgain_OpensTheOldDossierWithItsHistory()
    {
        await house.HerstelAsync();

        var levering = await Levering.SendAsync(house, Levering.Notificatie("SS121", VerhuizingTests.Amal));

        Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
        Assert.Equal(0L, await house.ScalarAsync<long>("select count(*) from dossiers.dossier where gemeentecode = '1708' and verhuisd_naar is not null"));
    }

    public sealed class Oktober : RunningHouse
    {
        protected override IReadOnlyDictionary<string, string?> Extra { get; } = new Dictionary<string, string?> { ["GATEWAY_KLOK"] = "2024-10-20T10:00:00+02:00" };
    }
}
