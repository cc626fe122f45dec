namespace Inburgering.Gateway.Access.Policy;

/// <summary>What the partners' own files add to the words of the policy: with a partner more, a file comes and no other file changes.</summary>
internal static class Partnerbijdrage
{
    /// <summary>Among the bronhouders: every other partner whose file says that it delivers this.</summary>
    private const string Verder = "*";

    /// <summary>The words with each «*» among the bronhouders written out, and each activity under the highest version that a file names.</summary>
    public static GegevensFile In(GegevensFile gegevens, IReadOnlyCollection<PartnerFile> partners) => gegevens with
    {
        Categorieen = gegevens.Categorieen.ToDictionary(c => c.Key, c => c.Value with { Bronhouders = Bronhouders(c.Key, c.Value.Bronhouders, partners) }),
        Activiteiten = gegevens.Activiteiten.ToDictionary(a => a.Key, a => a.Value with { Versie = partners.Select(p => p.Register?.GetValueOrDefault(a.Key) ?? 0).Append(a.Value.Versie).Max() }),
    };

    /// <summary>Faults in what this partner adds.</summary>
    public static IEnumerable<string> Check(PartnerFile partner, GegevensFile gegevens, Plaats hier) =>
        (partner.Register ?? []).Keys.Where(id => !gegevens.Activiteiten.ContainsKey(id)).Select(id => hier["register"][id].Fout($"verwerkingsactiviteit «{id}» bestaat niet."));

    private static List<string> Bronhouders(string categorie, List<string> genoemd, IReadOnlyCollection<PartnerFile> partners)
    {
        var verder = partners.Where(p => Levert(p, categorie)).Select(p => p.Partnertype).Except(genoemd).Order(StringComparer.Ordinal).ToArray();
        return [.. genoemd.SelectMany(bron => bron == Verder ? verder : [bron])];
    }

    private static bool Levert(PartnerFile partner, string categorie) =>
        partner.Levert is { } levert && (levert.Categorieen.Contains(categorie) || (levert.Typen ?? []).Values.Any(type => type.Categorieen?.Contains(categorie) is true));
}
