using System.Text.Json.Nodes;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Wiring.Partnerpaginas;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>One CloudEvent of a partner, with an example of each type, and how a partner's own messages stand.</summary>
internal static class BerichtContract
{
    private const string Bericht = "Bericht";
    private const string Nummer = "5d0f7a52-94c1-4f0e-8b6a-2f4c1d7e9a30";
    private const string Moment = "2024-02-05T09:00:00Z";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "leverBericht" => Leveren,
        "getBericht" => (o, _) => OpdrachtContract.Describe(o, null, "200", Verwerkt()),
        "getEigenAfkeuringen" => (o, _) => OpdrachtContract.Describe(o, null, "200", new JsonObject { ["afkeuringen"] = new JsonArray(Afgekeurd()) }),
        "getPartnerstatus" => (o, _) => OpdrachtContract.Describe(o, null, "200", Status()),
        _ => null,
    };

    private static void Leveren(OpenApiOperation operation, OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[Bericht] = Vorm();
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "Eén CloudEvent als JSON, hoogstens 64 KiB. De persoon staat in data, nooit in subject.",
            Content = PostBericht.Mediatypen.ToDictionary(media => media, _ => new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(Bericht, document),
                Examples = Voorbeelden().ToDictionary(v => v.Naam, IOpenApiExample (v) => new OpenApiExample { Summary = v.Kop, Value = v.Bericht }),
            }),
        };
        var aangenomen = new OpenApiResponse { Description = "Bewaard; volg het verloop onder het adres in Location." };
        SharedParts.AddLocation(aangenomen);
        aangenomen.Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new()
            {
                Schema = SharedParts.Object(
                    "Alleen als er iets te waarschuwen is. Zonder waarschuwing heeft het antwoord geen inhoud.",
                    ["waarschuwingen"],
                    ("waarschuwingen", new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Description = "Wat u moet weten; het bericht is wel aangenomen.",
                        Items = SharedParts.Object("Eén waarschuwing.", ["detail"], ("detail", SharedParts.Text("Wat er is en wat u doet.", null, "In uw tekst staan woorden over gezondheid.")), ("pointer", SharedParts.Text("Waar het staat.", null, "/data/toelichting"))),
                    })),
                Example = new JsonObject { ["waarschuwingen"] = new JsonArray(new JsonObject { ["detail"] = "In uw tekst staan woorden over gezondheid.", ["pointer"] = "/data/toelichting" }) },
            },
        };
        operation.Responses = new OpenApiResponses { ["202"] = aangenomen };
    }

    private static OpenApiSchema Vorm() => SharedParts.Object(
        "Een CloudEvent 1.0 volgens het NL GOV-profiel.",
        ["specversion", "id", "source", "type", "data"],
        ("specversion", SharedParts.Text("Altijd 1.0.", null, "1.0", @"^1\.0$")),
        ("id", SharedParts.Text("Uw nummer van het bericht, uniek binnen source. Houd het gelijk bij opnieuw sturen.", null, Nummer)),
        ("source", SharedParts.Text("Uw organisatie en systeem. De OIN is die van uw organisatie.", "uri-reference", "urn:nld:oin:00000001999990008000:systeem:coa", "^urn:nld:oin:[0-9A-Za-z]{20}(:systeem:[A-Za-z0-9._-]{1,64})?$")),
        ("type", SharedParts.Text("Soort bericht; welke u mag leveren, geeft GET /partner/status.", null, "nl.inburgering.koppeling", @"^nl\.inburgering\.[a-z]+(-[a-z]+)*$")),
        ("time", SharedParts.Text("Wanneer u het vastlegde, met tijdzone.", "date-time", Moment)),
        ("sequence", SharedParts.Text("Uw volgnummer. Een bericht met een lager nummer overschrijft nooit wat met een hoger nummer kwam.", null, "12", "^[0-9]{1,18}$")),
        ("sequencetype", SharedParts.Text("Altijd Integer.", null, "Integer", "^Integer$")),
        ("datacontenttype", SharedParts.Text("Altijd application/json.", null, "application/json")),
        ("data", new OpenApiSchema { Type = JsonSchemaType.Object, Description = "De inhoud, met de persoon: partnerReferentie, bsn of vNummer. Zie de voorbeelden per type.", AdditionalPropertiesAllowed = true }));

    /// <summary>Of every type the first example of the adapter; where two partners deliver one type, that of each.</summary>
    private static IEnumerable<(string Naam, string Kop, JsonObject Bericht)> Voorbeelden()
    {
        var eerste = PartnerHttp.Find().SelectMany(partner => Berichtvoorbeelden.Van(partner).DistinctBy(v => v.Type).Select(v => (Partner: partner, Voorbeeld: v))).ToArray();
        return eerste.Select(e => (
            eerste.Count(ander => ander.Voorbeeld.Type == e.Voorbeeld.Type) == 1 ? e.Voorbeeld.Type : $"{e.Voorbeeld.Type}-{e.Partner.Key}",
            $"{Berichtvoorbeelden.Map(e.Partner)}: {e.Voorbeeld.Betekenis}",
            e.Voorbeeld.Bericht));
    }

    private static JsonObject Verwerkt() => new()
    {
        ["berichtId"] = Nummer,
        ["type"] = "nl.inburgering.koppeling",
        ["gemeentecode"] = "1708",
        ["status"] = "verwerkt",
        ["ontvangenOp"] = Moment,
        ["verwerktOp"] = "2024-02-05T09:00:01Z",
    };

    private static JsonObject Afgekeurd()
    {
        var bericht = Verwerkt();
        bericht["status"] = "afgekeurd";
        bericht["redenen"] = new JsonArray(new JsonObject
        {
            ["code"] = "geen-relatie",
            ["reden"] = "U levert niet over deze persoon: er is geen koppeling of opdracht, of de persoon is hier niet bekend.",
            ["doen"] = "Controleer met welk nummer u de persoon noemt. Klopt het, vraag dan de gemeente.",
            ["veld"] = "/data/partnerReferentie",
            ["waarde"] = "tekst van 13 tekens",
        });
        return bericht;
    }

    private static JsonObject Status() => new()
    {
        ["partner"] = "COA",
        ["typen"] = new JsonArray("nl.inburgering.koppeling", "nl.inburgering.uitstroom"),
        ["gemeenten"] = new JsonArray(new JsonObject { ["gemeentecode"] = "1708", ["ontvangen"] = 0, ["verwerkt"] = 12, ["afgekeurd"] = 1, ["laatsteOp"] = Moment }),
    };
}
