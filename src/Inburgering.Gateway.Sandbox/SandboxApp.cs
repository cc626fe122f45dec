namespace Inburgering.Gateway.Sandbox;

/// <summary>The program: every partner found, each with its own API and its own controls.</summary>
public static class SandboxApp
{
    /// <param name="logging">For a test that reads the log; null: the console.</param>
    /// <param name="clock">For a test that turns it; null: the machine's.</param>
    public static WebApplication Build(SandboxOmgeving omgeving, ILoggerProvider? logging = null, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{omgeving.Poort}");
        Quieten(builder.Logging, logging);
        builder.Services.AddSingleton(omgeving);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton<GatewayZender>();

        var app = builder.Build();
        app.UseRouting();
        foreach (var partner in FindPartners(app.Services))
        {
            Serve(app, partner);
        }

        app.MapGet("/_sandbox/gereed", () => Results.Ok());
        return app;
    }

    private static void Serve(WebApplication app, ISandboxPartner partner)
    {
        var verkeer = new PartnerVerkeer($"/{partner.Key}/v1", app.Services);
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(verkeer.Prefix, StringComparison.Ordinal),
            branch => branch.Use(verkeer.HandleAsync));
        partner.MapApi(app.MapGroup(verkeer.Prefix));

        var bediening = app.MapGroup($"/_sandbox/{partner.Key}");
        Bediening.Map(bediening, verkeer, partner);
        partner.MapBediening(bediening);
    }

    private static IEnumerable<ISandboxPartner> FindPartners(IServiceProvider services) =>
        typeof(ISandboxPartner).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISandboxPartner)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (ISandboxPartner)ActivatorUtilities.CreateInstance(services, type));

    // The framework's own request lines name the path, and a partner's path may hold a BSN.
    private static void Quieten(ILoggingBuilder logging, ILoggerProvider? provider)
    {
        logging.ClearProviders().AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        if (provider is null)
        {
            logging.AddSimpleConsole(options => options.SingleLine = true);
        }
        else
        {
            logging.AddProvider(provider);
        }
    }
}
