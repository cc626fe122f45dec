using System.Text.Json.Nodes;
using Inburgering.Gateway.Door;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>What types alone cannot tell of an operation: DUO's own contract, and examples with fictional persons.</summary>
internal static class OperationDetails
{
    private const string Json = "application/json";
    private const string Doel = "uitvoeren-leerroute";
    private const string AnderId = "6f1f4d0c-2f5e-4b7e-8a53-2f2b9a1f7c10";
    internal const string DossierId = "0b5c7a0e-6c0d-4b51-9a57-5d6f8f0e6a11";

    /// <summary>The additions to this operation; null: types and summaries say it all.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "opvoerenNotificatie" => NotificatieContract.Describe,
        "zoekDossier" => Zoeken,
        "getDossier" => Lezen,
        "getInzagen" => Inzagen,
        "voegDossiersSamen" => Samenvoegen,
        "getBesluit" => BesluitContract.Describe,
        "getVerwerkingsactiviteiten" => RegisterDetails.Lijst,
        "getActiviteitversie" => RegisterDetails.Versie,
        _ => OpdrachtContract.For(operationId) ?? RechtenContract.For(operationId) ?? MeldingContract.For(operationId) ?? AfstemmingContract.For(operationId) ?? SynchronisatieContract.For(operationId) ?? AfkeuringContract.For(operationId) ?? BerichtContract.For(operationId) ?? VoorstelContract.For(operationId) ?? BronContract.For(operationId) ?? OntzorgContract.For(operationId) ?? BetaalContract.For(operationId) ?? BestandContract.For(operationId) ?? CaseloadContract.For(operationId) ?? LogboekContract.For(operationId),
    };

    private static void Zoeken(OpenApiOperation operation, OpenApiDocument document)
    {
        Media(operation.RequestBody?.Content)?.Example = new JsonObject { ["bsn"] = "999990342", ["doel"] = Doel };
        Answer(operation, "Het dossier is gevonden.", new JsonObject { ["dossierId"] = DossierId });
    }

    private static void Samenvoegen(OpenApiOperation operation, OpenApiDocument document)
    {
        Media(operation.RequestBody?.Content)?.Example = new JsonObject { ["metDossierId"] = AnderId };
        operation.Responses!.TryAdd("409", new OpenApiResponseReference(SharedParts.ResponseName(409), document));
        if (operation.Responses.GetValueOrDefault("201") is OpenApiResponse gemaakt)
        {
            gemaakt.Description = "Samengevoegd.";
            Media(gemaakt.Content)?.Example = new JsonObject { ["dossierId"] = DossierId, ["opgenomenDossierId"] = AnderId };
        }
    }

    private static void Inzagen(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.Name is "dossierId" or "doel"))
        {
            (parameter.Schema, parameter.Example) = parameter.Name == "doel"
                ? (SharedParts.Text("regie-voeren of toezicht-gebruik.", null, "toezicht-gebruik", "^[a-z-]{1,64}$"), "toezicht-gebruik")
                : (SharedParts.Text("UUID.", "uuid", DossierId), DossierId);
            parameter.Required = true;
        }

        Answer(operation, "Een pagina van wie keek, leverde, ontving of is geweigerd; nieuwste eerst.", new JsonObject
        {
            ["dossierId"] = DossierId,
            ["van"] = "2023-11-16",
            ["tot"] = "2024-11-15",
            ["inzagen"] = new JsonArray(Logregel(metDossier: false)),
            ["groepen"] = new JsonArray(new JsonObject
            {
                ["dag"] = "2024-11-15",
                ["organisatie"] = "00000003999990011000",
                ["organisatienaam"] = "Schakelcollege Delta",
                ["rol"] = "taalaanbieder",
                ["medewerker"] = false,
                ["actie"] = "raadplegen",
                ["resultaat"] = "toegestaan",
                ["redenen"] = new JsonArray(),
                ["doel"] = Doel,
                ["grondslag"] = "WI",
                ["gegevenscategorieen"] = new JsonArray("PIP"),
                ["aantal"] = 3,
                ["eerste"] = "2024-11-15T09:00:00Z",
            }),
        });
    }

    /// <summary>One line of the log.</summary>
    internal static JsonObject Logregel(bool metDossier)
    {
        var regel = new JsonObject
        {
            ["tijdstip"] = "2024-11-15T09:00:00Z",
            ["handeling"] = "Dossier geraadpleegd",
            ["actie"] = "raadplegen",
            ["resultaat"] = "toegestaan",
            ["organisatie"] = "00000003999990011000",
            ["organisatienaam"] = "Schakelcollege Delta",
            ["rol"] = "taalaanbieder",
            ["doel"] = Doel,
            ["grondslag"] = "WI",
            ["verwerkingsactiviteit"] = "VA-07-leerroute/1",
            ["gegevenscategorieen"] = new JsonArray("PIP"),
            ["velden"] = new JsonArray("PIP.leerroute"),
            ["traceId"] = "0af7651916cd43dd8448eb211c80319c",
            ["besluitId"] = "b7ad6b7169203331",
            ["logId"] = "1708-0-12",
        };
        if (metDossier)
        {
            regel["dossierId"] = DossierId;
        }

        return regel;
    }

    private static void Lezen(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter.Name == "doel")
            {
                parameter.Required = true;
                parameter.Schema = SharedParts.Text("Een doel uit het register van verwerkingen.", null, Doel, "^[a-z-]{1,64}$");
                parameter.Example = Doel;
            }
            else
            {
                parameter.Schema = SharedParts.Text("UUID.", "uuid", DossierId);
                parameter.Example = DossierId;
            }
        }

        Answer(operation, "Het dossier, zo ver als dit doel reikt.", new JsonObject
        {
            ["dossierId"] = DossierId,
            ["gegevens"] = new JsonObject
            {
                ["TER"] = new JsonObject { ["startdatum"] = "2024-03-12", ["einddatum"] = "2027-03-11" },
                ["PIP"] = new JsonObject { ["leerroute"] = "B", ["niveau"] = "B1" },
            },
        });
    }

    internal static void Answer(OpenApiOperation operation, string beschrijving, JsonNode voorbeeld)
    {
        if (operation.Responses!.GetValueOrDefault("200") is OpenApiResponse ok)
        {
            ok.Description = beschrijving;
            Media(ok.Content)?.Example = voorbeeld;
        }
    }

    /// <summary>The JSON of a body; null when it has none.</summary>
    public static OpenApiMediaType? Media(IDictionary<string, OpenApiMediaType>? content) => content?.TryGetValue(Json, out var media) is true ? media : null;
}
