using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>One cell as a value of a message. What Excel made of it is put right where that is sure, and refused where it is not.</summary>
internal static partial class Celwaarde
{
    private const int Bsnlengte = 9;
    private const string Formule = "Begint met een teken waarmee een formule begint. Zet in de cel alleen de waarde.";
    private const string Exponent = "Excel maakte hier een getal van. Zet de kolom op tekst en vul de waarde opnieuw in.";

    private static readonly string[] Maandvormen = ["yyyy-MM", "M-yyyy", "MM-yyyy", "d-M-yyyy", "d/M/yyyy", "yyyy-MM-dd", "M/yyyy"];
    /// <summary>No digits: in a file with commas an hour with a decimal comma would push the next cell in here.</summary>
    private static readonly Dictionary<string, bool> JaNee = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ja"] = true,
        ["j"] = true,
        ["waar"] = true,
        ["true"] = true,
        ["nee"] = false,
        ["n"] = false,
        ["onwaar"] = false,
        ["false"] = false,
    };

    /// <returns>The value, null for an empty cell; or, in Dutch, what has to change, without what stands in the cell.</returns>
    public static (JsonNode? Waarde, string? Fout) Van(Kolomsoort soort, string cel)
    {
        var tekst = cel.Trim();
        if (tekst.Length == 0)
        {
            return (null, null);
        }

        if (tekst[0] is '=' or '+' or '@' || (tekst[0] == '-' && !(tekst.Length > 1 && char.IsAsciiDigit(tekst[1]))))
        {
            return (null, Formule);
        }

        return MetExponent().IsMatch(tekst) ? (null, Exponent) : Lees(soort, tekst);
    }

    private static (JsonNode? Waarde, string? Fout) Lees(Kolomsoort soort, string tekst) => soort switch
    {
        Kolomsoort.Tekst => (tekst, null),
        Kolomsoort.Bsn => tekst.Length is >= Bsnlengte - 2 and <= Bsnlengte && tekst.All(char.IsAsciiDigit) ? (tekst.PadLeft(Bsnlengte, '0'), null) : (null, "Is geen BSN van negen cijfers."),
        Kolomsoort.Maand => Maand(tekst) is { } maand ? (maand, null) : (null, "Is geen maand (jjjj-mm of mm-jjjj)."),
        Kolomsoort.Uren => Getal().IsMatch(tekst)
            ? (JsonValue.Create(decimal.Parse(tekst.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)), null)
            : (null, "Is geen aantal uren (zoals 40 of 40,5)."),
        Kolomsoort.JaNee => JaNee.TryGetValue(tekst, out var ja) ? (ja, null) : (null, "Is niet ja of nee."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string? Maand(string tekst) =>
        DateOnly.TryParseExact(tekst, Maandvormen, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) && dag.Day == 1
            ? dag.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"\A-?[0-9]{1,5}([.,][0-9]{1,2})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Getal();

    [GeneratedRegex(@"\A-?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MetExponent();
}
