using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzageverzoeken;

/// <summary>The policy in words for the person it is about: purposes, who may see, how long, and what happened.</summary>
internal sealed class InzageWoorden(Woorden woorden, Beleid beleid, CallerRegister register)
{
    private readonly ILookup<string, Verwerkt> verwerkingen = Verwerkingen.Van(beleid.Gegevens, beleid.Partners.Values).ToLookup(v => v.Categorie);

    public string Gemeente(string code) => woorden.Gemeente(code);

    public string Categorie(string code) => woorden.Categorie(code);

    public string Doel(string code) => woorden.Doel(code);

    public string Client(string clientId) => register.Zoek(clientId) is { } client ? woorden.Organisatie(client.Sjabloon.Organisatie) : clientId;

    /// <summary>Partner key, instance key or "gemeente" in words.</summary>
    public string Bron(string sleutel) => sleutel switch
    {
        "gemeente" => "de gemeente",
        "vorige-gemeente" => "uw vorige gemeente",
        _ => woorden.Bron(sleutel),
    };

    public Categorieuitleg Uitleg(string code, string gemeentecode, IReadOnlyList<Veldbron> bronnen)
    {
        var regels = verwerkingen[code].ToArray();
        var doelen = regels.Select(r => r.Doel).Distinct().Order(StringComparer.Ordinal).ToArray();
        return new Categorieuitleg(
            code,
            woorden.Categorie(code),
            [.. doelen.Select(woorden.Doel)],
            [.. doelen.Select(d => woorden.Grondslag(beleid.Gegevens.Doelen[d].Grondslag)!).Distinct()],
            [.. regels.Where(r => r.Richting != Richting.Ontvangen).Select(r => Ontvanger(r.Wie)).Distinct().Order(StringComparer.CurrentCulture)],
            Bewaartermijn(code, gemeentecode),
            bronnen);
    }

    /// <summary>What the dossier holds and this answer does not: said, not left out in silence.</summary>
    public IEnumerable<NietOpgenomen> Ontbrekend(IEnumerable<string> aanwezig, IEnumerable<string> opgenomen, IReadOnlyCollection<string> beperkt) =>
        aanwezig.Except(opgenomen).Order(StringComparer.Ordinal).Select(code => new NietOpgenomen(
            code,
            woorden.Categorie(code),
            beperkt.Contains(code)
                ? "U vroeg ons dit niet te gebruiken. Daarom staat het hier niet. Wilt u het zien? Vraag de gemeente ernaar."
                : "Dit zijn gegevens die alleen een behandelaar mag openen. Vraag de gemeente ernaar: dan krijgt u ze apart."));

    public Gebruik Gebruik(Inzagegroep groep) => new()
    {
        Dag = groep.Dag,
        Organisatie = woorden.Organisatie(groep.Organisatie),
        Rol = groep.Rol == "taak" ? "automatisch" : woorden.Rol(groep.Rol),
        Wat = Wat(groep.Actie),
        Aan = groep.Ontvanger is { } ontvanger ? woorden.Organisatie(ontvanger) : null,
        Waarvoor = woorden.Doel(groep.Doel),
        Gegevens = [.. groep.Categorieen.Select(woorden.Categorie)],
        Toegestaan = groep.Resultaat == Resultaat.Toegestaan,
        Aantal = groep.Aantal,
    };

    private static string Wat(Actie actie) => actie switch
    {
        Actie.Raadplegen => "bekeek gegevens",
        Actie.Zoeken => "zocht uw dossier",
        Actie.Muteren => "wijzigde gegevens",
        Actie.Leveren => "stuurde gegevens",
        Actie.Ontvangen => "bracht gegevens",
        Actie.Exporteren => "maakte een overzicht",
        Actie.Verwijderen => "verwijderde gegevens",
        Actie.Inloggen => "meldde zich aan",
        Actie.Beheer => "deed beheer",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Ontvanger(string wie) => beleid.Gegevens.Ontvangers.GetValueOrDefault(wie) ?? woorden.Rol(wie);

    private string Bewaartermijn(string code, string gemeentecode)
    {
        var termijn = beleid.Gegevens.Bewaartermijnen[beleid.Gegevens.Categorieen[code].Bewaartermijn];
        return beleid.Gemeenten[gemeentecode].Bewaartermijnen?.GetValueOrDefault(code) is { } eigen ? $"{termijn.Naam} (uw gemeente koos een andere duur: {eigen})" : termijn.Naam;
    }
}
