using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Adapters.Duo.Tests;
using Inburgering.Gateway.Adapters.Tests.Servers;
using Microsoft.AspNetCore.Http;

namespace Inburgering.Gateway.Adapters.Tests.Seam;

/// <summary>The sandbox with a gateway behind it that takes everything in and remembers it.</summary>
public sealed class Partnersandbox : IAsyncLifetime
{
    private readonly ConcurrentQueue<JsonObject> gekregen = new();
    private PartnerServer? gateway;
    private SandboxServer? sandbox;

    /// <summary>What came over the connection to <c>/v1/berichten</c> since it was last asked, in order.</summary>
    public IReadOnlyList<JsonObject> Neem()
    {
        var alles = new List<JsonObject>();
        while (gekregen.TryDequeue(out var bericht))
        {
            alles.Add(bericht);
        }

        return alles;
    }

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        gateway = await PartnerServer.StartAsync(
            async context =>
            {
                gekregen.Enqueue((await JsonNode.ParseAsync(context.Request.Body, cancellationToken: ct))!.AsObject());
                context.Response.StatusCode = context.Request is { Method: "POST", Path.Value: "/v1/berichten", ContentType: "application/cloudevents+json; charset=utf-8" } ? 202 : 404;
                context.Response.Headers.Location = "/v1/berichten/1";
            },
            ct);
        sandbox = new SandboxServer { GatewayAdres = gateway.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), ZonderToken = true };
        await sandbox.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox!.DisposeAsync();
        await gateway!.DisposeAsync();
    }

    public async Task<(int Status, string Text)> PostAsync(string path, string json, string media = "application/json")
    {
        using var content = new StringContent(json, Encoding.UTF8, media);
        using var response = await sandbox!.Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<JsonArray> ListAsync(string path) =>
        JsonNode.Parse(await sandbox!.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken))!.AsArray();
}
