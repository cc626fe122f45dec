using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Storage.Afkeuringen;

/// <summary>A message that waits for a person, or did: what stands of it in the tables. No body, no dossier, no person.</summary>
internal sealed record Afkeuring
{
    public required Guid AfkeuringId { get; init; }

    /// <summary>Order of receipt.</summary>
    public required long Volgnummer { get; init; }

    public required string Partner { get; init; }

    public required string Code { get; init; }

    public required Berichtstatus Status { get; init; }

    /// <summary>Code of <see cref="Berichtredenen"/>: why it waits, or waited before it was tried again or closed.</summary>
    public required string Reden { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    /// <summary>Business clock; null: it was rejected at the door, or is being tried.</summary>
    public required DateTimeOffset? LaatstePoging { get; init; }

    public required int Pogingen { get; init; }

    public required string TraceId { get; init; }

    /// <summary>False: its body was deleted after its term.</summary>
    public required bool HeeftInhoud { get; init; }

    /// <summary>A newer message with the same code about the same person was applied.</summary>
    public required bool Ingehaald { get; init; }

    /// <summary>The exchange about this person stands still now.</summary>
    public required bool Opgeschort { get; init; }

    /// <summary>The dossier has no BSN to ask with.</summary>
    public required bool ZonderBsn { get; init; }

    /// <summary>The herhaling that has it tried again; null: none.</summary>
    public required Guid? HerhalingId { get; init; }

    /// <summary>What a person decided last; null: nothing.</summary>
    public required Afkeurbesluit? Besluit { get; init; }

    public Afkeurstand Stand => this switch
    {
        { HerhalingId: not null } => Afkeurstand.InHerhaling,
        { Status: Berichtstatus.Quarantaine, Besluit: { Soort: Afkeurbesluit.Overdracht, Pogingen: var toen } } when toen == Pogingen => Afkeurstand.BijPartner,
        { Status: Berichtstatus.Quarantaine } => Afkeurstand.Open,
        { Status: Berichtstatus.ZonderGevolg, Besluit.Soort: Afkeurbesluit.Sluiting } => Afkeurstand.Gesloten,
        _ => Afkeurstand.Afgehandeld,
    };
}

/// <summary>Where a rejected message stands.</summary>
internal enum Afkeurstand
{
    Open,

    /// <summary>A person said that it is the partner's turn.</summary>
    BijPartner,

    InHerhaling,

    /// <summary>A person closed it without it being applied.</summary>
    Gesloten,

    /// <summary>Applied, or of no effect any more.</summary>
    Afgehandeld,
}

/// <summary>What a person decided about a rejected message.</summary>
/// <param name="Op">System clock.</param>
/// <param name="Door">Account or client.</param>
/// <param name="Pogingen">How often it had been tried by then.</param>
internal sealed record Afkeurbesluit(string Soort, DateTimeOffset Op, string Door, string Reden, int Pogingen)
{
    /// <summary>Inzage decides nothing: somebody had a value shown, and said why.</summary>
    public const string Sluiting = "sluiting", Overdracht = "overdracht", Inzage = "inzage";
}

/// <summary>Which rejected messages.</summary>
internal sealed record AfkeurFilter
{
    /// <summary>Partner key; null: all.</summary>
    public string? Partner { get; init; }

    /// <summary>Code of <see cref="Berichtredenen"/>; null: all.</summary>
    public string? Reden { get; init; }

    /// <summary>Whose turn it is; null: all.</summary>
    public string? Beurt { get; init; }

    /// <summary>Business clock: received no later; null: whenever.</summary>
    public DateTimeOffset? OntvangenVoor { get; init; }

    /// <summary>Codes for which it is the partner's turn.</summary>
    public required IReadOnlyCollection<string> VanPartner { get; init; }

    /// <summary>Codes that mend themselves.</summary>
    public required IReadOnlyCollection<string> VanNiemand { get; init; }
}

/// <summary>Numbers above the list.</summary>
/// <param name="Alle">Open ones of this gemeente.</param>
/// <param name="Gevonden">Those of the filter.</param>
internal sealed record AfkeurTelling(long Alle, long Gevonden);
