using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>domain (e): what each event of the walk makes the gateway fetch, over real HTTP.</summary>
[Collection(Duohuis.Collection)]
public sealed class GebeurtenisTests(RunningHouse house)
{
    private const string Plicht = "inburgeringsplicht", Doelgroep = "doelgroep", Termijn = "inburgeringstermijn", Pip = "PIP";
    private const string Examens = "examens/resultaten", Pogingen = "examens/gratispogingen", Nummer = "lbt/examennummer", Toets = "lbt/resultaten";
    private const string Vrijstelling = "vrijstellingen", Ontheffing = "ontheffingen";

    [Theory]
    [InlineData("SS101", Plicht, Doelgroep, Examens, Pogingen)]
    [InlineData("SS102", Termijn)]
    [InlineData("SS107", Plicht, Doelgroep, Vrijstelling)]
    [InlineData("SS108", Plicht, Doelgroep, Ontheffing)]
    [InlineData("SS116", Vrijstelling)]
    [InlineData("SS119", Ontheffing, Examens, Pogingen)]
    [InlineData("SS121", Plicht, Doelgroep, Termijn, Examens, Pogingen, Pip)]
    [InlineData("SS131", Nummer, Toets)]
    [InlineData("SS130", Plicht, Doelgroep, Termijn, Pip, Examens, Pogingen, Vrijstelling)]
    [InlineData("SS137", Nummer, Toets)]
    [InlineData("SS139", Plicht, Doelgroep, Examens, Pogingen)]
    [InlineData("SS199", Examens, Pogingen)]
    public async Task Notificatie_PerGebeurtenis_HaaltPreciesDieGegevensOp(string gebeurtenis, params string[] delen)
    {
        await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, TestContext.Current.CancellationToken);

        using var response = await Notificaties.SendAsync(
            await house.AsAsync("duo"), new { registratieDatumTijd = "2024-11-14T09:30:00+01:00", gebeurtenisId = gebeurtenis, bsn = "999990019" });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        await house.UntilAsync("select count(*) = 0 from inbox.bericht where status = 0");
        using var calls = JsonDocument.Parse(await house.Sandbox.GetStringAsync("/_sandbox/duo/verzoeken", TestContext.Current.CancellationToken));
        Assert.Equal(
            delen.Select(d => $"/personen/{{bsn}}/{d}").Order(StringComparer.Ordinal),
            calls.RootElement.EnumerateArray().Select(c => c.GetProperty("path").GetString()!.Replace("/duo/v1", string.Empty, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Notificatie_MetTraceparent_GaatMetDezelfdeTraceNaarDuoEnInHetLog()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        await house.Sandbox.PostAsync("/_sandbox/duo/herstel", null, TestContext.Current.CancellationToken);
        var duo = await house.AsAsync("duo");
        duo.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-00");

        using var response = await Notificaties.SendAsync(duo, new { registratieDatumTijd = "2024-11-13T09:30:00+01:00", gebeurtenisId = "SS131", bsn = "999990019" });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        await house.UntilAsync("select count(*) = 0 from inbox.bericht where status = 0");
        using var calls = JsonDocument.Parse(await house.Sandbox.GetStringAsync("/_sandbox/duo/verzoeken", TestContext.Current.CancellationToken));
        Assert.All(calls.RootElement.EnumerateArray(), c => Assert.StartsWith($"00-{trace}-", c.GetProperty("traceparent").GetString(), StringComparison.Ordinal));
        Assert.Equal(4L, await house.ScalarAsync<long>($"select count(*) from verwerkingslog.regel where trace_id = '\\x{trace}'"));
    }
}
