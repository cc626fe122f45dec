using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Features;

/// <summary>Codes of the policy in words for people. An unknown code is shown as it is: better bare than hidden.</summary>
internal sealed class Woorden(Beleid beleid)
{
    private static readonly Dictionary<string, string> Afkortingen = new()
    {
        ["bsn"] = "BSN",
        ["vNummer"] = "V-nummer",
        ["iban"] = "IBAN",
        ["email"] = "e-mail",
        ["azc"] = "azc",
        ["themas"] = "thema's",
        ["noShows"] = "no-shows",
        ["ontheffingMed"] = "medische ontheffing",
        ["ontheffingenBio"] = "ontheffingen wegens bijzondere omstandigheden",
        ["geschatteIntensiteitB1Route"] = "geschatte intensiteit B1-route",
        ["doelenPvt"] = "doelen participatieverklaring",
        ["vveAfspraak"] = "vve-afspraak",
    };

    private readonly Dictionary<string, string> organisaties = beleid.Gemeenten.Values.Select(g => (g.Oin, Naam: $"Gemeente {g.Naam}"))
        .Concat(beleid.Partners.Values.SelectMany(p => p.Instanties).Select(i => (i.Oin, i.Naam)))
        .DistinctBy(o => o.Oin)
        .ToDictionary(o => o.Oin, o => o.Naam);

    /// <summary>"Schakelcollege Delta" for its OIN.</summary>
    public string Organisatie(string oin) => oin switch
    {
        "onbekend" => "Onbekend",
        _ => organisaties.GetValueOrDefault(oin, oin),
    };

    /// <summary>Who gave a fact: the name of the partner, or of its instance; of what it is not the key, the word itself.</summary>
    public string Bron(string sleutel) =>
        beleid.Partners.GetValueOrDefault(sleutel)?.Naam ?? beleid.Partners.Values.SelectMany(p => p.Instanties).FirstOrDefault(i => i.Sleutel == sleutel)?.Naam ?? sleutel;

    /// <summary>All organisations of a gemeente: its own and its partners.</summary>
    public IReadOnlyList<Keuze> Organisaties(string gemeentecode) =>
    [
        new(beleid.Gemeenten[gemeentecode].Oin, Organisatie(beleid.Gemeenten[gemeentecode].Oin)),
        .. beleid.Partners.Values.SelectMany(p => p.Instanties)
            .Where(i => i.Clients.ContainsKey(gemeentecode) || i.Clients.ContainsKey("*"))
            .Select(i => new Keuze(i.Oin, i.Naam)).OrderBy(k => k.Naam, StringComparer.CurrentCulture),
    ];

    public string Gemeente(string gemeentecode) => beleid.Gemeenten.TryGetValue(gemeentecode, out var gemeente) ? gemeente.Naam : gemeentecode;

    /// <summary>Staff role or partner type.</summary>
    public string Rol(string code) => code switch
    {
        "taak" => "Automatische taak",
        _ => beleid.Gegevens.Rollen.GetValueOrDefault(code) ?? beleid.Partners.GetValueOrDefault(code)?.Naam ?? code,
    };

    public string Doel(string? code) => code switch
    {
        null => "geen doel",
        "onbekend" => "onbekend doel",
        _ => beleid.Gegevens.Doelen.GetValueOrDefault(code)?.Naam ?? code,
    };

    public IReadOnlyList<Keuze> Doelen => [.. beleid.Gegevens.Doelen.Select(d => new Keuze(d.Key, d.Value.Naam)).OrderBy(k => k.Naam, StringComparer.CurrentCulture)];

    /// <summary>Null when nothing was granted.</summary>
    public string? Grondslag(string? code) => code is null ? null : beleid.Gegevens.Grondslagen.GetValueOrDefault(code)?.Naam ?? code;

    public IReadOnlyList<Keuze> Categorieen => [.. beleid.Gegevens.Categorieen.Select(c => new Keuze(c.Key, c.Value.Naam)).OrderBy(k => k.Naam, StringComparer.CurrentCulture)];

    /// <summary>A category, or one of the things that are in none.</summary>
    public string Categorie(string code) => code switch
    {
        "dossierId" => "Dossiernummer",
        "opdracht" => "Opdrachten aan partners",
        "toestemming" => "Toestemmingen",
        "verzoek" => "Eerdere verzoeken",
        "logregels" => "Regels van het log",
        _ => beleid.Gegevens.Categorieen.GetValueOrDefault(code)?.Naam ?? code,
    };

    /// <summary>"geboortedatum", "datum kennisgeving": a field's name as people read it.</summary>
    public static string Veld(string naam) =>
        Afkortingen.GetValueOrDefault(naam) ?? string.Concat(naam.Select((teken, i) => char.IsUpper(teken) && i > 0 ? $" {char.ToLowerInvariant(teken)}" : $"{teken}"));
}
