using System.Security.Cryptography;
using System.Text;

namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>A signed checkpoint of all stream heads (security 3).</summary>
/// <param name="Tijd">The database's clock, ms since 1970; never before the checkpoint in front of it.</param>
/// <param name="Inhoud">The canonical JSON, <see cref="ZegelForm"/>; all other members repeat or protect it.</param>
/// <param name="Hash">SHA-256 of <paramref name="Inhoud"/> in UTF-8; this is what is signed.</param>
internal sealed record Zegel(long Nummer, long Tijd, string Inhoud, byte[] VorigHash, byte[] Hash, string Kid, byte[] Handtekening)
{
    public static Zegel Make(long nummer, long tijd, IReadOnlyList<Kop> koppen, byte[] vorigHash, IZegelSleutel sleutel)
    {
        var inhoud = ZegelForm.Write(new ZegelInhoud(nummer, tijd, koppen, vorigHash));
        var hash = HashOf(inhoud);
        return new Zegel(nummer, tijd, inhoud, vorigHash, hash, sleutel.Kid, sleutel.Sign(hash));
    }

    public static byte[] HashOf(string inhoud) => SHA256.HashData(Encoding.UTF8.GetBytes(inhoud));
}

/// <param name="Koppen">All heads, sorted by gemeente and slot.</param>
internal sealed record ZegelInhoud(long Nummer, long Tijd, IReadOnlyList<Kop> Koppen, byte[] VorigHash);
