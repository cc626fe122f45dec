using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>The policy in force: words, grants, partners and gemeenten of one version. Immutable.</summary>
public sealed class Beleid
{
    private readonly ILookup<string, Grant> perRol;
    private readonly Dictionary<string, string> soorten;

    internal Beleid(GegevensFile gegevens, IReadOnlyList<PartnerFile> partners, IReadOnlyList<GemeenteFile> gemeenten, string hash, string tekst)
    {
        Gegevens = gegevens;
        Partners = partners.ToDictionary(p => p.Partnertype);
        Gemeenten = gemeenten.ToDictionary(g => g.Gemeentecode);
        Hash = hash;
        Tekst = tekst;
        Grants = [.. gegevens.Grants.Select(g => Grant.Of(g.Rol!, g, gegevens))
            .Concat(partners.SelectMany(p => p.Grants.Select(g => Grant.Of(p.Partnertype, g, gegevens))))
            .Where(g => gegevens.Activiteiten[gegevens.Doelen[g.Doel].Activiteit].Actief)];
        soorten = partners.SelectMany(p => p.Instanties.Select(i => (i.Sleutel, p.Partnertype))).DistinctBy(i => i.Sleutel).ToDictionary(i => i.Sleutel, i => i.Partnertype, StringComparer.Ordinal);
        Bestemmingen = partners.SelectMany(Bestemming.Van).DistinctBy(o => o.Sleutel).ToDictionary(o => o.Sleutel, StringComparer.Ordinal);
        Bankprofielen = partners.SelectMany(p => p.Bankprofielen ?? []).ToDictionary(p => p.Sleutel, p => p.Profiel(), StringComparer.Ordinal);
        perRol = Grants.ToLookup(g => g.Rol, StringComparer.Ordinal);
    }

    /// <summary>SHA-256 over all files, 64 hex.</summary>
    public string Hash { get; }

    /// <summary>All files in one text, as hashed.</summary>
    public string Tekst { get; }

    internal GegevensFile Gegevens { get; }

    internal IReadOnlyDictionary<string, PartnerFile> Partners { get; }

    internal IReadOnlyDictionary<string, GemeenteFile> Gemeenten { get; }

    /// <summary>Of activities that are switched on.</summary>
    internal IReadOnlyList<Grant> Grants { get; }

    /// <summary>Whom the gateway calls, by the word that the outbox has for it.</summary>
    internal IReadOnlyDictionary<string, Bestemming> Bestemmingen { get; }

    /// <summary>Ways of banks in which payment files are made, by their key.</summary>
    public IReadOnlyDictionary<string, Bankprofiel> Bankprofielen { get; }

    /// <summary>The partner that is reconciled with when nobody names one.</summary>
    internal string Afstempartner => Partners.Values.First(p => p.Afstemming is not null).Partnertype;

    /// <summary>What a role may at most see for a doel; null: the doel is not its. Looks at that role's grants only.</summary>
    internal Grant? Zoek(string rol, string doel) => perRol[rol].FirstOrDefault(g => g.Doel == doel);

    /// <summary>Kind of source: the partner type of an instance; anything else is its own.</summary>
    internal string SoortVan(string bron) => soorten.GetValueOrDefault(bron, bron);

    /// <summary>Whether the gemeente offers this taak to this doelgroep.</summary>
    internal bool Biedt(string gemeentecode, string doelgroep, string taak) => Gemeenten[gemeentecode].Aanbod.GetValueOrDefault(doelgroep)?.Contains(taak) == true;

    /// <summary>Whether the gemeente pays fixed costs for this doelgroep.</summary>
    internal bool Ontzorgt(string gemeentecode, string doelgroep) => Gemeenten[gemeentecode].Ontzorgen?.Doelgroepen.Contains(doelgroep) == true;

    /// <summary>"VA-07-leerroute/1": the register's entry, with its version, of a known doel.</summary>
    internal string Activiteit(string doel)
    {
        var activiteit = Gegevens.Doelen[doel].Activiteit;
        return $"{activiteit}/{Gegevens.Activiteiten[activiteit].Versie}";
    }
}

/// <summary>One grant, with every field written out.</summary>
internal sealed record Grant
{
    public required string Rol { get; init; }

    public required string Doel { get; init; }

    public required string Grondslag { get; init; }

    public required VoorwaardenFile Voorwaarden { get; init; }

    /// <summary>Category to fields: the most anyone with this role may ever see for this doel.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> Velden { get; init; }

    public required IReadOnlyDictionary<string, string> Mits { get; init; }

    /// <summary>"AAN.aanbiedingen" to what of each of its lines may be seen; a field that is not here is seen whole.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Delen { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    /// <summary>Fields without which an aanmelding says too little.</summary>
    public IReadOnlyList<(string Categorie, string Veld)> Nodig { get; init; } = [];

    /// <summary>The part of this grant that the partner is told when an assignment is given to it; null: it is told nothing.</summary>
    public Grant? Aanmelding { get; private init; }

    /// <summary>The categories that a question without a case number may load.</summary>
    public IEnumerable<string> ZonderZaaknummer => Velden.Keys.Where(c => Mits.GetValueOrDefault(c) != Policy.Mits.Zaaknummer);

    public static Grant Of(string rol, GrantFile file, GegevensFile gegevens)
    {
        var grant = Heel(rol, file, gegevens);
        return file.Aanmelding is { } aanmelding ? grant with { Aanmelding = grant.Deel(aanmelding) } : grant;
    }

    private static Grant Heel(string rol, GrantFile file, GegevensFile gegevens) => new()
    {
        Rol = rol,
        Doel = file.Doel,
        Grondslag = file.Grondslag ?? gegevens.Doelen[file.Doel].Grondslag,
        Voorwaarden = file.Voorwaarden ?? new VoorwaardenFile(),
        Velden = file.Velden.ToDictionary(
            v => v.Key,
            v => (IReadOnlySet<string>)(v.Value is ["*"] ? gegevens.Categorieen[v.Key].Velden : v.Value).ToHashSet(StringComparer.Ordinal)),
        Mits = file.Mits ?? [],
    };

    /// <summary>Cut down to what is declared, and never more than there was.</summary>
    private Grant Deel(AanmeldingFile aanmelding)
    {
        var genoemd = (from groep in aanmelding.Velden
                       where Velden.ContainsKey(groep.Key)
                       from naam in groep.Value
                       let delen = naam.Split('.')
                       where Velden[groep.Key].Contains(delen[0])
                       select (Categorie: groep.Key, Veld: delen[0], Deel: delen.ElementAtOrDefault(1))).ToArray();
        return this with
        {
            Velden = genoemd.GroupBy(g => g.Categorie).ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.Select(v => v.Veld).ToHashSet(StringComparer.Ordinal)),
            Delen = genoemd.Where(g => g.Deel is not null).GroupBy(g => $"{g.Categorie}.{g.Veld}")
                .ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.Select(v => v.Deel!).ToHashSet(StringComparer.Ordinal)),
            Nodig = [.. aanmelding.Nodig.Select(n => n.Split('.')).Select(n => (n[0], n[1]))],
        };
    }
}
