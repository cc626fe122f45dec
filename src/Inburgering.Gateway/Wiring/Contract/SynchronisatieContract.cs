using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Examples of what runs by itself.</summary>
internal static class SynchronisatieContract
{
    private const string Nummer = "3f0c7a9e-52d4-4b8a-9f61-0d2e8c7b4a15";
    private const string Uitvoering = "8a1d9b52-3c64-4f0e-9d27-1b6f5a4c3e20";
    private const string Reden = "Nieuwe afspraak met DUO";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "getSynchronisaties" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["synchronisaties"] = new JsonArray(Synchronisatie()), ["alle"] = 1, ["metActie"] = 1, ["verbindingen"] = new JsonArray(Verbinding()) }),
        "getSynchronisatie" => (o, _) => OpdrachtContract.Describe(o, null, "200", MetHistorie(Synchronisatie())),
        "toonRoostervoorbeeld" => (o, _) => OpdrachtContract.Describe(
            o, new JsonObject { ["rooster"] = Rooster() }, "200", new JsonObject { ["roosterZin"] = "Elke werkdag om 06:00 uur, niet op feestdagen", ["volgende"] = new JsonArray("2024-11-18T05:00:00Z", "2024-11-19T05:00:00Z") }),
        "wijzigRooster" => (o, d) => Act(o, d, new JsonObject { ["rooster"] = Rooster(), ["reden"] = Reden, ["versie"] = 1 }, Synchronisatie()),
        "pauzeerSynchronisatie" => (o, d) => Act(o, d, new JsonObject { ["reden"] = "Onderhoud bij de gemeente", ["tot"] = "2024-11-18T05:00:00Z" }, Synchronisatie()),
        "hervatSynchronisatie" => (o, d) => Act(o, d, new JsonObject { ["reden"] = "Het onderhoud is klaar", ["wijze"] = "inhalen" }, Synchronisatie()),
        "getUitvoeringen" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["uitvoeringen"] = new JsonArray(Gedaan()), ["alle"] = 1 }),
        "getUitvoering" => (o, _) => OpdrachtContract.Describe(o, null, "200", MetVerloop(Gedaan())),
        "startUitvoering" => (o, d) => Act(o, d, new JsonObject { ["reden"] = "Vandaag nog nodig voor een gesprek", ["proef"] = false }, Gedaan(), "202"),
        "raamInhaalrun" => (o, _) => OpdrachtContract.Describe(o, Inhaalperiode(), "200", new JsonObject { ["personen"] = 61, ["akkoordNodig"] = true }),
        "startInhaalrun" => (o, d) => Act(o, d, Inhaalverzoek(), Wacht(), "202"),
        "beslisInhaalrun" => (o, d) => Act(o, d, new JsonObject { ["akkoord"] = true, ["reden"] = "De storing duurde die hele week" }, Wacht("loopt")),
        "vervolgUitvoering" => (o, d) => Act(o, d, new JsonObject { ["reden"] = "De storing bij DUO is voorbij" }, Gedaan(), "202"),
        "stopUitvoering" => (o, d) => Act(o, d, null, Gedaan()),
        _ => null,
    };

    private static void Act(OpenApiOperation operation, OpenApiDocument document, JsonObject? verzoek, JsonObject antwoord, string status = "200")
    {
        OpdrachtContract.Describe(operation, verzoek, status, antwoord);
        operation.Responses!.TryAdd("409", new OpenApiResponseReference(SharedParts.ResponseName(409), document));
    }

    private static JsonObject Inhaalperiode() => new() { ["van"] = "2024-11-04", ["tot"] = "2024-11-10" };

    private static JsonObject Inhaalverzoek()
    {
        var verzoek = Inhaalperiode();
        verzoek["reden"] = "Storing bij ons in deze week";
        return verzoek;
    }

    private static JsonObject Wacht(string status = "wacht-op-akkoord")
    {
        var uitvoering = Gedaan();
        uitvoering.Remove("moment");
        uitvoering.Remove("geeindigdOp");
        uitvoering["aanleiding"] = "inhaalrun";
        uitvoering["periodeVan"] = "2024-11-04";
        uitvoering["periodeTot"] = "2024-11-10";
        uitvoering["gestartDoor"] = "zaaksysteem-1708";
        uitvoering["status"] = status;
        return uitvoering;
    }

    private static JsonObject Rooster() => new() { ["soort"] = "werkdagen", ["tijd"] = "06:00", ["nietOpFeestdagen"] = true };

    private static JsonObject Synchronisatie() => new()
    {
        ["synchronisatieId"] = Nummer,
        ["partner"] = "duo",
        ["partnerNaam"] = "DUO",
        ["soort"] = "afstemming",
        ["naam"] = "DUO - afstemming",
        ["status"] = "gelukt-met-afkeur",
        ["stand"] = "Gelukt, maar niet alles is aangenomen. Bekijk wat is afgekeurd.",
        ["actieNodig"] = true,
        ["rooster"] = Rooster(),
        ["roosterZin"] = "Elke werkdag om 06:00 uur, niet op feestdagen",
        ["standaard"] = "Elke dag om 01:30 uur",
        ["eigenRooster"] = true,
        ["volgende"] = new JsonArray("2024-11-18T05:00:00Z", "2024-11-19T05:00:00Z", "2024-11-20T05:00:00Z", "2024-11-21T05:00:00Z", "2024-11-22T05:00:00Z"),
        ["laatste"] = new JsonArray(Gedaan()),
        ["gewoneDuurSeconden"] = 61.5,
        ["gewoonOntvangen"] = 60,
        ["versie"] = 2,
    };

    private static JsonObject MetHistorie(JsonObject synchronisatie)
    {
        synchronisatie["wijzigingen"] = new JsonArray(new JsonObject
        {
            ["soort"] = "rooster",
            ["op"] = "2024-11-11T09:00:00Z",
            ["door"] = "zaaksysteem-1708",
            ["doorNaam"] = "het systeem zaaksysteem-1708",
            ["reden"] = Reden,
            ["standaard"] = false,
        });
        synchronisatie["dagen"] = new JsonArray(new JsonObject
        {
            ["dag"] = "2024-11-15",
            ["uitvoeringen"] = 1,
            ["mislukt"] = 0,
            ["ontvangen"] = 61,
            ["nieuw"] = 0,
            ["gewijzigd"] = 7,
            ["gelijk"] = 50,
            ["verschillend"] = 2,
            ["afgekeurd"] = 1,
            ["tegengehouden"] = 1,
        });
        return synchronisatie;
    }

    private static JsonObject MetVerloop(JsonObject uitvoering)
    {
        uitvoering["verloop"] = new JsonArray(new JsonObject { ["op"] = "2024-11-15T05:00:00Z", ["wat"] = "Begonnen door het rooster." });
        return uitvoering;
    }

    private static JsonObject Verbinding() => new()
    {
        ["partner"] = "duo",
        ["naam"] = "DUO",
        ["status"] = "antwoordt-niet",
        ["stand"] = "DUO antwoordt niet sinds vandaag 09:12. Wij proberen het om 09:13 uur opnieuw. U hoeft niets te doen.",
        ["actieNodig"] = false,
        ["sinds"] = "2024-11-15T08:12:00Z",
        ["opnieuwOp"] = "2024-11-15T08:13:00Z",
        ["processen"] = new JsonArray(new JsonObject { ["proces"] = "gateway-1:8080", ["onderbreker"] = "open", ["sinds"] = "2024-11-15T08:12:00Z" }),
    };

    private static JsonObject Gedaan() => new()
    {
        ["uitvoeringId"] = Uitvoering,
        ["synchronisatieId"] = Nummer,
        ["moment"] = "2024-11-15T05:00:00Z",
        ["aanleiding"] = "rooster",
        ["gestartDoor"] = "taak-synchronisatie",
        ["gestartDoorNaam"] = "het rooster",
        ["begonnenOp"] = "2024-11-15T05:00:00Z",
        ["geeindigdOp"] = "2024-11-15T05:01:00Z",
        ["status"] = "gelukt-met-afkeur",
        ["stand"] = "Gelukt met afkeur: 1 van 61 lukte niet. Bekijk wat is afgekeurd.",
        ["poging"] = 1,
        ["ontvangen"] = 61,
        ["gedaan"] = 61,
        ["nieuw"] = 0,
        ["gewijzigd"] = 7,
        ["gelijk"] = 50,
        ["verschillend"] = 2,
        ["afgekeurd"] = 1,
        ["tegengehouden"] = 1,
        ["telling"] = "61 ontvangen = 0 nieuw + 7 gewijzigd + 50 gelijk + 2 verschillend + 1 afgekeurd + 1 tegengehouden",
    };
}
