using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Examples of rejected messages and of trying them again.</summary>
internal static class AfkeuringContract
{
    private const string Nummer = "c4b8e1d0-7a35-4f29-8e46-90d1a2b3c4d5";
    private const string Herhaald = "1e6f2a83-b0c7-4d15-9a48-3f5d7c9e0b21";
    private const string Reden = "DUO meldt dat de storing is verholpen";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "getAfkeuringen" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["afkeuringen"] = new JsonArray(Afkeuring(null)), ["gevonden"] = 1 }),
        "getAfkeuring" => (o, _) => OpdrachtContract.Describe(o, null, "200", MetWaarde()),
        "toonAfkeurwaarde" => (o, _) => OpdrachtContract.Describe(
            o, new JsonObject { ["doel"] = "regie-voeren", ["reden"] = "De school belt over deze maand" }, "200",
            new JsonObject { ["afkeuringId"] = Nummer, ["veld"] = "/data/periode", ["gegeven"] = "UUR.perioden", ["waarde"] = "2024-10" }),
        "sluitAfkeuring" => (o, _) => OpdrachtContract.Describe(o, new JsonObject { ["reden"] = "De persoon is niet meer bij ons" }, "200", Afkeuring("sluiting")),
        "legAfkeuringBijPartner" => (o, _) => OpdrachtContract.Describe(o, new JsonObject { ["reden"] = "DUO zoekt uit waarom zij weigeren" }, "200", Afkeuring("overdracht")),
        "herhaalAfkeuring" => (o, d) => Begin(o, d, new JsonObject { ["reden"] = Reden, ["proef"] = false }),
        "herhaalAfkeuringen" => (o, d) => Begin(o, d, new JsonObject { ["partner"] = "duo", ["redencode"] = "partner-weigert", ["hoogstens"] = 100, ["reden"] = Reden }),
        "stopHerhaling" => (o, _) => OpdrachtContract.Describe(o, null, "200", Herhaling()),
        "getHerhalingen" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["herhalingen"] = new JsonArray(Herhaling()) }),
        "getHerhaling" => (o, _) => OpdrachtContract.Describe(o, null, "200", MetBerichten()),
        _ => null,
    };

    private static void Begin(OpenApiOperation operation, OpenApiDocument document, JsonObject verzoek)
    {
        OpdrachtContract.Describe(operation, verzoek, "202", Herhaling());
        OpdrachtContract.Describe(operation, null, "200", Proef());
        operation.Responses!["200"].Description = "Alleen geteld; er is niets veranderd.";
        foreach (var status in new[] { 404, 409 })
        {
            operation.Responses.TryAdd($"{status}", new OpenApiResponseReference(SharedParts.ResponseName(status), document));
        }
    }

    private static JsonObject Afkeuring(string? besluit)
    {
        var afkeuring = new JsonObject
        {
            ["afkeuringId"] = Nummer,
            ["partner"] = "duo",
            ["code"] = "SS102",
            ["betekenis"] = "de inburgeringstermijn is begonnen",
            ["redencode"] = "partner-weigert",
            ["reden"] = "De partner weigert onze vraag.",
            ["doen"] = "Bel de partner en noem het technische nummer van dit bericht.",
            ["regel"] = "vraag-aangenomen",
            ["status"] = besluit switch { null => "open", "sluiting" => "gesloten", _ => "bij-partner" },
            ["beurt"] = besluit switch { null => "wij", "sluiting" => "niemand", _ => "partner" },
            ["ontvangenOp"] = "2024-11-14T05:02:00Z",
            ["pogingen"] = 1,
            ["laatstePoging"] = "2024-11-14T05:02:01Z",
            ["kanOpnieuw"] = besluit != "sluiting",
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
        if (besluit is not null)
        {
            afkeuring["besluit"] = new JsonObject { ["soort"] = besluit, ["op"] = "2024-11-15T09:00:00Z", ["door"] = "zaaksysteem-1708", ["reden"] = "Afgestemd met de partner" };
        }

        return afkeuring;
    }

    private static JsonObject MetWaarde()
    {
        var afkeuring = Afkeuring(null);
        (afkeuring["partner"], afkeuring["code"], afkeuring["betekenis"]) = ("taalaanbieder", "presentie", "de uren van een maand");
        (afkeuring["redencode"], afkeuring["regel"], afkeuring["veld"], afkeuring["beurt"]) = ("maand-dubbel", "maand-een-keer", "/data/periode", "partner");
        afkeuring["reden"] = "De uren van deze maand waren er al, met andere getallen. Wat er stond, blijft staan.";
        afkeuring["doen"] = "Vraag de school welke uren kloppen. Zij stuurt dan een correctie.";
        afkeuring["waarde"] = new JsonObject { ["veld"] = "/data/periode", ["omschrijving"] = "een maand in de vorm jjjj-mm", ["toonbaar"] = true };
        return afkeuring;
    }

    private static JsonObject Herhaling() => new()
    {
        ["herhalingId"] = Herhaald,
        ["status"] = "klaar",
        ["stand"] = "Klaar. Bekijk wat is overgeslagen of geen gevolg had.",
        ["gestartDoor"] = "zaaksysteem-1708",
        ["reden"] = Reden,
        ["begonnenOp"] = "2024-11-15T09:00:00Z",
        ["geeindigdOp"] = "2024-11-15T09:00:04Z",
        ["totaal"] = 3,
        ["verwerkt"] = 2,
        ["zonderGevolg"] = 0,
        ["afgekeurd"] = 0,
        ["overgeslagen"] = 1,
        ["nietGedaan"] = 0,
        ["nogTeDoen"] = 0,
        ["telling"] = "3 berichten = 2 verwerkt + 0 zonder gevolg + 0 opnieuw afgekeurd + 1 overgeslagen + 0 niet gedaan + 0 nog te doen",
    };

    private static JsonObject MetBerichten()
    {
        var herhaling = Herhaling();
        herhaling["berichten"] = new JsonArray(new JsonObject { ["afkeuringId"] = Nummer, ["redencode"] = "partner-weigert", ["uitkomst"] = "verwerkt" });
        return herhaling;
    }

    private static JsonObject Proef() => new()
    {
        ["totaal"] = 14,
        ["kunnenOpnieuw"] = 12,
        ["rest"] = 0,
        ["telling"] = "12 van 14 kunnen opnieuw; 2 zijn ingehaald door een nieuwere levering.",
        ["nieten"] = new JsonArray(new JsonObject
        {
            ["code"] = "ingehaald",
            ["aantal"] = 2,
            ["waarom"] = "Een nieuwer bericht van dezelfde soort over dezelfde persoon is al verwerkt. U kunt dit bericht sluiten.",
        }),
    };
}
