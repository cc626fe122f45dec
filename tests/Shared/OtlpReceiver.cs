using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Inburgering.Gateway.Tests.Shared;

/// <summary>Takes OTLP over HTTP and keeps the bytes.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(KeepAsync);
        ((IHost)app).Start();
    }

    public string Address => app.Urls.First();

    /// <summary>All that came in.</summary>
    public byte[] Bytes => [.. received.SelectMany(r => r.Body)];

    public static OtlpReceiver Start() => new();

    /// <summary>Waits until something came at each path from now on.</summary>
    public async Task UntilAsync(params string[] paths)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        var before = received.Count;
        while (!paths.All(path => received.Skip(before).Any(r => r.Path == path)))
        {
            await Task.Delay(50, limit.Token);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        received.Enqueue((context.Request.Path, body.ToArray()));
    }
}
