using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Normalization;

/// <summary>The way back from <see cref="Normalizer"/>: a partner's record from the facts it became.</summary>
internal static class Feitrecords
{
    public static Inburgeringsplicht Plicht(JsonObject velden) => new()
    {
        Plichtig = (bool)velden["indicatorInburgeringsplicht"]!,
        Begindatum = Dag(velden["begindatum"]),
        Einddatum = Dag(velden["einddatum"]),
        Wijzigingsdatum = Dag(velden["wijzigingsdatum"]),
        DatumKennisgeving = Dag(velden["datumKennisgeving"]),
        RedenGeenPlicht = (string?)velden["redenGeenInburgeringsplicht"],
    };

    public static Inburgeringstermijn Termijn(JsonObject velden) => new()
    {
        Startdatum = Dag(velden["startdatum"])!.Value,
        Einddatum = Dag(velden["einddatum"])!.Value,
        Wijzigingsdatum = Dag(velden["wijzigingsdatum"]),
        Verlengingsgrondcode = (string?)velden["verlengingsgrondcode"],
        Verlengingsgrondomschrijving = (string?)velden["verlengingsgrondomschrijving"],
    };

    public static Pip Pip(JsonObject velden) => new()
    {
        Gemeentecode = (string)velden["gemeentecode"]!,
        Dagtekening = Dag(velden["dagtekening"])!.Value,
        Leerroute = Word<Leerroute>(velden["leerroute"])!.Value,
        Niveau = Word<Taalniveau>(velden["niveau"]),
        GeschatteIntensiteitB1Route = (int?)velden["geschatteIntensiteitB1Route"],
        IndicatorMagOpleidingAfmaken = (bool?)velden["indicatorMagOpleidingAfmaken"],
        IndicatorAlfabetiseringsonderwijs = (string?)velden["indicatorAlfabetiseringsonderwijs"],
    };

    public static Doelgroep? Doelgroep(JsonObject velden) => Word<Doelgroep>(velden["doelgroep"]);

    public static DateOnly? Dag(JsonNode? waarde) => waarde is null ? null : DateOnly.ParseExact((string?)waarde ?? string.Empty, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static T? Word<T>(JsonNode? waarde)
        where T : struct, Enum => waarde is null ? null : waarde.Deserialize<T>(PartnerJson.Options);
}
