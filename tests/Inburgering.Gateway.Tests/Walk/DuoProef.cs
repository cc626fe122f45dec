using System.Net;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>One delivery while DUO is out of order, and what must hold afterwards in every case.</summary>
internal static class DuoProef
{
    public const string Hasan = "999990019";
    public const int Steeds = 1000;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Levering> OnFaultAsync(RunningHouse house, string code, string kind, int times, string bsn = Hasan)
    {
        await house.HerstelAsync();
        await house.StoringAsync(new { kind, times });
        return await Levering.SendAsync(house, Levering.Notificatie(code, bsn));
    }

    /// <summary>DUO knows a question by its berichtId, however often it was tried; ours stand one by one in the log.</summary>
    public static async Task EveryQuestionHasItsLineAsync(RunningHouse house, Levering levering, int vragen)
    {
        var asked = (await house.VerzoekenAsync()).Select(c => c.GetProperty("berichtId").GetString()).Distinct(StringComparer.Ordinal).Count();
        Assert.Equal(vragen, asked);
        Assert.Equal(vragen, await levering.RegelsAsync("Bij duo opgevraagd: %", $"r.bericht_id = '{await levering.WaardeAsync<Guid>("bericht_id"):D}'"));
    }

    public static async Task StillAnswersAsync(RunningHouse house)
    {
        using var ready = await house.Anonymous.GetAsync("/health/ready", Ct);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.NotEmpty(await RunningHouse.FindAsync(await house.AsAsync("schakelcollege-1708"), Hasan, "uitvoeren-leerroute"));
    }
}
