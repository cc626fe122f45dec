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
        "maakInzageExport" => Inzage,
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

    private static void Inzage(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            (parameter.Schema, parameter.Example) = (SharedParts.Text("UUID.", "uuid", OperationDetails.DossierId), OperationDetails.DossierId);
        }

        OperationDetails.Media(operation.RequestBody?.Content)?.Example = new JsonObject { ["zaaknummer"] = "AVG-2024-0017" };
        OperationDetails.Answer(operation, "Het overzicht.", new JsonObject
        {
            ["dossierId"] = OperationDetails.DossierId,
            ["gemeente"] = "Noorderveld (demo)",
            ["gemaaktOp"] = "2024-11-15T09:00:00Z",
            ["gegevens"] = new JsonObject { ["PIP"] = new JsonObject { ["leerroute"] = "B" } },
            ["categorieen"] = new JsonArray(new JsonObject
            {
                ["code"] = "PIP",
                ["naam"] = "Plan Inburgering en Participatie",
                ["waarvoor"] = new JsonArray("regie voeren"),
                ["grondslagen"] = new JsonArray("Publieke taak: Wet inburgering 2021 (AVG 6 lid 1 e)"),
                ["ontvangers"] = new JsonArray("Regievoerder"),
                ["bewaartermijn"] = "Vijf jaar na het einde van de inburgeringsplicht",
                ["bronnen"] = new JsonArray(new JsonObject { ["veld"] = "leerroute", ["naam"] = "leerroute", ["bronnen"] = new JsonArray("DUO"), ["anders"] = new JsonArray() }),
            }),
            ["nietOpgenomen"] = new JsonArray(),
            ["partners"] = new JsonArray(new JsonObject { ["naam"] = "Schakelcollege Delta", ["taak"] = "leerroute", ["van"] = "2024-06-23T22:00:00Z" }),
            ["toestemmingen"] = new JsonArray(),
            ["verzoeken"] = new JsonArray(),
            ["gebruik"] = new JsonArray(new JsonObject
            {
                ["dag"] = "2024-11-15",
                ["organisatie"] = "Schakelcollege Delta",
                ["rol"] = "Taalaanbieder",
                ["wat"] = "bekeek gegevens",
                ["waarvoor"] = "leerroute uitvoeren",
                ["gegevens"] = new JsonArray("Plan Inburgering en Participatie"),
                ["toegestaan"] = true,
                ["aantal"] = 3,
            }),
        });
        if (operation.Responses!.GetValueOrDefault("200") is OpenApiResponse ok && ok.Content?.TryGetValue("text/html", out var pagina) is true)
        {
            (pagina.Schema, pagina.Example) = (SharedParts.Text("Eén pagina zonder andere bestanden.", null, null), "<!DOCTYPE html><html lang=\"nl\"><head><title>Uw gegevens</title></head><body></body></html>");
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
