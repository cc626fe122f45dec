using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Walk.DuoProef;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>DUO away for a moment: the next try brings it.</summary>
public sealed class DuoHersteltTests(RunningHouse house) : IClassFixture<RunningHouse>
{
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
}
