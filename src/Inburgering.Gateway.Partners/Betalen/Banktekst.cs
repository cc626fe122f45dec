using System.Text;

namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>A name or text as it was written, and as the bank takes it.</summary>
/// <remarks>
/// Prints hidden. Source: payments 2, «Character conversion»: by an explicit table, so that nothing depends on the machine's culture data; a letter that is not in the
/// table is for a person to decide about, never dropped.
/// </remarks>
public sealed record Banktekst
{
    /// <summary>Characters of a name: less than the schema allows (payments 2.10).</summary>
    public const int Naamlengte = 70;

    /// <summary>Characters of a free text (payments 2.10).</summary>
    public const int Omschrijvinglengte = 140;

    private const string Leestekens = "/-?:().,'+ ";

    private Banktekst(string origineel, string tekst, string onvertaalbaar, int hoogstens) =>
        (Origineel, Tekst, Onvertaalbaar, Hoogstens) = (origineel, tekst, onvertaalbaar, hoogstens);

    /// <summary>As it was written.</summary>
    public string Origineel { get; }

    /// <summary>In the bank's characters, without padding. Only complete when <see cref="Past"/>.</summary>
    public string Tekst { get; }

    /// <summary>Each character without a mapping, once, in the order of the text; empty: none.</summary>
    public string Onvertaalbaar { get; }

    /// <summary>Characters that it may have.</summary>
    public int Hoogstens { get; }

    /// <summary>Whether it may go into a file.</summary>
    public bool Past => Onvertaalbaar.Length == 0 && Tekst.Length > 0 && Tekst.Length <= Hoogstens;

    /// <summary>A name of at most 70 characters.</summary>
    public static Banktekst Naam(string origineel) => Van(origineel, Naamlengte);

    /// <summary>A free text of at most 140 characters.</summary>
    public static Banktekst Omschrijving(string origineel) => Van(origineel, Omschrijvinglengte);

    /// <summary>Whether the bank takes this character as it is.</summary>
    public static bool IsBankteken(char teken) => char.IsAsciiLetterOrDigit(teken) || Leestekens.Contains(teken, StringComparison.Ordinal);

    /// <summary>Every fault of it, for a person: BT-05 and BT-06.</summary>
    /// <param name="pointer">Its place, <c>/opdrachten/3/naam</c>.</param>
    public IEnumerable<BerichtFout> Fouten(string pointer)
    {
        if (Onvertaalbaar.Length > 0)
        {
            yield return new BerichtFout(pointer, $"Bevat tekens die de bank niet aanneemt: {Onvertaalbaar}. Schrijf ze in Latijnse letters.") { Code = "BT-05" };
        }

        if (Tekst.Length > Hoogstens)
        {
            yield return new BerichtFout(pointer, $"Is langer dan {Hoogstens} tekens. Kort de tekst in.") { Code = "BT-06" };
        }

        if (Tekst.Length == 0 && Onvertaalbaar.Length == 0)
        {
            yield return new BerichtFout(pointer, "Is leeg. Vul de tekst in.") { Code = "BB-13" };
        }
    }

    /// <inheritdoc />
    public override string ToString() => "Banktekst(hidden)";

    private static Banktekst Van(string origineel, int hoogstens)
    {
        var tekst = new StringBuilder(origineel.Length);
        var zonder = new List<string>();
        foreach (var rune in origineel.EnumerateRunes())
        {
            if (Tekentabel.Vertaling(rune) is { } vertaling)
            {
                tekst.Append(vertaling);
            }
            else
            {
                zonder.Add(rune.ToString());
            }
        }

        var woorden = tekst.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Banktekst(origineel, string.Join(' ', woorden), string.Concat(zonder.Distinct(StringComparer.Ordinal)), hoogstens);
    }
}
