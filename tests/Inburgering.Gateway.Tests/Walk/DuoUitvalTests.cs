using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Walk.DuoProef;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>DUO away for long. Its tries are too few to open the circuit, which would answer the next test: what fails more often has a house of its own.</summary>
public sealed class DuoUitvalTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("503")]
    [InlineData("reset")]
    public async Task Ophalen_DuoBlijftWeg_BlijftOntvangenEnKomtTerug(string kind)
    {
        var levering = await OnFaultAsync(house, "SS102", kind, Steeds);

        Assert.Equal((Levering.Ontvangen, "partner-niet-bereikbaar"), await levering.AfloopAsync());
        Assert.True(await levering.WaardeAsync<bool>("volgende_poging > now() and bezet_tot is null and pogingen = 1"));
        await EveryQuestionHasItsLineAsync(house, levering, 1);
        await StillAnswersAsync(house);

        await NextTryAsync(levering);
        Assert.Equal(2L, await levering.RegelsAsync("Bij duo opgevraagd: %"));
        Assert.Equal(1L, await levering.RegelsAsync("Gegevens vastgelegd"));
    }

    [Fact]
    public async Task Ophalen_EenVanVierVragenWeg_NietsVastgelegdTotAllesErIs()
    {
        await house.HerstelAsync();
        await house.StoringAsync(new { path = "/personen/{bsn}/doelgroep", kind = "503", times = 3 });

        var levering = await Levering.SendAsync(house, Levering.Notificatie("SS139", Hasan));

        Assert.Equal((Levering.Ontvangen, "partner-niet-bereikbaar"), await levering.AfloopAsync());
        Assert.Equal(0L, await levering.RegelsAsync("Gegevens vastgelegd"));
        await EveryQuestionHasItsLineAsync(house, levering, 4);

        await NextTryAsync(levering);
        Assert.Equal(1L, await levering.RegelsAsync("Gegevens vastgelegd"));
    }

    /// <summary>DUO is back, and the time of the next try has come.</summary>
    private async Task NextTryAsync(Levering levering)
    {
        await house.HerstelAsync();
        await Cluster.ExecuteOnAsync(house.Database, $"update inbox.bericht set volgende_poging = now() where trace_id = '{levering.TraceId}'", Ct);
        await house.UntilAsync($"select status = {Levering.Verwerkt} from inbox.bericht where trace_id = '{levering.TraceId}'");
    }
}
