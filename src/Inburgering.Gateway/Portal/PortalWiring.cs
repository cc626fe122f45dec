using Inburgering.Gateway.Door;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
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
            .AddScoped<Huisstijl>();
    }

    /// <summary>Lets a build that was not published find its style sheets; a published one has them beside the program.</summary>
    public static IWebHostBuilder UsePortalFiles(this IWebHostBuilder host) =>
        host.UseStaticWebAssets().UseSetting("ReloadStaticAssetsAtRuntime", "false");

    /// <summary>Inside the log gate and around authentication: Dutch, and a refusal without a body becomes a page.</summary>
    public static IApplicationBuilder UsePortal(this IApplicationBuilder app)
    {
        app.UseWhen(c => !ApiPaths.IsApi(c.Request.Path), portal => portal.UseRequestLocalization(
            taal => taal.SetDefaultCulture("nl-NL").AddSupportedCultures("nl-NL").AddSupportedUICultures("nl-NL").RequestCultureProviders.Clear()));

        // not in a branch of its own: there the error page's address would find no endpoint
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        return app.Use((context, next) =>
        {
            context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = !ApiPaths.IsApi(context.Request.Path);
            return next(context);
        });
    }

    /// <summary>The pages and their files; everything but those that say otherwise asks for a login.</summary>
    public static IEndpointRouteBuilder MapPortal(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets().AllowAnonymous().WithMetadata(new ZonderLogregelAttribute("bestanden van het portaal, geen persoonsgegevens"), new InHerstelmodusAttribute());
        app.MapRazorPages().RequireAuthorization();
        return app;
    }
}
