using System.Text.Json.Nodes;
using Inburgering.Gateway.Door;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>DUO's Notificatie API 1.8.0, which we serve: three headers, one object, 201 without a body, and its own form of the 503.</summary>
internal static class NotificatieContract
{
    private const string Json = "application/json";
    private const string Notificatie = "Notificatie";
    private const string Foutmelding = "Foutmelding";

    public static void Describe(OpenApiOperation operation, OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[Notificatie] = Body();
        document.Components.Schemas[Foutmelding] = Fout();
        operation.Parameters =
        [
            Header("bron", "OIN van de organisatie die de notificatie stuurt.", Oin("00000001999990009000")),
            Header("doel", "OIN van de gemeente voor wie de notificatie is.", Oin("00000001999990001000")),
            Header("berichtId", "Uniek nummer van dit bericht. Een herhaling wordt hetzelfde beantwoord en telt niet nog eens.",
                SharedParts.Text("UUID.", "uuid", "6d6b8f0a-3f0e-4a52-9a0f-0a1f6c1f2b33")),
        ];
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "De notificatie, hoogstens 64 KiB.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Json] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Notificatie, document), Example = Voorbeeld() },
            },
        };
        operation.Responses = new OpenApiResponses
        {
            ["201"] = new OpenApiResponse { Description = "De notificatie is bewaard." },
            ["503"] = Onbeschikbaar(document),
        };
    }

    private static OpenApiResponse Onbeschikbaar(OpenApiDocument document) => new()
    {
        Description = "De notificatie is niet bewaard. Stuur haar later opnieuw.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Json] = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(Foutmelding, document),
                Example = new JsonObject { ["fouttekst"] = Problems.NietBeschikbaar.Detail },
            },
            [ProblemWriter.MediaType] = SharedParts.ProblemMedia(Problems.NietBeschikbaar, document),
        },
    };

    private static OpenApiSchema Body() => SharedParts.Object(
        "Er is iets gebeurd; de gateway haalt daarna op wat er nu geldt. Een van bsn en vNummer zegt over wie het gaat.",
        ["registratieDatumTijd", "gebeurtenisId"],
        // DUO's own name: as date-time the linter takes it for a date (standards 1.3)
        ("registratieDatumTijd", SharedParts.Text(
            "Wanneer DUO de gebeurtenis vastlegde, met tijdzone.", "tijdstip", "2024-11-15T09:00:00Z",
            @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")),
        ("bsn", SharedParts.Text("Burgerservicenummer.", null, "999990342", @"^\d{9}$")),
        ("vNummer", new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = "int64",
            Description = "Nummer van de vreemdeling, als getal zonder voorloopnullen.",
            Minimum = "0",
            Maximum = "9999999999",
            Examples = [1234567890],
        }),
        ("gebeurtenisId", SharedParts.Text("Code van de gebeurtenis.", null, "SS139", "^[0-9A-Z]{1,6}$")));

    private static OpenApiSchema Fout()
    {
        var tekst = SharedParts.Text("Uitleg van de fout.", null, Problems.NietBeschikbaar.Detail);
        tekst.MaxLength = 200;
        return SharedParts.Object("Een fout in de vorm van DUO.", ["fouttekst"], ("fouttekst", tekst));
    }

    private static OpenApiSchema Oin(string voorbeeld) =>
        SharedParts.Text("Organisatie-identificatienummer: twintig letters of cijfers.", null, voorbeeld, "^[0-9A-Za-z]{20}$");

    private static OpenApiParameter Header(string naam, string beschrijving, OpenApiSchema vorm) => new()
    {
        Name = naam,
        In = ParameterLocation.Header,
        Description = beschrijving,
        Required = true,
        Schema = vorm,
    };

    private static JsonObject Voorbeeld() => new()
    {
        ["registratieDatumTijd"] = "2024-11-15T09:00:00Z",
        ["bsn"] = "999990342",
        ["gebeurtenisId"] = "SS139",
    };
}
