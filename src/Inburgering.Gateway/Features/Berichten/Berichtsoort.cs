using System.Text.Json;

namespace Inburgering.Gateway.Features.Berichten;

/// <summary>Of what kind and how long a value is, in words. Never the value: who reads the words may not know more of the person than that.</summary>
internal static class Berichtsoort
{
    private const int Bsnlengte = 9;

    public static string Van(JsonElement? waarde) => waarde switch
    {
        null => "ontbreekt",
        { ValueKind: JsonValueKind.String } tekst => Tekst(tekst.GetString()!),
        { ValueKind: JsonValueKind.Number } getal => Getal(getal),
        { ValueKind: JsonValueKind.True or JsonValueKind.False } => "ja of nee",
        { ValueKind: JsonValueKind.Array } lijst => $"lijst van {lijst.GetArrayLength()}",
        { ValueKind: JsonValueKind.Object } groep => $"groep van {Aantal(groep.EnumerateObject().Count(), "veld", "velden")}",
        _ => "leeg",
    };

    /// <summary>As above, with what a BSN should be.</summary>
    public static string Bsn(JsonElement? waarde, string tekst) => tekst switch
    {
        _ when Partners.Bsn.TryParse(tekst, out _) => Van(waarde),
        _ when tekst.Length == Bsnlengte && tekst.All(char.IsAsciiDigit) => $"{Van(waarde)} die niet aan de 11-proef voldoen",
        _ => $"{Van(waarde)}, verwacht 9 cijfers",
    };

    private static string Tekst(string tekst)
    {
        if (string.IsNullOrWhiteSpace(tekst))
        {
            return "leeg";
        }

        return tekst.All(char.IsAsciiDigit) ? Aantal(tekst.Length, "cijfer", "cijfers") : $"tekst van {Aantal(tekst.EnumerateRunes().Count(), "teken", "tekens")}";
    }

    private static string Getal(JsonElement getal)
    {
        if (getal.GetRawText().StartsWith('-'))
        {
            return "negatief getal";
        }

        return getal.GetRawText().All(char.IsAsciiDigit) ? $"getal van {Aantal(getal.GetRawText().Length, "cijfer", "cijfers")}" : "gebroken getal";
    }

    private static string Aantal(int aantal, string een, string meer) => $"{aantal} {(aantal == 1 ? een : meer)}";
}
