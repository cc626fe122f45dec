using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Financieel ontzorgen, with examples: case A of payments 8, accounts of nobody.</summary>
internal static class OntzorgContract
{
    private const string Iban = "NL13TEST0123456789";
    private const string BesluitId = "3f0a4c52-6f1b-4c1f-9a35-0d8b1c3e7a20";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "postOntzorgbesluit" => (o, _) => OpdrachtContract.Describe(o, Besluit(), "201", Vastgelegd()),
        "getOntzorgbesluiten" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["besluiten"] = new JsonArray(Vastgelegd()) }),
        "berekenOntzorgmaand" => (o, _) => OpdrachtContract.Describe(o, new JsonObject { ["maand"] = "2024-12", ["uitkeringCenten"] = 129410 }, "200", Maand()),
        _ => null,
    };

    private static JsonObject Vastgelegd() => new()
    {
        ["besluitId"] = BesluitId,
        ["status"] = "geldt",
        ["einddatum"] = "2025-05-14",
        ["vastgelegdOp"] = "2024-11-15T09:00:00Z",
        ["besluit"] = Besluit(),
    };

    private static JsonObject Besluit() => new()
    {
        ["besluitnummer"] = "OZ-2024-0117",
        ["begindatum"] = "2024-11-15",
        ["machtigingOp"] = "2024-11-12",
        ["kosten"] = new JsonArray(new JsonObject
        {
            ["soort"] = "huur",
            ["crediteur"] = Rekening("Woningstichting De Linde"),
            ["omschrijving"] = "Contract 20024",
            ["bedragCenten"] = 61235,
            ["vanaf"] = "2024-12-01",
            ["vervaldag"] = 1,
        }),
        ["leefgeld"] = new JsonArray(Rekening("H. Kamaal")),
    };

    private static JsonObject Maand() => new()
    {
        ["maand"] = "2024-12",
        ["uitkeringCenten"] = 129410,
        ["vasteLastenCenten"] = 61235,
        ["leefgeldCenten"] = 68175,
        ["betalingen"] = new JsonArray(Betaling("HUUR", "Woningstichting De Linde", 61235, "2024-12-01"), Betaling("LEEF", "H. Kamaal", 68175, null)),
    };

    private static JsonObject Betaling(string soort, string naam, long centen, string? vervalt)
    {
        var betaling = new JsonObject { ["soort"] = soort, ["naam"] = naam, ["iban"] = Iban, ["bedragCenten"] = centen };
        if (vervalt is not null)
        {
            betaling["vervaltOp"] = vervalt;
        }

        return betaling;
    }

    private static JsonObject Rekening(string naam) => new() { ["naam"] = naam, ["iban"] = Iban };
}
