using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Door;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>The parts every operation shares: the version header and the problems.</summary>
internal static class SharedParts
{
    public const string OAuth2 = "oauth2";
    public const string ProblemSchema = "Probleem";
    public const string VersionHeader = "ApiVersie";
    public const string DecisionHeader = "BesluitId";

    private const string SemVer = @"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$";
    private const string VoorbeeldTrace = "4bf92f3577b34da6a3ce929d0e0e4736";

    /// <summary>The problems that an operation may answer with.</summary>
    public static IReadOnlyList<int> Statuses { get; } = [400, 401, 403, 404, 406, 409, 413, 415, 429, 500, 503];

    public static string ResponseName(int status) => string.Create(CultureInfo.InvariantCulture, $"Probleem{status}");

    public static OpenApiHeader Version() => new()
    {
        Description = "Versie van deze API (SemVer).",
        Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = SemVer, Examples = [ApiVersie.Huidig] },
    };

    public static OpenApiHeader Decision() => new()
    {
        Description = "Nummer van het besluit over dit verzoek: vraag met GET /dossiers/{dossierId}/besluiten/{besluitId} waarom. Ontbreekt bij openbare documenten.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9a-f]{16}$", Examples = ["b7ad6b7169203331"] },
    };

    /// <summary>Gives an answer the headers API-Version and Besluit-Id.</summary>
    public static void AddHeaders(OpenApiResponse response, OpenApiDocument document)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[ApiVersie.Header] = new OpenApiHeaderReference(VersionHeader, document);
        response.Headers[LogGate.Besluit] = new OpenApiHeaderReference(DecisionHeader, document);
    }

    /// <summary>Gives an answer that made something the header that says where it is.</summary>
    public static void AddLocation(OpenApiResponse response)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers["Location"] = new OpenApiHeader { Description = "Adres van wat is gemaakt of gewijzigd.", Required = true, Schema = Text("Pad op deze server.", "uri-reference", null) };
    }

    public static OpenApiResponse Problem(int status, OpenApiDocument document)
    {
        var probleem = Problems.ForStatus(status);
        var response = new OpenApiResponse
        {
            Description = probleem.Titel,
            Content = new Dictionary<string, OpenApiMediaType> { [ProblemWriter.MediaType] = ProblemMedia(probleem, document) },
        };
        AddHeaders(response, document);
        return response;
    }

    public static OpenApiMediaType ProblemMedia(Probleem probleem, OpenApiDocument document) => new()
    {
        Schema = new OpenApiSchemaReference(ProblemSchema, document),
        Example = Example(probleem),
    };

    public static OpenApiSchema ProblemShape() => Object(
        "Een fout, in de vorm van RFC 9457.",
        ["type", "status", "title", "detail", "code", "traceId"],
        ("type", Text("Soort fout.", "uri", "urn:inburgering:probleem:GW-0004")),
        ("status", new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Statuscode van het antwoord.", Minimum = "400", Maximum = "599", Examples = [404] }),
        ("title", Text("Korte naam van de fout.", null, "Niet gevonden")),
        ("detail", Text("Wat u kunt doen. Nooit een persoonsgegeven.", null, "Dit adres bestaat niet. Kijk in de documentatie van de API.")),
        ("instance", Text("Adres van dit ene geval.", "uri-reference", null)),
        ("code", Text("Vaste code van de fout.", null, "GW-0004")),
        ("traceId", Text("Noem dit nummer als u ons belt.", null, VoorbeeldTrace)),
        ("errors", new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "Alles wat er niet klopt aan uw verzoek, in één keer.",
            Items = Object(
                "Eén fout in uw verzoek.",
                ["detail"],
                ("detail", Text("Wat er niet klopt. Herhaalt de waarde niet.", null, "Ontbreekt, maar is verplicht.")),
                ("pointer", Text("Plaats in de inhoud (JSON Pointer).", null, "/doel")),
                ("parameter", Text("Naam van de header of de parameter.", null, "doel"))),
        }));

    public static OpenApiSchema Object(string beschrijving, string[] verplicht, params (string Naam, OpenApiSchema Vorm)[] velden) => new()
    {
        Type = JsonSchemaType.Object,
        Description = beschrijving,
        Required = verplicht.ToHashSet(StringComparer.Ordinal),
        Properties = velden.ToDictionary(v => v.Naam, v => (IOpenApiSchema)v.Vorm),
    };

    public static OpenApiSchema Text(string beschrijving, string? format, string? voorbeeld, string? pattern = null) => new()
    {
        Type = JsonSchemaType.String,
        Description = beschrijving,
        Format = format,
        Pattern = pattern,
        Examples = voorbeeld is null ? null : [voorbeeld],
    };

    private static JsonObject Example(Probleem probleem)
    {
        var fouten = probleem.Status == StatusCodes.Status400BadRequest ? new[] { new InvoerFout("Ontbreekt, maar is verplicht.", Pointer: "/doel") } : null;
        var details = probleem.Details(fouten);
        details.Extensions["traceId"] = VoorbeeldTrace;
        return JsonSerializer.SerializeToNode(details, JsonSerializerOptions.Web)!.AsObject();
    }
}
