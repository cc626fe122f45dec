using System.Security.Claims;
using Inburgering.Gateway.Identity.Issuer;
using Inburgering.Gateway.Storage.Sleutels;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Identity.Bearer;

/// <summary>How an access token is checked: one issuer, its own keys, our audience, a closed list of algorithms (security 21).</summary>
internal static class BearerScheme
{
    public const string Name = JwtBearerDefaults.AuthenticationScheme;

    // how far the clocks of issuer and gateway may differ
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    public static void Configure(
        JwtBearerOptions bearer, IdentityOptions options, IConfigurationManager<OpenIdConnectConfiguration> metadata, TimeProvider clock)
    {
        bearer.MapInboundClaims = false;
        bearer.SaveToken = false;
        bearer.IncludeErrorDetails = false;
        bearer.ConfigurationManager = metadata;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidTypes = ["at+jwt", "application/at+jwt"],
            ValidAlgorithms = ClientAssertion.Algorithms,
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience,
            RequireAudience = true,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            TryAllIssuerSigningKeys = false,
            NameClaimType = ClientClaims.ClientId,
            LifetimeValidator = (from, until, _, _) => Valid(from, until, clock.GetUtcNow().UtcDateTime),
        };
        bearer.Events = new JwtBearerEvents { OnMessageReceived = AcceptCertificateAsync, OnTokenValidated = AcceptClientAsync, OnChallenge = BearerRefusals.ChallengeAsync };
    }

    private static bool Valid(DateTime? from, DateTime? until, DateTime now) =>
        until is not null && now < until + Skew && (from is null || from <= now + Skew);

    /// <summary>Only a client of our own register, cut down to its ceiling of scopes; whatever else the token claims is dropped.</summary>
    private static Task AcceptClientAsync(TokenValidatedContext context)
    {
        var (services, token) = (context.HttpContext.RequestServices, (JsonWebToken)context.SecurityToken);
        if (CertificateOf(context.HttpContext) is { } certificaat && certificaat.ClientId != ClientClaims.ClientIdOf(context.Principal!))
        {
            context.Fail(Clientcertificaat.Weiger(context.HttpContext, "certificaat-andere-client"));
        }
        else if (!AsksMore(token)
            && ClientClaims.Read(context.Principal!, Gebruikersclaim.Of(token), services.GetRequiredService<IClientRegister>(), services.GetRequiredService<Kluis>()) is { } identity)
        {
            context.Principal = new ClaimsPrincipal(identity);
        }
        else
        {
            context.Fail("De client van dit token, of wie hij noemt, is hier niet bekend.");
        }

        return Task.CompletedTask;
    }

    /// <summary>On the listener for mutual TLS the certificate comes first: without a good one nothing is looked at, with one no token is needed.</summary>
    private static Task AcceptCertificateAsync(MessageReceivedContext context)
    {
        if (CertificateOf(context.HttpContext) is not { } certificaat)
        {
            return Task.CompletedTask;
        }

        if (certificaat.ClientId is not { } clientId)
        {
            context.Fail(Clientcertificaat.Weiger(context.HttpContext, certificaat.Reden!));
        }
        else if (context.Request.Headers.Authorization.Count == 0)
        {
            var register = context.HttpContext.RequestServices.GetRequiredService<IClientRegister>();
            context.Principal = new ClaimsPrincipal(ClientClaims.OfCertificate(register.Zoek(clientId)!, context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()));
            context.Success();
        }

        return Task.CompletedTask;
    }

    /// <summary>Null: the request came in on another listener, where a certificate says nothing.</summary>
    private static Certificaatuitslag? CertificateOf(HttpContext http) =>
        http.Features.Get<MtlsVerbinding>() is null ? null : http.RequestServices.GetRequiredService<Clientcertificaat>().Of(http);

    // crit asks for a rule we do not know, cnf for a certificate or proof this listener does not take (security 23)
    private static bool AsksMore(JsonWebToken token) =>
        token.TryGetHeaderValue<object>("crit", out _) || token.TryGetPayloadValue<object>("cnf", out _);
}
