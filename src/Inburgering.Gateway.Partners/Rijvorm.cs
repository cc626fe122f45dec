namespace Inburgering.Gateway.Partners;

/// <summary>How a file of rows becomes messages: each row is one message of this type, read by the reader of that type.</summary>
/// <param name="Type">Without <c>nl.inburgering.</c>.</param>
/// <param name="Kolommen">Every column the file may have; another is refused, so that nothing comes along unseen.</param>
/// <param name="Uniek">Fields of <c>data</c> that, with the person, may stand in a file only once; each is the name of its column too.</param>
public sealed record Rijvorm(string Type, IReadOnlyList<Kolom> Kolommen, IReadOnlyList<string> Uniek);

/// <summary>One column.</summary>
/// <param name="Naam">In the first row, in small letters; capitals, spaces and underscores make no difference there.</param>
/// <param name="Veld">Where it goes in <c>data</c>: "periode", "alfabetisering/geplandeUren".</param>
/// <param name="Soort">How a cell is read.</param>
/// <param name="Verplicht">Whether the file must have the column; a cell may still be empty.</param>
public sealed record Kolom(string Naam, string Veld, Kolomsoort Soort, bool Verplicht = false);

/// <summary>How a cell is read; what Excel makes of it included.</summary>
public enum Kolomsoort
{
    /// <summary>As it stands.</summary>
    Tekst,

    /// <summary>Digits; the zeros that Excel dropped at the front are put back.</summary>
    Bsn,

    /// <summary>jjjj-mm, mm-jjjj, or the first day of the month as Excel writes a date (d-m-jjjj).</summary>
    Maand,

    /// <summary>At most two decimals, with a comma or a point; no signs between thousands.</summary>
    Uren,

    /// <summary>ja or nee.</summary>
    JaNee,
}
