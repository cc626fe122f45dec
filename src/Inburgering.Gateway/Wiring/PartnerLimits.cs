using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Wiring;

/// <summary>How long and how often the hub tries one partner. Every wait has an end.</summary>
internal sealed record PartnerLimits
{
    /// <summary>One try, its body included.</summary>
    public required TimeSpan Poging { get; init; }

    /// <summary>All tries of one call with the waits between them.</summary>
    public required TimeSpan Totaal { get; init; }

    /// <summary>Tries of one call, the first included.</summary>
    public required int Pogingen { get; init; }

    /// <summary>Calls at the same time; as many as four times that wait, the rest is turned away.</summary>
    public required int Gelijktijdig { get; init; }

    /// <summary>First wait; doubles, with jitter.</summary>
    public TimeSpan Wacht { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>A longer Retry-After is not waited for here: the message is tried again later.</summary>
    public TimeSpan LangsteRetryAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Half of at least this many tries within <see cref="Meetduur"/> failed: the breaker opens.</summary>
    public int BrekerDrempel { get; init; } = 20;

    public TimeSpan Meetduur { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open breaker lets nothing through.</summary>
    public required TimeSpan BrekerOpen { get; init; }

    /// <summary>How often it may be called, over all processes; null: as often as there are places.</summary>
    public LimietFile? Limiet { get; init; }

    /// <summary>Largest answer; more is refused unread.</summary>
    public int AntwoordMax { get; init; } = 1024 * 1024;

    public static PartnerLimits Of(VerbindingFile verbinding) => new()
    {
        Poging = TimeSpan.FromSeconds(verbinding.PogingTimeoutSeconden),
        Totaal = TimeSpan.FromSeconds(verbinding.TotaalTimeoutSeconden),
        Pogingen = verbinding.Pogingen,
        Gelijktijdig = verbinding.Gelijktijdig,
        BrekerOpen = verbinding.Breker,
        Limiet = verbinding.Limiet,
        AntwoordMax = verbinding.AntwoordMaxBytes,
    };
}
