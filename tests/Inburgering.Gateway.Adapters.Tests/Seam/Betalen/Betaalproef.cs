using System.Globalization;
using System.Numerics;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Tests.Seam.Betalen;

/// <summary>Invented accounts, made with a check of their own: big numbers instead of the running remainder of the seam.</summary>
internal static class Betaalproef
{
    /// <summary>A Dutch account with these digits and the check digits that belong to them.</summary>
    public static Iban Iban(long rekening, string bank = "RABO")
    {
        var nummer = $"{bank}{rekening.ToString("D10", CultureInfo.InvariantCulture)}";
        return Partners.Betalen.Iban.TryParse($"NL{Controle(nummer + "NL00")}{nummer}", out var iban) ? iban : throw new InvalidOperationException("No IBAN.");
    }

    /// <summary>An RF reference over these letters and digits.</summary>
    public static string Rf(string tekst) => $"RF{Controle(tekst + "RF00")}{tekst}";

    private static string Controle(string tekst)
    {
        var getal = BigInteger.Parse(string.Concat(tekst.Select(t => char.IsAsciiDigit(t) ? $"{t}" : $"{t - 'A' + 10}")), CultureInfo.InvariantCulture);
        return ((int)(98 - (getal % 97))).ToString("D2", CultureInfo.InvariantCulture);
    }
}
