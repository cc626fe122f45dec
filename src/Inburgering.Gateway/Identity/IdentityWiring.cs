using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Identity.Issuer;
using Inburgering.Gateway.Storage;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Inburgering.Gateway.Identity;

/// <summary>The room's wiring. Needs from outside: IClientRegister, Sleutelmap and IDbContextFactory&lt;GatewayModel&gt;.</summary>
internal static class IdentityWiring
{
    /// <summary>Who is calling: the issuer, the check of tokens, the staff.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration, GatewayOptions gateway)
    {
        var options = IdentityOptions.From(configuration, gateway);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddAuthentication();
        services.AddAuthorization();
        return services.AddIssuer(options).AddBearer();
    }

    /// <summary>The embedded issuer's endpoints; none when an outside issuer is configured.</summary>
    public static IEndpointRouteBuilder MapIdentity(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<IdentityOptions>().Embedded)
        {
            TokenEndpoint.Map(app);
            MetadataEndpoints.Map(app);
        }

        return app;
    }

    private static IServiceCollection AddIssuer(this IServiceCollection services, IdentityOptions options)
    {
        if (!options.Embedded)
        {
            return services.AddSingleton(_ => OutsideMetadata.Create(options.MetadataUrl!));
        }

        return services
            .AddSingleton<IssuerKeyRing>()
            .AddSingleton<JtiStore>()
            .AddSingleton<ClientAuthenticator>()
            .AddSingleton<AccessTokens>()
            .AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>, KeyRingMetadata>();
    }

    private static IServiceCollection AddBearer(this IServiceCollection services)
    {
        services.AddAuthentication().AddJwtBearer(BearerScheme.Name);
        services.AddOptions<JwtBearerOptions>(BearerScheme.Name)
            .Configure<IdentityOptions, IConfigurationManager<OpenIdConnectConfiguration>, TimeProvider>(BearerScheme.Configure);
        services.Configure<AuthorizationOptions>(ScopePolicies.AddScopePolicies);
        services.AddSingleton<IAuthorizationHandler, ClientActiveHandler>();
        return services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalAnswers>();
    }
}
