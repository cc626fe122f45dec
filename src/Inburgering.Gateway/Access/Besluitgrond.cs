using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

/// <summary>What one decision rests on: whether the conditions of a grant hold for these facts, and by which opdracht or toestemming.</summary>
internal sealed class Besluitgrond
{
    /// <summary>What a right to restriction may never hold back: the register of consent and of the requests themselves (AVG 18(2)).</summary>
    public static IReadOnlyList<string> NooitBeperkt { get; } = ["TOE", "VRZ", "LOG"];

    /// <summary>The partner's user works on other persons, or the policy binds this doel to no opdracht.</summary>
    public const string BuitenCaseload = "buiten-caseload";

    private readonly List<string> verwijzingen = [];

    private Besluitgrond()
    {
    }

    /// <summary>Word of the policy; null when every condition holds.</summary>
    public string? Hindernis { get; private set; }

    /// <summary>The opdracht ended less than a month ago: only what the partner delivered itself may still be read back (domain c).</summary>
    public bool AlleenEigen { get; private set; }

    /// <summary>"opdracht:…@1", "afgelopen-opdracht:…@2", "doelgroep:voldaan", "toestemming:…@v2", "bezwaar:…", "beperking:EXA": enough to make the
    /// decision again, and never a value of the person.</summary>
    public IReadOnlyList<string> Verwijzingen => verwijzingen;

    public static Besluitgrond Of(Grant grant, string doel, Caller caller, IAccessFacts facts)
    {
        var grond = new Besluitgrond();
        grond.Hindernis = Dossier(facts) ?? grond.Opdracht(grant.Voorwaarden, caller, facts) ?? grond.Person(grant.Voorwaarden, facts)
            ?? grond.Toestemming(grant.Voorwaarden, doel, facts) ?? grond.Bezwaar(doel, facts);
        return grond;
    }

    /// <summary>Whether a category is held back for everyone.</summary>
    public static bool Beperkt(IAccessFacts facts, string categorie) => facts.Beperkingen.Contains(categorie) && !NooitBeperkt.Contains(categorie);

    /// <summary>The one that gives most: in the caseload, then running. Null: there is none.</summary>
    public static Opdrachtfeit? Beste(IEnumerable<Opdrachtfeit> opdrachten) => opdrachten.MaxBy(o => (o.InCaseload, o.Loopt));

    /// <summary>The sections this decision may open: nothing under restriction, and after the end of an opdracht only the partner's own.</summary>
    public IReadOnlyList<ISectie> Zichtbaar(IAccessFacts facts, Caller caller)
    {
        verwijzingen.AddRange(facts.Secties.Select(s => s.Categorie).Where(c => Beperkt(facts, c)).Distinct().Order(StringComparer.Ordinal).Select(c => Verwijzing.Naar(Verwijzing.Beperking, c)));
        return [.. facts.Secties.Where(s => !Beperkt(facts, s.Categorie) && (!AlleenEigen || s.Bron == caller.Instantie))];
    }

    private static string? Dossier(IAccessFacts facts) => facts.DossierId is null ? "geen-dossier" : null;

    private string? Bezwaar(string doel, IAccessFacts facts)
    {
        if (!facts.Bezwaren.Contains(doel))
        {
            return null;
        }

        verwijzingen.Add(Verwijzing.Naar(Verwijzing.Bezwaar, doel));
        return "bezwaar";
    }

    private string? Person(VoorwaardenFile voorwaarden, IAccessFacts facts)
    {
        if (voorwaarden.Doelgroep is { } groepen && !Holds(Verwijzing.Doelgroep, facts.Doelgroep is { } doelgroep && groepen.Contains(doelgroep)))
        {
            return "doelgroep";
        }

        return voorwaarden.Leerroute is { } routes && !Holds(Verwijzing.Leerroute, facts.Leerroute is { } route && routes.Contains(route)) ? "leerroute" : null;
    }

    private bool Holds(string voorwaarde, bool voldaan)
    {
        verwijzingen.Add(Verwijzing.Naar(voorwaarde, voldaan ? Verwijzing.Voldaan : Verwijzing.NietVoldaan));
        return voldaan;
    }

    private string? Opdracht(VoorwaardenFile voorwaarden, Caller caller, IAccessFacts facts)
    {
        if (voorwaarden.Opdracht is not { } taak)
        {
            return caller.Gebruiker is null ? null : BuitenCaseload;
        }

        if (Beste(facts.Opdrachten.Where(o => o.Taak == taak)) is not { } opdracht)
        {
            return "geen-opdracht";
        }

        verwijzingen.Add(Verwijzing.Naar(opdracht.Loopt ? Verwijzing.Opdracht : Verwijzing.AfgelopenOpdracht, opdracht.Verwijzing));
        AlleenEigen = !opdracht.Loopt;
        return caller.Gebruiker is null || Holds(Verwijzing.Caseload, opdracht.InCaseload) ? null : BuitenCaseload;
    }

    private string? Toestemming(VoorwaardenFile voorwaarden, string doel, IAccessFacts facts)
    {
        if (!voorwaarden.Toestemming)
        {
            return null;
        }

        if (facts.Toestemmingen.FirstOrDefault(t => t.Doel == doel) is not { } toestemming)
        {
            return "geen-toestemming";
        }

        verwijzingen.Add(Verwijzing.Naar(Verwijzing.Toestemming, toestemming.Verwijzing));
        return null;
    }
}
