using System.Text.Json.Nodes;
using Inburgering.Gateway.Inbox.Bestanden;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>A file of rows, and the result per row.</summary>
internal static class BestandContract
{
    private const string Nummer = "0b6f6a1e-2f64-4a55-9a0d-6c3f4c1d7b21";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "leverBestand" => Leveren,
        "getLeveringsbestand" => (o, _) => OpdrachtContract.Describe(o, null, "200", Stand()),
        _ => null,
    };

    private static void Leveren(OpenApiOperation operation, OpenApiDocument document)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "Een CSV van hoogstens 20 MiB, met kolomnamen in de eerste rij. Tussen de cellen staat ; , of een tab; de tekens zijn UTF-8 of Windows-1252.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [PostLeveringsbestand.Mediatype] = new()
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    Example = "partnerreferentie;periode;geplandeuren;gevolgdeuren;geoorloofdverzuimuren;ongeoorloofdverzuimuren;correctie\nPR-7K2M9Q4X1A;2024-10;48;40,5;4;3,5;nee\n",
                },
            },
        };
        var aangenomen = new OpenApiResponse { Description = "Bewaard; volg het verloop onder het adres in Location." };
        SharedParts.AddLocation(aangenomen);
        operation.Responses = new OpenApiResponses { ["202"] = aangenomen };
    }

    private static JsonObject Stand() => new()
    {
        ["bestandId"] = Nummer,
        ["gemeentecode"] = "1708",
        ["status"] = "afgekeurd",
        ["gedeeltelijk"] = false,
        ["ontvangenOp"] = "2024-11-13T09:00:00Z",
        ["klaarOp"] = "2024-11-13T09:00:02Z",
        ["rijen"] = 61,
        ["bekeken"] = 61,
        ["ontvangen"] = 0,
        ["verwerkt"] = 0,
        ["afgekeurd"] = 0,
        ["fouten"] = 1,
        ["resultaten"] = new JsonArray(new JsonObject
        {
            ["rij"] = 14,
            ["status"] = "afgekeurd",
            ["kolom"] = "gevolgdeuren",
            ["redenen"] = new JsonArray(new JsonObject
            {
                ["code"] = "rij-past-niet",
                ["reden"] = "Is geen getal van 0 tot en met 744 met hoogstens twee decimalen.",
                ["doen"] = "Verbeter de rij en stuur het bestand opnieuw.",
            }),
        }),
    };
}
