using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

/// <summary>What one decision rests on: whether the conditions of a grant hold for these facts, and by which opdracht or toestemming.</summary>
internal sealed class Besluitgrond
{
    /// <summary>What a right to restriction may never hold back: the register of consent and of the requests themselves (AVG 18(2)).</summary>
    public static IReadOnlyList<string> NooitBeperkt { get; } = ["TOE", "VRZ", "LOG"];

    private readonly List<string> verwijzingen = [];

    private Besluitgrond()
    {
    }

    /// <summary>Word of the policy; null when every condition holds.</summary>
    public string? Hindernis { get; private set; }

    /// <summary>The opdracht ended less than a month ago: only what the partner delivered itself may still be read back (domain c).</summary>
    public bool AlleenEigen { get; private set; }

    /// <summary>"opdracht:…@1", "toestemming:…@v2", "beperking:EXA".</summary>
    public IReadOnlyList<string> Verwijzingen => verwijzingen;

    public static Besluitgrond Of(Grant grant, string doel, IAccessFacts facts)
    {
        var grond = new Besluitgrond();
        grond.Hindernis = Dossier(facts) ?? grond.Opdracht(grant.Voorwaarden, facts) ?? Person(grant.Voorwaarden, facts)
            ?? grond.Toestemming(grant.Voorwaarden, doel, facts) ?? Bezwaar(doel, facts);
        return grond;
    }

    /// <summary>The sections this decision may open: nothing under restriction, and after the end of an opdracht only the partner's own.</summary>
    public IReadOnlyList<ISectie> Zichtbaar(IAccessFacts facts, Caller caller)
    {
        var beperkt = facts.Beperkingen.Except(NooitBeperkt).ToHashSet(StringComparer.Ordinal);
        verwijzingen.AddRange(facts.Secties.Select(s => s.Categorie).Where(beperkt.Contains).Distinct().Order(StringComparer.Ordinal).Select(c => $"beperking:{c}"));
        return [.. facts.Secties.Where(s => !beperkt.Contains(s.Categorie) && (!AlleenEigen || s.Bron == caller.Instantie))];
    }

    private static string? Dossier(IAccessFacts facts) => facts.DossierId is null ? "geen-dossier" : null;

    private static string? Bezwaar(string doel, IAccessFacts facts) => facts.Bezwaren.Contains(doel) ? "bezwaar" : null;

    private static string? Person(VoorwaardenFile voorwaarden, IAccessFacts facts)
    {
        if (voorwaarden.Doelgroep is { } groepen && (facts.Doelgroep is null || !groepen.Contains(facts.Doelgroep)))
        {
            return "doelgroep";
        }

        return voorwaarden.Leerroute is { } routes && (facts.Leerroute is null || !routes.Contains(facts.Leerroute)) ? "leerroute" : null;
    }

    private string? Opdracht(VoorwaardenFile voorwaarden, IAccessFacts facts)
    {
        if (voorwaarden.Opdracht is not { } taak)
        {
            return null;
        }

        if (facts.Opdrachten.Where(o => o.Taak == taak).MaxBy(o => o.Loopt) is not { } opdracht)
        {
            return "geen-opdracht";
        }

        verwijzingen.Add($"opdracht:{opdracht.Verwijzing}");
        AlleenEigen = !opdracht.Loopt;
        return null;
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

        verwijzingen.Add($"toestemming:{toestemming.Verwijzing}");
        return null;
    }
}
