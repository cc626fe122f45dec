using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Payments, with examples: case A of payments 8, accounts of nobody.</summary>
internal static class BetaalContract
{
    private const string Iban = "NL13TEST0123456789";
    private const string DossierId = "0b9f3c1e-2f7d-4a65-8a0e-6a1d6f6f2b11";
    private const string BesluitId = "3f0a4c52-6f1b-4c1f-9a35-0d8b1c3e7a20";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "postBetaalopdrachten" => (o, _) => OpdrachtContract.Describe(
            o, new JsonObject { ["dossierId"] = DossierId, ["besluitId"] = BesluitId, ["maand"] = "2024-12", ["uitkeringCenten"] = 129410 }, "200", Lijst()),
        "getBetaalopdrachten" => (o, _) => OpdrachtContract.Describe(o, null, "200", Lijst()),
        "postBetaalannulering" => (o, _) => OpdrachtContract.Describe(o, new JsonObject { ["reden"] = "fout-in-opdracht" }, "200", Betaling("geannuleerd")),
        "postBetaalpoging" => (o, _) => OpdrachtContract.Describe(o, new JsonObject { ["iban"] = Iban, ["naam"] = "Woningstichting De Linde" }, "200", Betaling("gepland")),
        "postBuitenbetaling" => (o, _) => OpdrachtContract.Describe(o, new JsonObject { ["betaaldOp"] = "2024-11-15", ["reden"] = "spoed" }, "200", Betaling("buiten_gateway")),
        "postRekeningcontrole" => (o, _) => OpdrachtContract.Describe(o, new JsonObject { ["wijze"] = "naamcontrole", ["uitkomst"] = "overeenkomst" }, "200", Betaling("gepland")),
        "postBetaalbatch" => (o, _) => OpdrachtContract.Describe(o, new JsonObject { ["uitvoeringsdatum"] = "2024-11-29" }, "201", Batch()),
        "getBetaalbatches" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["betaalbatches"] = new JsonArray(Batch()) }),
        "getBetaalbatch" => (o, _) => OpdrachtContract.Describe(o, null, "200", Batch()),
        "postBankbericht" => (o, _) => Bankberichtinvoer(o),
        "getBankberichten" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["bankberichten"] = new JsonArray(Bankbericht()) }),
        "getBankbericht" => (o, _) => OpdrachtContract.Describe(o, null, "200", Bankbericht()),
        _ => null,
    };

    private static JsonObject Lijst() => new() { ["betaalopdrachten"] = new JsonArray(Betaling("gepland")) };

    private static JsonObject Betaling(string stand) => new()
    {
        ["opdrachtId"] = "5d1f8f6a-7b1c-4f3e-9f43-8c5b4e2a7d10",
        ["dossierId"] = DossierId,
        ["besluitId"] = BesluitId,
        ["maand"] = "2024-12",
        ["soort"] = "HUUR",
        ["kenmerk"] = "ZW7Q2K-202412-HUUR-1",
        ["stand"] = stand,
        ["bedragCenten"] = 61235,
        ["naam"] = "Woningstichting De Linde",
        ["iban"] = Iban,
        ["uitvoeringsdatum"] = "2024-11-29",
        ["rekening"] = "gecontroleerd",
    };

    private static JsonObject Batch() => new()
    {
        ["batchId"] = "c0a6f7b2-50a4-4f0e-9d7e-1b7d3b9c4e55",
        ["berichtId"] = "1708-20241129-7K3QW9AZXB",
        ["stand"] = "open",
        ["uitvoeringsdatum"] = "2024-11-29",
        ["rekening"] = Iban,
        ["profiel"] = "bng",
        ["aantal"] = 4,
        ["gemaaktOp"] = "2024-11-15T09:00:00Z",
    };

    private static void Bankberichtinvoer(OpenApiOperation operation)
    {
        OpdrachtContract.Describe(operation, null, "201", Bankbericht());
        operation.RequestBody!.Content![Features.Betalen.Bankberichten.Mediatype].Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Het bestand van de bank, zoals het is." };
        operation.RequestBody.Content[Features.Betalen.Bankberichten.Mediatype].Example = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">…</Document>";
    }

    private static JsonObject Bankbericht() => new()
    {
        ["berichtId"] = "7e1c9d1a-0f3b-4a7e-8b8e-2a5c3c1d9f60",
        ["stand"] = "verwerkt",
        ["soort"] = "camt.053.001.08",
        ["kenmerk"] = "AFS-2024-231",
        ["hash"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["ontvangenOp"] = "2024-12-02T07:05:00Z",
        ["verwerktOp"] = "2024-12-02T07:05:00Z",
        ["fouten"] = new JsonArray(),
        ["signalen"] = new JsonArray(new JsonObject
        {
            ["nummer"] = 12,
            ["code"] = "retour",
            ["ernst"] = "spoed",
            ["op"] = "2024-12-02T07:05:00Z",
            ["opdracht"] = "ZW7Q2K-202412-LEEF-1",
            ["reden"] = "rekeninggesloten",
            ["kandidaten"] = new JsonArray(),
        }),
    };
}
