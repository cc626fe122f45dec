using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Identity.Issuer;
using Inburgering.Gateway.Identity.Staff;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Tests.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>The room Identity alone on a real port and a real database, with an endpoint for each kind of guard.</summary>
internal sealed class IdentityHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private IdentityHost(WebApplication app, GatewayOptions options, TestClock clock, CapturedLog log)
    {
        this.app = app;
        Options = options;
        Clock = clock;
        Log = log;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(options.BasisUrl) };
    }

    public GatewayOptions Options { get; }

    public TestClock Clock { get; }

    public CapturedLog Log { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    public string TokenEndpoint => Options.BasisUrl + "/oauth/token";

    public string Audience => Options.BasisUrl + "/v1";

    public static async Task<IdentityHost> StartAsync(NpgsqlDataSource source, IClientRegister clients, Dictionary<string, string?>? settings = null, bool ownKeys = false)
    {
        var map = Directory.CreateTempSubdirectory("identity-").FullName;
        var options = new GatewayOptions { DataMap = map, SleutelMap = Path.Combine(map, "sleutels"), Port = ProgramProcess.FreePort(), SandboxPort = 0 };
        TestKeys.Fill(options.SleutelMap, ownKeys);
        var clock = new TestClock();
        var log = new CapturedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.BasisUrl);
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock).AddKeyedSingleton<TimeProvider>(Klok.Zaak, clock)
            .AddSingleton(source).AddSingleton(clients).AddSingleton(Sleutelmap.Open(options.SleutelMap)).AddSingleton(Register()).AddSingleton<Kluis>()
            .AddDbContextFactory<GatewayModel>(model => model.UseNpgsql(source))
            .AddScoped<Verwerking>()
            .AddSingleton<HashCount>().AddScoped<IPasswordHasher<AccountRow>, CountingHasher>()
            .AddIdentity(builder.Configuration, options)
            .Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
        var built = builder.Build();
        Map(built);
        await built.StartAsync();
        return new IdentityHost(built, options, clock, log);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        Directory.Delete(Options.DataMap, recursive: true);
    }

    private static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapIdentity();
        app.MapGet("/v1/lezen", WhoAmI).RequireScope(Scopes.DossierLezen);
        app.MapGet("/v1/schrijven", WhoAmI).RequireScope(Scopes.DossierSchrijven);
        app.MapGet("/v1/eigen-statement", WhoAmI).RequireScope(Scopes.DossierLezen, statusInStatement: true);
        app.MapGet("/v1/client", WhoAmI).RequireClient();
        app.MapGet("/portaal", WhoAmI).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = StaffSession.Scheme });
        app.MapGet("/portaal/alleen-po", WhoAmI).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = StaffSession.Scheme, Roles = "PO" });
        app.MapPost("/aanmelden", async ([FromForm] string login, [FromForm] string wachtwoord, [FromForm] string totp, Aanmelden aanmelden, Verwerking verwerking) =>
        {
            var uitkomst = await aanmelden.MeldAanAsync(login, wachtwoord, totp);
            return Results.Text($"{uitkomst.Gelukt}|{uitkomst.Melding}|{verwerking.Besluit}");
        }).DisableAntiforgery();
        app.MapPost("/afmelden", (Aanmelden aanmelden) => aanmelden.AfmeldenAsync()).DisableAntiforgery();
    }

    private static string WhoAmI(HttpContext http) => string.Join('\n', http.User.Claims.Select(claim => $"{claim.Type}={claim.Value}"));

    private static CallerRegister Register()
    {
        var config = Path.Combine(AppContext.BaseDirectory, "config");
        var adapters = Directory.EnumerateFiles(Path.Combine(config, "partners"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();
        return new CallerRegister(PolicyLoader.Load(config, adapters));
    }
}

/// <summary>Everything this room and the parts it uses wrote to the diagnostic log.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private static readonly string[] Categories = ["Inburgering", "Microsoft.AspNetCore.Authentication", "Microsoft.AspNetCore.Authorization", "Microsoft.AspNetCore.Identity", "Microsoft.IdentityModel", "Microsoft.EntityFrameworkCore"];
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = new();

    public string Text => string.Join('\n', lines);

    // what the server and the router say about a request is Wiring's to silence
    public ILogger CreateLogger(string categoryName) => Categories.Any(category => categoryName.StartsWith(category, StringComparison.Ordinal))
        ? this
        : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}
