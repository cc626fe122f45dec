using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Door;

/// <summary>The API's outside: headers, problems, addresses, JSON.</summary>
internal static class ApiWiring
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton<IProblemWriter, ProblemWriter>();
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<FaultHandler>();
        services.ConfigureHttpJsonOptions(o => Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        return services;
    }

    /// <summary>First of all middleware, before routing: everything after it answers with these headers and problems.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app)
    {
        app.UseMiddleware<ApiHeaders>();
        app.UseWhen(IsApi, api => api.UseExceptionHandler());
        app.UseWhen(context => !IsApi(context), pages => pages.UseExceptionHandler("/fout/500"));
        return app.UseMiddleware<ApiAddresses>();
    }

    /// <summary>A status without a body becomes a problem, on API paths.</summary>
    public static IApplicationBuilder UseStatusProblems(this IApplicationBuilder app) => app.UseWhen(
        IsApi,
        api => api.UseStatusCodePages(pages =>
            pages.HttpContext.RequestServices.GetRequiredService<IProblemWriter>().WriteAsync(pages.HttpContext, Problems.ForStatus(pages.HttpContext.Response.StatusCode))));

    private static bool IsApi(HttpContext context) => ApiPaths.IsApi(context.Request.Path);

    private static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 16;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new MomentConverter());
    }
}
