using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

/// <summary>What a source may bring in: decided here, from config, for deliveries and for what we fetch.</summary>
public sealed class Leverrecht
{
    private readonly HashSet<string> categorieen;

    private readonly Grant? grant;

    private Leverrecht(string partner, string doel, string grondslag, string activiteit, string beleid, IEnumerable<string> categorieen, Grant? grant = null)
    {
        this.grant = grant;
        Doelgroepen = grant?.Voorwaarden.Doelgroep;
        (Partner, Bron) = (partner, partner);
        Doel = doel;
        Grondslag = grondslag;
        Activiteit = activiteit;
        Beleid = beleid;
        this.categorieen = categorieen.ToHashSet(StringComparer.Ordinal);
    }

    private Leverrecht(Leverrecht recht, Beleid beleid, Registratie client, string gemeentecode)
        : this(recht.Partner, recht.Doel, recht.Grondslag, recht.Activiteit, recht.Beleid, recht.categorieen, recht.grant)
    {
        Bron = client.Sjabloon.Instantie ?? recht.Partner;
        Instellingsnummer = client.Sjabloon.Instellingsnummer;
        if (recht.Doelgroepen is { } groepen && recht.Opdracht is { } taak)
        {
            Doelgroepen = [.. groepen.Union(beleid.Gemeenten[gemeentecode].Aanbod.Where(a => a.Value.Contains(taak)).Select(a => a.Key))];
        }
    }

    /// <summary>Partner key or "gemeente": the bron of a fact.</summary>
    public string Partner { get; }

    public string Doel { get; }

    public string Grondslag { get; }

    /// <summary>"VA-03-duo/1".</summary>
    public string Activiteit { get; }

    /// <summary>Hash of the policy.</summary>
    public string Beleid { get; }

    /// <summary>Taak of which the partner must have an assignment that runs for the person; null: it needs none (a ketenpartner).</summary>
    public string? Opdracht => grant?.Voorwaarden.Opdracht;

    /// <summary>Groups of persons the assignment may be about; null: all.</summary>
    internal IReadOnlyList<string>? Doelgroepen { get; }

    /// <summary>Under which name its facts stand in a dossier: the instance that delivered, so that it finds its own again; else the partner key.</summary>
    public string Bron { get; }

    /// <summary>DUO's number of the instance; null: it has none.</summary>
    public string? Instellingsnummer { get; }

    /// <summary>Null: this partner may bring in nothing.</summary>
    public static Leverrecht? Van(Beleid beleid, string partner) => Van(beleid, partner, beleid.Partners.GetValueOrDefault(partner)?.Levert);

    /// <summary>For one event type of POST /v1/berichten. Null: this partner may not bring it in.</summary>
    /// <param name="type">Without «nl.inburgering.».</param>
    public static Leverrecht? Van(Beleid beleid, string partner, string type) => Van(beleid, partner, beleid.Partners.GetValueOrDefault(partner)?.Levert?.Van(type));

    private static Leverrecht? Van(Beleid beleid, string partner, LevertFile? levert) => levert is null
        ? null
        : new Leverrecht(partner, levert.Doel, levert.Grondslag, beleid.Activiteit(levert.Doel), beleid.Hash, levert.Categorieen, beleid.Zoek(partner, levert.Doel));

    /// <summary>As this client of the partner delivers it: a gemeente that offers the taak to more groups than the grant names, made them an offer.</summary>
    public Leverrecht Als(Beleid beleid, Registratie client, string gemeentecode) => new(this, beleid, client, gemeentecode);

    /// <summary>Whether the partner may name a person by this number: who brings in who a person is, or may read that number (interface 5).</summary>
    /// <param name="veld">bsn or vNummer.</param>
    /// <param name="keurmerk">Whether the instance has one.</param>
    public bool MagNoemen(string veld, bool keurmerk) =>
        categorieen.Contains("IDN")
        || (grant?.Velden.GetValueOrDefault("IDN")?.Contains(veld) is true && (keurmerk || grant.Mits.GetValueOrDefault($"IDN.{veld}") != Mits.Keurmerk));

    /// <summary>The gemeente's own system and employees: what the gemeente is a source of.</summary>
    public static Leverrecht VanGemeente(Beleid beleid) => new(
        "gemeente", "regie-voeren", beleid.Gegevens.Doelen["regie-voeren"].Grondslag, beleid.Activiteit("regie-voeren"), beleid.Hash,
        beleid.Gegevens.Categorieen.Where(c => c.Value.Bronhouders.Contains("gemeente")).Select(c => c.Key));

    /// <summary>Whether this source may bring in this category.</summary>
    public bool Brengt(string categorie) => categorieen.Contains(categorie);

    /// <exception cref="InvalidOperationException">This source may not bring in this category.</exception>
    public void Require(string categorie)
    {
        if (!Brengt(categorie))
        {
            throw new InvalidOperationException($"Bron «{Partner}» mag gegevenscategorie {categorie} niet leveren.");
        }
    }
}
