using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Examples of reconciliation, with fictional persons.</summary>
internal static class AfstemmingContract
{
    private const string Nummer = "8a1d9b52-3c64-4f0e-9d27-1b6f5a4c3e20";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "startAfstemming" => (o, d) => Describe(o, d, new JsonObject { ["dossier"] = OperationDetails.DossierId }, "202", "loopt"),
        "stopAfstemming" => (o, d) => Describe(o, d, null, "200", "gestopt"),
        "getAfstemmingen" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["afstemmingen"] = new JsonArray(Afstemming("klaar")) }),
        "getAfstemming" => (o, _) => OpdrachtContract.Describe(o, null, "200", Afstemming("klaar")),
        "getVerschillen" => (o, _) => OpdrachtContract.Describe(o, null, "200", Verschillen()),
        _ => null,
    };

    private static void Describe(OpenApiOperation operation, OpenApiDocument document, JsonObject? verzoek, string antwoord, string status)
    {
        OpdrachtContract.Describe(operation, verzoek, antwoord, Afstemming(status));
        operation.Responses!.TryAdd("409", new OpenApiResponseReference(SharedParts.ResponseName(409), document));
    }

    private static JsonObject Afstemming(string status)
    {
        var gedaan = status == "klaar" ? 61 : 0;
        var afstemming = new JsonObject
        {
            ["afstemmingId"] = Nummer,
            ["partner"] = "duo",
            ["aanleiding"] = "verzoek",
            ["gestartDoor"] = "zaaksysteem-1708",
            ["begonnenOp"] = "2024-11-15T09:00:00Z",
            ["status"] = status,
            ["totaal"] = 61,
            ["gedaan"] = gedaan,
            ["gelijk"] = gedaan == 0 ? 0 : 50,
            ["gemist"] = gedaan == 0 ? 0 : 7,
            ["verschillend"] = gedaan == 0 ? 0 : 2,
            ["mislukt"] = gedaan == 0 ? 0 : 1,
            ["tegengehouden"] = gedaan == 0 ? 0 : 1,
            ["gemisteGebeurtenissen"] = gedaan == 0 ? 0 : 8,
            ["telling"] = gedaan == 0
                ? "61 personen = 0 gelijk + 0 gemist + 0 verschillend + 0 mislukt + 0 tegengehouden + 61 niet gedaan"
                : "61 personen = 50 gelijk + 7 gemist + 2 verschillend + 1 mislukt + 1 tegengehouden",
        };
        if (status != "loopt")
        {
            afstemming["geeindigdOp"] = "2024-11-15T09:01:00Z";
        }

        return afstemming;
    }

    private static JsonObject Verschillen() => new()
    {
        ["afstemmingId"] = Nummer,
        ["personen"] = new JsonArray(new JsonObject
        {
            ["dossierId"] = OperationDetails.DossierId,
            ["uitkomst"] = "verschillend",
            ["gemist"] = new JsonArray("TER.einddatum TER.wijzigingsdatum"),
            ["verschillen"] = new JsonArray(new JsonObject
            {
                ["categorie"] = "PIP",
                ["veld"] = "leerroute",
                ["partner"] = "duo",
                ["waardePartner"] = "B",
                ["bron"] = "gemeente",
                ["waardeBron"] = "O",
                ["wint"] = "gemeente",
                ["waarom"] = "Bij «Plan Inburgering en Participatie» geldt wat uw gemeente zegt voor wat DUO zegt.",
                ["doen"] = "Klopt uw waarde? Meld haar dan opnieuw aan DUO. Klopt zij niet? Verbeter haar in uw eigen systeem.",
            }),
        }),
    };
}
