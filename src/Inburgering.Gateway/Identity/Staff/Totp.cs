using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Inburgering.Gateway.Identity.Staff;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, six digits, steps of 30 seconds.</summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>The step this code belongs to, one step of clock difference allowed; null when it fits none.</summary>
    /// <param name="base32">Null: nobody's secret; costs the same and fits nothing.</param>
    public static long? Match(string? base32, string? code, DateTimeOffset now)
    {
        var given = Encoding.ASCII.GetBytes((code ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal));
        var secret = Decode(base32 ?? Alphabet);
        var current = Step(now);
        long? match = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Code(secret, step))))
            {
                match = step;
            }
        }

        return base32 is null ? null : match;
    }

    /// <summary>What the app shows at this moment.</summary>
    public static string Code(string base32, DateTimeOffset at) => Code(Decode(base32), Step(at));

    private static long Step(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        Span<byte> hash = stackalloc byte[20];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as every authenticator app knows it; HMAC-SHA1 is not broken by collisions
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var bytes = new byte[base32.Length * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var letter in base32)
        {
            buffer = ((buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(buffer >> bits);
            }
        }

        return bytes;
    }
}
