using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Examples of the operations on the log.</summary>
internal static class LogboekContract
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    /// <summary>What types alone cannot tell of this operation; null: it is none of these.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "zoekProcessingActivities" => Lezen,
        "zoekLogregels" => Zoeken,
        "exporteerLogregels" => Exporteren,
        _ => null,
    };

    private static void Zoeken(OpenApiOperation operation, OpenApiDocument document)
    {
        Vraag(operation, document);
        OperationDetails.Answer(operation, "Een pagina van het log, nieuwste eerst.", new JsonObject
        {
            ["van"] = "2024-11-09",
            ["tot"] = "2024-11-15",
            ["logregels"] = new JsonArray(OperationDetails.Logregel(metDossier: true)),
        });
    }

    private static void Exporteren(OpenApiOperation operation, OpenApiDocument document)
    {
        Vraag(operation, document);
        if (operation.Responses!.GetValueOrDefault("200") is OpenApiResponse ok)
        {
            ok.Description = "Alle regels, nieuwste eerst.";
            ok.Content!["text/csv"].Example = "\"Wanneer\";\"Tijdstip (UTC)\";\"Handeling\"\r\n\"15-11-2024 10:00:00\";\"2024-11-15T09:00:00.000Z\";\"Dossier geraadpleegd\"\r\n";
        }
    }

    private static void Vraag(OpenApiOperation operation, OpenApiDocument document)
    {
        OperationDetails.Media(operation.RequestBody?.Content)?.Example = new JsonObject { ["van"] = "2024-11-09", ["tot"] = "2024-11-15", ["resultaat"] = "geweigerd" };
        operation.Responses!.TryAdd("404", new OpenApiResponseReference(SharedParts.ResponseName(404), document));
    }

    private static void Lezen(OpenApiOperation operation, OpenApiDocument document)
    {
        OperationDetails.Media(operation.RequestBody?.Content)?.Example = new JsonObject { ["traceId"] = Trace };
        OperationDetails.Answer(operation, "Een deel van de regels, nieuwste eerst.", new JsonObject { ["processingActivities"] = new JsonArray(Regel()) });
        if (operation.Responses!.GetValueOrDefault("200") is OpenApiResponse ok)
        {
            ok.Headers ??= new Dictionary<string, IOpenApiHeader>();
            ok.Headers["Link"] = new OpenApiHeader
            {
                Description = "Adres van het volgende deel (rel=next), waarheen u dezelfde inhoud stuurt. Ontbreekt als dit alles is.",
                Schema = SharedParts.Text("RFC 8288.", null, "</v1/processing-activities?cursor=CfDJ8>; rel=\"next\""),
            };
        }
    }

    private static JsonObject Regel() => new()
    {
        ["traceId"] = Trace,
        ["spanId"] = "b7ad6b7169203331",
        ["status"] = "Unset",
        ["name"] = "Dossier geraadpleegd",
        ["startTime"] = 1731661200000,
        ["endTime"] = 1731661200004,
        ["parentSpanId"] = "00f067aa0ba902b7",
        ["resource"] = new JsonObject { ["service.name"] = "inburgering-gateway", ["service.version"] = "1.0.0", ["deployment.environment"] = "proef" },
        ["attributes"] = new JsonObject
        {
            ["dpl.core.processing_activity_id"] = "https://gateway.voorbeeld.example/v1/verwerkingsactiviteiten/VA-07-leerroute/versies/1",
            ["dpl.core.data_subject_id"] = "3fdba35f04dc8c462986c992bcf875546257113072a909c162f7e470e581e278",
            ["dpl.core.data_subject_id_type"] = "urn:inburgering:pseudoniem:bsn:1",
            ["dpl.core.foreign_operation.processor"] = "https://schakelcollege.voorbeeld.example/",
            ["gateway.actor_id"] = "schakelcollege-1708",
            ["gateway.client_id"] = "schakelcollege-1708",
            ["gateway.oorsprong"] = "extern",
            ["gateway.partner_oin"] = "00000003999990011000",
            ["gateway.grondslag"] = "WI",
            ["gateway.gegevenscategorieen"] = new JsonArray("PIP"),
        },
    };
}
