using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Storage.Sleutels;

/// <summary>Encryption at rest (security 17, 18): data keys per dossier, blind index, keyed hashes, pseudonyms.</summary>
/// <remarks>An envelope is: version 1, nonce 12, tag 16, ciphertext. AES-256-GCM; the place of a value is its associated data.</remarks>
public sealed class Kluis(Sleutelmap sleutels)
{
    private const byte Vorm = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>A new data key, wrapped for storage.</summary>
    internal (byte[] Sleutel, string Kid, byte[] Ingepakt) NieuweSleutel(string gemeentecode, Guid sleutelId)
    {
        var (kid, wrapping) = sleutels.Huidige("inpak");
        var sleutel = RandomNumberGenerator.GetBytes(32);
        return (sleutel, kid, Seal(wrapping, sleutel, Place("sleutel", gemeentecode, sleutelId)));
    }

    /// <summary>Unwraps a data key.</summary>
    /// <exception cref="CryptographicException">Wrong key or place, or changed bytes.</exception>
    internal byte[] Uitpakken(string gemeentecode, Guid sleutelId, string kid, byte[] ingepakt) =>
        Open(sleutels.Sleutel("inpak", kid), ingepakt, Place("sleutel", gemeentecode, sleutelId));

    /// <summary>Encrypts a value for one place: kind, gemeente and row id.</summary>
    internal static byte[] Versleutel(byte[] sleutel, ReadOnlySpan<byte> inhoud, string soort, string gemeentecode, Guid id) =>
        Seal(sleutel, inhoud, Place(soort, gemeentecode, id));

    /// <summary>The other way round.</summary>
    /// <exception cref="CryptographicException">Wrong key or place, or changed bytes.</exception>
    internal static byte[] Ontsleutel(byte[] sleutel, byte[] envelop, string soort, string gemeentecode, Guid id) =>
        Open(sleutel, envelop, Place(soort, gemeentecode, id));

    /// <summary>Versions of the blind index in use, oldest first.</summary>
    internal IReadOnlyList<ushort> Indexversies => sleutels.Indexversies;

    /// <summary>Blind index of a number under every key version in use.</summary>
    internal Nummerindex Index(string gemeentecode, Bsn bsn) => Index(gemeentecode, "bsn", bsn.Reveal());

    /// <summary>As for a BSN.</summary>
    internal Nummerindex Index(string gemeentecode, VNummer vNummer) => Index(gemeentecode, "vnummer", vNummer.Reveal());

    /// <summary>Keyed hash of a foreign id or a body: says nothing, recognises a repeat. Of a key of its own, because a repeat must still be
    /// recognised after the blind index got another.</summary>
    internal byte[] Hash(string gemeentecode, string soort, ReadOnlySpan<byte> inhoud)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, sleutels.PerGemeente("herkenning", gemeentecode));
        hmac.AppendData(Encoding.UTF8.GetBytes(soort + "\0"));
        hmac.AppendData(inhoud);
        return hmac.GetHashAndReset();
    }

    /// <summary>A partner's user, as log and tables know her: 40 hex. The same id at another client is another user.</summary>
    /// <param name="gebruiker">As the partner names her; kept nowhere.</param>
    internal string Gebruiker(string gemeentecode, string clientId, string gebruiker) =>
        Convert.ToHexStringLower(Hash(gemeentecode, "gebruiker", Encoding.UTF8.GetBytes($"{clientId}\0{gebruiker}")).AsSpan(0, 20));

    /// <summary>Pseudonym of a person for the log, 64 hex, and the type that names the key's version.</summary>
    internal (string Pseudoniem, string Type) Pseudoniem(string gemeentecode, Bsn bsn) => (Pseudoniem(gemeentecode, "bsn", bsn.Reveal()), Type("bsn"));

    /// <summary>As for a BSN.</summary>
    internal (string Pseudoniem, string Type) Pseudoniem(string gemeentecode, VNummer vNummer) => (Pseudoniem(gemeentecode, "vnummer", vNummer.Reveal()), Type("vnummer"));

    /// <summary>Of a dossier whose person has no number left.</summary>
    internal (string Pseudoniem, string Type) Pseudoniem(string gemeentecode, Guid dossierId) => (Pseudoniem(gemeentecode, "dossier", dossierId.ToString("D")), Type("dossier"));

    private static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, byte[] place)
    {
        var envelope = new byte[1 + NonceSize + TagSize + plain.Length];
        envelope[0] = Vorm;
        RandomNumberGenerator.Fill(envelope.AsSpan(1, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(envelope.AsSpan(1, NonceSize), plain, envelope.AsSpan(1 + NonceSize + TagSize), envelope.AsSpan(1 + NonceSize, TagSize), place);
        return envelope;
    }

    private static byte[] Open(byte[] key, byte[] envelope, byte[] place)
    {
        if (envelope.Length < 1 + NonceSize + TagSize || envelope[0] != Vorm)
        {
            throw new CryptographicException("Onbekende vorm van een versleutelde waarde.");
        }

        var plain = new byte[envelope.Length - 1 - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(envelope.AsSpan(1, NonceSize), envelope.AsSpan(1 + NonceSize + TagSize), envelope.AsSpan(1 + NonceSize, TagSize), plain, place);
        return plain;
    }

    private static byte[] Place(string soort, string gemeentecode, Guid id) => Encoding.UTF8.GetBytes($"{soort}|{gemeentecode}|{id:N}");

    private Nummerindex Index(string gemeentecode, string soort, string nummer)
    {
        var index = default(Nummerindex);
        foreach (var versie in sleutels.Indexversies)
        {
            index = index.Met(versie, Index(gemeentecode, versie, $"{soort}|{nummer}"));
        }

        return index;
    }

    private byte[] Index(string gemeentecode, ushort versie, string nummer)
    {
        var index = new byte[34];
        BinaryPrimitives.WriteUInt16BigEndian(index, versie);
        HMACSHA256.HashData(
            sleutels.PerGemeente("index", versie.ToString(System.Globalization.CultureInfo.InvariantCulture), gemeentecode), Encoding.UTF8.GetBytes(nummer), index.AsSpan(2));
        return index;
    }

    private string Pseudoniem(string gemeentecode, string soort, string nummer) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(sleutels.PerGemeente("pseudoniem", gemeentecode), Encoding.UTF8.GetBytes($"{soort}|{nummer}")));

    private string Type(string soort) => $"urn:inburgering:pseudoniem:{soort}:{sleutels.Huidige("pseudoniem").Kid}";
}
