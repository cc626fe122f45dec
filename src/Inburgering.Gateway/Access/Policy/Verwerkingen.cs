namespace Inburgering.Gateway.Access.Policy;

/// <summary>Every use of a category that the policy allows, from grants, deliveries and what goes out: what the register is made of.</summary>
/// <param name="Wie">Staff role, partner type or receiver.</param>
internal sealed record Verwerkt(string Activiteit, string Doel, string Categorie, string Wie, Richting Richting);

/// <summary>How the category is used.</summary>
internal enum Richting
{
    Gelezen,
    Ontvangen,
    Verzonden,
}

internal static class Verwerkingen
{
    /// <summary>All of them; a doel that does not exist is left out, it has its own fault.</summary>
    public static IEnumerable<Verwerkt> Van(GegevensFile gegevens, IEnumerable<PartnerFile> partners)
    {
        var alle = partners.ToArray();
        return gegevens.Grants.SelectMany(g => Regels(g.Rol!, g.Doel, g.Velden.Keys, Richting.Gelezen))
            .Concat(gegevens.Uitgaand.SelectMany(u => Regels(u.Ontvanger!, u.Doel, u.Velden.Keys, Richting.Verzonden)))
            .Concat(alle.SelectMany(p => p.Grants.SelectMany(g => Regels(p.Partnertype, g.Doel, g.Velden.Keys, Richting.Gelezen))))
            .Concat(alle.SelectMany(p => (p.Uitgaand ?? []).SelectMany(u => Regels(p.Partnertype, u.Doel, u.Velden.Keys, Richting.Verzonden))))
            .Concat(alle.SelectMany(p => p.Levert is { } levert ? Ontvangen(p.Partnertype, levert) : []));

        IEnumerable<Verwerkt> Ontvangen(string wie, LevertFile levert) =>
            (levert.Typen ?? []).Select(type => levert.Van(type.Key)!).Prepend(levert).SelectMany(l => Regels(wie, l.Doel, l.Categorieen, Richting.Ontvangen)).Distinct();

        IEnumerable<Verwerkt> Regels(string wie, string doel, IEnumerable<string> categorieen, Richting richting) =>
            gegevens.Doelen.TryGetValue(doel, out var bekend) ? categorieen.Select(c => new Verwerkt(bekend.Activiteit, doel, c, wie, richting)) : [];
    }
}
