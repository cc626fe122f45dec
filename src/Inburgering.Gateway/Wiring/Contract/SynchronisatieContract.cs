using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Examples of what runs by itself.</summary>
internal static class SynchronisatieContract
{
    private const string Nummer = "3f0c7a9e-52d4-4b8a-9f61-0d2e8c7b4a15";
    private const string Uitvoering = "8a1d9b52-3c64-4f0e-9d27-1b6f5a4c3e20";
    private const string Reden = "Nieuwe afspraak met DUO";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "getSynchronisaties" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["synchronisaties"] = new JsonArray(Synchronisatie()) }),
        "getSynchronisatie" => (o, _) => OpdrachtContract.Describe(o, null, "200", Synchronisatie()),
        "wijzigRooster" => (o, d) => Act(o, d, new JsonObject { ["rooster"] = Rooster(), ["reden"] = Reden, ["versie"] = 1 }, Synchronisatie()),
        "pauzeerSynchronisatie" => (o, d) => Act(o, d, new JsonObject { ["reden"] = "Onderhoud bij de gemeente", ["tot"] = "2024-11-18T05:00:00Z" }, Synchronisatie()),
        "hervatSynchronisatie" => (o, d) => Act(o, d, new JsonObject { ["reden"] = "Het onderhoud is klaar", ["wijze"] = "inhalen" }, Synchronisatie()),
        "getUitvoeringen" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["uitvoeringen"] = new JsonArray(Gedaan()) }),
        "getUitvoering" => (o, _) => OpdrachtContract.Describe(o, null, "200", Gedaan()),
        "startUitvoering" => (o, d) => Start(o, d),
        "stopUitvoering" => (o, d) => Act(o, d, null, Gedaan()),
        _ => null,
    };

    private static void Start(OpenApiOperation operation, OpenApiDocument document)
    {
        OpdrachtContract.Describe(operation, new JsonObject { ["reden"] = "Vandaag nog nodig voor een gesprek", ["proef"] = false }, "202", Gedaan());
        operation.Responses!.TryAdd("409", new OpenApiResponseReference(SharedParts.ResponseName(409), document));
    }

    private static void Act(OpenApiOperation operation, OpenApiDocument document, JsonObject? verzoek, JsonObject antwoord)
    {
        OpdrachtContract.Describe(operation, verzoek, "200", antwoord);
        operation.Responses!.TryAdd("409", new OpenApiResponseReference(SharedParts.ResponseName(409), document));
    }

    private static JsonObject Rooster() => new() { ["soort"] = "werkdagen", ["tijd"] = "06:00", ["nietOpFeestdagen"] = true };

    private static JsonObject Synchronisatie() => new()
    {
        ["synchronisatieId"] = Nummer,
        ["partner"] = "duo",
        ["soort"] = "afstemming",
        ["naam"] = "DUO - afstemming",
        ["status"] = "gelukt-met-afkeur",
        ["stand"] = "Gelukt, maar niet alles is aangenomen. Bekijk wat is afgekeurd.",
        ["rooster"] = Rooster(),
        ["roosterZin"] = "Elke werkdag om 06:00 uur, niet op feestdagen",
        ["standaard"] = "Elke dag om 01:30 uur",
        ["eigenRooster"] = true,
        ["volgende"] = new JsonArray("2024-11-18T05:00:00Z", "2024-11-19T05:00:00Z", "2024-11-20T05:00:00Z", "2024-11-21T05:00:00Z", "2024-11-22T05:00:00Z"),
        ["laatste"] = new JsonArray(Gedaan()),
        ["gewoneDuurSeconden"] = 61.5,
        ["versie"] = 2,
    };

    private static JsonObject Gedaan() => new()
    {
        ["uitvoeringId"] = Uitvoering,
        ["synchronisatieId"] = Nummer,
        ["moment"] = "2024-11-15T05:00:00Z",
        ["aanleiding"] = "rooster",
        ["gestartDoor"] = "taak-synchronisatie",
        ["begonnenOp"] = "2024-11-15T05:00:00Z",
        ["geeindigdOp"] = "2024-11-15T05:01:00Z",
        ["status"] = "gelukt-met-afkeur",
        ["ontvangen"] = 61,
        ["gedaan"] = 61,
        ["nieuw"] = 0,
        ["gewijzigd"] = 7,
        ["gelijk"] = 50,
        ["verschillend"] = 2,
        ["afgekeurd"] = 1,
        ["tegengehouden"] = 1,
        ["telling"] = "61 ontvangen = 0 nieuw + 7 gewijzigd + 50 gelijk + 2 verschillend + 1 afgekeurd + 1 tegengehouden",
    };
}
