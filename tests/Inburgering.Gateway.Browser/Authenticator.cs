using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Inburgering.Gateway.Browser;

/// <summary>The app on the employee's telephone (RFC 6238); shares no code with the gateway.</summary>
internal static class Authenticator
{
    public static string Code(string base32, DateTimeOffset moment)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, moment.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238's default, which the apps use
        var hash = HMACSHA1.HashData(Bytes(base32), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
