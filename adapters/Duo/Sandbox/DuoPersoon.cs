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

    /// <summary>Since when he lives in <see cref="Gemeentecode"/>; null: still in a location of COA, or DUO does not know.</summary>
    public string? Vestigingsdatum { get; init; }

    public JsonElement? Inburgeringsplicht { get; init; }

    public JsonElement? Inburgeringsplichthistorie { get; init; }

    public JsonElement? Doelgroep { get; init; }

    public JsonElement? Doelgroephistorie { get; init; }

    public JsonElement? Inburgeringstermijn { get; init; }

    public JsonElement? Inburgeringstermijnhistorie { get; init; }

    public JsonElement? Examennummer { get; init; }

    public JsonElement? LbtResultaten { get; init; }

    public JsonElement? Vrijstellingen { get; init; }

    public JsonElement? Ontheffingen { get; init; }

    public JsonElement? Pip { get; init; }

    /// <summary>Whose the PIP before the current one was: scope condition 4.</summary>
    public string? VorigePipGemeentecode { get; init; }

    /// <summary>The dagtekening of the very first PIP, whichever gemeente made it; null: see <see cref="EerstePip"/>.</summary>
    public string? EersteDagtekening { get; init; }

    /// <summary>By instellingsnummer: the offer as the gemeente sent it, and its gemeentecode.</summary>
    public JsonElement? Aanbiedingen { get; init; }

    /// <summary>Hours that schools reported to DUO for the current offer; no contract of the gemeente shows them.</summary>
    public int? Cursusdeelnameuren { get; init; }

    /// <summary>Gemeentecode, datumEindgesprekMap and verwijtbaar, as last put.</summary>
    public JsonElement? Map { get; init; }

    /// <summary>Gemeentecode, datumOndertekeningPvt and verwijtbaar, as last put.</summary>
    public JsonElement? Pvt { get; init; }

    /// <summary>Gemeentecode and datumAfrondingZroute, as last put; no contract shows it.</summary>
    public JsonElement? Zroute { get; init; }

    public JsonElement? Uren { get; init; }

    public JsonElement? Examenresultaten { get; init; }

    public JsonElement? Gratispogingen { get; init; }

    /// <summary>The id of the contactpersoon; null: none linked.</summary>
    public int? Contactpersoon { get; init; }

    /// <summary>The dagtekening that the termijn counts from; null when no gemeente ever made a PIP.</summary>
    [JsonIgnore]
    public DateOnly? EerstePip =>
        DuoDeel.AlsDatum(EersteDagtekening) ?? Inburgeringstermijn.Datum("startdatum")?.AddDays(-1) ?? ActuelePip.Datum("dagtekeningPip");

    /// <summary>The PIP itself; <see cref="Pip"/> holds the gemeentecode beside it.</summary>
    [JsonIgnore]
    public JsonElement? ActuelePip => Pip.Lid("pip");

    /// <summary>Whose the current PIP is.</summary>
    [JsonIgnore]
    public string? PipGemeente => Pip.Tekst("gemeentecode");

    [JsonIgnore]
    public bool IsAsielstatushouder => Doelgroep.Tekst("indeling") == "Asielstatushouder";
}
