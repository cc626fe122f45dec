using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Inburgering.Gateway.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>The sandbox on a free port, with the demo world of the repository.</summary>
public sealed class SandboxServer : IAsyncLifetime, ILoggerProvider
{
    public const string Hasan = "999990019";
    public const string Pablo = "999990032";
    public const string Amal = "999990044";
    public const string Sanne = "999990056";
    public const string Duo = "00000001999990009000";

    private readonly ConcurrentQueue<string> lines = new();
    private WebApplication? app;

    public static string DemoMap { get; } = Path.Combine(SharedContracts.RepositoryRoot, "config", "demo");

    /// <summary>Where the sandbox sends; a test that lets it send sets this before the server starts.</summary>
    public string GatewayAdres { get; init; } = "http://127.0.0.1:1";

    public string DataMap { get; init; } = Path.GetTempPath();

    /// <summary>False: what it sends goes without a token.</summary>
    public bool ZonderToken { get; init; }

    /// <summary>Null: the machine's.</summary>
    public TimeProvider? Klok { get; init; }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Every line the sandbox logged.</summary>
    public IEnumerable<string> Lines => lines;

    public async ValueTask InitializeAsync()
    {
        var omgeving = new SandboxOmgeving { Poort = 0, GatewayAdres = GatewayAdres, DataMap = DataMap, DemoMap = DemoMap, ZonderToken = ZonderToken };
        app = SandboxApp.Build(omgeving, this, Klok);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Client.BaseAddress = new Uri(addresses.Single());
    }

    /// <summary>Asks as DUO's contracts want it; a header given as null is left out.</summary>
    public Task<HttpResponseMessage> AskAsync(
        string path, string? bron = "00000001999990001000", string? doel = Duo, string? berichtId = "0d3c1a6e-6a0d-4f5c-8a43-6d6a0f3f7c11") =>
        SendAsync(HttpMethod.Get, path, null, bron, doel, berichtId);

    /// <summary>Sends as DUO's contracts want it; a header given as null is left out, and so is a body.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? json, string? bron, string? doel, string? berichtId)
    {
        var request = new HttpRequestMessage(method, $"/duo/v1{path}") { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in new[] { ("bron", bron), ("doel", doel), ("berichtId", berichtId) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Steers the sandbox: POST /_sandbox/duo/{control}.</summary>
    public Task<HttpResponseMessage> SteerAsync(string control, string json = "{}")
    {
        var content = new StringContent(json, Encoding.UTF8, "application/json");
        return Client.PostAsync(new Uri($"/_sandbox/duo/{control}", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public Task<JsonArray> VerzoekenAsync() => LeesAsync("verzoeken");

    /// <summary>What the sandbox shows: GET /_sandbox/duo/{control}.</summary>
    public async Task<JsonArray> LeesAsync(string control) =>
        (JsonArray)JsonNode.Parse(await Client.GetStringAsync(new Uri($"/_sandbox/duo/{control}", UriKind.Relative), TestContext.Current.CancellationToken))!;

    /// <summary>The persons of config/demo/duo.json.</summary>
    public static IReadOnlyList<JsonElement> Personen { get; } = [.. Wereld().GetProperty("personen").EnumerateArray()];

    /// <summary>By gemeentecode.</summary>
    public static IReadOnlyDictionary<string, string> Oins { get; } =
        Wereld().GetProperty("gemeenten").EnumerateObject().ToDictionary(pair => pair.Value.GetString()!, pair => pair.Name);

    public ILogger CreateLogger(string categoryName) => new LineLogger(lines);

    private static JsonElement Wereld() => JsonElement.Parse(File.ReadAllText(Path.Combine(DemoMap, "duo.json")));

    public void Dispose() => Client.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        Dispose();
    }

    private sealed class LineLogger(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{logLevel} {formatter(state, exception)} {exception}"));
    }
}
