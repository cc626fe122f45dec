using System.Security.Cryptography;

namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>Public seal keys of another gateway, the one in use and those before it.</summary>
internal static class Zegelsleutels
{
    /// <summary>Whether one of the keys in these PEM files signed it. Read each time: a key that is taken away counts no more at once.</summary>
    public static bool Verify(IEnumerable<string> bestanden, ReadOnlySpan<byte> data, ReadOnlySpan<byte> handtekening)
    {
        foreach (var bestand in bestanden)
        {
            ReadOnlySpan<char> pem = File.ReadAllText(bestand);
            while (PemEncoding.TryFind(pem, out var blok))
            {
                using var sleutel = ECDsa.Create();
                sleutel.ImportFromPem(pem[blok.Location]);
                if (sleutel.VerifyData(data, handtekening, HashAlgorithmName.SHA256))
                {
                    return true;
                }

                pem = pem[blok.Location.End..];
            }
        }

        return false;
    }
}
