using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Walk.DuoProef;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>DUO away for a while or for long. A house per test: the circuit that one test opens must not answer another.</summary>
public sealed class DuoUitvalTests : IAsyncLifetime
{
    private readonly RunningHouse house = new();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData("503", 2, 3)]
    [InlineData("reset", 1, 2)]
    [InlineData("hangt", 1, 2)]
    public async Task Ophalen_DuoHerstelt_AlsnogVerwerkt(string kind, int times, int aanroepen)
    {
        var levering = await OnFaultAsync(house, "SS102", kind, times);

        Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
        Assert.Equal(aanroepen, (await house.VerzoekenAsync()).Length);
        await EveryQuestionHasItsLineAsync(house, levering, 1);
        Assert.Equal(1L, await levering.RegelsAsync("Gegevens vastgelegd"));
        await StillAnswersAsync(house);
    }

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

        await house.HerstelAsync();
        await Cluster.ExecuteOnAsync(house.Database, $"update inbox.bericht set volgende_poging = now() where trace_id = '{levering.TraceId}'", Ct);
        await house.UntilAsync($"select status = {Levering.Verwerkt} from inbox.bericht where trace_id = '{levering.TraceId}'");
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
    }
}
