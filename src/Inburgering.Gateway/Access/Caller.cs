namespace Inburgering.Gateway.Access;

/// <summary>Who asks: one client or one employee, in one gemeente. Made by the door from token or session and our own config, never from claims alone.</summary>
public sealed record Caller
{
    /// <summary>Client id or account id.</summary>
    public required string Id { get; init; }

    /// <summary>Null for an employee in the portal.</summary>
    public string? ClientId { get; init; }

    /// <summary>Partner type or staff role: whose grants hold.</summary>
    public required string Rol { get; init; }

    public required string Gemeentecode { get; init; }

    /// <summary>OIN of the organisation.</summary>
    public required string Organisatie { get; init; }

    /// <summary>The gemeente's own client or employee: sees inner ids and needs no opdracht.</summary>
    public required bool VanGemeente { get; init; }

    /// <summary>Key of the instance ("schakelcollege"), to know its own deliveries; null for the gemeente.</summary>
    public string? Instantie { get; init; }

    public string? Instellingsnummer { get; init; }

    public bool Keurmerk { get; init; }

    /// <summary>Whether its organisation names its users; the gemeente's own people have an account.</summary>
    public Gebruikersregel Gebruikers { get; init; }

    /// <summary>Keyed hash of the client and its user who asks, 40 hex; null: no user was named.</summary>
    public string? Gebruiker { get; init; }

    /// <summary>A user must be named and was not: it reads nothing. False for whoever asks what this client may.</summary>
    public bool GebruikerOntbreekt { get; init; }

    /// <summary>Who acts, as the log names it.</summary>
    public string Actor => Gebruiker ?? Id;

    /// <summary>Scopes of the token; empty in the portal.</summary>
    public IReadOnlySet<string> Scopes { get; init; } = new HashSet<string>();

    /// <summary>System clock: when the token was issued; null in the portal.</summary>
    public DateTimeOffset? TokenUitgegeven { get; init; }
}
