using System.Net;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>DUO out of order: never a crash, never a lost event, and how it stands is in the inbox.</summary>
public sealed class DuoStoringTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = "999990019";
    private const int Steeds = 1000;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SS139", "404", Steeds, "onbekend-bij-partner", 4)]
    [InlineData("SS102", "403-leeg", Steeds, "geen-toegang-meer", 1)]
    [InlineData("SS102", "403-fouttekst", Steeds, "partner-weigert", 1)]
    [InlineData("SS102", "onzin", Steeds, "antwoord-onleesbaar", 1)]
    [InlineData("SS102", "302", Steeds, "antwoord-onleesbaar", 1)]
    public async Task Ophalen_DuoAntwoordtOnbruikbaar_WachtOpEenMens(string code, string kind, int times, string reden, int vragen)
    {
        var levering = await OnFaultAsync(code, kind, times);

        Assert.Equal((Levering.Quarantaine, reden), await levering.AfloopAsync());
        Assert.True(await levering.WaardeAsync<bool>("volgende_poging is null"));
        Assert.Equal(vragen, (await house.VerzoekenAsync()).Length);
        await EveryQuestionHasItsLineAsync(levering, vragen);
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("503", 2, 3)]
    [InlineData("reset", 1, 2)]
    [InlineData("hangt", 1, 2)]
    public async Task Ophalen_DuoHerstelt_AlsnogVerwerkt(string kind, int times, int aanroepen)
    {
        var levering = await OnFaultAsync("SS102", kind, times);

        Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
        Assert.Equal(aanroepen, (await house.VerzoekenAsync()).Length);
        await EveryQuestionHasItsLineAsync(levering, 1);
        Assert.Equal(1L, await levering.RegelsAsync("Gegevens vastgelegd"));
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("503")]
    [InlineData("reset")]
    public async Task Ophalen_DuoBlijftWeg_BlijftOntvangenEnKomtTerug(string kind)
    {
        var levering = await OnFaultAsync("SS102", kind, Steeds);

        Assert.Equal((Levering.Ontvangen, "partner-niet-bereikbaar"), await levering.AfloopAsync());
        Assert.True(await levering.WaardeAsync<bool>("volgende_poging > now() and bezet_tot is null and pogingen = 1"));
        await EveryQuestionHasItsLineAsync(levering, 1);
        await StillAnswersAsync();

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
        await EveryQuestionHasItsLineAsync(levering, 4);
    }

    private async Task<Levering> OnFaultAsync(string code, string kind, int times)
    {
        await house.HerstelAsync();
        await house.StoringAsync(new { kind, times });
        return await Levering.SendAsync(house, Levering.Notificatie(code, Hasan));
    }

    /// <summary>DUO knows a question by its berichtId, however often it was tried; ours stand one by one in the log.</summary>
    private async Task EveryQuestionHasItsLineAsync(Levering levering, int vragen)
    {
        var asked = (await house.VerzoekenAsync()).Select(c => c.GetProperty("berichtId").GetString()).Distinct(StringComparer.Ordinal).Count();
        Assert.Equal(vragen, asked);
        Assert.Equal(vragen, await levering.RegelsAsync("Bij duo opgevraagd: %", $"r.bericht_id = '{await levering.WaardeAsync<Guid>("bericht_id"):D}'"));
    }

    private async Task StillAnswersAsync()
    {
        using var ready = await house.Anonymous.GetAsync("/health/ready", Ct);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.NotEmpty(await RunningHouse.FindAsync(await house.AsAsync("schakelcollege-1708"), Hasan, "uitvoeren-leerroute"));
    }
}
