using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>Notifications that are accepted whatever they say: an event is never lost and never works twice.</summary>
public sealed class NotificatieOpslagTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = "999990019";
    private const string Pablo = "999990032";
    private const long HasanVNummer = 2900000017;
    private const long OnbekendVNummer = 2999999994;

    [Fact]
    public async Task Notificatie_OnbekendeGebeurtenis_BewaardInQuarantaine() =>
        await StandsAsync(Levering.Notificatie("SS998", Hasan), Levering.Quarantaine, "onbekende-gebeurtenis");

    [Fact]
    public async Task Notificatie_ZonderPersoon_BewaardInQuarantaine() =>
        await StandsAsync(new { registratieDatumTijd = Levering.NieuwMoment(), gebeurtenisId = "SS139" }, Levering.Quarantaine, "zonder-persoon");

    [Fact]
    public async Task Notificatie_BsnFaalt11Proef_BewaardInQuarantaine() =>
        await StandsAsync(Levering.Notificatie("SS139", "999990018"), Levering.Quarantaine, "bsn-faalt-11-proef");

    /// <summary>Without a person nothing tells that two are one event: none of them may count as the other's repeat.</summary>
    [Fact]
    public async Task Notificatie_TweeZonderPersoon_BeideInQuarantaine()
    {
        var body = new { registratieDatumTijd = Levering.NieuwMoment(), gebeurtenisId = "SS139" };

        var first = await Levering.SendAsync(house, body);
        var second = await Levering.SendAsync(house, body);

        Assert.Equal((Levering.Quarantaine, "zonder-persoon"), await first.AfloopAsync());
        Assert.Equal((Levering.Quarantaine, "zonder-persoon"), await second.AfloopAsync());
    }

    [Fact]
    public async Task Notificatie_Attentiesignaal_BewaardZonderGevolg() =>
        await StandsAsync(Levering.Notificatie("SS127", Hasan), Levering.ZonderGevolg, "gebeurtenis-zonder-actie");

    [Fact]
    public async Task Notificatie_OnbekendVNummer_WachtOpEenBsn() =>
        await StandsAsync(new { registratieDatumTijd = Levering.NieuwMoment(), gebeurtenisId = "SS102", vNummer = OnbekendVNummer }, Levering.Quarantaine, "bsn-nog-niet-bekend");

    [Fact]
    public async Task Notificatie_MomentInDeToekomst_Verwerkt()
    {
        await house.HerstelAsync();

        var levering = await Levering.SendAsync(house, new { registratieDatumTijd = "2031-05-06T07:08:09+02:00", gebeurtenisId = "SS102", bsn = Hasan });

        Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
        Assert.Single(await house.VerzoekenAsync());
    }

    [Fact]
    public async Task Notificatie_AlleenVNummerVanBekende_OpgehaaldMetZijnBsn()
    {
        await house.HerstelAsync();
        await house.StoringAsync(new { kind = "traag", vertragingMs = 0, times = 10, bsn = Hasan });

        var levering = await Levering.SendAsync(house, new { registratieDatumTijd = Levering.NieuwMoment(), gebeurtenisId = "SS139", vNummer = HasanVNummer });

        Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
        var calls = await house.VerzoekenAsync();
        Assert.Equal(4, calls.Length);
        Assert.All(calls, c => Assert.Equal("traag", c.GetProperty("storing").GetString()));
        Assert.Equal(4L, await levering.RegelsAsync("Bij duo opgevraagd: %"));
        await house.HerstelAsync();
    }

    [Fact]
    public async Task Notificatie_ZelfdeBerichtIdZelfdeInhoud_HeeftGeenTweedeGevolg()
    {
        var (berichtId, body) = (Guid.NewGuid(), Levering.Notificatie("SS102", Hasan));
        var first = await Levering.SendAsync(house, body, berichtId);
        Assert.Equal((Levering.Verwerkt, null), await first.AfloopAsync());
        await house.HerstelAsync();
        var rows = await house.ScalarAsync<long>("select count(*) from inbox.bericht");

        var second = await Levering.SendAsync(house, body, berichtId);

        Assert.Equal(0L, await second.RijenAsync());
        Assert.Equal(rows, await house.ScalarAsync<long>("select count(*) from inbox.bericht"));
        Assert.Equal(1L, await second.RegelsAsync("Notificatie ontvangen", "c.reden = 'herhaling'"));
        Assert.Equal(1L, await second.RegelsAsync("%"));
        await NothingIsAskedAsync();
    }

    [Fact]
    public async Task Notificatie_ZelfdeBerichtIdAndereInhoud_InQuarantaineNaastDeEerste()
    {
        var berichtId = Guid.NewGuid();
        var first = await Levering.SendAsync(house, Levering.Notificatie("SS102", Hasan), berichtId);
        Assert.Equal((Levering.Verwerkt, null), await first.AfloopAsync());
        var before = await first.WaardeAsync<string>("md5(bericht::text)");
        await house.HerstelAsync();
        var other = Levering.Notificatie("SS199", Hasan);

        var second = await Levering.SendAsync(house, other, berichtId);
        var third = await Levering.SendAsync(house, other, berichtId);

        Assert.Equal((Levering.Quarantaine, "zelfde-bericht-id-andere-inhoud"), await second.AfloopAsync());
        Assert.Equal(await first.WaardeAsync<Guid>("bericht_id"), await second.WaardeAsync<Guid>("herhaling_van"));
        Assert.Equal(0L, await third.RijenAsync());
        Assert.Equal(before, await first.WaardeAsync<string>("md5(bericht::text)"));
        await NothingIsAskedAsync();
    }

    [Fact]
    public async Task Notificatie_ZelfdeGebeurtenisNieuwBerichtId_BewaardZonderGevolg()
    {
        var body = Levering.Notificatie("SS102", Hasan);
        var first = await Levering.SendAsync(house, body);
        Assert.Equal((Levering.Verwerkt, null), await first.AfloopAsync());
        await house.HerstelAsync();

        var second = await Levering.SendAsync(house, body);

        Assert.Equal((Levering.ZonderGevolg, "zelfde-gebeurtenis"), await second.AfloopAsync());
        await NothingIsAskedAsync();
    }

    [Fact]
    public async Task Notificatie_TegelijkMetHetzelfdeBerichtId_EenRij()
    {
        var (berichtId, body) = (Guid.NewGuid(), Levering.Notificatie("SS102", Pablo));
        await house.AsAsync("duo");

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Levering.SendAsync(house, body, berichtId)));

        var rows = await Task.WhenAll(all.Select(l => l.RijenAsync()));
        Assert.Equal(1L, rows.Sum());
        Assert.Equal((Levering.Verwerkt, null), await all[Array.IndexOf(rows, 1L)].AfloopAsync());
    }

    private async Task StandsAsync(object body, short status, string reden)
    {
        await house.HerstelAsync();

        var levering = await Levering.SendAsync(house, body);

        Assert.Equal((status, reden), await levering.AfloopAsync());
        Assert.Equal(1L, await levering.RijenAsync());
        await NothingIsAskedAsync();
    }

    /// <summary>A later notification is worked on, so what came before it had its turn; only that one asked DUO anything.</summary>
    private async Task NothingIsAskedAsync()
    {
        var later = await Levering.SendAsync(house, Levering.Notificatie("SS102", Pablo));
        Assert.Equal((Levering.Verwerkt, null), await later.AfloopAsync());
        Assert.Single(await house.VerzoekenAsync());
    }
}
