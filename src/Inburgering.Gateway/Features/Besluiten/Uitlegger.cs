using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Besluiten;

/// <summary>Puts one decision into plain Dutch, in the words of the policy that made it.</summary>
/// <param name="toen">Null: the words of that version cannot be read any more; codes stand in their place.</param>
internal sealed class Uitlegger(Logregel regel, Beleid? toen, Gronden gronden)
{
    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    private readonly Woorden? woorden = toen is null ? null : new Woorden(toen);

    private Grant? Grant => toen is null || regel.Doel is null ? null : toen.Zoek(Rol, regel.Doel);

    /// <summary>Whose rights counted: of a question asked for a partner, that partner's.</summary>
    private string Rol => Voor is { } client && toen is not null ? new CallerRegister(toen).Zoek(client)?.Sjabloon.Rol ?? regel.Rol : regel.Rol;

    private string? Voor => Verwijzing.Van(regel, Verwijzing.Voor).FirstOrDefault();

    private string[] Velden => [.. regel.Geleverd.Where(v => v.Contains('.', StringComparison.Ordinal))];

    private string Wie
    {
        get
        {
            var organisatie = woorden?.Organisatie(regel.Organisatie) ?? regel.Organisatie;
            var wie = regel switch
            {
                { ClientId: null } when Guid.TryParse(regel.Actor, out _) => $"Een medewerker van {organisatie} ({Klein(woorden?.Rol(regel.Rol) ?? regel.Rol)})",
                { ClientId: { } systeem } when systeem != regel.Actor => $"Een gebruiker van {organisatie}",
                _ => organisatie,
            };
            return Voor is { } client ? $"{wie} vroeg wat {client} mag. Dat systeem" : wie;
        }
    }

    public Uitleg Make()
    {
        var getoond = Getoond();
        var gebleven = regel.Resultaat == Resultaat.Toegestaan && regel.Gevraagd.Count > 0 ? NietGetoond() : [];
        return new Uitleg(Zin(getoond, gebleven), Gronden(), getoond, gebleven);
    }

    private string Zin(IReadOnlyList<Getoond> getoond, IReadOnlyList<NietGetoond> gebleven) => regel.Resultaat switch
    {
        Resultaat.Toegestaan => $"{Wie} mocht {Wat(getoond)}: {string.Join(", ", Gronden())}.{Bijzonder(gebleven)}",
        Resultaat.Geweigerd => $"{Wie} mocht dit niet: {Weigering()}",
        Resultaat.Fout => "Door een fout bij ons kon niet worden besloten. Er is niets getoond.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Wat(IReadOnlyList<Getoond> getoond) => regel.Actie switch
    {
        Actie.Zoeken => "dit dossier zoeken",
        Actie.Muteren => "gegevens vastleggen",
        Actie.Ontvangen => "gegevens leveren",
        Actie.Verwijderen => "gegevens verwijderen",
        _ when getoond.Count > 0 => $"{Opsomming(getoond.Select(g => g.Naam))} zien",
        _ => $"dit doen: {Klein(regel.Naam)}",
    };

    private static string Bijzonder(IReadOnlyList<NietGetoond> gebleven) =>
        gebleven.FirstOrDefault(n => n.Categorie == "GZH") is { } gezondheid ? $" {gezondheid.Naam} is niet getoond." : string.Empty;

    private List<string> Gronden()
    {
        var zinnen = gronden.Opdrachten.Where(o => Verwijst(Verwijzing.Opdracht, o.Verwijzing)).Select(o => $"opdracht {Periode(o)}")
            .Concat(gronden.Opdrachten.Where(o => Verwijst(Verwijzing.AfgelopenOpdracht, o.Verwijzing)).Select(o => $"opdracht {Periode(o)}, daarna een maand lang alleen de eigen levering"))
            .Concat(gronden.Toestemmingen.Where(t => Verwijst(Verwijzing.Toestemming, t.Verwijzing)).Select(t => $"toestemming van {Kort(t.GegevenOp)}"))
            .Concat(Verwijzing.Van(regel, Verwijzing.Noodtoegang).Select(_ => "noodtoegang met een reden"))
            .ToList();
        zinnen.Add($"doel {woorden?.Doel(regel.Doel) ?? regel.Doel ?? "geen doel"}");
        if (regel.Grondslag is { } grondslag)
        {
            zinnen.Add($"grondslag {Klein(woorden?.Grondslag(grondslag) ?? grondslag)}");
        }

        return zinnen;
    }

    private string Weigering() => regel.Reden switch
    {
        "geen-toestemming" => Toestemming(),
        "geen-opdracht" => Opdracht(),
        _ => $"geweigerd. {Inzagewoorden.Reden(regel.Reden)}",
    };

    private string Toestemming() => gronden.Toestemmingen.LastOrDefault(t => t.Doel == regel.Doel && t.GegevenOp <= regel.Tijdstip) switch
    {
        { IngetrokkenOp: { } ingetrokken } when ingetrokken <= regel.Tijdstip => $"geweigerd omdat de toestemming op {Voluit(ingetrokken)} is ingetrokken.",
        _ => "geweigerd omdat de inburgeraar hiervoor geen toestemming gaf.",
    };

    private string Opdracht()
    {
        var taak = Grant?.Voorwaarden.Opdracht;
        var passend = gronden.Opdrachten.Where(o => taak is null || o.Taak == taak).ToArray();
        if (passend.LastOrDefault(o => o.Van <= regel.Tijdstip && o.Tot <= regel.Tijdstip) is { Tot: { } einde })
        {
            return $"geweigerd omdat de opdracht op {Voluit(einde)} is geëindigd.";
        }

        return passend.FirstOrDefault(o => o.Van > regel.Tijdstip) is { } straks
            ? $"geweigerd omdat de opdracht pas op {Voluit(straks.Van)} begint."
            : "geweigerd omdat er voor deze inburgeraar geen opdracht was.";
    }

    private List<Getoond> Getoond() =>
        [.. Velden.GroupBy(v => v.Split('.')[0]).Select(g => new Getoond(g.Key, Naam(g.Key), [.. g.Select(v => Woorden.Veld(v.Split('.')[1]))]))];

    private List<NietGetoond> NietGetoond() => toen is null
        ? []
        : [.. toen.Gegevens.Categorieen.Keys.Except(Velden.Select(v => v.Split('.')[0])).Select(c => new NietGetoond(c, Naam(c), Waarom(c)))];

    private string Waarom(string categorie)
    {
        if (Verwijst(Verwijzing.Beperking, categorie))
        {
            return "Het gebruik is beperkt op verzoek van de inburgeraar (AVG, artikel 18).";
        }

        return Grant?.Velden.ContainsKey(categorie) == true ? "Hoort bij dit doel, maar er was niets om te tonen." : "Hoort niet bij dit doel.";
    }

    private bool Verwijst(string soort, string wat) => Verwijzing.Heeft(regel, Verwijzing.Naar(soort, wat));

    private string Naam(string categorie) => woorden?.Categorie(categorie) ?? categorie;

    private static string Periode(Opdrachtgrond opdracht) =>
        $"{Kort(opdracht.Van)} t/m {(opdracht.Tot is { } tot ? Kort(tot.AddTicks(-1)) : "heden")}";

    private static string Opsomming(IEnumerable<string> namen) =>
        namen.ToArray() switch
        {
            [] => string.Empty,
            [var enige] => enige,
            [.. var eerste, var laatste] => $"{string.Join(", ", eerste)} en {laatste}",
        };

    private static string Klein(string tekst) => tekst.Length == 0 ? tekst : char.ToLower(tekst[0], Nederlands) + tekst[1..];

    private static string Kort(DateTimeOffset moment) => Klok.Dag(moment).ToString("dd-MM-yyyy", Nederlands);

    private static string Voluit(DateTimeOffset moment) => Klok.Dag(moment).ToString("d MMMM yyyy", Nederlands);
}
