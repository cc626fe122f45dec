using Inburgering.Gateway.Door;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal;

/// <summary>The room's wiring.</summary>
internal static class PortalWiring
{
    /// <summary>The pages; their handlers are those of Features.</summary>
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
            .AddSingleton<Huisstijl>();
    }

    /// <summary>Inside the log gate and around authentication: Dutch, and a refusal without a body becomes a page.</summary>
    public static IApplicationBuilder UsePortal(this IApplicationBuilder app) => app.UseWhen(c => !ApiPaths.IsApi(c.Request.Path), portal => portal
        .UseRequestLocalization(taal => taal.SetDefaultCulture("nl-NL").AddSupportedCultures("nl-NL").AddSupportedUICultures("nl-NL").RequestCultureProviders.Clear())
        .UseStatusCodePagesWithReExecute("/fout/{0}"));

    /// <summary>The pages and their files; everything but those that say otherwise asks for a login.</summary>
    public static IEndpointRouteBuilder MapPortal(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets().AllowAnonymous().WithMetadata(new ZonderLogregelAttribute("bestanden van het portaal, geen persoonsgegevens"));
        app.MapRazorPages().RequireAuthorization();
        return app;
    }
}
