using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>What DUO knows about one person. The parts are kept as JSON so that a test can also let DUO answer what its contract forbids.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DuoPersoon
{
    public required string Bsn { get; init; }

    public long? VNummer { get; init; }

    /// <summary>Where the person lives, or to which gemeente COA linked him: scope conditions 1 and 2.</summary>
    public required string Gemeentecode { get; init; }

    /// <summary>Whose the PIP before the current one was: scope condition 4.</summary>
    public string? VorigePipGemeentecode { get; init; }

    public JsonElement? Inburgeringsplicht { get; init; }

    public JsonElement? Inburgeringsplichthistorie { get; init; }

    public JsonElement? Doelgroep { get; init; }

    public JsonElement? Doelgroephistorie { get; init; }

    public JsonElement? Inburgeringstermijn { get; init; }

    public JsonElement? Inburgeringstermijnhistorie { get; init; }

    public JsonElement? Examennummer { get; init; }

    public JsonElement? LbtResultaten { get; init; }

    public JsonElement? Pip { get; init; }

    public JsonElement? Examenresultaten { get; init; }

    public JsonElement? Gratispogingen { get; init; }
}
