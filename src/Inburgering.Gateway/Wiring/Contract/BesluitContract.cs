using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>What types alone cannot tell of a decision: its ids and an example.</summary>
internal static class BesluitContract
{
    private const string DossierId = "0b5c7a0e-6c0d-4b51-9a57-5d6f8f0e6a11";
    private const string BesluitId = "b7ad6b7169203331";
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private const string Opdracht = "opdracht:6f1f6a0e-5a7e-4f0a-8f5e-6f0d1c2b3a4d@1";

    public static void Describe(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            (parameter.Schema, parameter.Example) = parameter.Name == "besluitId"
                ? (SharedParts.Text("Nummer uit de header Besluit-Id.", null, BesluitId, "^[0-9a-f]{16}$"), BesluitId)
                : (SharedParts.Text("UUID.", "uuid", DossierId), DossierId);
        }

        if (operation.Responses!.GetValueOrDefault("200") is OpenApiResponse ok && ok.Content?.TryGetValue("application/json", out var media) is true)
        {
            ok.Description = "Het besluit: in woorden en als record.";
            media.Example = Example();
        }
    }

    private static JsonObject Example() => new()
    {
        ["dossierId"] = DossierId,
        ["besluitId"] = BesluitId,
        ["uitleg"] = new JsonObject
        {
            ["zin"] = "Schakelcollege Delta mocht Plan Inburgering en Participatie zien: opdracht 24-06-2024 t/m heden, doel leerroute uitvoeren, grondslag publieke taak: Wet inburgering 2021. Gezondheid is niet getoond.",
            ["gronden"] = new JsonArray("opdracht 24-06-2024 t/m heden", "doel leerroute uitvoeren"),
            ["getoond"] = new JsonArray(new JsonObject { ["categorie"] = "PIP", ["naam"] = "Plan Inburgering en Participatie", ["velden"] = new JsonArray("leerroute") }),
            ["nietGetoond"] = new JsonArray(new JsonObject { ["categorie"] = "GZH", ["naam"] = "Gezondheid", ["reden"] = "Hoort niet bij dit doel." }),
        },
        ["beleid"] = new JsonObject { ["hash"] = Hash, ["sinds"] = "2024-01-01T08:00:00Z" },
        ["herberekend"] = true,
        ["record"] = new JsonObject
        {
            ["trace_id"] = "0af7651916cd43dd8448eb211c80319c",
            ["span_id"] = BesluitId,
            ["event_name"] = "adl.access_evaluation",
            ["timestamp"] = 1731661200000,
            ["status"] = "Unset",
            ["attributes"] = new JsonObject { ["adl.core.information"] = new JsonArray(Opdracht, "doelgroep:voldaan"), ["adl.core.policies"] = new JsonObject { ["gateway"] = Hash } },
            ["body"] = new JsonObject { ["adl.core.response"] = new JsonObject { ["decision"] = true } },
        },
    };
}
