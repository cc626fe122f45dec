using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Features.Partnerblik;

/// <summary>A person who does not exist: facts without a dossier, to see what the policy does.</summary>
internal sealed record Voorbeeldpersoon(string Sleutel, string Naam, string Omschrijving, string Doelgroep, string Leerroute)
{
    private static readonly Guid Niemand = new("00000000-0000-4000-8000-000000000001");

    /// <summary>Taken with a running opdracht.</summary>
    public IReadOnlyList<string> Lopend { get; init; } = [];

    /// <summary>Taken whose opdracht ended less than a month ago.</summary>
    public IReadOnlyList<string> Afgelopen { get; init; } = [];

    public IReadOnlyList<string> Toestemming { get; init; } = [];

    public static IReadOnlyList<Voorbeeldpersoon> Alle { get; } =
    [
        new("hasan", "Hasan", "asielstatushouder, onderwijsroute; alle opdrachten lopen, geen toestemming", "Asielstatushouder", "O") { Lopend = ["leerroute", "participatie", "pvt", "begeleiding"] },
        new("pablo", "Pablo", "gezinsmigrant, B1-route; alle opdrachten lopen, geen toestemming", "Gezinsmigrant en overige migrant", "B") { Lopend = ["leerroute", "participatie", "pvt", "begeleiding"] },
        new("amal", "Amal", "asielstatushouder, Z-route; opdracht leerroute pas afgelopen, andere lopen, toestemming voor hulp bij schulden", "Asielstatushouder", "Z")
            { Lopend = ["participatie", "pvt", "begeleiding"], Afgelopen = ["leerroute"], Toestemming = ["hulp-bij-schulden"] },
        new("niemand", "Iemand zonder opdracht", "asielstatushouder, B1-route; geen opdracht bij deze partner", "Asielstatushouder", "B"),
    ];

    /// <summary>Every field of every category filled by this partner, so that only the rights decide what is left.</summary>
    public IAccessFacts Feiten(Caller partner, Beleid beleid) => new Feitenblad
    {
        Beleid = beleid.Hash,
        DossierId = Niemand,
        Doelgroep = Doelgroep,
        Leerroute = Leerroute,
        Opdrachten = [.. Lopend.Select(t => new Opdrachtfeit(t, "voorbeeld@1", true)), .. Afgelopen.Select(t => new Opdrachtfeit(t, "voorbeeld@1", false))],
        Toestemmingen = [.. Toestemming.Select(d => new Toestemmingfeit(d, "voorbeeld@1"))],
        Secties = [.. beleid.Gegevens.Categorieen.Select(c => new Voorbeeldsectie(c.Key, partner, c.Value.Velden))],
    };

    private sealed record Feitenblad : IAccessFacts
    {
        public bool ClientGeldig => true;

        public required string? Beleid { get; init; }

        public required Guid? DossierId { get; init; }

        public Guid? ExternId => DossierId;

        public required string? Doelgroep { get; init; }

        public required string? Leerroute { get; init; }

        public required IReadOnlyCollection<Opdrachtfeit> Opdrachten { get; init; }

        public required IReadOnlyCollection<Toestemmingfeit> Toestemmingen { get; init; }

        public IReadOnlyCollection<string> Beperkingen => [];

        public IReadOnlyCollection<string> Bezwaren => [];

        public Guid? Noodtoegang => null;

        public required IReadOnlyList<ISectie> Secties { get; init; }
    }

    /// <summary>Lists name the partner's own instelling, so that a condition on it lets them through.</summary>
    private sealed class Voorbeeldsectie(string categorie, Caller partner, IEnumerable<string> velden) : ISectie
    {
        public string Categorie => categorie;

        public string Bron => partner.Instantie ?? "gemeente";

        public JsonObject Open() => new(velden.Select(v => KeyValuePair.Create(v, (JsonNode?)new JsonArray(new JsonObject { ["instellingsnummer"] = partner.Instellingsnummer }))));
    }
}
