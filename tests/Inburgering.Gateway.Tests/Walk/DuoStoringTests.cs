using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Walk.DuoProef;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>DUO out of order: never a crash, never a lost event, and how it stands is in the inbox.</summary>
[Collection(Duohuis.Collection)]
public sealed class DuoStoringTests(RunningHouse house)
{
    [Theory]
    [InlineData("SS139", "404", Steeds, "onbekend-bij-partner", 4)]
    [InlineData("SS102", "403-leeg", Steeds, "geen-toegang-meer", 1, "999937777")]
    [InlineData("SS102", "403-fouttekst", Steeds, "partner-weigert", 1)]
    [InlineData("SS102", "onzin", Steeds, "antwoord-onleesbaar", 1)]
    [InlineData("SS102", "302", Steeds, "antwoord-onleesbaar", 1)]
    public async Task Ophalen_DuoAntwoordtOnbruikbaar_WachtOpEenMens(string code, string kind, int times, string reden, int vragen, string bsn = Hasan)
    {
        var levering = await OnFaultAsync(house, code, kind, times, bsn);

        Assert.Equal((Levering.Quarantaine, reden), await levering.AfloopAsync());
        Assert.True(await levering.WaardeAsync<bool>("volgende_poging is null"));
        Assert.Equal(vragen, (await house.VerzoekenAsync()).Length);
        await EveryQuestionHasItsLineAsync(house, levering, vragen);
        await StillAnswersAsync(house);
    }
}
