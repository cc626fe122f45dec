using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Wiring.Partnerpaginas;

/// <summary>The policy's words as sentences and tables of Markdown.</summary>
internal sealed class Beleidstekst(Beleid beleid)
{
    private readonly GegevensFile gegevens = beleid.Gegevens;

    public static IEnumerable<string> Deel(string kop) => [string.Empty, $"## {kop}", string.Empty];

    public static IEnumerable<string> Tabel(string[] kop, IEnumerable<string[]> regels) =>
        regels.Prepend([.. kop.Select(_ => "---")]).Prepend(kop).Select(cellen => $"| {string.Join(" | ", cellen)} |");

    public static string Code(IEnumerable<string> woorden) => string.Join(", ", woorden.Select(woord => $"`{woord}`"));

    /// <summary>P1M as «een maand».</summary>
    public static string Duur(string iso) => (iso[1..^1], iso[^1]) switch
    {
        ("0", _) => "niet langer",
        ("1", 'Y') => "een jaar",
        ("1", 'M') => "een maand",
        ("1", _) => "een dag",
        (var aantal, 'Y') => $"{aantal} jaar",
        (var aantal, 'M') => $"{aantal} maanden",
        var (aantal, _) => $"{aantal} dagen",
    };

    /// <summary>Under which condition a category or one of its fields is seen; empty: under none.</summary>
    public static string Mits(GrantFile grant, string categorie) => string.Join(
        ", ", (grant.Mits ?? []).Where(m => m.Key.Split('.')[0] == categorie).Select(m => m.Key.Contains('.', StringComparison.Ordinal) ? $"`{m.Key.Split('.')[1]}`: {m.Value}" : m.Value));

    public string Doel(string doel) => $"{gegevens.Doelen[doel].Naam} (`{doel}`)";

    public string Categorie(string code) => $"`{code}` {gegevens.Categorieen[code].Naam}";

    public string Gevoelig(string code) => gegevens.Categorieen[code].Bijzonder switch
    {
        "B" => "bijzonder (AVG 9)",
        "G" => "gevoelig",
        _ => "nee",
    };

    /// <summary>Of a delivery.</summary>
    /// <param name="grant">The partner's own of the same doel, whose conditions hold here too; null: it has none.</param>
    public string Recht(LevertFile levert, GrantFile? grant) =>
        $"Doel: {Doel(levert.Doel)}. {Grondslag(levert.Doel, levert.Grondslag)}{(grant is null ? string.Empty : $" {grant.WettelijkeBasis}.{Voorwaarden(grant.Voorwaarden)}")}"
        + $" Mag vullen: {string.Join(", ", levert.Categorieen.Select(Categorie))}.";

    public string Recht(GrantFile grant) =>
        $"{Grondslag(grant.Doel, grant.Grondslag!)} {grant.WettelijkeBasis}.{Voorwaarden(grant.Voorwaarden)}"
        + (grant.BewaartermijnAfnemer is { } termijn ? $" Na het einde van de opdracht bewaart de partner dit {Duur(termijn)}." : string.Empty);

    public string Recht(UitgaandFile uitgaand) => $"{Grondslag(uitgaand.Doel, uitgaand.Grondslag)} {uitgaand.WettelijkeBasis}.";

    public string Bewaartermijn(string code)
    {
        var categorie = gegevens.Categorieen[code];
        var eigen = (categorie.BewaartermijnVelden ?? []).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"; `{v.Key}`: {Termijn(v.Value)}");
        return Termijn(categorie.Bewaartermijn) + string.Concat(eigen);
    }

    /// <summary>Who reads this category, and to whom it is sent, but for the partner itself.</summary>
    public string Verder(string code, string partner)
    {
        var lezers = beleid.Grants.Where(g => g.Rol != partner && g.Velden.ContainsKey(code)).Select(g => $"{Naam(g.Rol)} ({g.Doel}): {Velden(code, g.Velden[code])}");
        var gestuurd = gegevens.Uitgaand.Select(u => (Wie: gegevens.Ontvangers[u.Ontvanger!], Uit: u)).Concat(beleid.Partners.Values.SelectMany(p => (p.Uitgaand ?? []).Select(u => (Wie: p.Naam, Uit: u))))
            .Where(g => g.Uit.Velden.ContainsKey(code)).Select(g => $"{g.Wie} ({g.Uit.Doel}): {Velden(code, g.Uit.Velden[code])}");
        return string.Join("<br>", lezers.Concat(gestuurd).Order(StringComparer.Ordinal));
    }

    private string Velden(string code, IReadOnlyCollection<string> velden) => velden.Count == gegevens.Categorieen[code].Velden.Count ? "alles" : Code(velden.Order(StringComparer.Ordinal));

    private string Naam(string rol) => gegevens.Rollen.GetValueOrDefault(rol) ?? beleid.Partners[rol].Naam;

    private string Termijn(string code) => $"{gegevens.Bewaartermijnen[code].Naam} ({code})";

    private string Grondslag(string doel, string code) => $"Grondslag: {gegevens.Grondslagen[code].Naam}; verwerkingsactiviteit `{beleid.Activiteit(doel)}`.";

    private static string Voorwaarden(VoorwaardenFile? voorwaarden)
    {
        string?[] alle =
        [
            voorwaarden?.Opdracht is { } taak ? $"zolang de opdracht `{taak}` loopt" : null,
            voorwaarden?.Doelgroep is { } groepen ? $"voor: {string.Join(", ", groepen)}" : null,
            voorwaarden?.Leerroute is { } routes ? $"leerroute {string.Join(", ", routes)}" : null,
            voorwaarden?.Toestemming is true ? "met toestemming van de persoon" : null,
        ];
        return alle.OfType<string>().ToArray() is { Length: > 0 } gelden ? $" Alleen {string.Join("; ", gelden)}." : string.Empty;
    }
}
