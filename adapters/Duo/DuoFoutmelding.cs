using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>DUO's functional refusal: a list of { "fouttekst": "…" }, meant for the regievoerder.</summary>
internal static partial class DuoFoutmelding
{
    /// <summary>The contract's maxLength of one fouttekst.</summary>
    private const int MostText = 200;

    private const int MostTexts = 20;

    /// <summary>Joins the texts. What looks like a BSN or V-nummer is taken out: the reason is stored and shown.</summary>
    /// <returns>False when the body is no such list.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> body, out string? reason)
    {
        var reply = PartnerBody.ReadList(
            body, int.MaxValue, duo => duo.Required("fouttekst").Text(_ => true, "Is geen tekst."), texts => texts.Take(MostTexts).Select(Clean));
        reason = reply is PartnerReply<IEnumerable<string>>.Answer(var cleaned) ? string.Join("; ", cleaned.Where(text => text.Length > 0)) : null;
        if (reason is { Length: 0 })
        {
            reason = null;
        }

        return reply is PartnerReply<IEnumerable<string>>.Answer;
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
