using System.Text.Json;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Wiring;
using Inburgering.Gateway.Wiring.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inburgering.Gateway.Tests.Door;

/// <summary>The API's document of the whole house; nothing is started, so no database is needed.</summary>
public sealed class ContractHost : IAsyncLifetime
{
    private WebApplication? app;

    public JsonElement Document { get; private set; }

    /// <summary>Endpoints under /v1 as the router knows them: method and path without the prefix.</summary>
    public IReadOnlyList<string> Routes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddObservation();
        builder.Services.AddHouse(builder.Configuration, TimeProvider.System);
        builder.Services.AddApi();
        builder.Services.AddContract();
        app = builder.Build();
        app.MapIdentity();
        app.MapHealth();
        app.MapContract();
        var v1 = app.MapV1();
        v1.MapInbox();
        v1.MapFeatures();
        // without a start nobody else hands the endpoints to the API explorer
        app.UseRouting();
        app.UseEndpoints(_ => { });
        var text = app.Services.GetRequiredService<ContractWiring.ContractText>();
        Document = JsonDocument.Parse(await text.ReadAsync(TestContext.Current.CancellationToken)).RootElement;
        Routes = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/v1/", StringComparison.Ordinal) && e.RoutePattern.RawText != ApiPaths.OpenApi)
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText![3..]}"))];
    }

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();
}
