using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>DUO's functional refusal: a list of { "fouttekst": "…" }, meant for the regievoerder.</summary>
internal static partial class DuoFoutmelding
{
    /// <summary>The contract's maxLength of one fouttekst.</summary>
    private const int MostText = 200;

    /// <summary>The contract's largest maxItems; some operations name none.</summary>
    private const int MostTexts = 100;

    private const string GeenUitleg = "DUO weigert en geeft geen uitleg.";

    /// <summary>Every text, in DUO's order. What looks like a BSN or V-nummer is taken out: the reasons are stored and shown.</summary>
    /// <remarks>The aanbod's contract lets a fouttekst be left out: such an item says nothing.</remarks>
    /// <returns>Never empty; null when the body is no such list.</returns>
    public static IReadOnlyList<string>? Read(ReadOnlyMemory<byte> body)
    {
        var reply = PartnerBody.ReadList(
            body, int.MaxValue, duo => duo.Optional("fouttekst")?.Text(_ => true, "Is geen tekst."), texts => texts.OfType<string>().Take(MostTexts).Select(Clean));
        return reply is PartnerReply<IEnumerable<string>>.Answer(var cleaned)
            ? [.. cleaned.Where(text => text.Length > 0).DefaultIfEmpty(GeenUitleg)]
            : null;
    }

    private static string Clean(string text)
    {
        var safe = LongNumber().Replace(text, "(nummer weggelaten)").ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return safe.Length <= MostText ? safe : $"{string.Concat(safe.EnumerateRunes().Take(MostText - 1))}…";
    }

    /// <remarks>Nine or more digits in a row, or nine as people group them (1234.56.789, 123 456 789).</remarks>
    [GeneratedRegex(@"[0-9]{9,}|[0-9]{4}[ .-][0-9]{2}[ .-][0-9]{3}(?![0-9])|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();
}
