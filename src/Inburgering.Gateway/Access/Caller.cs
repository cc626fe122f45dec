namespace Inburgering.Gateway.Access;

/// <summary>Who asks: one client or one employee, in one gemeente. Made by the door from token or session and our own config, never from claims alone.</summary>
public sealed record Caller
{
    /// <summary>Client id or account id: the actor of the log line.</summary>
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

    /// <summary>Scopes of the token; empty in the portal.</summary>
    public IReadOnlySet<string> Scopes { get; init; } = new HashSet<string>();

    /// <summary>System clock: when the token was issued; null in the portal.</summary>
    public DateTimeOffset? TokenUitgegeven { get; init; }
}
