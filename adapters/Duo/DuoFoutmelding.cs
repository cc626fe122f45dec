using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>DUO's functional refusal: a list of { "fouttekst": "…" }, meant for the regievoerder.</summary>
internal static class DuoFoutmelding
{
    /// <summary>The contract's largest maxItems; some operations name none.</summary>
    private const int MostTexts = 100;

    private const string GeenUitleg = "DUO weigert en geeft geen uitleg.";

    /// <summary>Every text, in DUO's order. What looks like a BSN or V-nummer is taken out: the reasons are stored and shown.</summary>
    /// <remarks>The aanbod's contract lets a fouttekst be left out: such an item says nothing.</remarks>
    /// <returns>Never empty; null when the body is no such list.</returns>
    public static IReadOnlyList<string>? Read(ReadOnlyMemory<byte> body)
    {
        var reply = PartnerBody.ReadList(
            body, int.MaxValue, duo => duo.Optional("fouttekst")?.Text(_ => true, "Is geen tekst."), texts => texts.OfType<string>().Take(MostTexts).Select(Partnertekst.Schoon));
        return reply is PartnerReply<IEnumerable<string>>.Answer(var cleaned)
            ? [.. cleaned.Where(text => text.Length > 0).DefaultIfEmpty(GeenUitleg)]
            : null;
    }
}
