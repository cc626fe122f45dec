using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Identity.Issuer;
using Inburgering.Gateway.Identity.Staff;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Sleutels;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Inburgering.Gateway.Identity;

/// <summary>The room's wiring. Needs from outside: CallerRegister, Sleutelmap, Verwerking and the model's factory, under the application role.</summary>
internal static class IdentityWiring
{
    private const string ByPath = "Pad";
    private static readonly PathString[] ApiRoots = ["/v1", "/access"];

    /// <summary>Who is calling: the issuer, the check of tokens, the staff.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration, GatewayOptions gateway)
    {
        var options = IdentityOptions.From(configuration, gateway);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IClientRegister, PolicyClients>();
        services.AddSingleton<ClientSleutels>();
        services.AddAuthentication(ByPath).AddPolicyScheme(ByPath, displayName: null, policy => policy.ForwardDefaultSelector = SchemeOf);
        services.AddAuthorization();
        return services.AddIssuer(options).AddBearer().AddStaff();
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

    // an API path never looks at a cookie, the portal never at a token
    private static string SchemeOf(HttpContext http) =>
        ApiRoots.Any(root => http.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase)) ? BearerScheme.Name : StaffSession.Scheme;

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
        services.AddSingleton<Clientcertificaat>();
        services.AddSingleton<Clientstand>().AddSingleton<IAuthorizationHandler, ClientActiveHandler>();
        return services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalAnswers>();
    }

    private static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(StaffSession.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(StaffSession.Scheme).Configure<IdentityOptions>(StaffSession.Configure);
        services.AddHttpContextAccessor();
        services.AddScoped<ILookupNormalizer, LowerCase>();
        services.AddIdentityCore<AccountRow>(identity =>
        {
            identity.Password = new PasswordOptions { RequiredLength = 14, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        }).AddUserStore<StaffStore>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddSingleton<TotpSecret>().AddSingleton<SignInAttempts>().AddScoped<Aanmelden>().AddScoped<Accounts>();
        return services.AddSessionKeys();
    }

    private static IServiceCollection AddSessionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("inburgering-gateway");
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<GatewayModel>, Sleutelmap>((ring, database, sleutels) =>
        {
            ring.XmlRepository = new SessionKeyRing(database);
            ring.XmlEncryptor = new SessionKeyEncryptor(sleutels);
        });
        return services;
    }
}
