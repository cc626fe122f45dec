using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Wiring;

/// <summary>Where the program listens.</summary>
internal static class Server
{
    /// <summary>Loopback on GATEWAY_PORT unless the host was told otherwise (--urls, ASPNETCORE_URLS).</summary>
    public static void UseGatewayPort(this ConfigureWebHostBuilder host, IConfiguration configuration)
    {
        if (configuration["urls"] is null)
        {
            host.UseUrls($"http://127.0.0.1:{configuration.GetValue("GATEWAY_PORT", 8080)}");
        }
    }

    /// <summary>The API: every answer says which fields it holds.</summary>
    public static RouteGroupBuilder MapV1(this IEndpointRouteBuilder app) => app.MapGroup("/v1").AddEndpointFilter<RouteGroupBuilder, VerantwoordFilter>();
}
