using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>kill -9 of the running gateway: what it had acknowledged is there after a restart, and is worked on once.</summary>
[Collection(KillHouse.Collection)]
public sealed class KillTests(KillHouse house)
{
    private const string Hasan = "999990019";
    private static readonly int Keren = TestMaat.Lang ? 5 : 1;
    private static readonly int KerenOnderLast = TestMaat.Lang ? 200 : 5;
    private static int dagen;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_OnderLast_ElkAntwoordHeeftZijnRegelElkeRegelZijnGevolgEnHetLogIsHeel()
    {
        var begin = house.Verankerd();
        for (var keer = 0; keer < KerenOnderLast; keer++)
        {
            var last = await Last.MaakAsync(house, Random.Shared.Next(20, 150));
            var schrijven = last.RunAsync();
            await last.UntilAsync(schrijven);
            await house.KillGatewayAsync();
            await schrijven;
            var verankerd = house.Verankerd();
            await house.StartGatewayAsync();

            Assert.True(last.Besluiten.Count >= 20);
            Assert.Equal(0L, await house.ZonderRegelAsync(last.Besluiten));
            Assert.Empty(await house.LosseRegelsAsync());
            var uitslag = await house.ControleerAsync();
            Assert.Empty(uitslag.Bevindingen);
            Assert.True(uitslag.Zegels >= verankerd);
            if ((keer + 1) % 20 == 0)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"{keer + 1} van {KerenOnderLast} keer gekild en heel");
            }
        }

        await house.UntilAsync($"select count(*) = 0 from inbox.bericht where status = {Levering.Ontvangen}");
        Assert.Empty(await house.LosseRegelsAsync());
        Assert.True(house.Verankerd() > begin);
    }

    /// <param name="storing">What DUO does while the gateway lives; null: it answers.</param>
    /// <param name="gevraagd">Killed only after the worker took the message and asked DUO.</param>
    [Theory]
    [InlineData("hangt", true)]
    [InlineData("hangt", false)]
    [InlineData(null, true)]
    [InlineData(null, false)]
    public async Task Notificatie_GatewayGekildNa201_EenKeerVerwerktNaHerstart(string? storing, bool gevraagd)
    {
        var dossier = await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), Hasan, "regie-voeren");
        for (var keer = 0; keer < Keren; keer++)
        {
            var results = NewResults();
            await KnowsAsync(results);
            var before = await VersionAsync(dossier);
            if (storing is not null)
            {
                await house.StoringAsync(new { kind = storing, times = 1000 });
            }

            var levering = await Levering.SendAsync(house, Levering.Notificatie("SS199", Hasan));
            await KillAsync(gevraagd);
            if (storing is not null)
            {
                Assert.Equal(Levering.Ontvangen, await levering.WaardeAsync<short>("status"));
            }

            await KnowsAsync(results);
            await house.StartGatewayAsync();
            await house.UntilAsync($"select status = {Levering.Verwerkt} from inbox.bericht where trace_id = '{levering.TraceId}'");
            await OnceAsync(levering, dossier, before);
        }
    }

    private async Task KillAsync(bool gevraagd)
    {
        while (gevraagd && (await house.VerzoekenAsync()).Length == 0)
        {
            await Task.Delay(5, Ct);
        }

        await house.KillGatewayAsync();
    }

    /// <summary>DUO in order again, with these results of Hasan.</summary>
    private async Task KnowsAsync(object[] results)
    {
        await house.HerstelAsync();
        await house.WeetAsync(new { bsn = Hasan, examenresultaten = results });
    }

    private async Task OnceAsync(Levering levering, string dossier, int before)
    {
        Assert.Equal(1L, await levering.RijenAsync());
        Assert.Equal(1L, await levering.RegelsAsync("Notificatie ontvangen"));
        Assert.Equal(1L, await levering.RegelsAsync("Gegevens vastgelegd"));
        Assert.Equal(before + 1, await VersionAsync(dossier));
        var id = await levering.WaardeAsync<Guid>("bericht_id");
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from dossiers.feit where veldgroep = 'resultaten' and bericht_id = '{id}'"));
        var (exit, output) = await house.CommandAsync("log", "controleer");
        Assert.True(exit == 0, output);
    }

    private Task<int> VersionAsync(string dossier) => house.ScalarAsync<int>(
        $"select max(versie) from dossiers.feit where dossier_id = '{dossier}' and categorie = 'EXA' and veldgroep = 'resultaten'");

    /// <summary>Results that nobody had before: what is fetched is a change.</summary>
    private static object[] NewResults() =>
        [new { examendatum = new DateOnly(2024, 1, 1).AddDays(Interlocked.Increment(ref dagen)), resultaat = "Geslaagd", onderdeel = "KNM" }];
}

/// <summary>Its worker's claims end soon, so that nobody waits a minute for a killed one, and a seal is made between every two kills.</summary>
[CollectionDefinition(Collection)]
public sealed class KillHouse : RunningHouse, ICollectionFixture<KillHouse>
{
    public const string Collection = "huis dat uitvalt";

    protected override IReadOnlyDictionary<string, string?> Extra { get; } =
        new Dictionary<string, string?> { ["Inbox__LeaseSeconden"] = "2", ["Verwerkingslog__Zegeltijd"] = "00:00:00.100" };
}
