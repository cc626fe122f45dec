using System.Text;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

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

    /// <summary>As it is stored, whether it came alone or as a row of a file.</summary>
    /// <param name="van">Who sent it, for which gemeente.</param>
    /// <param name="body">As received.</param>
    public Levering Levering(Berichtafzender van, ReadOnlyMemory<byte> body) => new()
    {
        Gemeentecode = van.Gemeentecode,
        ClientId = van.ClientId,
        Gebruiker = van.Gebruiker,
        Partner = van.Partner,
        Instantie = van.Instantie,
        ExternId = Encoding.UTF8.GetBytes($"{Source} {Id}"),
        Code = Type,
        Inhoud = body,
        Persoon = Persoonskenmerk.Of(Inhoud!.Personen[0].Persoon),
        TraceId = van.TraceId,
    };
}

/// <summary>Who sent a message, for which gemeente, in which trace.</summary>
/// <param name="Partner">Key of the partner.</param>
/// <param name="Instantie">Key of the instance whose delivery it is part of; null: it is not coming in now.</param>
/// <param name="Gebruiker">Keyed hash of the client's user who delivers; null: its system itself.</param>
internal sealed record Berichtafzender(string Gemeentecode, string ClientId, string Partner, string TraceId, string? Instantie = null, string? Gebruiker = null);
