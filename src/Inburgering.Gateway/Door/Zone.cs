using System.Net;
using System.Net.Sockets;

namespace Inburgering.Gateway.Door;

/// <summary>Where a request came from, as a word: the address itself is not written down.</summary>
internal static class Zone
{
    public const string Loopback = "loopback";
    public const string Intern = "intern";
    public const string Extern = "extern";

    public static string Of(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
        {
            return Loopback;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var binnen = plain.AddressFamily == AddressFamily.InterNetworkV6
            ? plain.IsIPv6UniqueLocal || plain.IsIPv6LinkLocal
            : IsPrivate(plain.GetAddressBytes());
        return binnen ? Intern : Extern;
    }

    private static bool IsPrivate(byte[] b) => b[0] == 10 || (b[0] == 172 && b[1] is >= 16 and < 32) || (b[0] == 192 && b[1] == 168);
}
