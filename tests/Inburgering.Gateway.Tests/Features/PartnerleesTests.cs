using System.Net;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Regiewerk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>What partners with an assignment never get, over HTTP on the running house.</summary>
public sealed class PartnerleesTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private static readonly string[] Doelen =
        ["uitvoeren-leerroute", "uitvoeren-participatie", "uitvoeren-pvt", "maatschappelijke-begeleiding", "hulp-bij-schulden", "regie-voeren", "gezondheid-wegen", "bestaat-niet"];

    [Theory]
    [InlineData("schakelcollege-1708", "uitvoeren-leerroute")]
    [InlineData("taalpunt-1708", "uitvoeren-leerroute")]
    [InlineData("vwn-1708", "uitvoeren-pvt")]
    public async Task F3_F7_EveryDoelOfAPartner_HoldsNoHealthAndAnothersDoelIs403(string clientId, string eigen)
    {
        var regie = await OverAsync(house, Hasan);
        await regie.GeefAsync(Opdracht(clientId, eigen == "uitvoeren-pvt" ? "pvt" : "leerroute"));
        await regie.StemToeAsync(Toestemming());
        var id = await regie.IdVanAsync(house, clientId, eigen);

        foreach (var doel in Doelen)
        {
            var antwoord = await LeesAsync(house, clientId, id, doel);

            Assert.True(antwoord.Status is HttpStatusCode.OK or HttpStatusCode.Forbidden, $"{doel}: {antwoord.Status}");
            Assert.All(["GZH", "gezondheid", "slaapt", "praktijkondersteuner", "ontheffingMed", "ziekenhuis"], woord => Assert.DoesNotContain(woord, antwoord.Body.GetRawText(), StringComparison.OrdinalIgnoreCase));
            if (antwoord.Status == HttpStatusCode.Forbidden)
            {
                Assert.Equal($"Dossier geraadpleegd|1|doel-niet-toegestaan|{(doel == "bestaat-niet" ? "onbekend" : doel)}|-|-|t", await antwoord.RegelAsync(house));
            }
        }
    }

    [Fact]
    public async Task F4_WerkWithBelastbaarheidKnown_GetsHoursAndNoCause()
    {
        var regie = await OverAsync(house, Amal, "zaaksysteem-0171");
        await regie.LegVastAsync(house, "PAR", "gemeente", new JsonObject { ["belastbaarheidUrenPerWeek"] = 8 });
        await regie.LegVastAsync(house, "GZH", "gemeente", new JsonObject { ["belastbaarheid"] = "8 uur door chronische pijn", ["ontheffingMed"] = true });
        var id = await regie.IdVanAsync(house, "werkcorporatie-0171", "uitvoeren-participatie");

        var antwoord = await LeesAsync(house, "werkcorporatie-0171", id, "uitvoeren-participatie");

        Assert.Equal(8, antwoord.Body.GetProperty("gegevens").GetProperty("PAR").GetProperty("belastbaarheidUrenPerWeek").GetInt32());
        Assert.All(["GZH", "pijn", "ontheffing"], woord => Assert.DoesNotContain(woord, antwoord.Body.GetRawText(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task F6_ReadWithoutDoel_Is400AndLogged()
    {
        var id = await (await OverAsync(house, Pablo)).IdVanAsync(house, "vwn-1708", "uitvoeren-pvt");

        var antwoord = await Antwoord.SendAsync(await house.AsAsync("vwn-1708"), HttpMethod.Get, $"/v1/dossiers/{id}");

        Assert.Equal((HttpStatusCode.BadRequest, "GW-0101"), (antwoord.Status, antwoord.Code));
        Assert.Equal("Dossier geraadpleegd|1|doel-ontbreekt|-|-|-|t", await antwoord.RegelAsync(house));
    }
}
