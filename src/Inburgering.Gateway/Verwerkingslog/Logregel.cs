namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>One line: who did what with whose data, why, under which rule. Names of fields, never their values.</summary>
/// <remarks>
/// Source: LDV 1.0.0 core fields, domain (g) and BIO2 8.15.01. Every text here is a word of the policy, an id of our own or a keyed
/// hash of a foreign id (security 5); the writer refuses anything longer than its column.
/// </remarks>
public sealed record Logregel
{
    /// <summary>The tenant whose log this is: four digits; <see cref="Huis"/> when the caller is not known.</summary>
    public required string Gemeentecode { get; init; }

    /// <summary>The gateway's own stream, for what belongs to no gemeente (a refused token, a login).</summary>
    public const string Huis = "0000";

    /// <summary>Business clock: start of the processing.</summary>
    public required DateTimeOffset Tijdstip { get; init; }

    /// <summary>How long the processing took, until this line was made.</summary>
    public TimeSpan Duur { get; init; }

    /// <summary>W3C trace id, 32 lower-case hex.</summary>
    public required string TraceId { get; init; }

    /// <summary>W3C span id, 16 lower-case hex; unique per line.</summary>
    public required string SpanId { get; init; }

    /// <summary>The calling action, ours or the caller's; null when none was given.</summary>
    public string? ParentSpanId { get; init; }

    /// <summary>LDV status: Unset also for a refusal; Error only for a fault of ours.</summary>
    public LogStatus Status { get; init; }

    /// <summary>The action in Dutch, "Dossier geraadpleegd".</summary>
    public required string Naam { get; init; }

    public required Actie Actie { get; init; }

    public required Resultaat Resultaat { get; init; }

    /// <summary>Problem code or policy word, null when allowed.</summary>
    public string? Reden { get; init; }

    /// <summary>Account id, client id or job name.</summary>
    public required string Actor { get; init; }

    /// <summary>Staff role code or partner type.</summary>
    public required string Rol { get; init; }

    /// <summary>OIN or our key of the actor's organisation.</summary>
    public required string Organisatie { get; init; }

    /// <summary>The OAuth client; null for a person in the portal and for a job.</summary>
    public string? ClientId { get; init; }

    /// <summary>Network zone: loopback, intern, extern; or "taak" for a job.</summary>
    public required string Oorsprong { get; init; }

    /// <summary>Key and version of the register's entry, "VA-07-leerroute/1".</summary>
    public required string Verwerkingsactiviteit { get; init; }

    /// <summary>Word of the policy; "onbekend" for anything else; null where an action has none.</summary>
    public string? Doel { get; init; }

    /// <summary>Code of the policy, null when nothing was granted.</summary>
    public string? Grondslag { get; init; }

    /// <summary>What was asked: "IDN" or "IDN.bsn".</summary>
    public IReadOnlyList<string> Gevraagd { get; init; } = [];

    /// <summary>What left, taken from the serialised answer: "IDN.bsn".</summary>
    public IReadOnlyList<string> Geleverd { get; init; } = [];

    /// <summary>Number of persons or objects spoken of.</summary>
    public int Aantal { get; init; }

    /// <summary>Who received it, when that is another than the actor.</summary>
    public string? Ontvanger { get; init; }

    /// <summary>Our own id of the message, or a keyed hash of the partner's.</summary>
    public string? BerichtId { get; init; }

    /// <summary>Hash of the policy that decided, 64 hex; null when no decision was needed.</summary>
    public string? Beleid { get; init; }

    /// <summary>Our own ids, with version, of what the decision rested on: "opdracht:…@1 toestemming:…@1" (ADL level 3); part of the
    /// personal, erasable half of the line. Null when it rested on the policy alone.</summary>
    public string? Informatie { get; init; }

    public Vertrouwelijkheid Vertrouwelijkheid { get; init; }

    /// <summary>ISO 8601 duration.</summary>
    public string Bewaartermijn { get; init; } = "P5Y";

    /// <summary>The person, when there is exactly one; else null.</summary>
    public Betrokkene? Betrokkene { get; init; }
}

/// <summary>The personal part of a line: salted, erasable without breaking the chain (security 4).</summary>
/// <param name="Pseudoniem">HMAC of the number with the gemeente's key; 64 hex; null when only the dossier is known.</param>
/// <param name="Type">What was pseudonymised: BSN, Vreemdelingennummer, or a URI with the key's version.</param>
/// <param name="DossierId">Inner id; null when no dossier was found.</param>
public sealed record Betrokkene(string? Pseudoniem, string Type, Guid? DossierId);

/// <summary>LDV core 1.0.0.</summary>
public enum LogStatus
{
    Unset,
    Ok,
    Error,
}

/// <summary>domain (g), `actie`.</summary>
public enum Actie
{
    Raadplegen,
    Zoeken,
    Muteren,
    Leveren,
    Ontvangen,
    Exporteren,
    Verwijderen,
    Inloggen,
    Beheer,
}

/// <summary>domain (g), `resultaat`.</summary>
public enum Resultaat
{
    Toegestaan,
    Geweigerd,
    Fout,
}

/// <summary>VNG Verwerkingenlogging.</summary>
public enum Vertrouwelijkheid
{
    Normaal,
    Vertrouwelijk,
    Opgeheven,
}
