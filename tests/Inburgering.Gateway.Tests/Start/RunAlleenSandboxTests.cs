using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Inburgering.Gateway.Tests.Start;

/// <summary>./run --alleen-sandbox: the simulated partners alone, for whoever connects another system to them.</summary>
public sealed class RunAlleenSandboxTests : IDisposable
{
    private readonly RunFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_AlleenSandbox_AnswersWithoutDatabaseOrGatewayAndLeavesNothingBehind()
    {
        var plan = new RunPlan(_folder.Data("sandbox"), "--alleen-sandbox");
        await using var run = RunInstance.Start(plan);
        using var client = new HttpClient();

        var ready = await run.ReadyAsync();
        var duo = await client.GetAsync($"http://127.0.0.1:{plan.SandboxPort}/duo/v1/instellingen", Ct);

        Assert.Equal($"Gereed: http://127.0.0.1:{plan.SandboxPort}", ready);
        Assert.Contains($"http://127.0.0.1:{plan.SandboxPort}/duo/v1", run.Output, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, "1.2.0"), (duo.StatusCode, duo.Headers.GetValues("API-Version").Single()));
        Assert.False(Directory.Exists(Path.Combine(plan.Data, "pg")));
        Assert.Equal(0, await run.StopAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync($"http://127.0.0.1:{plan.SandboxPort}/_sandbox/gereed", Ct));
    }

    [Fact]
    public async Task Start_AlleenSandboxWithReceiver_NotifiesThatSystemWithoutAToken()
    {
        var received = new TaskCompletionSource<(string Path, bool Token, string Doel)>();
        await using var supplier = await SupplierAsync(received);
        var plan = new RunPlan(_folder.Data("ontvanger"), "--alleen-sandbox")
        {
            Environment = new Dictionary<string, string> { ["GATEWAY_SANDBOX_ONTVANGER"] = $"{supplier.Urls.Single()}/welk/pad/ook" },
        };
        await using var run = RunInstance.Start(plan);
        using var client = new HttpClient();
        await run.ReadyAsync();

        var sent = await client.PostAsJsonAsync(
            $"http://127.0.0.1:{plan.SandboxPort}/_sandbox/duo/zendingen", new { gebeurtenisId = "SS139", bsn = "999990019" }, Ct);

        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.Equal(("/v1/notificaties", false, "00000001999990001000"), await received.Task);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<WebApplication> SupplierAsync(TaskCompletionSource<(string Path, bool Token, string Doel)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var supplier = builder.Build();
        supplier.Run(context =>
        {
            received.TrySetResult((context.Request.Path, context.Request.Headers.ContainsKey("Authorization"), context.Request.Headers["doel"].ToString()));
            context.Response.StatusCode = StatusCodes.Status201Created;
            return Task.CompletedTask;
        });
        await supplier.StartAsync(Ct);
        return supplier;
    }
}
