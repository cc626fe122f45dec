using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Inbox;

/// <summary>One message of a partner: the envelope of CloudEvents 1.0 (NL GOV profile) around what it says.</summary>
internal sealed record CloudEvent
{
    public required string Id { get; init; }

    /// <summary>As given: with the id it tells one message from another.</summary>
    public required string Source { get; init; }

    /// <summary>The organisation in the source.</summary>
    public required Oin Afzender { get; init; }

    /// <summary>Without «nl.inburgering.».</summary>
    public required string Type { get; init; }

    /// <summary>When the sender registered it; null: not said.</summary>
    public required DateTimeOffset? Tijdstip { get; init; }

    /// <summary>Place in the sender's order; null: not said.</summary>
    public required long? Volgorde { get; init; }

    /// <summary>Null: the type is another partner's, so nothing of it was read.</summary>
    public required Partnerbericht? Inhoud { get; init; }
}
