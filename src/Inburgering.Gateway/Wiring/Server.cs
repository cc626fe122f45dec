using System.Globalization;
using System.Net;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity.Bearer;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Inburgering.Gateway.Wiring;

/// <summary>Where the program listens.</summary>
internal static class Server
{
    private const string Notificaties = "/v1/notificaties";

    /// <summary>Loopback on GATEWAY_PORT unless the host was told otherwise (--urls, ASPNETCORE_URLS); beside it mutual TLS when GATEWAY_MTLS_PORT is given.</summary>
    public static void UseGatewayPort(this ConfigureWebHostBuilder host, IConfiguration configuration)
    {
        var urls = configuration["urls"] ?? $"http://127.0.0.1:{configuration.GetValue("GATEWAY_PORT", 8080)}";
        if (configuration.GetValue<int?>("GATEWAY_MTLS_PORT") is not { } poort)
        {
            host.UseUrls(urls);
            return;
        }

        Demomtls.MaakOntbrekende(GatewayOptions.FromConfiguration(configuration));

        // an endpoint made in code takes the place of the addresses, so then all are made here
        var adres = IPAddress.Parse(configuration["GATEWAY_MTLS_ADRES"] ?? "127.0.0.1");
        host.ConfigureKestrel(kestrel =>
        {
            foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                Listen(kestrel, BindingAddress.Parse(url));
            }

            kestrel.Listen(adres, poort, listener => UseMtls(listener, kestrel.ApplicationServices.GetRequiredService<Certificaatmap>()));
        });
    }

    /// <summary>The listener for mutual TLS serves the one thing it is for.</summary>
    public static IApplicationBuilder UseMtlsGrens(this IApplicationBuilder app) => app.Use((context, next) =>
        context.Features.Get<MtlsVerbinding>() is null || context.Request.Path == Notificaties
            ? next(context)
            : context.RequestServices.GetRequiredService<IProblemWriter>().WriteAsync(context, Problems.BestaatNiet));

    /// <summary>The API: every answer says which fields it holds.</summary>
    public static RouteGroupBuilder MapV1(this IEndpointRouteBuilder app) => app.MapGroup("/v1").AddEndpointFilter<RouteGroupBuilder, VerantwoordFilter>();

    private static void Listen(KestrelServerOptions kestrel, BindingAddress adres)
    {
        if (IPAddress.TryParse(adres.Host, out var ip))
        {
            kestrel.Listen(ip, adres.Port);
        }
        else if (adres.Host == "localhost")
        {
            kestrel.ListenLocalhost(adres.Port);
        }
        else if (adres.Host is "*" or "+" or "[::]" or "0.0.0.0")
        {
            kestrel.ListenAnyIP(adres.Port);
        }
        else
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Naast GATEWAY_MTLS_PORT kan het adres «{adres}» niet: noem een IP-adres, localhost of *."));
        }
    }

    /// <summary>Takes every certificate, or none: chain and OIN are judged by the gateway itself, so that each refusal has its answer and its line (security 23).</summary>
    private static void UseMtls(ListenOptions listener, Certificaatmap certificaten)
    {
        if (certificaten.Eigen(Certificaatmap.Server) is null)
        {
            throw new InvalidOperationException("GATEWAY_MTLS_PORT is gegeven, maar in de map met certificaten ontbreekt server.crt.");
        }

        listener.Use(next => connection =>
        {
            connection.Features.Set(new MtlsVerbinding());
            return next(connection);
        });
        listener.UseHttps(new HttpsConnectionAdapterOptions
        {
            SslProtocols = Mtls.Protocollen,
            ServerCertificateSelector = (_, _) => certificaten.Eigen(Certificaatmap.Server),
            ClientCertificateMode = ClientCertificateMode.AllowCertificate,
            ClientCertificateValidation = (_, _, _) => true,
        });
    }
}
