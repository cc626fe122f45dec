using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Storage.Berichten;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal;

/// <summary>The room's wiring.</summary>
internal static class PortalWiring
{
    /// <summary>Pages, and the handlers they share with the API.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Portal";
            pages.Conventions.ConfigureFilter(new ServiceFilterAttribute(typeof(Verantwoording)));
        });
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.Configure<AntiforgeryOptions>(form =>
        {
            form.Cookie.Name = "formulier";
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            form.SuppressXFrameOptionsHeader = true;
        });
        return services
            .AddScoped<Verantwoording>()
            .AddSingleton<Huisstijl>()
            .AddSingleton<Woorden>()
            .AddSingleton<Cursors>()
            .AddSingleton<BerichtLezer>()
            .AddScoped<LeesBerichten>();
    }

    /// <summary>Inside the log gate and around authentication: a refusal without a body becomes a page.</summary>
    public static IApplicationBuilder UsePortal(this IApplicationBuilder app) => app
        .UseRequestLocalization(taal => taal.SetDefaultCulture("nl-NL").AddSupportedCultures("nl-NL").AddSupportedUICultures("nl-NL").RequestCultureProviders.Clear())
        .UseWhen(c => !ApiPaths.IsApi(c.Request.Path), portal => portal.UseStatusCodePagesWithReExecute("/fout/{0}"));

    /// <summary>The pages and their files; everything but those that say otherwise asks for a login.</summary>
    public static IEndpointRouteBuilder MapPortal(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets().AllowAnonymous().WithMetadata(new ZonderLogregelAttribute("bestanden van het portaal, geen persoonsgegevens"));
        app.MapRazorPages().RequireAuthorization();
        return app;
    }
}
