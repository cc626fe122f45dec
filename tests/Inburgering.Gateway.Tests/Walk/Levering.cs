using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>One accepted notification, followed by the trace it was sent with.</summary>
internal sealed class Levering
{
    public const short Ontvangen = 0;
    public const short Verwerkt = 1;
    public const short Quarantaine = 2;
    public const short ZonderGevolg = 3;

    private static int seconden;
    private readonly RunningHouse house;

    private Levering(RunningHouse house, string traceId) => (this.house, TraceId) = (house, traceId);

    public string TraceId { get; }

    /// <summary>A moment that no other notification of this run has: the same moment would be the same event.</summary>
    public static string NieuwMoment() =>
        new DateTimeOffset(2024, 11, 1, 8, 0, 0, TimeSpan.FromHours(1)).AddSeconds(Interlocked.Increment(ref seconden)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static object Notificatie(string code, string bsn) => new { registratieDatumTijd = NieuwMoment(), gebeurtenisId = code, bsn };

    /// <summary>Sends it as DUO: 201 without body, and one line of this delivery.</summary>
    public static async Task<Levering> SendAsync(RunningHouse house, object body, Guid? berichtId = null, string gemeente = Notificaties.Noorderveld)
    {
        var levering = new Levering(house, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/notificaties") { Content = RunningHouse.Json(body) };
        request.Headers.Add("bron", Notificaties.Duo);
        request.Headers.Add("doel", gemeente);
        request.Headers.Add("berichtId", (berichtId ?? Guid.NewGuid()).ToString("D"));
        request.Headers.Add("traceparent", $"00-{levering.TraceId}-b7ad6b7169203331-00");
        var duo = await house.AsAsync("duo");
        using var response = await duo.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.Created, answer);
        Assert.Empty(answer);
        Assert.Equal(1L, await levering.RegelsAsync("Notificatie ontvangen"));
        return levering;
    }

    /// <summary>Rows of the inbox that came with this delivery.</summary>
    public Task<long> RijenAsync() => house.ScalarAsync<long>($"select count(*) from inbox.bericht where {Rij}");

    /// <summary>Waits until no work is left on it for now, and says how it stands: status and reason.</summary>
    public async Task<(short Status, string? Reden)> AfloopAsync()
    {
        await house.UntilAsync($"select count(*) = 0 from inbox.bericht where {Rij} and status = 0 and reden is null");
        return (await house.ScalarAsync<short>($"select status from inbox.bericht where {Rij}"), await RedenAsync());
    }

    /// <summary>Lines under its trace with this name; % stands for anything.</summary>
    public Task<long> RegelsAsync(string naam, string ook = "true") => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.trace_id = '\x{TraceId}' and c.naam like '{naam}' and {ook}
        """);

    /// <summary>Any value of its row.</summary>
    public Task<T?> WaardeAsync<T>(string kolom) => house.ScalarAsync<T>($"select {kolom} from inbox.bericht where {Rij}");

    private string Rij => $"trace_id = '{TraceId}'";

    private async Task<string?> RedenAsync() => await WaardeAsync<string>("coalesce(reden, '')") is { Length: > 0 } reden ? reden : null;
}

/// <summary>What the sandbox saw.</summary>
internal static class SandboxExtensions
{
    /// <summary>Orders a fault at DUO.</summary>
    public static async Task StoringAsync(this RunningHouse house, object storing)
    {
        using var response = await house.Sandbox.PostAsync("/_sandbox/duo/storingen", RunningHouse.Json(storing), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>DUO knows this of a person from now on, under the names of config/demo/duo.json; null forgets a part.</summary>
    public static async Task WeetAsync(this RunningHouse house, object persoon)
    {
        using var response = await house.Sandbox.PostAsync("/_sandbox/duo/personen", RunningHouse.Json(persoon), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>No faults, no calls remembered, the first world.</summary>
    public static async Task HerstelAsync(this RunningHouse house)
    {
        using var response = await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
    }

    /// <summary>The calls since the last reset.</summary>
    public static async Task<JsonElement[]> VerzoekenAsync(this RunningHouse house)
    {
        using var calls = JsonDocument.Parse(await house.Sandbox.GetStringAsync("/_sandbox/duo/verzoeken", TestContext.Current.CancellationToken));
        return [.. calls.RootElement.EnumerateArray().Select(c => c.Clone())];
    }
}
