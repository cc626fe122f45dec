using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

/// <summary>The clients of config: who they are, in which gemeenten, with which ceiling of scopes.</summary>
public sealed class CallerRegister
{
    private readonly BeleidHouder houder;
    private volatile Stand stand;

    /// <summary>Follows the policy in force.</summary>
    public CallerRegister(BeleidHouder houder)
    {
        this.houder = houder;
        stand = new Stand(houder.Beleid);
    }

    /// <summary>Of one policy that stays.</summary>
    public CallerRegister(Beleid beleid)
        : this(new BeleidHouder(beleid))
    {
    }

    /// <summary>All clients.</summary>
    public IReadOnlyCollection<Registratie> Alle => Huidig.Clients.Values;

    private Stand Huidig
    {
        get
        {
            if (stand.Beleid != houder.Beleid)
            {
                stand = new Stand(houder.Beleid);
            }

            return stand;
        }
    }

    /// <summary>Null for an unknown client.</summary>
    public Registratie? Zoek(string clientId) => Huidig.Clients.GetValueOrDefault(clientId);

    /// <summary>The caller behind a token, for one gemeente.</summary>
    /// <param name="gemeentecode">Null: the client's own; a client for all gemeenten has none.</param>
    /// <param name="gebruiker">Keyed hash of the user that the token names; null: it names none.</param>
    /// <returns>Null: unknown client, not for this gemeente, or a user where none is agreed upon.</returns>
    public Caller? Caller(string clientId, IReadOnlySet<string> scopes, DateTimeOffset uitgegeven, string? gemeentecode = null, string? gebruiker = null)
    {
        if (Zoek(clientId) is not { } registratie || (registratie.Gemeentecode ?? gemeentecode) is not { } code
            || (gemeentecode is not null && gemeentecode != code) || !houder.Beleid.Gemeenten.ContainsKey(code)
            || (gebruiker is not null && registratie.Sjabloon.Gebruikers == Gebruikersregel.Geen))
        {
            return null;
        }

        return registratie.Sjabloon with
        {
            Gemeentecode = code,
            Scopes = scopes.Intersect(registratie.Scopes).ToHashSet(StringComparer.Ordinal),
            TokenUitgegeven = uitgegeven,
            Gebruiker = gebruiker,
            GebruikerOntbreekt = gebruiker is null && registratie.Sjabloon.Gebruikers == Gebruikersregel.Verplicht,
        };
    }

    /// <summary>An employee in the portal.</summary>
    public Caller Medewerker(string accountId, string rol, string gemeentecode) => new()
    {
        Id = accountId,
        Rol = rol,
        Gemeentecode = gemeentecode,
        Organisatie = houder.Beleid.Gemeenten[gemeentecode].Oin,
        VanGemeente = true,
    };

    private sealed class Stand(Beleid beleid)
    {
        public Beleid Beleid { get; } = beleid;

        public Dictionary<string, Registratie> Clients { get; } =
            beleid.Partners.Values.SelectMany(OfPartner).Concat(beleid.Gemeenten.Values.SelectMany(OfGemeente)).ToDictionary(r => r.ClientId);

        private static IEnumerable<Registratie> OfPartner(PartnerFile partner) =>
            from instantie in partner.Instanties
            from client in instantie.Clients
            select new Registratie(client.Value, instantie.Naam, client.Key == "*" ? null : client.Key, partner.Scopes, new Caller
            {
                Id = client.Value,
                ClientId = client.Value,
                Rol = partner.Partnertype,
                Gemeentecode = client.Key,
                Organisatie = instantie.Oin,
                VanGemeente = false,
                Instantie = instantie.Sleutel,
                Instellingsnummer = instantie.Instellingsnummer,
                Keurmerk = instantie.Keurmerk,
                Gebruikers = Enum.Parse<Gebruikersregel>(instantie.Gebruikers, ignoreCase: true),
            });

        private static IEnumerable<Registratie> OfGemeente(GemeenteFile gemeente) =>
            gemeente.Clients.Select(client => new Registratie(client.ClientId, client.Naam, gemeente.Gemeentecode, client.Scopes, new Caller
            {
                Id = client.ClientId,
                ClientId = client.ClientId,
                Rol = client.Rol,
                Gemeentecode = gemeente.Gemeentecode,
                Organisatie = gemeente.Oin,
                VanGemeente = true,
            }));
    }
}

/// <summary>One OAuth client as config knows it.</summary>
/// <param name="Gemeentecode">Null: delivers for all gemeenten.</param>
public sealed record Registratie(string ClientId, string Naam, string? Gemeentecode, IReadOnlyList<string> Scopes, Caller Sjabloon);
