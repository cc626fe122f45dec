using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>What partners propose, with examples.</summary>
internal static class VoorstelContract
{
    private const string Nummer = "2f6a1f0e-7b7c-4a52-9d39-6f1f4b0c9f11";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "getVoorstellen" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["voorstellen"] = new JsonArray(Voorstel()) }),
        "getUren" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["totalen"] = new JsonArray(Uren()) }),
        "wijsVoorstelAf" => (o, _) => OpdrachtContract.Describe(o, null, "201", new JsonObject { ["voorstelId"] = Nummer }),
        _ => null,
    };

    private static JsonObject Voorstel() => new()
    {
        ["voorstelId"] = Nummer,
        ["soort"] = "pvt",
        ["partner"] = "VluchtelingenWerk",
        ["datum"] = "2024-11-11",
        ["documentReferentie"] = "PVT-2024-0031",
        ["uren"] = 9.5,
        ["opmerkingen"] = new JsonArray("Er zijn 9,5 van de 12 uren gemeld."),
        ["ontvangenOp"] = "2024-11-12T09:00:00Z",
    };

    private static JsonObject Uren() => new()
    {
        ["soort"] = "participatie-als-taalles",
        ["uren"] = 124,
        ["bronnen"] = new JsonArray(new JsonObject { ["bron"] = "taalpunt", ["naam"] = "Taalpunt", ["uren"] = 124.5, ["vanaf"] = "2024-07", ["totEnMet"] = "2024-10" }),
        ["gemeld"] = 90,
        ["meldingId"] = Nummer,
        ["openstaand"] = true,
        ["opmerkingen"] = new JsonArray("Daarnaast zijn er 12 uren alfabetisering gemeld. Die zijn niet meegeteld."),
    };
}
