using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>What a witness says of a checkpoint: it saw this one, from this sender, at this time. The form follows C2SP tlog-witness: a
/// cosignature by the witness's own seal key.</summary>
/// <param name="Inhoud">Canonical JSON <c>{"hash":"hex","nummer":12,"tijd":1731661200000,"van":"naam"}</c>; its SHA-256 is signed.</param>
internal sealed record Getuigenis(string Inhoud, string Kid, byte[] Handtekening)
{
    public static Getuigenis Make(string van, Zegel zegel, long tijd, IZegelSleutel sleutel)
    {
        var inhoud = Write(van, zegel, tijd);
        return new Getuigenis(inhoud, sleutel.Kid, sleutel.Sign(Hash(inhoud)));
    }

    /// <summary>Whether it speaks of this checkpoint and a key of these PEM files signed it.</summary>
    public bool Bevestigt(string van, Zegel zegel, long tijd, IEnumerable<string> sleutels) =>
        string.Equals(Inhoud, Write(van, zegel, tijd), StringComparison.Ordinal)
        && Zegelsleutels.Verify(sleutels, Hash(Inhoud), Handtekening);

    private static byte[] Hash(string inhoud) => SHA256.HashData(Encoding.UTF8.GetBytes(inhoud));

    private static string Write(string van, Zegel zegel, long tijd) => string.Create(
        CultureInfo.InvariantCulture, $"{{\"hash\":\"{Convert.ToHexStringLower(zegel.Hash)}\",\"nummer\":{zegel.Nummer},\"tijd\":{tijd},\"van\":\"{van}\"}}");
}
