using System.Net;

namespace Inburgering.Gateway.Tests.Start;

/// <summary>./run --alleen-sandbox: the simulated partners alone, for whoever connects another system to them.</summary>
public sealed class RunAlleenSandboxTests : IDisposable
{
    private readonly RunFolder _folder = new();

    [Fact]
    public async Task Start_AlleenSandbox_AnswersWithoutDatabaseOrGatewayAndLeavesNothingBehind()
    {
        var plan = new RunPlan(_folder.Data("sandbox"), "--alleen-sandbox");
        await using var run = RunInstance.Start(plan);
        using var client = new HttpClient();

        var ready = await run.ReadyAsync();
        var duo = await client.GetAsync($"http://127.0.0.1:{plan.SandboxPort}/duo/v1/instellingen", TestContext.Current.CancellationToken);

        Assert.Equal($"Gereed: http://127.0.0.1:{plan.SandboxPort}", ready);
        Assert.Contains($"http://127.0.0.1:{plan.SandboxPort}/duo/v1", run.Output, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, "1.2.0"), (duo.StatusCode, duo.Headers.GetValues("API-Version").Single()));
        Assert.False(Directory.Exists(Path.Combine(plan.Data, "pg")));
        Assert.Equal(0, await run.StopAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync($"http://127.0.0.1:{plan.SandboxPort}/_sandbox/gereed", TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();
}
