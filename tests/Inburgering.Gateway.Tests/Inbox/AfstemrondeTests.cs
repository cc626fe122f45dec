using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;
using static Inburgering.Gateway.Tests.Inbox.Afstemmer;

namespace Inburgering.Gateway.Tests.Inbox;

/// <summary>A round over a whole gemeente: one at a time, within its budget, through outages, kills and a second machine, and everybody once.</summary>
[Collection(AfstemHouse.Collection)]
public sealed class AfstemrondeTests(AfstemHouse house) : IAsyncLifetime
{
    private const string Gemeente = "0171";
    private const string Systeem = "zaaksysteem-0171";
    private const int Personen = 10;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // the last question of a round that was stopped or killed before this test belongs to that one
        await house.UntilAsync("select not exists (select 1 from inbox.afstempersoon where bezet_tot > now())");
        await house.HerstelAsync();
        await Cluster.ExecuteOnAsync(house.Database, $"""
            update dossiers.dossier set fase = 'voldaan' where gemeentecode = '{Gemeente}' and dossier_id not in (
                select dossier_id from dossiers.dossier where gemeentecode = '{Gemeente}' and gesloten_op is null and fase not in ('voldaan', 'beeindigd') order by dossier_id limit {Personen})
            """, Ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Ronde_VanDeGemeente_DoetIedereenEenKeerBinnenHetBudget()
    {
        var afstemmer = await VanAsync(house, Systeem);
        var ronde = await afstemmer.RondeAsync();

        Assert.Equal(("klaar", Personen, Personen), (ronde.GetProperty("status").GetString(), ronde.GetProperty("totaal").GetInt32(), ronde.GetProperty("gedaan").GetInt32()));
        KloptDeTelling(ronde);
        await EenKeerAsync(ronde);
        var vragen = await VragenAsync(ronde);
        Assert.Equal(Personen * AfstemHouse.Vragen, vragen.Length);
        var begonnen = ronde.GetProperty("begonnenOp").GetDateTimeOffset();
        Assert.True(vragen.Max() - begonnen >= TimeSpan.FromSeconds((vragen.Length - 1.0) / AfstemHouse.PerSeconde), $"{vragen.Max() - begonnen}");
    }

    [Fact]
    public async Task Ronde_DuoValtHalverwegeUit_WachtMetEenRedenEnGaatDaarnaVerder()
    {
        var afstemmer = await VanAsync(house, Systeem);
        await house.StoringAsync(new { path = "/personen/{bsn}/PIP", kind = "503", times = 1000 });
        var id = (await afstemmer.StartAsync()).Tekst("afstemmingId");
        await house.UntilAsync($"select wacht_tot is not null from inbox.afstemming where afstemming_id = '{id}'");

        var wacht = (await afstemmer.LeesAsync(id)).Body;
        Assert.Equal(("wacht", "partner-niet-bereikbaar", 0), (wacht.GetProperty("status").GetString(), wacht.GetProperty("reden").GetString(), wacht.GetProperty("gedaan").GetInt32()));
        await house.HerstelAsync();
        var ronde = await VerderAsync(afstemmer, id);

        Assert.Equal((Personen, 0), (ronde.GetProperty("gedaan").GetInt32(), ronde.GetProperty("mislukt").GetInt32()));
        KloptDeTelling(ronde);
        await EenKeerAsync(ronde);
    }

    [Fact]
    public async Task Ronde_GatewayGekildTerwijlDuoHangt_GaatNaHerstartVerderEnDoetNiemandTweeKeer()
    {
        var afstemmer = await VanAsync(house, Systeem);
        await house.StoringAsync(new { path = "/personen/{bsn}/examens", kind = "hangt", times = 2 });
        var id = (await afstemmer.StartAsync()).Tekst("afstemmingId");
        await RunningHouse.UntilAsync(async _ => (await house.VerzoekenAsync()).Any(v => v.GetProperty("storing").GetString() == "hangt"));

        await house.KillGatewayAsync();
        await Cluster.ExecuteOnAsync(house.Database, "update inbox.afstempersoon set bezet_tot = now() where bezet_tot is not null", Ct);
        await house.HerstelAsync();
        await house.StartGatewayAsync();
        var ronde = await VerderAsync(afstemmer, id);

        Assert.Equal(Personen, ronde.GetProperty("gedaan").GetInt32());
        KloptDeTelling(ronde);
        await EenKeerAsync(ronde);
    }

    [Fact]
    public async Task Ronde_MetEenTweedeMachine_DoetNiemandTweeKeer()
    {
        await house.StartSecondAsync(("Gateway__ConfigMap", Path.Combine(house.Data, "config")));
        var ronde = await (await VanAsync(house, Systeem)).RondeAsync();

        Assert.Equal(Personen, ronde.GetProperty("gedaan").GetInt32());
        KloptDeTelling(ronde);
        await EenKeerAsync(ronde);
        Assert.Equal(Personen * AfstemHouse.Vragen, (await VragenAsync(ronde)).Length);
    }

    [Fact]
    public async Task Start_TerwijlErEenLoopt_IsEenConflictEnStoppenMaaktPlaats()
    {
        var afstemmer = await VanAsync(house, Systeem);
        await house.StoringAsync(new { kind = "503", times = 1000 });
        var id = (await afstemmer.StartAsync()).Tekst("afstemmingId");
        await house.UntilAsync($"select wacht_tot is not null from inbox.afstemming where afstemming_id = '{id}'");

        var tweede = await afstemmer.StartAsync();
        var gestopt = await afstemmer.StopAsync(id);
        var nogEens = await afstemmer.StopAsync(id);
        await house.HerstelAsync();
        var daarna = await afstemmer.RondeAsync();
        var teLaat = await afstemmer.StopAsync(daarna.GetProperty("afstemmingId").GetString()!);

        Assert.Equal((HttpStatusCode.Conflict, "GW-0215"), (tweede.Status, tweede.Code));
        Assert.Equal((HttpStatusCode.OK, "gestopt", "gestopt"), (gestopt.Status, gestopt.Tekst("status"), nogEens.Tekst("status")));
        Assert.EndsWith($" + {Personen} niet gedaan", gestopt.Tekst("telling"), StringComparison.Ordinal);
        KloptDeTelling(gestopt.Body);
        Assert.Equal(Personen, daarna.GetProperty("gedaan").GetInt32());
        Assert.Equal((HttpStatusCode.Conflict, "GW-0217"), (teLaat.Status, teLaat.Code));
    }

    [Fact]
    public async Task F9_AfstemmingVanEenAndereGemeente_BestaatNiet()
    {
        var eigen = await VanAsync(house, Systeem);
        var id = (await eigen.RondeAsync()).GetProperty("afstemmingId").GetString()!;
        var ander = await VanAsync(house, "zaaksysteem-1708");

        foreach (var (methode, pad) in new[] { (HttpMethod.Get, "/v1/afstemmingen/{0}"), (HttpMethod.Get, "/v1/afstemmingen/{0}/verschillen"), (HttpMethod.Post, "/v1/afstemmingen/{0}/stop") })
        {
            var echt = await Antwoord.SendAsync(ander.Regie.Client, methode, string.Format(null, pad, id));
            var verzonnen = await Antwoord.SendAsync(ander.Regie.Client, methode, string.Format(null, pad, Guid.NewGuid()));
            Assert.Equal((HttpStatusCode.NotFound, "GW-0216"), (echt.Status, echt.Code));
            Assert.Equal(verzonnen.ZonderNummer, echt.ZonderNummer);
        }

        var lijst = await Antwoord.SendAsync(ander.Regie.Client, HttpMethod.Get, "/v1/afstemmingen");
        Assert.DoesNotContain(lijst.Body.GetProperty("afstemmingen").EnumerateArray(), a => a.GetProperty("afstemmingId").GetString() == id);
        var vreemd = await ander.Regie.PostAsync("/v1/afstemmingen", new { dossier = await house.ScalarAsync<Guid>($"select dossier_id from dossiers.dossier where gemeentecode = '{Gemeente}' limit 1") });
        Assert.Equal((HttpStatusCode.NotFound, "GW-0104"), (vreemd.Status, vreemd.Code));
    }

    /// <summary>Lets a round that waits try at once, as often as it takes: a circuit that the outage opened passes.</summary>
    private async Task<JsonElement> VerderAsync(Afstemmer afstemmer, string id)
    {
        await RunningHouse.UntilAsync(async ct =>
        {
            await Cluster.ExecuteOnAsync(house.Database, $"update inbox.afstemming set wacht_tot = now() where afstemming_id = '{id}' and wacht_tot > now()", ct);
            return await house.ScalarAsync<short>($"select status from inbox.afstemming where afstemming_id = '{id}'") != 0;
        });
        return (await afstemmer.LeesAsync(id)).Body;
    }

    /// <summary>Of everybody one line that he was done.</summary>
    /// <summary>When DUO was asked for this round: the last question of one that was stopped before may still be on its way, and one whose connection broke is asked again under its own id.</summary>
    private async Task<DateTimeOffset[]> VragenAsync(JsonElement ronde)
    {
        var trace = await house.ScalarAsync<string>($"select trace_id from inbox.afstemming where afstemming_id = '{ronde.GetProperty("afstemmingId").GetString()}'");
        return [.. (await house.VerzoekenAsync()).Where(v => v.GetProperty("traceparent").GetString()!.Contains(trace!, StringComparison.Ordinal))
            .GroupBy(v => v.GetProperty("berichtId").GetString(), v => v.GetProperty("tijdstip").GetDateTimeOffset()).Select(v => v.First())];
    }

    private async Task EenKeerAsync(JsonElement ronde)
    {
        var keren = await house.ScalarAsync<string>($"""
            select concat_ws('/', count(*), count(distinct r.dossier_id)) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.bericht_id = '{ronde.GetProperty("afstemmingId").GetString()}' and c.naam = 'Afgestemd met duo' and c.resultaat = 0
            """);
        Assert.Equal($"{Personen}/{Personen}", keren);
    }
}
