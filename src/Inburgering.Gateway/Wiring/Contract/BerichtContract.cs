using System.Text.Json.Nodes;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Partners;
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
                Examples = Voorbeelden().Select(v => (v.Type, v.Kop, Bericht: Event(v.Type, v.Volgorde, v.Data))).Concat(Begeleidingsvoorbeelden.Alle())
                    .ToDictionary(v => v.Type, IOpenApiExample (v) => new OpenApiExample { Summary = v.Kop, Value = v.Bericht }),
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

    private static JsonObject Event(string type, int volgorde, JsonObject data)
    {
        var school = data.ContainsKey("partnerReferentie");
        if (!school)
        {
            data["gemeentecode"] = "1708";
            data["vNummer"] = "2900000342";
        }

        return new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = Nummer,
            ["source"] = school ? "urn:nld:oin:00000003999990010000:systeem:leerlingen" : "urn:nld:oin:00000001999990008000:systeem:coa",
            ["type"] = Partnerbericht.Voorvoegsel + type,
            ["time"] = Moment,
            ["sequence"] = $"{volgorde}",
            ["sequencetype"] = "Integer",
            ["datacontenttype"] = "application/json",
            ["data"] = data,
        };
    }

    private static IEnumerable<(string Type, string Kop, int Volgorde, JsonObject Data)> Voorbeelden()
    {
        yield return ("koppeling", "COA: gekoppeld, met een gezinslid", 1, new JsonObject
        {
            ["koppelingsdatum"] = "2024-02-05",
            ["naam"] = "Voorbeeld Persoon",
            ["geboortedatum"] = "1999-04-12",
            ["azc"] = "AZC Voorbeeld",
            ["taal"] = "ar",
            ["tolk"] = true,
            ["gezinsleden"] = new JsonArray(new JsonObject { ["vNummer"] = "2900000350", ["relatie"] = "partner" }),
        });
        yield return ("koppeling-gewijzigd", "COA: het BSN is bekend geworden", 2, new JsonObject { ["bsn"] = "999990342", ["koppelingsdatum"] = "2024-02-05" });
        yield return ("koppeling-vervallen", "COA: toch naar een andere gemeente", 3, new JsonObject { ["vervallenOp"] = "2024-03-01", ["reden"] = "andere-gemeente" });
        yield return ("klantprofiel-beschikbaar", "COA: een leeg profiel is gewoon", 4, new JsonObject { ["klantprofiel"] = new JsonObject() });
        yield return ("klantprofiel-gewijzigd", "COA: het profiel is ingevuld", 5, new JsonObject
        {
            ["klantprofiel"] = new JsonObject { ["opleidingen"] = new JsonArray(new JsonObject { ["opleiding"] = "Elektrotechniek", ["land"] = "Syrië", ["diploma"] = true }), ["cvGemaakt"] = true },
            ["voorinburgering"] = new JsonObject { ["instemmingDeelname"] = true, ["modules"] = new JsonArray(new JsonObject { ["naam"] = "introMAP", ["deelname"] = true }) },
        });
        yield return ("overdracht-gepland", "COA: de warme overdracht", 6, new JsonObject { ["stand"] = "gepland", ["moment"] = "2024-02-20T10:00:00Z", ["wijze"] = "locatie" });
        yield return ("uitstroom", "COA: verhuisd naar een woning", 7, new JsonObject { ["datum"] = "2024-05-06", ["reden"] = "huisvesting" });
        foreach (var (type, kop, data) in School())
        {
            data["partnerReferentie"] = "PR-7K2M9Q4X1A";
            yield return (type, kop, 12, data);
        }
    }

    private static IEnumerable<(string Type, string Kop, JsonObject Data)> School()
    {
        yield return ("inschrijving", "Taalaanbieder: ingeschreven", new JsonObject { ["datum"] = "2024-06-24", ["verwachteStart"] = "2024-08-26", ["verwachtEinde"] = "2026-06-12" });
        yield return ("start", "Taalaanbieder: met de lessen begonnen", new JsonObject { ["datum"] = "2024-08-26" });
        yield return ("presentie", "Taalaanbieder: de uren van een maand, als totalen", new JsonObject
        {
            ["periode"] = "2024-10",
            ["geplandeUren"] = 48,
            ["gevolgdeUren"] = 40.5,
            ["geoorloofdVerzuimUren"] = 4,
            ["ongeoorloofdVerzuimUren"] = 3.5,
            ["correctie"] = false,
        });
        yield return ("voortgang", "Taalaanbieder: niveau van een vaardigheid", new JsonObject { ["vaardigheid"] = "lezen", ["niveau"] = "A2", ["datum"] = "2024-11-01", ["toets"] = "Tussentoets", ["uitslag"] = "behaald" });
        yield return ("signaal", "Taalaanbieder: een signaal, met hoogstens enkele woorden", new JsonObject { ["soort"] = "dreigende-uitval", ["datum"] = "2024-11-13", ["toelichting"] = "Komt sinds twee weken niet meer." });
        yield return ("beeindiging", "Taalaanbieder: de lessen stoppen", new JsonObject { ["datum"] = "2024-12-31", ["reden"] = "overstap" });
        yield return ("attest-inzet", "Taalaanbieder: verklaring over de inzet", new JsonObject { ["datum"] = "2024-11-10", ["gevolgdeUren"] = 612, ["voldoendeInzet"] = true });
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
