using System.Security.Cryptography.X509Certificates;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Sleutels;
using Microsoft.AspNetCore.Http.Features;

namespace Inburgering.Gateway.Identity.Bearer;

/// <summary>Who is at the other end of mutual TLS: the client whose OIN stands in the certificate (PKIoverheid: serialNumber of the subject). Only on the listener for it (security 23).</summary>
internal sealed class Clientcertificaat(Certificaatmap certificaten, CallerRegister register)
{
    private const string Serienummer = "2.5.4.5";

    /// <summary>Why the certificate of this request was refused, for its line.</summary>
    public static string? RedenOf(HttpContext http) => http.Items[typeof(Clientcertificaat)] as string;

    /// <summary>Refuses the request with a reason that its line will name.</summary>
    public static string Weiger(HttpContext http, string reden)
    {
        http.Items[typeof(Clientcertificaat)] = reden;
        return reden;
    }

    /// <summary>Of a request that came in on the listener for mutual TLS.</summary>
    public Certificaatuitslag Of(HttpContext http)
    {
        if (http.Features.Get<ITlsConnectionFeature>()?.ClientCertificate is not { } certificaat)
        {
            return new Certificaatuitslag(null, "certificaat-ontbreekt");
        }

        if (certificaten.Fout(certificaat, Certificaatmap.AlsClient) is { } fout)
        {
            return new Certificaatuitslag(null, fout);
        }

        if (OinOf(certificaat) is not { } oin)
        {
            return new Certificaatuitslag(null, "certificaat-zonder-oin");
        }

        return register.Alle.FirstOrDefault(r => r.Sjabloon.Organisatie == oin.ToString() && r.Scopes.Contains(Scopes.NotificatiesLeveren)) is { } client
            ? new Certificaatuitslag(client.ClientId, null)
            : new Certificaatuitslag(null, "certificaat-andere-oin");
    }

    /// <summary>Null: none, or more than one.</summary>
    internal static Oin? OinOf(X509Certificate2 certificaat)
    {
        var nummers = certificaat.SubjectName.EnumerateRelativeDistinguishedNames()
            .Where(deel => !deel.HasMultipleElements && deel.GetSingleElementType().Value == Serienummer)
            .Select(deel => deel.GetSingleElementValue())
            .ToArray();
        return nummers is [var enige] && Oin.TryParse(enige, out var oin) ? oin : null;
    }
}

/// <summary>Marks a connection of the listener for mutual TLS; nothing that a caller sends can set it.</summary>
internal sealed class MtlsVerbinding;

/// <param name="ClientId">Null: refused.</param>
/// <param name="Reden">Word for the log.</param>
internal sealed record Certificaatuitslag(string? ClientId, string? Reden);
