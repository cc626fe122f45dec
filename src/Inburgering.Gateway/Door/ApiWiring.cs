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
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true, ExceptionHandlingPath = "/fout" });
        app.UseWhen(c => ApiPaths.IsApi(c.Request.Path), api => api.UseStatusCodePages(c =>
            c.HttpContext.RequestServices.GetRequiredService<IProblemWriter>().WriteAsync(c.HttpContext, Problems.ForStatus(c.HttpContext.Response.StatusCode))));
        return app.UseMiddleware<ApiAddresses>();
    }

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
