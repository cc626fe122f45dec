using System.Globalization;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Resultaat of DUO's Leerbaarheidstoets API 1.2.0: a list.</summary>
internal static class DuoLeerbaarheidstoets
{
    /// <remarks>The contract names no most; DUO's other lists have 500.</remarks>
    private const int MostResults = 500;

    private static readonly string[] Uitslagen = ["B1-route haalbaar", "B1-route niet haalbaar", "Onbekend"];

    private static readonly NumberFormatInfo DecimalComma = new() { NumberDecimalSeparator = "," };

    public static PartnerReply<Leerbaarheidstoetsresultaten> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, MostResults, Result, results => new Leerbaarheidstoetsresultaten(results));

    private static Leerbaarheidstoetsresultaat Result(JsonFields duo) => new(
        Resultaat: duo.Required("resultaat").OneOf(Uitslagen),
        BehaaldeScore: Score(duo.Required("behaaldeScore")),
        BenodigdeScore: Score(duo.Required("benodigdeScore")),
        DatumAfname: duo.Required("datumAfname").Date());

    private static decimal Score(JsonField field)
    {
        var text = field.Text(IsScore, "Is geen score met een komma en twee cijfers erachter (zoals 62,50).");
        return text.Length == 0 ? 0 : decimal.Parse(text, NumberStyles.AllowDecimalPoint, DecimalComma);
    }

    /// <remarks>The contract's pattern: ^(\d{1,3}\,\d{2})$.</remarks>
    private static bool IsScore(string text) =>
        text.Split(',') is [{ Length: >= 1 and <= 3 } whole, { Length: 2 } cents] && whole.All(char.IsAsciiDigit) && cents.All(char.IsAsciiDigit);
}
