using Inburgering.Gateway.Door;
using Inburgering.Gateway.Tests.Wiring;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inburgering.Gateway.Tests.Door;

/// <summary>The API's outside on a real port, in the order of Program.cs, around endpoints that answer in every way an endpoint can.</summary>
public sealed class DoorHost : IAsyncLifetime
{
    public const string Geheim = "999990342 van Jan Geheim";

    private readonly CapturedLog log = new();
    private WebApplication? app;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Everything the diagnostic log wrote so far.</summary>
    public string Log => log.Text;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddObservation();
        log.Use(builder.Logging, builder.Configuration);
        builder.Services.AddApi().AddDoor().AddSingleton(GeenTelstore.Teller());
        builder.Services.AddKeyedSingleton(Klok.Zaak, TimeProvider.System);
        builder.Services.AddSingleton<ILogWriter, TestLog>();
        app = builder.Build();
        app.UseRequestLog();
        app.UseApi();
        app.UseRouting();
        app.UseLogGate();
        Map(app);
        await app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
    }

    private static void Map(WebApplication app)
    {
        var v1 = app.MapGroup("/v1").WithMetadata(new ZonderLogregelAttribute("proef"));
        v1.MapGet("/goed", () => new { tijdstip = new DateTimeOffset(2024, 11, 15, 10, 0, 0, TimeSpan.FromHours(1)), leeg = (string?)null });
        v1.MapGet("/gebonden", (int aantal) => aantal);
        v1.MapGet("/status/{status:int}", (int status) => TypedResults.StatusCode(status));
        v1.MapGet("/probleem", () => Problems.DoelNietToegestaan.Answer());
        v1.MapGet("/eigen", () => TypedResults.Problem(statusCode: 409, detail: "Dit kan nu niet."));
        v1.MapGet("/kapot", string () => throw new InvalidOperationException(Geheim));
        v1.MapGet("/log-weg", string () => throw new LogUnavailableException("proef"));
        v1.MapPost("/gebonden", ([FromBody] Vraag vraag) => vraag);
        v1.MapPost("/inhoud", InhoudAsync);
        v1.MapPost("/groot", async (HttpRequest request) => (await JsonBody.ReadRawAsync(request, 1024 * 1024, request.HttpContext.RequestAborted)).Probleem?.Status).WithMetadata(new RequestSizeLimitAttribute(1024));
        app.MapGet("/v1/zonder-besluit", () => "gegevens");
        app.MapGet("/v1/gelogd-kapot", string () => throw new InvalidOperationException(Geheim));
        app.MapGet("/health/live", () => "ok").WithMetadata(new ZonderLogregelAttribute("proef"));
        app.MapGet(ApiPaths.OpenApi, () => "{}").WithMetadata(new ZonderLogregelAttribute("proef"));
        app.MapGet("/.well-known/jwks.json", () => "{}").WithMetadata(new ZonderLogregelAttribute("proef"));
        app.MapGet("/overzicht", () => TypedResults.Text("<!doctype html>", "text/html")).WithMetadata(new ZonderLogregelAttribute("proef"));
        app.MapGet("/overzicht/kapot", string () => throw new InvalidOperationException(Geheim)).WithMetadata(new ZonderLogregelAttribute("proef"));
        app.MapGet("/fout/{status:int}", (int status) => TypedResults.Text("Er ging iets mis", "text/html", statusCode: status)).WithMetadata(new ZonderLogregelAttribute("proef"));
        app.MapGet("/css/huis.css", () => TypedResults.Text("a{}", "text/css")).WithMetadata(new ZonderLogregelAttribute("proef"));
    }

    private static async Task<IResult> InhoudAsync(HttpRequest request, CancellationToken ct)
    {
        var inhoud = await JsonBody.ReadAsync<Vraag>(request, JsonBody.BerichtMax, ct);
        return inhoud.Probleem is { } probleem ? probleem.Answer(inhoud.Fouten) : TypedResults.Ok(inhoud.Value);
    }

    /// <param name="Naam">Required.</param>
    /// <param name="Aantal">Optional.</param>
    /// <param name="Deel">Nested.</param>
    /// <param name="Lijst">A list of nested.</param>
    /// <param name="Tijdstip">A moment.</param>
    /// <param name="Datum">A date.</param>
    public sealed record Vraag(string Naam, int? Aantal = null, Deel? Deel = null, IReadOnlyList<Deel>? Lijst = null, DateTimeOffset? Tijdstip = null, DateOnly? Datum = null);

    /// <param name="Ja">Required.</param>
    /// <param name="Soort">Optional.</param>
    public sealed record Deel(bool Ja, DayOfWeek? Soort = null);

    /// <summary>A log that always works.</summary>
    private sealed class TestLog : ILogWriter
    {
        public Task<Logbewijs> AppendAsync(Logregel regel, CancellationToken ct) => Task.FromResult(new Logbewijs("0000", 0, 1));

        public Task<Logbewijs> AppendAsync(
            string gemeentecode, Func<System.Data.Common.DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<Logbewijs> AppendVerhuizingAsync(
            string van, string naar, Func<System.Data.Common.DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> werk, CancellationToken ct) =>
            throw new NotSupportedException();
    }
}
