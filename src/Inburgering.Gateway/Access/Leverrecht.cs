using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

/// <summary>What a source may bring in: decided here, from config, for deliveries and for what we fetch.</summary>
public sealed class Leverrecht
{
    private readonly HashSet<string> categorieen;

    private Leverrecht(string partner, string doel, string grondslag, string activiteit, string beleid, IEnumerable<string> categorieen)
    {
        Partner = partner;
        Doel = doel;
        Grondslag = grondslag;
        Activiteit = activiteit;
        Beleid = beleid;
        this.categorieen = categorieen.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Partner key or "gemeente": the bron of a fact.</summary>
    public string Partner { get; }

    public string Doel { get; }

    public string Grondslag { get; }

    /// <summary>"VA-03-duo/1".</summary>
    public string Activiteit { get; }

    /// <summary>Hash of the policy.</summary>
    public string Beleid { get; }

    /// <summary>Null: this partner may bring in nothing.</summary>
    public static Leverrecht? Van(Beleid beleid, string partner) =>
        beleid.Partners.GetValueOrDefault(partner)?.Levert is { } levert
            ? new Leverrecht(partner, levert.Doel, levert.Grondslag, beleid.Activiteit(levert.Doel), beleid.Hash, levert.Categorieen)
            : null;

    /// <summary>The gemeente's own system and employees: what the gemeente is a source of.</summary>
    public static Leverrecht VanGemeente(Beleid beleid) => new(
        "gemeente", "regie-voeren", beleid.Gegevens.Doelen["regie-voeren"].Grondslag, beleid.Activiteit("regie-voeren"), beleid.Hash,
        beleid.Gegevens.Categorieen.Where(c => c.Value.Bronhouders.Contains("gemeente")).Select(c => c.Key));

    /// <exception cref="InvalidOperationException">This source may not bring in this category.</exception>
    public void Require(string categorie)
    {
        if (!categorieen.Contains(categorie))
        {
            throw new InvalidOperationException($"Bron «{Partner}» mag gegevenscategorie {categorie} niet leveren.");
        }
    }
}
