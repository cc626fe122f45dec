using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Inburgering.Gateway.Verwerkingslog.Vorm;

/// <summary>The hashes of the chain (security 4).</summary>
/// <remarks>
/// persoonDigest = SHA-256(zout ‖ personal object).
/// digest = SHA-256 over, each behind its length in four bytes big-endian: "gemeente/slot", gemeente, seq (8 bytes big-endian),
/// registratie (ms, 8 bytes big-endian), non-personal object, persoonDigest.
/// hash = SHA-256(hash of the line before ‖ digest); before the first line stand 32 zero bytes.
/// </remarks>
internal static class Keten
{
    public const int Lengte = SHA256.HashSizeInBytes;

    public static byte[] Begin { get; } = new byte[Lengte];

    public static byte[] PersoonDigest(ReadOnlySpan<byte> zout, ReadOnlySpan<byte> persoon)
    {
        Span<byte> all = stackalloc byte[zout.Length + persoon.Length];
        zout.CopyTo(all);
        persoon.CopyTo(all[zout.Length..]);
        return SHA256.HashData(all);
    }

    /// <summary>Digest of the personal part; from the table only when the person was erased.</summary>
    public static byte[]? PersoonDigest(RegelRow row) =>
        row.Zout is { } zout ? PersoonDigest(zout, RegelForm.Persoon(row)) : row.PersoonDigest;

    public static byte[] Hash(ReadOnlySpan<byte> vorige, string gemeentecode, int slot, long seq, long registratie,
        ReadOnlySpan<byte> velden, ReadOnlySpan<byte> persoonDigest)
    {
        Span<byte> pair = stackalloc byte[2 * Lengte];
        vorige.CopyTo(pair);
        Digest(gemeentecode, slot, seq, registratie, velden, persoonDigest, pair[Lengte..]);
        return SHA256.HashData(pair);
    }

    /// <summary>A number for an index on clients; not unique, so a query compares the client id as well.</summary>
    public static int? ClientSleutel(RegelContext context) =>
        context.ClientId is null ? null : ClientSleutel(context.Gemeentecode, context.ClientId);

    public static int ClientSleutel(string gemeentecode, string clientId) =>
        BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{gemeentecode}/{clientId}")));

    private static void Digest(string gemeentecode, int slot, long seq, long registratie, ReadOnlySpan<byte> velden,
        ReadOnlySpan<byte> persoonDigest, Span<byte> result)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        Span<byte> text = stackalloc byte[32];
        var all = new Prefixed(stackalloc byte[2048], velden.Length + 160);
        all.Add(text[..Stroom(gemeentecode, slot, text)]);
        all.Add(text[..Encoding.UTF8.GetBytes(gemeentecode, text)]);
        BinaryPrimitives.WriteInt64BigEndian(number, seq);
        all.Add(number);
        BinaryPrimitives.WriteInt64BigEndian(number, registratie);
        all.Add(number);
        all.Add(velden);
        all.Add(persoonDigest);
        SHA256.HashData(all.Written, result);
    }

    private static int Stroom(string gemeentecode, int slot, Span<byte> to)
    {
        var length = Encoding.UTF8.GetBytes(gemeentecode, to);
        to[length++] = (byte)'/';
        slot.TryFormat(to[length..], out var digits, provider: CultureInfo.InvariantCulture);
        return length + digits;
    }

    private ref struct Prefixed(Span<byte> small, int needed)
    {
        private readonly Span<byte> bytes = needed <= small.Length ? small : new byte[needed];
        private int length;

        public readonly ReadOnlySpan<byte> Written => bytes[..length];

        public void Add(ReadOnlySpan<byte> part)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes[length..], part.Length);
            part.CopyTo(bytes[(length + sizeof(int))..]);
            length += sizeof(int) + part.Length;
        }
    }
}
