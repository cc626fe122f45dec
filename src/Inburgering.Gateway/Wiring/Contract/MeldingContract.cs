using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Examples of meldingen, with fictional persons.</summary>
internal static class MeldingContract
{
    private const string Reden = "DUO bevestigt dat de persoon bij ons hoort.";
    private const string Nummer = "3f0c1b7e-5d1a-4a55-9c6e-0f7a2d8b9c14";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "meldPip" => Meld("pip", new JsonObject { ["dagtekening"] = "2024-11-14", ["leerroute"] = "B", ["niveau"] = "B1", ["indicatorAlfabetiseringsonderwijs"] = "NVT" }),
        "meldAanbod" => Meld("aanbod", Aanbod()),
        "meldMap" => Meld("map", new JsonObject { ["datumEindgesprek"] = "2024-11-14" }),
        "meldPvt" => Meld("pvt", new JsonObject { ["datumOndertekening"] = "2024-11-14" }),
        "meldZroute" => Meld("zroute", new JsonObject { ["datumAfronding"] = "2024-11-14" }),
        "meldUren" => Meld("uren", new JsonObject { ["soort"] = "participatie-als-taalles", ["uren"] = 120 }),
        "meldContactpersoon" => Meld("contactpersoon", new JsonObject { ["naam"] = "Samira El Amrani", ["email"] = "samira.el.amrani@voorbeeld.example", ["telefoon"] = "06-00000046" }),
        "meldLeerbaarheidstoetsAf" => Meld("leerbaarheidstoets-afmelding", null),
        "getMelding" => (o, _) => OpdrachtContract.Describe(o, null, "200", Melding("pip", "bevestigd")),
        "trekMeldingIn" => (o, _) => OpdrachtContract.Describe(o, null, "202", Melding("pip-intrekking", "wacht")),
        "getOpschortingen" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["opschortingen"] = new JsonArray(Opschorting(null)) }),
        "hervatUitwisseling" => (o, _) => OpdrachtContract.Describe(o, new JsonObject { ["reden"] = Reden }, "200", Opschorting("2024-11-15T09:00:00Z")),
        _ => null,
    };

    private static Action<OpenApiOperation, OpenApiDocument> Meld(string soort, JsonObject? verzoek) => (o, _) => OpdrachtContract.Describe(o, verzoek, "202", Melding(soort, "wacht"));

    private static JsonObject Opschorting(string? tot)
    {
        var opschorting = new JsonObject { ["opschortingId"] = Nummer, ["dossierId"] = "0b5c7a0e-6c0d-4b51-9a57-5d6f8f0e6a11", ["partner"] = "duo", ["van"] = "2024-11-12T09:00:00Z" };
        if (tot is not null)
        {
            (opschorting["tot"], opschorting["hervatDoor"], opschorting["reden"]) = (tot, "zaaksysteem-1708", Reden);
        }

        return opschorting;
    }

    private static JsonObject Aanbod() => new()
    {
        ["instellingsnummer"] = "0000012345",
        ["datumInburgeringsaanbod"] = "2024-11-14",
        ["verwachteStartdatum"] = "2024-12-02",
        ["verwachteEinddatum"] = "2026-12-01",
        ["indicatorAlfabetiseringsonderwijs"] = "NVT",
    };

    private static JsonObject Melding(string soort, string status) => new()
    {
        ["meldingId"] = Nummer,
        ["dossierId"] = "0b5c7a0e-6c0d-4b51-9a57-5d6f8f0e6a11",
        ["soort"] = soort,
        ["ontvanger"] = "duo",
        ["status"] = status,
        ["uitleg"] = new JsonArray(),
        ["opmerkingen"] = new JsonArray(),
        ["gemaaktOp"] = "2024-11-15T09:00:00Z",
        ["pogingen"] = status == "wacht" ? 0 : 1,
    };
}
