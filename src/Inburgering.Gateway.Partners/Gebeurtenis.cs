namespace Inburgering.Gateway.Partners;

/// <summary>A thin event of a partner: something happened, go and look. State is never derived from it.</summary>
public sealed record Gebeurtenis
{
    /// <summary>The partner's code, such as SS139.</summary>
    public required string Code { get; init; }

    /// <summary>When the partner registered it; a future moment is no fault.</summary>
    public required DateTimeOffset Tijdstip { get; init; }

    /// <summary>Null when absent or when it fails the 11-proef.</summary>
    public Bsn? Bsn { get; init; }

    /// <summary>Null when absent.</summary>
    public VNummer? VNummer { get; init; }

    /// <summary>True when nine digits were given that fail the 11-proef: quarantine, not refusal.</summary>
    public bool BsnFaalt11Proef { get; init; }

    /// <summary>False for a code this adapter does not know: stored and flagged.</summary>
    public bool Bekend { get; init; } = true;

    /// <summary>True when it says that the person came to live in the gemeente that gets it: a dossier closed by a move opens again.</summary>
    public bool Vestiging { get; init; }

    /// <summary>The partner says by it that the gemeente told may ask about this person: it ends a suspension.</summary>
    public bool OpentBereik { get; init; }

    /// <summary>The canonical records to fetch, in order; empty for an unknown or inactive code.</summary>
    public IReadOnlyList<Type> Ophalen { get; init; } = [];

    /// <summary>The kinds of melding whose result this event is; empty: of none.</summary>
    public IReadOnlyList<Type> Bevestigt { get; init; } = [];
}
