using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>kill -9 between the 201 and the work: after a restart the notification is worked on, once.</summary>
public sealed class KillTests(KillHouse house) : IClassFixture<KillHouse>
{
    private const string Hasan = "999990019";
    private static readonly int Keren = Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? 20 : 1;
    private static int dagen;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
        using var changed = await house.Sandbox.PostAsync("/_sandbox/duo/personen", RunningHouse.Json(new { bsn = Hasan, examenresultaten = results }), Ct);
        Assert.True(changed.IsSuccessStatusCode);
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

/// <summary>Its worker's claims end soon, so that nobody waits a minute for a killed one.</summary>
public sealed class KillHouse : RunningHouse
{
    protected override IReadOnlyDictionary<string, string?> Extra { get; } = new Dictionary<string, string?> { ["Inbox__LeaseSeconden"] = "2" };
}
