using System.Text.Json.Serialization;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Logboek;

/// <summary>Regels van het verwerkingslog, in de vorm van LDV Lezen.</summary>
/// <param name="Regels">Nieuwste eerst.</param>
public sealed record ProcessingActivities([property: JsonPropertyName("processingActivities")] IReadOnlyList<ProcessingActivity> Regels) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Regels.Count == 0 ? [] : ["LOG.regels"];
}

/// <summary>Eén regel van het log: één handeling, over hoogstens één betrokkene.</summary>
public sealed record ProcessingActivity
{
    /// <summary>Nummer van de hele verwerking, over systemen heen.</summary>
    [JsonPropertyName("traceId")]
    public required string TraceId { get; init; }

    /// <summary>Nummer van deze handeling.</summary>
    [JsonPropertyName("spanId")]
    public required string SpanId { get; init; }

    /// <summary>Unset, Ok of Error; Error alleen bij een fout van de gateway zelf.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Wat er gebeurde, in woorden.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Begin, in milliseconden sinds 1970.</summary>
    [JsonPropertyName("startTime")]
    public required long StartTime { get; init; }

    /// <summary>Einde, in milliseconden sinds 1970.</summary>
    [JsonPropertyName("endTime")]
    public required long EndTime { get; init; }

    /// <summary>De handeling die deze aanriep, hier of bij wie ons aanriep; ontbreekt als er geen is.</summary>
    [JsonPropertyName("parentSpanId")]
    public string? ParentSpanId { get; init; }

    /// <summary>De toepassing die dit vastlegde: service.name, service.version en deployment.environment.</summary>
    [JsonPropertyName("resource")]
    public required IReadOnlyDictionary<string, string> Resource { get; init; }

    /// <summary>Eigenschappen: dpl.* van LDV, adl.* van het besluit en gateway.* van deze gateway. Namen van velden, nooit hun waarde.</summary>
    [JsonPropertyName("attributes")]
    public required IReadOnlyDictionary<string, object> Attributes { get; init; }
}
