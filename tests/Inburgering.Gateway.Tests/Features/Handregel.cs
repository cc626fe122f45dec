namespace Inburgering.Gateway.Tests.Features;

/// <summary>What the drawn policy lets through, said again by hand.</summary>
internal sealed class Handregel(Geval geval)
{
    private static readonly string[] NooitBeperkt = ["TOE", "VRZ", "LOG"];

    /// <summary>Who reads what for: the gemeente's own by its role, a partner with its assignment.</summary>
    private static readonly (string Vrager, string Grant, string? Taak)[] Lezers =
    [
        ("zaaksysteem-1708", "REG/regie-voeren", null), ("inkomen-1708", "INK/uitkering-vaststellen", null), ("inkomen-1708", "INK/financieel-ontzorgen", null),
        ("taalpunt-1708", "taalaanbieder/uitvoeren-leerroute", "leerroute"), ("schakelcollege-1708", "taalaanbieder/uitvoeren-leerroute", "leerroute"),
        ("vwn-1708", "vluchtelingenwerk/uitvoeren-pvt", "pvt"), ("vwn-1708", "vluchtelingenwerk/maatschappelijke-begeleiding", "begeleiding"),
        ("vwn-1708", "vluchtelingenwerk/hulp-bij-schulden", "begeleiding"),
    ];

    public static bool IsPartner(string vrager) => vrager is "taalpunt-1708" or "schakelcollege-1708" or "vwn-1708";

    public static bool IsSchool(string vrager) => vrager is "taalpunt-1708" or "schakelcollege-1708";

    /// <summary>The doelen this caller has; who has none asks as regie.</summary>
    public static IEnumerable<string> Doelen(string vrager) => Lezers.Where(l => l.Vrager == vrager).Select(l => l.Grant.Split('/')[1]).DefaultIfEmpty("regie-voeren");

    /// <summary>Whether a search by this number finds the person.</summary>
    public bool MagZoeken(string vrager, string doel, Dossierkeuze dossier, bool opBsn) =>
        Lezer(vrager, doel) is var (grant, taak) && Relatie(grant, doel, dossier) && (taak is null || Stand(vrager, taak, dossier) == Opdrachtstand.Loopt)
        && (!opBsn || taak is null || Veld(vrager, grant, "IDN", "bsn"));

    /// <summary>Null: refused; else whether this field of that source may be shown.</summary>
    public Func<string, string, string, bool>? Lezen(string vrager, string doel, Dossierkeuze dossier)
    {
        if (Lezer(vrager, doel) is not var (grant, taak) || !Relatie(grant, doel, dossier))
        {
            return null;
        }

        var stand = taak is null ? Opdrachtstand.Loopt : Stand(vrager, taak, dossier);
        var instantie = vrager.Split('-')[0];
        bool Zichtbaar(string categorie, string veld, string bron) =>
            Veld(vrager, grant, categorie, veld) && !dossier.Beperkt.Contains(categorie)
            && (bron == instantie || (stand == Opdrachtstand.Loopt && !grant.Eigen.Contains(categorie)));

        return stand switch
        {
            Opdrachtstand.Loopt => Zichtbaar,
            Opdrachtstand.PasGeeindigd when grant.Velden.Any(v => Proefpersoon.Eigen.Contains(v.Key) && v.Value.Any(n => Zichtbaar(v.Key, n, instantie))) => Zichtbaar,
            _ => null,
        };
    }

    /// <summary>The list of a dossier's opdrachten and toestemmingen, and who looked.</summary>
    public bool MagRegie(string vrager, Dossierkeuze dossier) => vrager == "zaaksysteem-1708" && Lezer(vrager, "regie-voeren") is var (grant, _) && Relatie(grant, "regie-voeren", dossier);

    public bool MagToezicht(string vrager) => vrager == "privacy-1708" && !Keuze("PO/toezicht-gebruik").Dicht;

    /// <summary>Null: no export for the person; else what it may hold.</summary>
    public Func<string, string, string, bool>? Inzage(string vrager, Dossierkeuze dossier) => vrager == "privacy-1708" && Keuze("PO/avg-verzoek-afhandelen") is { Dicht: false } grant
        ? (categorie, veld, _) => Veld(vrager, grant, categorie, veld) && (!dossier.Beperkt.Contains(categorie) || NooitBeperkt.Contains(categorie))
        : null;

    /// <summary>The value that was corrected, shown to who may see that field.</summary>
    public bool MagVerbeterd(Dossierkeuze dossier) =>
        Keuze("REG/regie-voeren") is { Dicht: false } grant && Veld("zaaksysteem-1708", grant, "CON", "email") && !dossier.Beperkt.Contains("CON");

    private static Opdrachtstand Stand(string vrager, string taak, Dossierkeuze dossier) => dossier.Opdrachten[$"{vrager}/{taak}"];

    private (Grantkeuze Grant, string? Taak)? Lezer(string vrager, string doel) =>
        Lezers.Where(l => l.Vrager == vrager && l.Grant.EndsWith($"/{doel}", StringComparison.Ordinal)).Select(l => ((Grantkeuze, string?)?)(Keuze(l.Grant), l.Taak)).SingleOrDefault();

    private static bool Relatie(Grantkeuze grant, string doel, Dossierkeuze dossier) =>
        !grant.Dicht && dossier.Bezwaar != doel
        && (grant.Doelgroep is null || (dossier.Doelgroep is not null && grant.Doelgroep.Contains(dossier.Doelgroep)))
        && (doel != "hulp-bij-schulden" || dossier.Toestemming);

    private bool Veld(string vrager, Grantkeuze grant, string categorie, string veld) =>
        grant.Velden.TryGetValue(categorie, out var velden) && velden.Contains(veld)
        && (!IsSchool(vrager) || (categorie, veld) != ("IDN", "bsn") || geval.Keurmerk.Contains(vrager.Split('-')[0]));

    /// <summary>As drawn, or as config/ has it: every field, and of the schools' hours only their own.</summary>
    private Grantkeuze Keuze(string naam) => geval.Grants.SingleOrDefault(g => g.Naam == naam) ?? new Grantkeuze(
        naam, Dicht: false, Grantkeuze.Gekozen[naam],
        naam is "taalaanbieder/uitvoeren-leerroute" or "vluchtelingenwerk/maatschappelijke-begeleiding" ? Grantkeuze.Doelgroepen[..1] : null,
        naam.StartsWith("taal", StringComparison.Ordinal) ? ["UUR"] : []);
}
