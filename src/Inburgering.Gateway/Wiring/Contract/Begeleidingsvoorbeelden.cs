using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>One whole event of every type that a participation partner and VluchtelingenWerk deliver.</summary>
internal static class Begeleidingsvoorbeelden
{
    private const string Werk = "urn:nld:oin:00000003999990012000:systeem:traject";
    private const string Vwn = "urn:nld:oin:00000003999990014000:systeem:vvs";

    public static IEnumerable<(string Type, string Kop, JsonObject Bericht)> Alle() =>
        Participatie().Select((v, i) => (v.Type, $"Participatiepartner: {v.Kop}", Event(Werk, i + 1, v.Type, v.Data)))
            .Concat(Vluchtelingenwerk().Select((v, i) => (v.Type, $"VluchtelingenWerk: {v.Kop}", Event(Vwn, i + 1, v.Type, v.Data))));

    private static IEnumerable<(string Type, string Kop, JsonObject Data)> Participatie()
    {
        yield return ("trajectfase", "een stap van het stappenplan", new JsonObject { ["fase"] = "binnenstage", ["sinds"] = "2024-09-02", ["verwachtTot"] = "2024-11-29" });
        yield return ("activiteit", "een activiteit, met uw eigen kenmerk", new JsonObject { ["kenmerk"] = "A-2024-17", ["soort"] = "stage", ["startdatum"] = "2024-09-02", ["urenPerWeek"] = 24 });
        yield return ("participatie-uren", "alle uren van een maand", new JsonObject { ["periode"] = "2024-09", ["uren"] = 72.5 });
        yield return ("map-uren", "alle uren MAP van een maand, per thema", new JsonObject
        {
            ["periode"] = "2024-09",
            ["themas"] = new JsonArray(new JsonObject { ["thema"] = "orientatie", ["uren"] = 6 }, new JsonObject { ["thema"] = "praktijk", ["uren"] = 14.5 }),
        });
        yield return ("map-eindgesprek-voorstel", "de gemeente bevestigt het", new JsonObject { ["datum"] = "2024-11-12" });
        yield return ("participatie-uitstroom", "klaar bij deze partner", new JsonObject { ["datum"] = "2024-11-30", ["reden"] = "betaald-werk" });
        yield return ("no-show", "niet gekomen, zonder reden", new JsonObject { ["datum"] = "2024-10-07", ["bij"] = "binnenstage", ["afgemeld"] = true });
    }

    private static IEnumerable<(string Type, string Kop, JsonObject Data)> Vluchtelingenwerk()
    {
        yield return ("pvt-uren", "alle uren van een maand, met de excursie", new JsonObject { ["periode"] = "2024-10", ["uren"] = 8, ["excursieuren"] = 4 });
        yield return ("pvt-ondertekening", "de gemeente bevestigt het", new JsonObject { ["datum"] = "2024-11-11", ["documentReferentie"] = "PVT-2024-0031" });
        yield return ("begeleiding-status", "wat er veranderde", new JsonObject
        {
            ["onderwerpen"] = new JsonArray(new JsonObject { ["onderwerp"] = "huur", ["status"] = "geregeld" }),
            ["uren"] = new JsonObject { ["periode"] = "2024-10", ["uren"] = 6 },
            ["samenredzaamheid"] = new JsonObject { ["datum"] = "2024-10-28", ["score"] = 3 },
        });
        yield return ("begeleiding-einde", "overgedragen aan het wijkteam", new JsonObject { ["einddatum"] = "2024-11-08", ["overgedragenAan"] = "sociaal-wijkteam", ["datumOverdracht"] = "2024-11-07" });
    }

    private static JsonObject Event(string bron, int volgorde, string type, JsonObject data)
    {
        data["partnerReferentie"] = "PR-0123456789";
        return new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = "8c1f3c0e-2a4b-4a6f-9b1e-5d0c7f2e6a41",
            ["source"] = bron,
            ["type"] = Partnerbericht.Voorvoegsel + type,
            ["time"] = "2024-11-12T09:00:00Z",
            ["sequence"] = $"{volgorde}",
            ["sequencetype"] = "Integer",
            ["datacontenttype"] = "application/json",
            ["data"] = data,
        };
    }
}
