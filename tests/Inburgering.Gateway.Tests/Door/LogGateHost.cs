using System.Buffers;
using System.Collections.Concurrent;
using System.Data.Common;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inburgering.Gateway.Tests.Door;

/// <summary>The real door on a real port, with a log that a test can hold up or break.</summary>
internal sealed class LogGateHost : IAsyncDisposable
{
    public const string Geheim = "geheim van Hasan";

    private readonly WebApplication app;

    private LogGateHost(WebApplication app) => this.app = app;

    public HttpClient Client { get; private set; } = null!;

    public FakeLog Log { get; private init; } = null!;

    public static async Task<LogGateHost> StartAsync()
    {
        var log = new FakeLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddApi().AddDoor().AddSingleton(GeenTelstore.Teller());
        builder.Services.AddKeyedSingleton(Klok.Zaak, TimeProvider.System);
        builder.Services.AddSingleton<ILogWriter>(log);
        var house = builder.Build();
        house.UseApi();
        house.UseRouting();
        house.UseLogGate();
        Map(house.MapV1());
        await house.StartAsync();
        return new LogGateHost(house)
        {
            Log = log,
            Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(house.Urls.Single()) },
        };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static void Map(RouteGroupBuilder v1)
    {
        v1 = v1.MapGroup(string.Empty).WithMetadata(new HandelingAttribute("Proef", Actie.Raadplegen));
        v1.MapGet("/goed", (Verwerking regel) => Decided(regel, TypedResults.Ok(new Antwoord())));
        v1.MapGet("/zonder-besluit", () => TypedResults.Ok(new Antwoord()));
        v1.MapGet("/zwijgt", (Verwerking regel) => Decided(regel, TypedResults.Ok(new { Geheim })));
        v1.MapGet("/kaal", (Verwerking regel) => Decided(regel, new { Geheim }));
        v1.MapGet("/tekst", (Verwerking regel) => Decided(regel, Geheim));
        v1.MapGet("/csv", (Verwerking regel) => Decided(regel, TypedResults.Text(Geheim, "text/csv")));
        v1.MapGet("/stroom", (Verwerking regel) => Decided(regel, TypedResults.Stream(s => s.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Geheim)).AsTask(), "text/csv")));
        v1.MapGet("/stroomt", StreamAsync);
        v1.MapGet("/begint", BeginAsync);
        v1.MapGet("/breekt-af", BreakAsync);
        v1.MapGet("/kapot", string (Verwerking regel) => throw new InvalidOperationException(Decided(regel, Geheim)));
        v1.MapGet("/status/{status:int}", (int status, Verwerking regel) => Decided(regel, TypedResults.StatusCode(status)));
        v1.MapMethods("/hoofd", ["HEAD"], (Verwerking regel) => Decided(regel, TypedResults.Ok()));
        v1.MapGet("/geweigerd", () => Problems.DossierOnbekend.Answer());
        v1.MapGet("/zonder-regel", () => TypedResults.Ok(new Antwoord())).WithMetadata(new ZonderLogregelAttribute("proef"));
    }

    private static T Decided<T>(Verwerking regel, T answer)
    {
        regel.Besluit = Resultaat.Toegestaan;
        return answer;
    }

    private static async Task StreamAsync(HttpContext context, Verwerking regel)
    {
        regel.Besluit = Resultaat.Toegestaan;
        for (var i = 0; i < 3; i++)
        {
            await context.Response.WriteAsync(Geheim, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task BeginAsync(HttpContext context, Verwerking regel)
    {
        regel.Besluit = Resultaat.Toegestaan;
        await context.Response.StartAsync(context.RequestAborted);
        context.Response.BodyWriter.Write(System.Text.Encoding.UTF8.GetBytes(Geheim));
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static async Task BreakAsync(HttpContext context, Verwerking regel)
    {
        regel.Besluit = Resultaat.Toegestaan;
        context.Response.BodyWriter.Write(System.Text.Encoding.UTF8.GetBytes(Geheim));
        await Task.Yield();
        throw new InvalidOperationException(Geheim);
    }

    /// <summary>Says what it holds, by what it holds.</summary>
    private sealed class Antwoord : IVerantwoord
    {
        public Dictionary<string, string> Gegevens { get; } = new() { ["naam"] = Geheim, ["bsn"] = "999990342" };

        public IReadOnlyList<string> GeleverdeVelden() => [.. Gegevens.Keys.Select(k => $"IDN.{k}")];
    }
}

/// <summary>A log writer whose confirmation a test gives or withholds.</summary>
internal sealed class FakeLog : ILogWriter
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<Logregel> Regels { get; } = [];

    /// <summary>Done when a line has come in.</summary>
    public Task Asked => asked.Task;

    /// <summary>What a confirmation waits for.</summary>
    public Task Confirmation { get; set; } = Task.CompletedTask;

    public async Task<Logbewijs> AppendAsync(Logregel regel, CancellationToken ct)
    {
        Regels.Enqueue(regel);
        asked.TrySetResult();
        await Confirmation;
        return new Logbewijs(regel.Gemeentecode, 0, Regels.Count);
    }

    public Task<Logbewijs> AppendAsync(string gemeentecode, Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<Logbewijs> AppendVerhuizingAsync(string van, string naar, Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct) =>
        throw new NotSupportedException();
}
