namespace Inburgering.Gateway.Access.Policy;

/// <summary>The vocabulary against itself and against the register: no category outside an activity, none switched on without its DPIA (domain f21, f24).</summary>
internal static class WoordRules
{
    private static readonly string[] EigenBronnen = ["gemeente", "systeem"];

    public static IEnumerable<string> Check(PolicyContent inhoud, Plaats hier) =>
        inhoud.Gegevens.Categorieen.SelectMany(c => CheckCategorie(c.Value, inhoud, hier["categorieen"][c.Key]))
            .Concat(Unused(inhoud, hier["categorieen"]))
            .Concat(inhoud.Gegevens.Bewaartermijnen.Where(b => b.Value.Uiterlijk is null != b.Value.UiterlijkVanaf is null)
                .Select(b => hier["bewaartermijnen"][b.Key].Fout("uiterlijk en uiterlijkVanaf horen bij elkaar.")))
            .Concat(inhoud.Gegevens.Verhuizing.SelectMany(v => CheckVerhuizing(v.Key, v.Value, inhoud.Gegevens, hier["verhuizing"][v.Key])))
            .Concat(inhoud.Gegevens.Doelen.SelectMany(d => CheckDoel(d.Value, inhoud.Gegevens, hier["doelen"][d.Key])))
            .Concat(Maatregelen(inhoud.Gegevens, inhoud.Gegevens.Register.Altijd, hier["register"]["altijd"]))
            .Concat(inhoud.Gegevens.Activiteiten.SelectMany(a => CheckActiviteit(a.Key, a.Value, inhoud, hier["activiteiten"][a.Key])));

    private static IEnumerable<string> CheckCategorie(CategorieFile categorie, PolicyContent inhoud, Plaats hier)
    {
        var termijnen = inhoud.Gegevens.Bewaartermijnen;
        if (!termijnen.ContainsKey(categorie.Bewaartermijn))
        {
            yield return hier["bewaartermijn"].Fout($"bewaartermijn «{categorie.Bewaartermijn}» bestaat niet.");
        }

        foreach (var (veld, termijn) in (categorie.BewaartermijnVelden ?? []).Where(v => !termijnen.ContainsKey(v.Value)))
        {
            yield return hier["bewaartermijnVelden"][veld].Fout($"bewaartermijn «{termijn}» bestaat niet.");
        }

        foreach (var (lijst, veld) in Genoemd(categorie).Where(g => !categorie.Velden.Contains(g.Veld)))
        {
            yield return hier[lijst].Fout($"veld «{veld}» bestaat niet.");
        }

        foreach (var bron in categorie.Bronhouders.Where(b => !EigenBronnen.Contains(b) && !IsPartner(inhoud, b)))
        {
            yield return hier["bronhouders"].Fout($"bronhouder «{bron}» bestaat niet.");
        }

        foreach (var (veld, partner) in (categorie.AlleenVoor ?? []).SelectMany(a => a.Value.Select(p => (a.Key, p))).Where(a => !IsPartner(inhoud, a.p) && !inhoud.Gegevens.Ontvangers.ContainsKey(a.p)))
        {
            yield return hier["alleenVoor"][veld].Fout($"partner «{partner}» bestaat niet.");
        }
    }

    private static IEnumerable<(string Lijst, string Veld)> Genoemd(CategorieFile categorie) =>
        (categorie.BewaartermijnVelden?.Keys ?? Enumerable.Empty<string>()).Select(v => ("bewaartermijnVelden", v))
            .Concat((categorie.AlleenVoor?.Keys ?? Enumerable.Empty<string>()).Select(v => ("alleenVoor", v)))
            .Concat((categorie.VrijeTekst ?? []).Select(v => ("vrijeTekst", v)))
            .Concat((categorie.OpToestemming ?? []).Select(v => ("opToestemming", v)));

    // a partner's own file may be the one with a fault; that one is named by itself
    private static bool IsPartner(PolicyContent inhoud, string naam) => inhoud.Bestanden.Contains($"partners/{naam}.json");

    private static IEnumerable<string> Unused(PolicyContent inhoud, Plaats hier)
    {
        var gebruikt = Verwerkingen.Van(inhoud.Gegevens, inhoud.Partners.Values).Select(v => v.Categorie).ToHashSet();
        return inhoud.Gegevens.Categorieen.Keys.Where(c => !gebruikt.Contains(c)).Select(c => hier[c].Fout($"gegevenscategorie «{c}» hoort bij geen verwerkingsactiviteit."));
    }

    private static IEnumerable<string> CheckVerhuizing(string code, List<string> velden, GegevensFile gegevens, Plaats hier)
    {
        if (!gegevens.Categorieen.TryGetValue(code, out var categorie))
        {
            yield return hier.Fout($"gegevenscategorie «{code}» bestaat niet.");
            yield break;
        }

        if (categorie.Bijzonder == "B")
        {
            yield return hier.Fout($"{code} is bijzonder en reist nooit vanzelf mee.");
        }

        for (var i = 0; i < velden.Count; i++)
        {
            if (velden[i] != "*" && !categorie.Velden.Contains(velden[i]))
            {
                yield return hier[i].Fout($"veld «{code}.{velden[i]}» bestaat niet.");
            }
        }
    }

    private static IEnumerable<string> CheckDoel(DoelFile doel, GegevensFile gegevens, Plaats hier)
    {
        if (!gegevens.Activiteiten.ContainsKey(doel.Activiteit))
        {
            yield return hier["activiteit"].Fout($"verwerkingsactiviteit «{doel.Activiteit}» bestaat niet.");
        }

        if (!gegevens.Grondslagen.TryGetValue(doel.Grondslag, out var grondslag))
        {
            yield return hier["grondslag"].Fout($"grondslag «{doel.Grondslag}» bestaat niet.");
        }
        else if (doel.Uitwisseling && grondslag.IsToestemming)
        {
            // nothing that waits to be sent can outlive a withdrawal
            yield return hier["grondslag"].Fout("wat vanzelf wordt uitgewisseld, rust nooit op toestemming: die geldt per vraag en kan elk moment worden ingetrokken.");
        }
    }

    private static IEnumerable<string> CheckActiviteit(string id, ActiviteitFile activiteit, PolicyContent inhoud, Plaats hier)
    {
        var gevoelig = Verwerkingen.Van(inhoud.Gegevens, inhoud.Partners.Values)
            .Where(v => v.Activiteit == id && inhoud.Gegevens.Categorieen.GetValueOrDefault(v.Categorie) is { Bijzonder: not "N" })
            .Select(v => v.Categorie).Distinct().Order(StringComparer.Ordinal).ToArray();
        return Maatregelen(inhoud.Gegevens, activiteit.Maatregelen, hier["maatregelen"])
            .Concat(activiteit is { Actief: true, DpiaNummer: null } && gevoelig.Length > 0
                ? [hier["dpiaNummer"].Fout($"kan niet actief zijn zonder DPIA: er is gevoelig of bijzonder bij ({string.Join(", ", gevoelig)}).")]
                : []);
    }

    private static IEnumerable<string> Maatregelen(GegevensFile gegevens, List<string> maatregelen, Plaats hier) =>
        maatregelen.Select((m, i) => (m, i)).Where(m => !gegevens.Register.Maatregelen.ContainsKey(m.m)).Select(m => hier[m.i].Fout($"maatregel «{m.m}» bestaat niet."));
}
