using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Wiring;

/// <summary>Two-sided TLS with a partner that we call: our certificate goes along, and the partner's must come from an authority we trust.</summary>
internal static class Mtls
{
    /// <summary>TLS 1.2 and up (standards 6).</summary>
    public const SslProtocols Protocollen = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>The folder of certificates. Withdrawn ones are asked for in production only: elsewhere nobody publishes a list.</summary>
    public static IServiceCollection AddCertificaten(this IServiceCollection services, GatewayOptions options) => services.AddSingleton(s => new Certificaatmap(
        options.MtlsMap, options.Omgeving == "productie", s.GetService<TimeProvider>() ?? TimeProvider.System, s.GetRequiredService<ILogger<Certificaatmap>>()));

    /// <summary>For the HttpClient of one partner. Asked at every new connection, so a renewed certificate is taken without a restart.</summary>
    public static SslClientAuthenticationOptions Of(Certificaatmap certificaten) => new()
    {
        EnabledSslProtocols = Protocollen,
        LocalCertificateSelectionCallback = (_, _, _, _, _) =>
            certificaten.Eigen(Certificaatmap.Client) ?? throw new AuthenticationException("Er is geen clientcertificaat: zet client.crt en client.key in de map met certificaten."),
        RemoteCertificateValidationCallback = (_, certificaat, _, fouten) =>
            !fouten.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && certificaat is X509Certificate2 partner && certificaten.Fout(partner, Certificaatmap.AlsServer) is null,
    };
}
