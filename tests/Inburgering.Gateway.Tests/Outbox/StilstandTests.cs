using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;
using static Inburgering.Gateway.Tests.Outbox.Melder;

namespace Inburgering.Gateway.Tests.Outbox;

/// <summary>DUO away, or its 401: no fault of a person or a message. All of that gemeente waits, nothing is refused or counted, and it goes on by itself.</summary>
public sealed class StilstandTests(Brekerhuis house) : IClassFixture<Brekerhuis>
{
    private const string Een = "999928569", Twee = "999960258", Drie = "999927802";
    private const string Amal = "999990044";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Melding_401_HoudtAllesVanDieGemeenteOpEnGaatVanzelfVerder()
    {
        var (een, twee) = (await OverAsync(house, Een), await OverAsync(house, Twee));
        await house.HerstelAsync();
        await house.StoringAsync(new { kind = "401", times = 1000, bsn = Een });
        var eerste = await een.MeldAsync("gevolgde-uren", Uren(10));
        Assert.Equal(("wacht", "afzender-niet-herkend"), await StandAsync(een, eerste.Tekst("meldingId")));

        // DUO would answer about this person: it is the gemeente that is held
        var tweede = await twee.MeldAsync("gevolgde-uren", Uren(20));
        var bericht = await Levering.SendAsync(house, Levering.Notificatie("SS102", Drie));
        var ander = new Melder(house, await Features.Regiewerk.OverAsync(house, Amal, "zaaksysteem-0171"));
        var elders = await ander.MeldAsync("gevolgde-uren", Uren(30));
        await ander.TotAsync(elders.Tekst("meldingId"), Bevestigd);

        Assert.Equal(("wacht", 0), ((await twee.LeesAsync(tweede.Tekst("meldingId"))).Tekst("status"), (await twee.LeesAsync(tweede.Tekst("meldingId"))).Body.GetProperty("pogingen").GetInt32()));
        Assert.Equal(0, await bericht.WaardeAsync<int>("pogingen"));
        Assert.Single(await house.VerzoekenAsync(), v => v.GetProperty("status").GetInt32() == 401);
        Assert.Matches(@"gateway_partner_stilstand\{(?=.*partner=""duo"")(?=.*gemeente=""1708"").*\} 1", await MetricsAsync());
        Assert.Contains("herkent gemeente {Gemeentecode} niet (401)", house.Output, StringComparison.Ordinal);

        await house.HerstelAsync();
        await ProefAsync();

        await een.TotAsync(eerste.Tekst("meldingId"), Bevestigd);
        await twee.TotAsync(tweede.Tekst("meldingId"), Bevestigd);
        Assert.Equal((Levering.Verwerkt, null), await bericht.AfloopAsync());
        Assert.DoesNotMatch(@"gateway_partner_stilstand\{.*gemeente=""1708""", await MetricsAsync());
        Assert.Equal(0L, await house.ScalarAsync<long>("select count(*) from outbox.stilstand where tot is null"));
    }

    [Fact]
    public async Task Proeven_ZolangDePartnerNietAntwoordt_TellenNiet()
    {
        var melder = await OverAsync(house, "999930217");
        await house.HerstelAsync();
        await house.StoringAsync(new { kind = "401", times = 1000 });
        var melding = (await melder.MeldAsync("gevolgde-uren", Uren(60))).Tekst("meldingId");
        await RunningHouse.UntilAsync(async ct =>
        {
            await ProefAsync();
            return await house.ScalarAsync<int>($"select pogingen from outbox.melding where melding_id = '{melding}' ") > 2;
        });
        Assert.Equal(("wacht", "afzender-niet-herkend"), await StandAsync(melder, melding));
        Assert.InRange(await house.ScalarAsync<int>($"select pogingen - vergeefs from outbox.melding where melding_id = '{melding}'"), 0, 1);

        await house.HerstelAsync();
        await ProefAsync();

        await melder.TotAsync(melding, Bevestigd);
        Assert.True(await house.ScalarAsync<bool>($"select pogingen > 2 and pogingen - vergeefs = 1 from outbox.melding where melding_id = '{melding}'"));
    }

    [Fact]
    public async Task Bericht_401OpDeVraag_HoudtDeGemeenteOpEnTeltNiet()
    {
        await house.HerstelAsync();
        await house.StoringAsync(new { kind = "401", times = 1000 });
        var bericht = await Levering.SendAsync(house, Levering.Notificatie("SS102", Drie));

        Assert.Equal((Levering.Ontvangen, "afzender-niet-herkend"), await bericht.AfloopAsync());
        Assert.Equal((1, 1), (await bericht.WaardeAsync<int>("pogingen"), await bericht.WaardeAsync<int>("vergeefs")));
        Assert.Equal("herkent-niet", await OorzaakAsync());

        await house.HerstelAsync();
        await ProefAsync();

        await VerwerktAsync(bericht);
    }

    [Fact]
    public async Task DuoAntwoordtNiet_AllesWachtZonderEenPogingTeVerbruikenEnGaatVanzelfVerder()
    {
        var (een, twee) = (await OverAsync(house, Een), await OverAsync(house, Twee));
        await house.HerstelAsync();
        await house.StoringAsync(new { kind = "503", times = 1000, retryAfter = "600" });
        // twenty that fail open the circuit, the next ones find it so
        var eerste = new List<Levering>();
        foreach (var bsn in new[] { Een, Twee, Drie, "999930217", "999908418", "999918758", "999925313" })
        {
            eerste.Add(await Levering.SendAsync(house, Levering.Notificatie("SS139", bsn)));
        }

        await house.UntilAsync("select count(*) = 1 from outbox.stilstand where tot is null and oorzaak = 1");

        // nothing of these is tried but as the one that looks whether DUO is back; and DUO asked for ten minutes
        var gemeld = (await een.MeldAsync("gevolgde-uren", Uren(15))).Tekst("meldingId");
        var later = (await twee.MeldAsync("gevolgde-uren", Uren(25))).Tekst("meldingId");
        await RunningHouse.UntilAsync(async ct =>
        {
            var wens = await house.ScalarAsync<bool>("select proef_na > now() + interval '9 minutes' from outbox.stilstand where tot is null");
            await (wens ? Task.CompletedTask : ProefAsync());
            return wens;
        });
        Assert.Equal(0L, await house.ScalarAsync<long>("select count(*) from inbox.bericht where status = 2 and partner = 'duo'"));
        Assert.True(await house.ScalarAsync<bool>($"select bool_and(pogingen = vergeefs) from outbox.melding where melding_id in ('{gemeld}', '{later}')"));
        Assert.Matches(@"gateway_partner_stilstand\{(?=.*partner=""duo"")(?=.*oorzaak=""geen-antwoord"").*\} 1", await MetricsAsync());
        Assert.Matches(@"gateway_partner_breaker_open\{partner=""duo""\} 1", await MetricsAsync());
        await house.UntilAsync("select count(*) = 1 and bool_and(stand <> 0 and sinds < gezien_op) from inbox.verbindingstand where partner = 'duo'");
        Assert.Contains("antwoordt gemeente {Gemeentecode} niet", house.Output, StringComparison.Ordinal);

        await house.HerstelAsync();
        await RunningHouse.UntilAsync(async ct =>
        {
            await ProefAsync();
            return await house.ScalarAsync<long>("select count(*) from outbox.stilstand where tot is null") == 0;
        });

        await een.TotAsync(gemeld, Bevestigd);
        await twee.TotAsync(later, Bevestigd);
        foreach (var levering in eerste)
        {
            await VerwerktAsync(levering);
        }

        Assert.Matches(@"gateway_partner_breaker_open\{partner=""duo""\} 0", await MetricsAsync());
        await house.UntilAsync("select count(*) = 1 and bool_and(stand = 0) from inbox.verbindingstand where partner = 'duo'");
    }

    private Task VerwerktAsync(Levering levering) => house.UntilAsync($"select status = {Levering.Verwerkt} from inbox.bericht where trace_id = '{levering.TraceId}'");

    private async Task<string> OorzaakAsync() =>
        await house.ScalarAsync<short>("select oorzaak from outbox.stilstand where tot is null") == 0 ? "herkent-niet" : "antwoordt-niet";

    private static object Uren(int uren) => new { soort = "participatie-als-taalles", uren };

    private static async Task<(string, string)> StandAsync(Melder melder, string melding)
    {
        var stand = await melder.AfloopAsync(melding);
        return (stand.GetProperty("status").GetString()!, stand.GetProperty("reden").GetString()!);
    }

    /// <summary>The minute is over.</summary>
    private async Task ProefAsync() => await Cluster.ExecuteOnAsync(
        house.Database,
        "update outbox.stilstand set proef_na = now() where tot is null; update outbox.melding set volgende_poging = now() where status = 0 and bezet_tot is null and reden is not null; update inbox.bericht set volgende_poging = now() where status = 0 and bezet_tot is null and reden is not null",
        Ct);

    private async Task<string> MetricsAsync() => await house.Anonymous.GetStringAsync("/metrics", Ct);
}
