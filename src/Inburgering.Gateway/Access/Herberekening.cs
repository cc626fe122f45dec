using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

/// <summary>A decision of the log made again: by the same desk, from the references of its line, under the version of the policy that made it
/// (ADL, references stay resolvable).</summary>
public static class Herberekening
{
    private const string Nummer = "nummer-niet-toegestaan";

    /// <summary>What the desk decides nothing about: the form of a question, or work that no question asks for.</summary>
    private static readonly string[] BuitenDeBalie = ["doel-niet-hier", "geen-besluit", "rol-niet-toegestaan", "nummer-ongeldig", "niet-aangemeld", "onbekende-client", "actie-onbekend", "geen-leesrecht", "beleid-verouderd",
        AccessDesk.VeldNietToegestaan, AccessDesk.OnderBeperking];

    /// <summary>Decides again.</summary>
    /// <param name="toen">The policy whose hash stands in the line.</param>
    /// <returns>Null: this line is no decision of the desk about a reader.</returns>
    public static Herberekend? Of(Logregel regel, Beleid toen)
    {
        if (!IsVraag(regel) || Vrager(regel, toen) is not { } caller)
        {
            return null;
        }

        var verwerking = new Verwerking(new StilleTijd(regel.Tijdstip));
        var desk = new AccessDesk(toen, verwerking);
        if (Question(desk, caller, regel) is not { } question || !MagOp(desk, question, regel))
        {
            return new Herberekend(Resultaat.Geweigerd, verwerking.Reden, []);
        }

        var granted = desk.Decide(question, new GelogdeFeiten(regel, caller, toen.Zoek(caller.Rol, question.Doel) ?? toen.Zoek("REG", question.Doel)!));
        return new Herberekend(verwerking.Besluit!.Value, verwerking.Reden, [.. (granted?.Gegevens ?? new SortedDictionary<string, JsonObject>()).SelectMany(c => c.Value.Select(v => $"{c.Key}.{v.Key}"))]);
    }

    private static bool IsVraag(Logregel regel) =>
        regel.Beleid is not null && regel.Actie is Actie.Raadplegen or Actie.Zoeken or Actie.Exporteren && regel.Status != LogStatus.Error
        && (regel.Doel is not null || regel.Reden == "doel-ontbreekt")
        && !BuitenDeBalie.Contains(regel.Reden) && regel.Reden?.StartsWith("http-", StringComparison.Ordinal) != true;

    private static Question? Question(AccessDesk desk, Caller caller, Logregel regel) => regel switch
    {
        _ when regel.Reden == "geen-noodtoegang" || Verwijzing.Van(regel, Verwijzing.Noodtoegang).Any() => desk.AskInNood(caller),
        { Gevraagd.Count: > 0 } when Verwijzing.Van(regel, Verwijzing.Zaak).Any() => desk.AskMetZaak(caller),
        _ => desk.Ask(caller, Doel(regel), alleenRelatie: regel.Gevraagd.Count == 0),
    };

    /// <summary>An unknown doel is not kept in its own words (security 5), so its form is given by the reason.</summary>
    private static string? Doel(Logregel regel) => regel.Reden == "doel-ongeldig" ? "?" : regel.Doel;

    private static bool MagOp(AccessDesk desk, Question question, Logregel regel) =>
        regel.Reden != Nummer || desk.MagZoekenOp(question, regel.Gevraagd[0]["IDN.".Length..]);

    private static Caller? Vrager(Logregel regel, Beleid toen)
    {
        var register = new CallerRegister(toen);
        var client = Verwijzing.Van(regel, Verwijzing.Voor).FirstOrDefault() ?? regel.ClientId;
        if (client is null)
        {
            return toen.Gemeenten.ContainsKey(regel.Gemeentecode) && Guid.TryParse(regel.Actor, out _) ? register.Medewerker(regel.Actor, regel.Rol, regel.Gemeentecode) : null;
        }

        if (register.Zoek(client) is not { } registratie)
        {
            return null;
        }

        var scopes = Verwijzing.Heeft(regel, Verwijzing.ScopeOntbreekt) ? [] : registratie.Scopes;
        var zelf = client == regel.ClientId;
        var gebruiker = zelf && regel.Actor != client ? regel.Actor : null;
        return registratie.Sjabloon with
        {
            Gemeentecode = regel.Gemeentecode,
            Scopes = scopes.ToHashSet(StringComparer.Ordinal),
            Gebruiker = gebruiker,
            GebruikerOntbreekt = zelf && gebruiker is null && registratie.Sjabloon.Gebruikers == Gebruikersregel.Verplicht,
        };
    }

    /// <summary>The facts as the line refers to them: what it does not name was not there.</summary>
    private sealed class GelogdeFeiten(Logregel regel, Caller caller, Grant grant) : IAccessFacts
    {
        public bool ClientGeldig => !Verwijzing.Heeft(regel, Verwijzing.ClientIngetrokken);

        public string? Beleid => regel.Beleid;

        public Guid? DossierId => regel.Reden == "geen-dossier" ? null : regel.Betrokkene?.DossierId;

        public Guid? ExternId => DossierId;

        public string? Doelgroep => Voldaan(Verwijzing.Doelgroep) ? grant.Voorwaarden.Doelgroep?[0] : null;

        public string? Leerroute => Voldaan(Verwijzing.Leerroute) ? grant.Voorwaarden.Leerroute?[0] : null;

        public IReadOnlyCollection<Opdrachtfeit> Opdrachten =>
            [.. Met(Verwijzing.Opdracht).Select(o => new Opdrachtfeit(grant.Voorwaarden.Opdracht!, o, true, InCaseload)), .. Met(Verwijzing.AfgelopenOpdracht).Select(o => new Opdrachtfeit(grant.Voorwaarden.Opdracht!, o, false, InCaseload))];

        public IReadOnlyCollection<Toestemmingfeit> Toestemmingen => [.. Met(Verwijzing.Toestemming).Select(t => new Toestemmingfeit(grant.Doel, t))];

        public IReadOnlyCollection<string> Beperkingen => [.. Met(Verwijzing.Beperking)];

        public IReadOnlyCollection<string> Bezwaren => [.. Met(Verwijzing.Bezwaar)];

        public Guid? Noodtoegang => Met(Verwijzing.Noodtoegang).Select(n => (Guid?)Guid.Parse(n)).FirstOrDefault();

        public IReadOnlyList<ISectie> Secties =>
        [
            .. regel.Geleverd.Where(v => v.Contains('.', StringComparison.Ordinal)).GroupBy(v => v.Split('.')[0]).Select(g => new GelogdeSectie(g.Key, caller, [.. g.Select(v => v.Split('.')[1])])),
            .. Met(Verwijzing.EigenLevering).Where(grant.Velden.ContainsKey).Select(c => new GelogdeSectie(c, caller, [.. grant.Velden[c]])),
        ];

        private bool InCaseload => caller.Gebruiker is null || Voldaan(Verwijzing.Caseload);

        private IEnumerable<string> Met(string soort) => Verwijzing.Van(regel, soort);

        private bool Voldaan(string voorwaarde) => Verwijzing.Heeft(regel, Verwijzing.Naar(voorwaarde, Verwijzing.Voldaan));
    }

    /// <summary>What was delivered, as names: the desk must let exactly these through again.</summary>
    private sealed class GelogdeSectie(string categorie, Caller caller, string[] velden) : ISectie
    {
        public string Categorie => categorie;

        public string Bron => caller.Instantie ?? "gemeente";

        public JsonObject Open() => new(velden.Select(v => KeyValuePair.Create(v, (JsonNode?)new JsonArray(new JsonObject { ["instellingsnummer"] = caller.Instellingsnummer }))));
    }
}

/// <summary>The moment of the line that is decided again.</summary>
internal sealed class StilleTijd(DateTimeOffset moment) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => moment;
}

/// <summary>How a decision ends when it is made again.</summary>
/// <param name="Reden">Word of the policy; null when allowed.</param>
/// <param name="Velden">"IDN.bsn": the delivered fields that this version lets through.</param>
public sealed record Herberekend(Resultaat Resultaat, string? Reden, IReadOnlyList<string> Velden)
{
    /// <summary>Same outcome, same reason, and every field that was delivered might be delivered.</summary>
    public bool Gelijk(Logregel regel) =>
        Resultaat == regel.Resultaat && Reden == regel.Reden && regel.Geleverd.Where(v => v.Contains('.', StringComparison.Ordinal)).All(v => regel.Gevraagd.Count == 0 || Velden.Contains(v));
}
