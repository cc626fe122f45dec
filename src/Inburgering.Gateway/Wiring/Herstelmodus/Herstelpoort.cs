using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Wiring.Herstelmodus;

/// <summary>In herstelmodus nothing is answered but what says so and what it takes to end it.</summary>
internal static class Herstelpoort
{
    private const string Pagina = "/herstel";

    /// <summary>After routing and before anything that looks at the request.</summary>
    public static IApplicationBuilder UseHerstelpoort(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.RequestServices.GetRequiredService<Herstelsein>().Dicht || context.GetEndpoint()?.Metadata.GetMetadata<InHerstelmodusAttribute>() is not null)
        {
            return next(context);
        }

        if (ApiPaths.IsApi(context.Request.Path))
        {
            return context.RequestServices.GetRequiredService<IProblemWriter>().WriteAsync(context, Problems.Herstelmodus);
        }

        context.Response.Redirect(Pagina);
        return Task.CompletedTask;
    });
}
