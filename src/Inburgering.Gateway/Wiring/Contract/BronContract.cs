using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Where sources differ and which one counts, with examples.</summary>
internal static class BronContract
{
    private const string Stand = "9d1f0c6c0b7a4f0e8f1e8f6a3b9c2d4e5f60718293a4b5c6d7e8f90a1b2c3d4e";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "getBronverschillen" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["verschillen"] = new JsonArray(Verschil()) }),
        "kiesBron" => (o, _) => OpdrachtContract.Describe(o, Keuze(), "201", Gekozen()),
        _ => null,
    };

    private static JsonObject Verschil() => new()
    {
        ["categorie"] = "PIP",
        ["veld"] = "niveau",
        ["waarden"] = new JsonArray(
            new JsonObject { ["bron"] = "duo", ["naam"] = "DUO", ["waarde"] = "A2" },
            new JsonObject { ["bron"] = "gemeente", ["naam"] = "Gemeente Noorderveld (demo)", ["waarde"] = "B1" }),
        ["geldt"] = "gemeente",
        ["waarom"] = "Deze bron houdt het gegeven bij. Er is nog niet gekozen.",
        ["open"] = true,
        ["stand"] = Stand,
    };

    private static JsonObject Keuze() => new()
    {
        ["categorie"] = "PIP",
        ["veld"] = "niveau",
        ["bron"] = "duo",
        ["stand"] = Stand,
        ["reden"] = "Het PIP is na het gesprek aangepast.",
    };

    private static JsonObject Gekozen() => new()
    {
        ["bron"] = "duo",
        ["reden"] = "Het PIP is na het gesprek aangepast.",
        ["gekozenOp"] = "2024-11-15T09:00:00Z",
    };
}
