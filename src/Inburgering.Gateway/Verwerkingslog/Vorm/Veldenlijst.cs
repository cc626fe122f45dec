using System.Text;

namespace Inburgering.Gateway.Verwerkingslog.Vorm;

/// <summary>A list of gegevenscategorieën and fields as one short text: <c>IDN.bsn,naam CON</c> for IDN.bsn, IDN.naam, CON.</summary>
/// <remarks>Neighbours of one category share its name; order is kept, so the text is the same for the same list.</remarks>
internal static class Veldenlijst
{
    /// <summary>Null for an empty list.</summary>
    public static string? Compact(IReadOnlyList<string> items)
    {
        if (items.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        var open = default(string);
        foreach (var item in items)
        {
            var (categorie, veld) = Split(item);
            if (veld is not null && string.Equals(categorie, open, StringComparison.Ordinal))
            {
                text.Append(',').Append(veld);
                continue;
            }

            text.Append(text.Length > 0 ? " " : string.Empty).Append(item);
            open = veld is null ? null : categorie;
        }

        return text.ToString();
    }

    public static IReadOnlyList<string> Parse(string? compact)
    {
        if (string.IsNullOrEmpty(compact))
        {
            return [];
        }

        var items = new List<string>();
        foreach (var groep in compact.Split(' '))
        {
            var (categorie, velden) = Split(groep);
            if (velden is null)
            {
                items.Add(categorie);
                continue;
            }

            items.AddRange(velden.Split(',').Select(veld => $"{categorie}.{veld}"));
        }

        return items;
    }

    private static (string Categorie, string? Veld) Split(string item) =>
        item.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? (item[..dot], item[(dot + 1)..]) : (item, null);
}
