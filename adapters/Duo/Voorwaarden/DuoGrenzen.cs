using System.Text;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>Limits that stand in more than one schema of DUO.</summary>
internal static class DuoGrenzen
{
    /// <summary>A = analfabeet, AA = anders-analfabeet, NVT = niet van toepassing.</summary>
    public static bool IsAlfabetisering(string? code) => code is "A" or "AA" or "NVT";

    /// <summary>Ten characters, of whatever kind.</summary>
    public static bool IsInstellingsnummer(string? nummer) => Lengte(nummer) == 10;

    /// <summary>DUO's number of a contact.</summary>
    public static bool IsContactnummer(int nummer) => nummer is >= 1 and <= 99999;

    /// <summary>In Unicode characters, as JSON Schema counts.</summary>
    public static int Lengte(string? tekst) => tekst?.EnumerateRunes().Count() ?? 0;
}
