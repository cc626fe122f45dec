using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Inburgering.Gateway.Door;

/// <summary>The room's wiring: what every request passes on its way in and every answer on its way out.</summary>
public static class DoorWiring
{
    public static IServiceCollection AddDoor(this IServiceCollection services) => services
        .AddScoped<Verwerking>()
        .AddScoped<CallerHolder>()
        .AddScoped<AccessDesk>()
        .AddScoped(s => s.GetRequiredService<CallerHolder>().Caller ?? throw new InvalidOperationException("No caller: this endpoint asks for a client of one gemeente."));

    /// <summary>After routing and before authentication. Bodies of bare status codes are written behind the gate, which ends the answer.</summary>
    public static IApplicationBuilder UseLogGate(this IApplicationBuilder app) => app.UseMiddleware<LogGate>().UseStatusProblems();

    /// <summary>Between authentication and authorization.</summary>
    public static IApplicationBuilder UseCaller(this IApplicationBuilder app) => app.UseMiddleware<CallerStep>();

    /// <summary>Every endpoint says what it does in the log, or why it needs no line; else the program does not start (security 2).</summary>
    /// <exception cref="InvalidOperationException">Names the endpoints.</exception>
    public static void CheckEndpoints(this IEndpointRouteBuilder app)
    {
        var pages = app.ServiceProvider.GetService<PageLoader>();
        var naamloos = app.DataSources.SelectMany(d => d.Endpoints)
            .Where(e => !IsDecided(e.Metadata) && !IsDecided(OfPage(e, pages)))
            .Select(e => e.DisplayName)
            .ToArray();
        if (naamloos.Length > 0)
        {
            throw new InvalidOperationException($"Zonder besluit over het log: {string.Join(", ", naamloos)}. Geef elk endpoint een Handeling of ZonderLogregel.");
        }
    }

    private static bool IsDecided(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<HandelingAttribute>() is not null || metadata.GetMetadata<ZonderLogregelAttribute>() is not null;

    /// <summary>A Razor page shows its model's attributes only once it is loaded.</summary>
    private static EndpointMetadataCollection OfPage(Endpoint endpoint, PageLoader? pages) =>
        pages is not null && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
            ? new EndpointMetadataCollection(pages.LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult().EndpointMetadata ?? [])
            : EndpointMetadataCollection.Empty;
}
