using System.Net;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Inbox;

/// <summary>A period that is fetched once more: who it is about, who agrees, and that it goes beside what runs by itself.</summary>
[Collection(AfstemHouse.Collection)]
public sealed class InhaalrunTests(AfstemHouse house) : IAsyncLifetime
{
    private const string Gemeente = "0171";
    private const int Veel = 26;
    private Synchronisatieproef proef = null!;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await house.HerstelAsync();
        await house.UntilAsync("select not exists (select 1 from inbox.afstempersoon where uitkomst is null and bezet_tot > now())");
        proef = await Synchronisatieproef.VanAsync(house, "zaaksysteem-0171");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Inhaalrun_OverEenPeriode_VraagtWieErInBeeldWasEnNiemandAnders()
    {
        await GeopendAsync(2011, 3);
        await Cluster.ExecuteOnAsync(house.Database, $"""
            update inbox.bericht set ontvangen_op = '2011-06-30T21:59:59Z' where bericht_id in (
                select bericht_id from inbox.bericht b join dossiers.dossier d using (gemeentecode, dossier_id)
                where b.gemeentecode = '{Gemeente}' and d.gesloten_op is null and d.samengevoegd_in is null and date_part('year', d.geopend_op) <> 2011 order by bericht_id limit 1)
            """, Ct);

        var raming = await proef.RaamAsync("2011-06-01", "2011-06-30");
        var uitvoering = await proef.EindeAsync((await proef.InhaalAsync("2011-06-01", "2011-06-30")).Tekst("uitvoeringId"));

        Assert.Equal((4, false), (raming.Body.GetProperty("personen").GetInt32(), raming.Body.GetProperty("akkoordNodig").GetBoolean()));
        Assert.Equal(
            ("inhaalrun", "2011-06-01", "2011-06-30", "gelukt", 4),
            (uitvoering.GetProperty("aanleiding").GetString(), uitvoering.GetProperty("periodeVan").GetString(), uitvoering.GetProperty("periodeTot").GetString(),
             uitvoering.GetProperty("status").GetString(), uitvoering.GetProperty("gedaan").GetInt32()));
        Assert.Equal(4 * AfstemHouse.Vragen, (await house.VerzoekenAsync()).Length);
        Assert.Equal(3, (await proef.RaamAsync("2011-06-01", "2011-06-29")).Body.GetProperty("personen").GetInt32());
    }

    [Fact]
    public async Task Inhaalrun_OverMeerDan25Personen_BegintNaHetAkkoordVanEenAnder()
    {
        await GeopendAsync(2012, Veel);
        var gevraagd = await proef.InhaalAsync("2012-06-01", "2012-06-30");
        var id = gevraagd.Tekst("uitvoeringId");
        var tweede = await proef.InhaalAsync("2012-06-01", "2012-06-30");
        var zelf = await proef.BeslisAsync(id, akkoord: true);
        Assert.Empty(await house.VerzoekenAsync());
        await VanEenAnderAsync(id);

        var akkoord = await proef.BeslisAsync(id, akkoord: true);
        var nogEens = await proef.BeslisAsync(id, akkoord: false);
        var uitvoering = await proef.EindeAsync(id);

        Assert.Equal((HttpStatusCode.Accepted, "wacht-op-akkoord", Veel), (gevraagd.Status, gevraagd.Tekst("status"), gevraagd.Body.GetProperty("ontvangen").GetInt32()));
        Assert.Equal([(HttpStatusCode.Conflict, "GW-0260"), (HttpStatusCode.Forbidden, "GW-0262"), (HttpStatusCode.Conflict, "GW-0261")], [(tweede.Status, tweede.Code), (zelf.Status, zelf.Code), (nogEens.Status, nogEens.Code)]);
        Assert.Equal((HttpStatusCode.OK, "loopt"), (akkoord.Status, akkoord.Tekst("status")));
        Assert.Equal(("gelukt", Veel), (uitvoering.GetProperty("status").GetString(), uitvoering.GetProperty("gedaan").GetInt32()));
        Assert.Equal("inhaalverzoek akkoord", await house.ScalarAsync<string>($"select string_agg(soort, ' ' order by op) from synchronisatie.wijziging where uitvoering_id = '{id}'"));
    }

    [Fact]
    public async Task Inhaalrun_AfgewezenOfTeruggenomen_VraagtNiemandIets()
    {
        await GeopendAsync(2013, Veel);
        var afgewezen = (await proef.InhaalAsync("2013-06-01", "2013-06-30")).Tekst("uitvoeringId");
        await VanEenAnderAsync(afgewezen);
        var nee = await proef.BeslisAsync(afgewezen, akkoord: false);
        var teruggenomen = await proef.StopAsync((await proef.InhaalAsync("2013-06-01", "2013-06-30")).Tekst("uitvoeringId"));
        var stand = await proef.StandAsync();

        Assert.Equal(("afgewezen", "gestopt"), (nee.Tekst("status"), teruggenomen.Tekst("status")));
        Assert.Empty(await house.VerzoekenAsync());
        Assert.NotEqual("gestopt", stand.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Inhaalrun_NaastEenGewoneUitvoering_GaanBeideDoor()
    {
        await GeopendAsync(2014, 8);
        await house.StoringAsync(new { kind = "traag", times = 60, vertragingMs = 40 });

        var gewoon = (await proef.StartAsync()).Tekst("uitvoeringId");
        var inhaal = (await proef.InhaalAsync("2014-06-01", "2014-06-30")).Tekst("uitvoeringId");
        var einden = new[] { await proef.EindeAsync(inhaal), await proef.EindeAsync(gewoon) };

        Assert.All(einden, e => Assert.Equal("gelukt", e.GetProperty("status").GetString()));
        Assert.True(await house.ScalarAsync<bool>($"""
            select (select min(afgehandeld_op) from inbox.afstempersoon where afstemming_id = '{inhaal}') < (select max(afgehandeld_op) from inbox.afstempersoon where afstemming_id = '{gewoon}')
               and (select min(afgehandeld_op) from inbox.afstempersoon where afstemming_id = '{gewoon}') < (select max(afgehandeld_op) from inbox.afstempersoon where afstemming_id = '{inhaal}')
            """));
    }

    [Fact]
    public async Task Inhaalrun_OverTwintigJaarOfMorgen_NoemtElkeFoutEnBegintNiets()
    {
        var voor = await house.ScalarAsync<long>("select count(*) from synchronisatie.uitvoering");
        var jaren = await proef.InhaalAsync("2004-11-15", "2024-11-15", "kort");
        var morgen = await proef.InhaalAsync("2024-11-15", "2024-11-16");
        var omgekeerd = await proef.RaamAsync("2024-11-15", "2024-11-14");
        var metBsn = await proef.InhaalAsync("2024-11-01", "2024-11-02", "Voor 999990019 opnieuw ophalen");
        var ander = await (await Synchronisatieproef.VanAsync(house, "zaaksysteem-1708")).InhaalAsync("2024-11-01", "2024-11-02", welke: proef.Id);

        Assert.Equal(["/van /reden", "/tot", "/tot", "/reden"], new[] { jaren, morgen, omgekeerd, metBsn }.Select(a => a.Plaatsen));
        Assert.All([jaren, morgen, omgekeerd, metBsn], a => Assert.Equal(HttpStatusCode.BadRequest, a.Status));
        Assert.Equal((HttpStatusCode.NotFound, "GW-0230"), (ander.Status, ander.Code));
        Assert.Equal(voor, await house.ScalarAsync<long>("select count(*) from synchronisatie.uitvoering"));
    }

    /// <summary>So many came to this gemeente in June of that year, and nobody else.</summary>
    private Task GeopendAsync(int jaar, int aantal) => Cluster.ExecuteOnAsync(house.Database, $"""
        update dossiers.dossier set geopend_op = '{jaar}-06-15' where gemeentecode = '{Gemeente}' and dossier_id in (
            select dossier_id from dossiers.dossier where gemeentecode = '{Gemeente}' and gesloten_op is null and samengevoegd_in is null order by dossier_id limit {aantal})
        """, Ct);

    /// <summary>A client has no colleague over HTTP: the request is made another's.</summary>
    private Task VanEenAnderAsync(string uitvoering) =>
        Cluster.ExecuteOnAsync(house.Database, $"update synchronisatie.uitvoering set gestart_door = 'petra' where uitvoering_id = '{uitvoering}'", Ct);
}
