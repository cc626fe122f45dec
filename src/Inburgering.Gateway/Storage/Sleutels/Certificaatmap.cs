using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Inburgering.Gateway.Storage.Sleutels;

/// <summary>Certificates for mutual TLS, in PEM: `server` and `client` (.crt and .key), and `vertrouwd.crt` with the authorities that a partner's certificate must come from.</summary>
/// <remarks>A file that changed is read again: a certificate is renewed without a restart. Beside the keys, because that is what they are.</remarks>
public sealed partial class Certificaatmap(string map, bool intrekking, TimeProvider systeemklok, ILogger<Certificaatmap> logger)
{
    public const string Server = "server", Client = "client";

    /// <summary>What a certificate is for (extended key usage).</summary>
    public const string AlsClient = "1.3.6.1.5.5.7.3.2", AlsServer = "1.3.6.1.5.5.7.3.1";

    private const string Vertrouwd = "vertrouwd";
    private static readonly TimeSpan Bijna = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<string, Gelezen> gelezen = new();

    /// <summary>Days until our own certificates end, by name.</summary>
    public IEnumerable<(string Naam, double Dagen)> Looptijden =>
        from naam in new[] { Server, Client }
        let eigen = Eigen(naam)
        where eigen is not null
        select (naam, (eigen.NotAfter.ToUniversalTime() - systeemklok.GetUtcNow().UtcDateTime).TotalDays);

    /// <summary>Our own, with its key; null: there is none.</summary>
    /// <exception cref="InvalidOperationException">The files do not belong together.</exception>
    public X509Certificate2? Eigen(string naam) => Lees(naam, pad => [X509Certificate2.CreateFromPemFile(pad, Path.ChangeExtension(pad, ".key"))]) is [var eigen] ? eigen : null;

    /// <summary>Why a partner's certificate is not taken; null: it is.</summary>
    /// <param name="gebruik">What the partner uses it for.</param>
    public string? Fout(X509Certificate2 certificaat, string gebruik)
    {
        using var keten = new X509Chain();
        keten.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        keten.ChainPolicy.CustomTrustStore.AddRange(Lees(Vertrouwd, ReadAll));
        keten.ChainPolicy.ApplicationPolicy.Add(new Oid(gebruik));
        keten.ChainPolicy.RevocationMode = intrekking ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        keten.ChainPolicy.DisableCertificateDownloads = !intrekking;
        keten.ChainPolicy.VerificationTime = systeemklok.GetUtcNow().LocalDateTime;
        if (keten.Build(certificaat))
        {
            return null;
        }

        var stand = keten.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (som, s) => som | s.Status);
        return stand switch
        {
            X509ChainStatusFlags.NotTimeValid when certificaat.NotBefore > keten.ChainPolicy.VerificationTime => "certificaat-nog-niet-geldig",
            X509ChainStatusFlags.NotTimeValid => "certificaat-verlopen",
            _ when stand.HasFlag(X509ChainStatusFlags.Revoked) => "certificaat-ingetrokken",
            _ => "certificaat-niet-vertrouwd",
        };
    }

    private static X509Certificate2Collection ReadAll(string pad)
    {
        var alle = new X509Certificate2Collection();
        alle.ImportFromPemFile(pad);
        return alle;
    }

    /// <summary>As it stands in the file now. One that was replaced is not disposed: a connection may use it.</summary>
    private X509Certificate2Collection Lees(string naam, Func<string, X509Certificate2Collection> lees)
    {
        var pad = Path.Combine(map, $"{naam}.crt");
        if (!File.Exists(pad))
        {
            return [];
        }

        var geschreven = File.GetLastWriteTimeUtc(pad);
        if (gelezen.TryGetValue(naam, out var eerder) && eerder.Geschreven == geschreven)
        {
            return eerder.Certificaten;
        }

        try
        {
            var nieuw = new Gelezen(geschreven, lees(pad));
            gelezen[naam] = nieuw;
            foreach (var certificaat in nieuw.Certificaten.Where(c => c.NotAfter.ToUniversalTime() < systeemklok.GetUtcNow().UtcDateTime + Bijna))
            {
                LogBijna(naam, DateOnly.FromDateTime(certificaat.NotAfter));
            }

            return nieuw.Certificaten;
        }
        catch (Exception e) when (e is CryptographicException or IOException)
        {
            // half written: what we have goes on until the file is whole
            LogOnleesbaar(naam, e.GetType().Name);
            return eerder?.Certificaten ?? throw new InvalidOperationException($"Het certificaat {pad} is niet te lezen, of hoort niet bij zijn sleutel.", e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Het certificaat «{Naam}» geldt tot {Einddatum}. Vraag een nieuw aan en zet het in dezelfde map.")]
    private partial void LogBijna(string naam, DateOnly einddatum);

    [LoggerMessage(Level = LogLevel.Error, Message = "Het certificaat «{Naam}» is niet te lezen ({Fout}); het vorige blijft in gebruik.")]
    private partial void LogOnleesbaar(string naam, string fout);

    private sealed record Gelezen(DateTime Geschreven, X509Certificate2Collection Certificaten);
}
