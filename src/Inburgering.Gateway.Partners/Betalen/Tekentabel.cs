using System.Text;

namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>What the bank gets for a character that it does not take.</summary>
/// <remarks>The pairs that payments 2 names are these; the others follow the same habit: the letter without its mark.</remarks>
internal static class Tekentabel
{
    /// <summary>Combining diacritical marks: what stands apart from its letter when a text was taken apart.</summary>
    private const int EersteMerk = 0x0300, LaatsteMerk = 0x036F;

    private static readonly (string Tekens, string Vertaling)[] Groepen =
    [
        ("ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦẠẢẤẦẨẪẬẮẰẲẴẶ", "A"), ("àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặ", "a"), ("ÆǢǼ", "AE"), ("æǣǽ", "ae"),
        ("ÇĆĈĊČ", "C"), ("çćĉċč", "c"), ("ÐĎĐƉƊ", "D"), ("ðďđɖɗ", "d"),
        ("ÈÉÊËĒĔĖĘĚȄȆȨẸẺẼẾỀỂỄỆƏ", "E"), ("èéêëēĕėęěȅȇȩẹẻẽếềểễệə", "e"),
        ("ĜĞĠĢǤǦǴƓ", "G"), ("ĝğġģǥǧǵɠ", "g"), ("ĤĦȞ", "H"), ("ĥħȟ", "h"),
        ("ÌÍÎÏĨĪĬĮİǏȈȊỈỊ", "I"), ("ìíîïĩīĭįıǐȉȋỉị", "i"), ("Ĳ", "IJ"), ("ĳ", "ij"), ("Ĵ", "J"), ("ĵǰ", "j"),
        ("ĶǨƘ", "K"), ("ķĸǩƙ", "k"), ("ĹĻĽĿŁ", "L"), ("ĺļľŀł", "l"), ("ÑŃŅŇŊǸ", "N"), ("ñńņňŉŋǹ", "n"),
        ("ÒÓÔÕÖØŌŎŐƠǑǪǬǾȌȎȪȬȮȰỌỎỐỒỔỖỘỚỜỞỠỢ", "O"), ("òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợ", "o"), ("Œ", "OE"), ("œ", "oe"),
        ("ŔŖŘȐȒ", "R"), ("ŕŗřȑȓ", "r"), ("ŚŜŞŠȘ", "S"), ("śŝşšșſ", "s"), ("ẞ", "SS"), ("ß", "ss"), ("ŢŤŦȚ", "T"), ("ţťŧț", "t"), ("Þ", "TH"), ("þ", "th"),
        ("ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖỤỦỨỪỬỮỰ", "U"), ("ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữự", "u"), ("ŴẀẂẄ", "W"), ("ŵẁẃẅ", "w"),
        ("ÝŶŸȲỲỴỶỸƳ", "Y"), ("ýÿŷȳỳỵỷỹƴ", "y"), ("ŹŻŽƵ", "Z"), ("źżžƶ", "z"),
        ("&", "+"), ("‘’‚‛`´ʼʻʹ′\"“”„", "'"), ("‐‑‒–—―−_", "-"), (";", ","), ("\t\r\n\u00a0\u2007\u2009\u202f", " "),
    ];

    private static readonly Dictionary<int, string> Tabel = Groepen
        .SelectMany(groep => groep.Tekens.EnumerateRunes().Select(rune => KeyValuePair.Create(rune.Value, groep.Vertaling))).ToDictionary();

    /// <summary>Null: there is none. A mark that stands apart from its letter has nothing to say, as in the letters above.</summary>
    public static string? Vertaling(Rune rune)
    {
        if (rune.IsAscii && Banktekst.IsBankteken((char)rune.Value))
        {
            return rune.ToString();
        }

        return rune.Value is >= EersteMerk and <= LaatsteMerk ? string.Empty : Tabel.GetValueOrDefault(rune.Value);
    }
}
