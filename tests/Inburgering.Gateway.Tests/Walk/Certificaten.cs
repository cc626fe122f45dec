using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>An authority of our own, and certificates from it that are right or wrong in one way.</summary>
internal sealed class Uitgever : IDisposable
{
    private readonly X509Certificate2 zelf;

    private Uitgever(X509Certificate2 zelf) => this.zelf = zelf;

    /// <summary>The one the demo made.</summary>
    public static Uitgever VanDeDemo(string data) => new(X509Certificate2.CreateFromPemFile(Path.Combine(data, "demo", "mtls", "ca.crt"), Path.Combine(data, "demo", "mtls", "ca.key")));

    /// <summary>One that nobody knows, by the same name.</summary>
    public static Uitgever Onbekend()
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var aanvraag = new CertificateRequest("CN=Demo CA", sleutel, HashAlgorithmName.SHA256);
        aanvraag.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return new Uitgever(aanvraag.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddYears(2)));
    }

    /// <summary>Its own certificate, without the key.</summary>
    public string Pem => zelf.ExportCertificatePem();

    /// <param name="oin">Null: no serialNumber in the subject.</param>
    /// <param name="dagen">Days that it still holds; negative: it ended so many days ago.</param>
    public X509Certificate2 Geef(string? oin, int dagen = 365, string gebruik = "1.3.6.1.5.5.7.3.2") => Maak(oin, gebruik, (aanvraag, sleutel) =>
    {
        using var getekend = aanvraag.Create(zelf, DateTimeOffset.UtcNow.AddDays(Math.Min(-1, dagen - 10)), DateTimeOffset.UtcNow.AddDays(dagen), RandomNumberGenerator.GetBytes(16));
        return getekend.CopyWithPrivateKey(sleutel);
    });

    /// <summary>Signed by nobody but itself.</summary>
    public static X509Certificate2 Zelfgetekend(string oin) =>
        Maak(oin, "1.3.6.1.5.5.7.3.2", (aanvraag, _) => aanvraag.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1)));

    public void Dispose() => zelf.Dispose();

    private static X509Certificate2 Maak(string? oin, string gebruik, Func<CertificateRequest, ECDsa, X509Certificate2> teken)
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var onderwerp = new X500DistinguishedNameBuilder();
        onderwerp.AddCommonName("Proef");
        if (oin is not null)
        {
            onderwerp.Add("2.5.4.5", oin);
        }

        var aanvraag = new CertificateRequest(onderwerp.Build(), sleutel, HashAlgorithmName.SHA256);
        aanvraag.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(gebruik)], false));
        var adressen = new SubjectAlternativeNameBuilder();
        adressen.AddIpAddress(IPAddress.Loopback);
        aanvraag.CertificateExtensions.Add(adressen.Build());
        return teken(aanvraag, sleutel);
    }
}
