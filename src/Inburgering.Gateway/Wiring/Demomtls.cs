using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Wiring;

/// <summary>The demo's own authority (interface 5): certificates for the gateway and for DUO, as PKIoverheid would make them. Only beside keys of the demo.</summary>
internal static class Demomtls
{
    private const string Gemeente = "00000001999990001000", Duo = "00000001999990009000";

    /// <summary>Makes what is missing: our own beside the keys, DUO's and the authority's under `demo/mtls`.</summary>
    public static void MaakOntbrekende(GatewayOptions options)
    {
        var demo = Path.Combine(options.DemoMap, "mtls");
        if (!Sleutelmap.IsVanDemo(options.SleutelMap) || File.Exists(Path.Combine(options.MtlsMap, "server.crt")))
        {
            return;
        }

        const UnixFileMode eigenaar = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(options.MtlsMap, eigenaar);
        Directory.CreateDirectory(demo, eigenaar);
        using var uitgever = Uitgever();
        Write(demo, "ca", uitgever);
        File.WriteAllText(Path.Combine(options.MtlsMap, "vertrouwd.crt"), uitgever.ExportCertificatePem());
        Write(options.MtlsMap, Certificaatmap.Client, Uitgeven(uitgever, "Gemeente Noorderveld", Gemeente, Certificaatmap.AlsClient));
        Write(demo, "duo", Uitgeven(uitgever, "DUO (sandbox)", Duo, Certificaatmap.AlsClient));
        // last: what is whole is not made again
        Write(options.MtlsMap, Certificaatmap.Server, Uitgeven(uitgever, "Gateway", Gemeente, Certificaatmap.AlsServer));
    }

    private static X509Certificate2 Uitgever()
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var aanvraag = new CertificateRequest("CN=Demo CA", sleutel, HashAlgorithmName.SHA256);
        aanvraag.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        aanvraag.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        return aanvraag.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddYears(5));
    }

    private static X509Certificate2 Uitgeven(X509Certificate2 uitgever, string naam, string oin, string gebruik)
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var onderwerp = new X500DistinguishedNameBuilder();
        onderwerp.AddCommonName(naam);
        onderwerp.AddOrganizationName(naam);
        onderwerp.Add("2.5.4.5", oin);
        var aanvraag = new CertificateRequest(onderwerp.Build(), sleutel, HashAlgorithmName.SHA256);
        aanvraag.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(gebruik)], false));
        var adressen = new SubjectAlternativeNameBuilder();
        adressen.AddIpAddress(IPAddress.Loopback);
        adressen.AddDnsName("localhost");
        aanvraag.CertificateExtensions.Add(adressen.Build());
        using var getekend = aanvraag.Create(uitgever, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(2), RandomNumberGenerator.GetBytes(16));
        return getekend.CopyWithPrivateKey(sleutel);
    }

    private static void Write(string map, string naam, X509Certificate2 certificaat)
    {
        var geheim = Path.Combine(map, $"{naam}.key");
        using (var bestand = new FileStream(geheim, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        using (var tekst = new StreamWriter(bestand))
        {
            tekst.Write(certificaat.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        }

        File.WriteAllText(Path.Combine(map, $"{naam}.crt"), certificaat.ExportCertificatePem());
    }
}
