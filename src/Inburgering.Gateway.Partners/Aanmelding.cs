using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners;

/// <summary>Tells a partner that a person comes to it for one taak: once per opdracht. Kept without content, for what the partner may know is decided when it leaves.</summary>
/// <param name="OpdrachtId">The assignment it tells of.</param>
/// <param name="ClientId">The partner's client, to which the assignment was given.</param>
/// <param name="Doel">Word of the policy: by which grant of the partner it is decided.</param>
public sealed record AanmeldingMelding(Guid OpdrachtId, string ClientId, string Doel) : Melding
{
    /// <summary>What leaves; null as it is kept.</summary>
    [JsonIgnore]
    public Aanmelding? Inhoud { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool VasteId => true;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Inhoud?.Velden ?? [];
}

/// <summary>What a partner is told of a person.</summary>
public sealed record Aanmelding
{
    /// <summary>How the partner names the person, "PR-0123456789".</summary>
    public required string PartnerReferentie { get; init; }

    /// <summary>leerroute, participatie, pvt or begeleiding.</summary>
    public required string Taak { get; init; }

    /// <summary>When the gemeente gave the assignment (business clock): the same at every attempt.</summary>
    public required DateTimeOffset Tijdstip { get; init; }

    /// <summary>Category to the fields that may be seen, in the form in which the partner reads the dossier; absent where nothing may or is.</summary>
    public required IReadOnlyDictionary<string, JsonObject> Gegevens { get; init; }

    /// <summary>"IDN.naam", taken from what is sent.</summary>
    public IReadOnlyList<string> Velden => [.. Gegevens.SelectMany(c => c.Value.Select(v => $"{c.Key}.{v.Key}"))];
}
