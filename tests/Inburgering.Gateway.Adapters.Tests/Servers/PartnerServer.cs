using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Inburgering.Gateway.Adapters.Tests.Servers;

/// <summary>A partner on a real local port that gives one answer, and remembers what it was asked.</summary>
internal sealed class PartnerServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> asked = new();

    private PartnerServer(WebApplication app) => this.app = app;

    /// <summary>As the hub makes it: no redirects, no proxy.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>Method and path of every request, in order.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    public static async Task<PartnerServer> StartAsync(RequestDelegate answer, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new PartnerServer(builder.Build());
        server.app.Run(context =>
        {
            server.asked.Enqueue($"{context.Request.Method} {context.Request.Path}");
            return answer(context);
        });
        await server.app.StartAsync(ct);
        server.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = new Uri($"{server.app.Urls.Single()}/v1/"),
        };
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
