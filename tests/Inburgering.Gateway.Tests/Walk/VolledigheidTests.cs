using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>The nightly proof that every answer of the front door has its line (issue: completeness), on the running programs.</summary>
public sealed class VolledigheidTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = "999990019";
    private const string Leerroute = "uitvoeren-leerroute";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Controle_NaLezenWeigerenLeverenEnExporteren_VindtBijElkAntwoordZijnRegel()
    {
        await EmptyAsync();
        var spans = await TrafficAsync();
        await CountedAsync(spans);

        var (exit, output) = await house.CommandAsync("onderhoud", "volledigheid");

        Assert.True(exit == 0, output);
        Assert.Contains("alle met hun regel", output, StringComparison.Ordinal);
        Assert.Equal(0L, await house.ScalarAsync<long>("select count(*) from verwerkingslog.deurtelling"));
        var soorten = await house.ScalarAsync<string[]>("select array_agg(distinct actie || '/' || resultaat) from verwerkingslog.volledigheid where gemeentecode = '1708'");
        Assert.Superset(new HashSet<string> { "0/0", "0/1", "1/0", "1/1", "4/0", "5/0" }, soorten!.ToHashSet());
    }

    [Fact]
    public async Task Controle_AlsEenRegelWegIs_NoemtHemMeldtHetEnBlijftHetMelden()
    {
        await EmptyAsync();
        var spans = await TrafficAsync();
        await CountedAsync(spans);
        var weg = spans[0];
        await using (var bron = house.OpenDatabase())
        await using (var command = bron.CreateCommand($@"set session_replication_role = replica; delete from verwerkingslog.regel where span_id = '\x{weg}'"))
        {
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Ct));
        }

        var (exit, output) = await house.CommandAsync("onderhoud", "volledigheid");

        Assert.Equal(1, exit);
        Assert.Contains("van 1 ontbreekt de regel: ", output, StringComparison.Ordinal);
        Assert.Contains($"raadplegen toegestaan {weg}", output, StringComparison.Ordinal);
        await RunningHouse.UntilAsync(async ct => (await house.Anonymous.GetStringAsync("/metrics", ct)).Contains("gateway_log_verschil 1", StringComparison.Ordinal));
        using var gereed = JsonDocument.Parse(await house.Anonymous.GetStringAsync("/health/ready", Ct));
        Assert.Equal("Van 1 antwoord ontbreekt de regel in het log.", gereed.RootElement.GetProperty("log").GetString());
        Assert.Contains("Incident: van 1 antwoorden ontbreekt de regel", house.Output, StringComparison.Ordinal);
        Assert.Equal(1L, await house.ScalarAsync<long>("select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where c.reden = 'log-onvolledig'"));
        Assert.Equal(0, (await house.CommandAsync("onderhoud", "volledigheid")).Exit);
        Assert.Contains("gateway_log_verschil 1", await house.Anonymous.GetStringAsync("/metrics", Ct), StringComparison.Ordinal);
        await EmptyAsync();
    }

    [Fact]
    public async Task Controle_NaEenKillMidden_GeeftGeenValsAlarm()
    {
        await EmptyAsync();
        _ = await TrafficAsync();
        await house.KillGatewayAsync();
        await house.StartGatewayAsync();
        var daarna = await TrafficAsync();
        await CountedAsync(daarna);

        var (exit, output) = await house.CommandAsync("onderhoud", "volledigheid");

        Assert.True(exit == 0, output);
        Assert.True(await house.ScalarAsync<long>("select coalesce(sum(geteld), 0) from verwerkingslog.volledigheid") >= daarna.Count);
    }

    /// <summary>Reads, a refusal, a search with and without success, a delivery and an export; the numbers of the answers.</summary>
    private async Task<List<string>> TrafficAsync()
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var privacy = await house.AsAsync("privacy-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, Leerroute);
        var spans = new List<string>();
        spans.Add(await SpanAsync(school.GetAsync($"/v1/dossiers/{id}?doel={Leerroute}", Ct)));
        spans.Add(await SpanAsync(school.GetAsync($"/v1/dossiers/{id}?doel=regie-voeren", Ct)));
        spans.Add(await SpanAsync(school.PostAsync("/v1/dossiers/_zoek", RunningHouse.Json(new { bsn = "999990032", doel = Leerroute }), Ct)));
        spans.Add(await SpanAsync(privacy.PostAsync("/v1/logregels/_zoek", RunningHouse.Json(new { van = "2024-10-01", tot = "2024-11-15" }), Ct)));
        spans.Add(await SpanAsync(privacy.PostAsync("/v1/logregels/_exporteer", RunningHouse.Json(new { actor = "schakelcollege-1708" }), Ct)));
        await Levering.SendAsync(house, Levering.Notificatie("SS139", Hasan));
        return spans;
    }

    private static async Task<string> SpanAsync(Task<HttpResponseMessage> vraag)
    {
        using var answer = await vraag;
        return answer.Headers.GetValues("Besluit-Id").Single();
    }

    /// <summary>Waits until the counts of these answers are stored.</summary>
    private Task CountedAsync(List<string> spans) => house.UntilAsync(
        $"select {string.Join(" and ", spans.Select(s => $@"exists (select 1 from verwerkingslog.deurtelling where position('\x{s}'::bytea in spans) > 0)"))}");

    private async Task EmptyAsync()
    {
        await using var bron = house.OpenDatabase();
        await using var command = bron.CreateCommand("delete from verwerkingslog.deurtelling; delete from verwerkingslog.volledigheid");
        await command.ExecuteNonQueryAsync(Ct);
    }
}
