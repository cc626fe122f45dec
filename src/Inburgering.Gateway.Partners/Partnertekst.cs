using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Partners;

/// <summary>Texts in which a partner says why it refuses: kept as the person's data and shown to the regievoerder, never logged.</summary>
public static partial class Partnertekst
{
    /// <summary>Characters of one text; what is longer is cut off.</summary>
    public const int Lengte = 200;

    private const int Hoogstens = 100;

    /// <summary>A text on one line, without what looks like a BSN or V-nummer.</summary>
    public static string Schoon(string tekst)
    {
        var veilig = LangNummer().Replace(tekst, "(nummer weggelaten)").ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return veilig.Length <= Lengte ? veilig : $"{string.Concat(veilig.EnumerateRunes().Take(Lengte - 1))}…";
    }

    /// <summary>Why a request was refused: problem+json (RFC 9457), or fouttekst as DUO writes it, alone or in a list.</summary>
    /// <param name="body">As received; whatever it is, this does not throw.</param>
    /// <param name="status">Named when the partner gives no reason.</param>
    /// <returns>Never empty.</returns>
    public static IReadOnlyList<string> Redenen(ReadOnlyMemory<byte> body, int status)
    {
        string[] redenen = [.. Gezegd(body).OfType<string>().Take(Hoogstens).Select(Schoon).Where(r => r.Length > 0)];
        return redenen.Length > 0 ? redenen : [$"De ontvanger weigert ({status}) en zegt niet waarom."];
    }

    private static IReadOnlyList<string?> Gezegd(ReadOnlyMemory<byte> body)
    {
        if (PartnerBody.ReadList(body, int.MaxValue, Een, redenen => redenen) is PartnerReply<IReadOnlyList<string?>>.Answer(var lijst))
        {
            return lijst;
        }

        return PartnerBody.Read(body, Een) is PartnerReply<string?>.Answer(var een) ? [een] : [];
    }

    private static string? Een(JsonFields velden) => Tekst(velden, "fouttekst") ?? Tekst(velden, "detail") ?? Tekst(velden, "title");

    private static string? Tekst(JsonFields velden, string naam) => velden.Optional(naam)?.Text(_ => true, "Is geen tekst.");

    /// <remarks>Nine or more digits in a row, or nine as people group them (1234.56.789, 123 456 789).</remarks>
    [GeneratedRegex(@"[0-9]{9,}|[0-9]{4}[ .-][0-9]{2}[ .-][0-9]{3}(?![0-9])|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LangNummer();
}
