using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Examples of the register of verwerkingsactiviteiten.</summary>
internal static class RegisterDetails
{
    private const string Id = "VA-07-leerroute";

    public static void Lijst(OpenApiOperation operation, OpenApiDocument document) => OperationDetails.Answer(operation, "Alle verwerkingsactiviteiten.", new JsonObject
    {
        ["verwerkingsactiviteiten"] = new JsonArray(new JsonObject { ["id"] = Id, ["actief"] = true, ["versie"] = 1, ["naam"] = "Leerroute uitvoeren" }),
    });

    public static void Versie(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            (parameter.Schema, parameter.Example) = parameter.Name == "id"
                ? (SharedParts.Text("Sleutel van de activiteit.", null, Id, "^VA-[0-9]{2}-[a-z-]+$"), Id)
                : (SharedParts.Text("Nummer van de versie.", null, "1", "^[1-9][0-9]{0,3}$"), (JsonNode)"1");
        }

        OperationDetails.Answer(operation, "Wat het register onder deze versie zegt.", new JsonObject
        {
            ["id"] = Id,
            ["actief"] = true,
            ["versie"] = 1,
            ["naam"] = "Leerroute uitvoeren",
            ["geldigVanaf"] = "2024-01-01",
            ["doelen"] = new JsonArray(new JsonObject { ["code"] = "uitvoeren-leerroute", ["naam"] = "leerroute uitvoeren" }),
            ["grondslagen"] = new JsonArray(new JsonObject { ["code"] = "WI", ["naam"] = "Publieke taak: Wet inburgering 2021 (AVG 6 lid 1 e)", ["dpv"] = "PublicInterest" }),
            ["verwerkingsverantwoordelijke"] = "De gemeente die voor het dossier de regie voert",
            ["verwerker"] = "De beheerder van deze gateway, in opdracht van iedere gemeente",
            ["betrokkenen"] = new JsonArray("inburgeraar"),
            ["gegevenscategorieen"] = new JsonArray(new JsonObject
            {
                ["code"] = "PIP",
                ["naam"] = "Plan Inburgering en Participatie",
                ["bijzonder"] = "N",
                ["bewaartermijn"] = new JsonObject { ["naam"] = "Vijf jaar na het einde van de inburgeringsplicht", ["duur"] = "P5Y", ["vanaf"] = "einde-inburgeringsplicht" },
                ["afwijkend"] = new JsonArray(),
            }),
            ["bronnen"] = new JsonArray(),
            ["ontvangers"] = new JsonArray(new JsonObject { ["code"] = "taalaanbieder", ["naam"] = "Taalaanbieder", ["gegevenscategorieen"] = new JsonArray("PIP") }),
            ["maatregelen"] = new JsonArray("Alleen de velden die het beleid voor dit doel noemt"),
            ["dpiaNummer"] = "DPIA-DEMO-07",
        });
    }
}
