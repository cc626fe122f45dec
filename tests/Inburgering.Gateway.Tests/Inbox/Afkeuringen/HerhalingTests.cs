using System.Net;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Tests.Walk;
using static Inburgering.Gateway.Tests.Inbox.Afkeuringen.Afkeurproef;

namespace Inburgering.Gateway.Tests.Inbox.Afkeuringen;

/// <summary>A rejected message once more: the ordinary way, under today's rules, once.</summary>
[Collection(Afkeurhuis.Collection)]
public sealed class HerhalingTests(Afkeurhuis house) : IAsyncLifetime
{
    private static readonly int Falend = TestMaat.Lang ? 500 : 25;
    private Afkeurproef proef = null!;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await house.HerstelAsync();
        proef = await VanAsync(house);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Herhalen_AlsDePartnerWeerAanneemt_WordtEenKeerVerwerktOpNaamVanWieHetVroeg()
    {
        var id = await proef.AfgekeurdAsync("999954040");
        var voor = (await proef.LeesAsync(id)).Body;
        await house.HerstelAsync();

        var begonnen = await proef.HerhaalAsync(id);
        var herhaling = await proef.EindeAsync(begonnen.Tekst("herhalingId"));
        var nogEens = await proef.HerhaalAsync(id);

        Assert.Equal(("partner-weigert", "wij", "open", true), (voor.GetProperty("redencode").GetString(), voor.GetProperty("beurt").GetString(), voor.GetProperty("status").GetString(), voor.GetProperty("kanOpnieuw").GetBoolean()));
        Assert.Equal((HttpStatusCode.Accepted, $"/v1/herhalingen/{begonnen.Tekst("herhalingId")}"), (begonnen.Status, begonnen.Location));
        Assert.Equal(("klaar", 1, "Klaar: alles is verwerkt."), (herhaling.GetProperty("status").GetString(), Getal(herhaling, "verwerkt"), herhaling.GetProperty("stand").GetString()));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0241"), (nogEens.Status, nogEens.Code));
        Assert.Equal((Levering.Verwerkt, 1L), (await proef.StatusAsync(id), await proef.VastgelegdAsync(id)));
        Assert.Single(await house.VerzoekenAsync());
        Assert.Equal("afgehandeld", (await proef.LeesAsync(id)).Tekst("status"));
        Assert.True(await house.ScalarAsync<bool>($"select bool_and(informatie = 'gestart-door:{Systeem}') from verwerkingslog.regel where bericht_id = '{id:D}' and informatie is not null"));
        Assert.Equal("Afkeuring herhaald|0|-|-|-|-|f", await begonnen.RegelAsync(house));
    }

    [Fact]
    public async Task Herhalen_TweeTegelijk_IsErEenEnWordtEenKeerVerwerkt()
    {
        var id = await proef.AfgekeurdAsync("999928569");
        await house.HerstelAsync();
        await house.StoringAsync(new { kind = "traag", times = 1, vertragingMs = 1500 });

        var antwoorden = await Task.WhenAll(proef.HerhaalAsync(id), proef.HerhaalAsync(id), proef.HerhaalAsync([id]));
        var herhaling = await proef.EindeAsync(antwoorden[0].Tekst("herhalingId"));

        Assert.All(antwoorden, a => Assert.Equal((HttpStatusCode.Accepted, antwoorden[0].Location), (a.Status, a.Location)));
        Assert.Equal(1, Getal(herhaling, "verwerkt"));
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from inbox.herhalingdeel where bericht_id = '{id}'"));
        Assert.Equal(1L, await proef.VastgelegdAsync(id));
    }

    [Fact]
    public async Task Herhalen_MeerOverEenPersoon_GaatInDeVolgordeVanOntvangstNaElkaar()
    {
        const string bsn = "999960258";
        Guid[] ids = [await proef.AfgekeurdAsync(bsn, "SS131"), await proef.AfgewezenAsync(bsn), await proef.AfgewezenAsync(bsn, "SS199")];
        await house.HerstelAsync();
        await house.StoringAsync(new { kind = "traag", times = 2, vertragingMs = 500 });

        var herhaling = await proef.HerhaaldAsync(ids.Reverse());

        Assert.Equal(["verwerkt", "verwerkt", "verwerkt"], Uitkomsten(herhaling));
        Assert.Equal(ids, herhaling.GetProperty("berichten").EnumerateArray().Select(b => b.GetProperty("afkeuringId").GetGuid()));
        Assert.True(await house.ScalarAsync<bool>($"""
            select bool_and(d.begonnen_op >= v.klaar_op) from inbox.herhalingdeel d join inbox.herhalingdeel v using (gemeentecode, herhaling_id, groep)
            where d.volgorde = v.volgorde + 1 and d.herhaling_id = '{herhaling.GetProperty("herhalingId").GetString()}'
            """));
    }

    /// <summary>The first of them has no dossier to be known by: only the number in it says whose it is.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Herhalen_EerdereOpnieuwAfgekeurd_ProbeertDeLatereVanDiePersoonNiet(bool metDossier)
    {
        var bsn = metDossier ? "999927802" : Bsnreeks.Vrij.ElementAt(40);
        Guid[] ids = [await proef.AfgekeurdAsync(bsn, "SS131"), await proef.AfgewezenAsync(bsn), await proef.AfgekeurdAsync("999930217")];
        await house.HerstelAsync();
        await house.StoringAsync(new { kind = Weigert, times = DuoProef.Steeds, bsn });

        var herhaling = await proef.HerhaaldAsync(ids);

        Assert.Equal(["afgekeurd", "overgeslagen", "verwerkt"], Uitkomsten(herhaling));
        Assert.Contains("Los dat eerst op", herhaling.GetProperty("berichten")[1].GetProperty("waarom").GetString(), StringComparison.Ordinal);
        Assert.Equal("Klaar, maar niet alles is gelukt. Bekijk wat opnieuw is afgekeurd.", herhaling.GetProperty("stand").GetString());
        Assert.DoesNotContain(await house.VerzoekenAsync(), v => v.ToString().Contains(bsn, StringComparison.Ordinal) && v.ToString().Contains("termijn", StringComparison.Ordinal));
        Assert.Equal((Levering.Quarantaine, Levering.Quarantaine), (await proef.StatusAsync(ids[0]), await proef.StatusAsync(ids[1])));
    }

    [Fact]
    public async Task Herhalen_IngehaaldDoorEenNieuwereLevering_WordtGeteldEnNietGeprobeerd()
    {
        const string bsn = "999908418", ander = "999918758";
        Guid[] ids = [await proef.AfgekeurdAsync(bsn), await proef.AfgekeurdAsync(ander)];
        await house.HerstelAsync();
        var nieuw = await Levering.SendAsync(house, Levering.Notificatie("SS102", bsn));
        Assert.Equal((Levering.Verwerkt, null), await nieuw.AfloopAsync());

        var vooruit = await proef.HerhaalAsync(ids, proef: true);
        var een = await proef.HerhaalAsync(ids[0]);
        var herhaling = await proef.HerhaaldAsync(ids);

        Assert.Equal((HttpStatusCode.OK, "1 van 2 kan opnieuw; 1 is ingehaald door een nieuwere levering."), (vooruit.Status, vooruit.Tekst("telling")));
        Assert.Equal("ingehaald", Assert.Single(vooruit.Body.GetProperty("nieten").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal((HttpStatusCode.Conflict, "GW-0241"), (een.Status, een.Code));
        Assert.Equal(["overgeslagen", "verwerkt"], Uitkomsten(herhaling));
        Assert.Equal(0L, await proef.VastgelegdAsync(ids[0]));
    }

    [Fact]
    public async Task Herhalen_SindsdienVerhuisd_HeeftGeenGevolgEnVraagtNiets()
    {
        const string bsn = "999925313";
        var id = await proef.AfgekeurdAsync(bsn);
        await Cluster.ExecuteOnAsync(house.Database, $"update dossiers.dossier set verhuisd_naar = '0171', gesloten_op = '2024-09-01' where dossier_id = (select dossier_id from inbox.bericht where bericht_id = '{id}')", Ct);
        await house.HerstelAsync();

        var herhaling = await proef.HerhaaldAsync(id);

        Assert.Equal((1, "zonder-gevolg"), (Getal(herhaling, "zonderGevolg"), Uitkomsten(herhaling)[0]));
        Assert.Equal(Levering.ZonderGevolg, await proef.StatusAsync(id));
        Assert.Empty(await house.VerzoekenAsync());
    }

    [Fact]
    public async Task Herhalen_SindsdienOpgeschort_VraagtNiets()
    {
        const string bsn = "999958008";
        var id = await proef.AfgekeurdAsync(bsn);
        Assert.NotEqual(Guid.Empty, await proef.AfgekeurdAsync(bsn, "SS131", "403-leeg"));
        await house.HerstelAsync();

        var herhaling = await proef.HerhaaldAsync(id);
        var nogEens = await proef.HerhaalAsync(id);

        Assert.Equal("afgekeurd", Uitkomsten(herhaling)[0]);
        Assert.Empty(await house.VerzoekenAsync());
        Assert.Equal((HttpStatusCode.Conflict, "opgeschort"), (nogEens.Status, (await proef.LeesAsync(id)).Tekst("redencode")));
    }

    [Fact]
    public async Task Herhalen_AllesFaalt_StoptNaDrieKeerDezelfdeFout()
    {
        var ids = new List<Guid>();
        await house.StoringAsync(new { kind = Weigert, times = 100_000 });
        foreach (var bsn in Bsnreeks.Vrij.Skip(100).Take(Falend))
        {
            ids.Add(await proef.AfgewezenAsync(bsn));
        }

        var begin = (await house.VerzoekenAsync()).Length;
        var herhaling = await proef.HerhaaldAsync(ids);

        Assert.Equal(("automatisch-gestopt", "Automatisch gestopt: 3 keer dezelfde fout. Los die eerst op.", "partner-weigert"), (herhaling.GetProperty("status").GetString(), herhaling.GetProperty("stand").GetString(), herhaling.GetProperty("foutcode").GetString()));
        Assert.Equal((3, Falend - 3), (Getal(herhaling, "afgekeurd"), Getal(herhaling, "nietGedaan")));
        Assert.Equal(3, (await house.VerzoekenAsync()).Length - begin);
        Assert.Equal(Falend, await house.ScalarAsync<long>($"select count(*) from inbox.bericht where status = 2 and bericht_id = any(array['{string.Join("','", ids)}']::uuid[])"));
    }

    [Fact]
    public async Task Stoppen_TerwijlDePartnerNietAntwoordt_IsBinnenEnkeleSecondenGestoptEnDeRestBlijftAfgekeurd()
    {
        var ids = new List<Guid>();
        foreach (var bsn in Bsnreeks.Vrij.Skip(200).Take(8))
        {
            ids.Add(await proef.AfgekeurdAsync(bsn));
        }

        await house.HerstelAsync();
        await house.StoringAsync(new { kind = "503", times = DuoProef.Steeds });
        var id = (await proef.HerhaalAsync(ids)).Tekst("herhalingId");
        await house.UntilAsync($"select exists (select 1 from inbox.bericht b join inbox.herhalingdeel d using (gemeentecode, bericht_id) where d.herhaling_id = '{id}' and b.pogingen > 1)");

        var gestopt = await proef.StopAsync(id);
        var nogEens = await proef.StopAsync(id);
        var einde = await proef.EindeAsync(id);

        Assert.Equal((HttpStatusCode.OK, "gestopt", HttpStatusCode.OK), (gestopt.Status, gestopt.Tekst("status"), nogEens.Status));
        Assert.Equal((8, Systeem), (Getal(einde, "nietGedaan"), einde.GetProperty("gestoptDoor").GetString()));
        Assert.Equal(8L, await house.ScalarAsync<long>($"select count(*) from inbox.bericht where status = 2 and volgende_poging is null and bericht_id = any(array['{string.Join("','", ids)}']::uuid[])"));
    }

    [Fact]
    public async Task Stoppen_VanWatVoorbijIs_IsEenConflict()
    {
        var id = await proef.AfgekeurdAsync("999954040", "SS131");
        await house.HerstelAsync();
        var herhaling = await proef.HerhaaldAsync(id);

        var gestopt = await proef.StopAsync(herhaling.GetProperty("herhalingId").GetString()!);

        Assert.Equal((HttpStatusCode.Conflict, "GW-0245"), (gestopt.Status, gestopt.Code));
    }
}
