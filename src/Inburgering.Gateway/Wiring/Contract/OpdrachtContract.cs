using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Examples of assignments and consents, with fictional persons.</summary>
internal static class OpdrachtContract
{
    private const string Dossier = "0b5c7a0e-6c0d-4b51-9a57-5d6f8f0e6a11";
    private const string Nummer = "7d1f4c92-3a58-4f0b-8a0e-2b9c61d4e713";
    private const string Begin = "2024-05-06T00:00:00Z";
    private const string Einde = "2024-11-15T09:00:00Z";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "geefOpdracht" => (o, _) => Describe(o, Invoer(), "201", Opdracht(null)),
        "getOpdrachten" => (o, _) => Describe(o, null, "200", new JsonObject { ["opdrachten"] = new JsonArray(Opdracht(null)) }),
        "getOpdracht" => (o, _) => Describe(o, null, "200", Opdracht(null)),
        "wijzigOpdracht" => (o, _) => Describe(o, new JsonObject { ["tot"] = Einde, ["avgRol"] = "verwerker", ["versie"] = 1 }, "200", Opdracht(Einde)),
        "beeindigOpdracht" => (o, _) => Describe(o, new JsonObject { ["per"] = Einde }, "201", Beeindiging()),
        "laatPartnerVertrekken" => (o, _) => Describe(
            o, null, "200", new JsonObject { ["clientId"] = "vwn-1708", ["beeindigdeOpdrachten"] = 12, ["vervallenReferenties"] = 9 }),
        "geefToestemming" => (o, _) => Describe(o, Gegeven(), "201", Toestemming(null)),
        "getToestemmingen" => (o, _) => Describe(o, null, "200", new JsonObject { ["toestemmingen"] = new JsonArray(Toestemming(Einde)) }),
        "getToestemming" => (o, _) => Describe(o, null, "200", Toestemming(null)),
        "trekToestemmingIn" => (o, _) => Describe(o, null, "201", Intrekking()),
        _ => null,
    };

    /// <summary>Gives an operation on one resource its examples.</summary>
    internal static void Describe(OpenApiOperation operation, JsonObject? verzoek, string status, JsonObject antwoord)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path && p.Name != "clientId"))
        {
            parameter.Schema = SharedParts.Text("UUID.", "uuid", Nummer);
        }

        if (verzoek is not null)
        {
            OperationDetails.Media(operation.RequestBody?.Content)?.Example = verzoek;
        }

        if (operation.Responses!.GetValueOrDefault(status) is OpenApiResponse response)
        {
            response.Description = status switch
            {
                "201" => "Vastgelegd.",
                "202" => "Aangenomen; volg het verloop onder het adres in Location.",
                _ => "Gelukt.",
            };
            OperationDetails.Media(response.Content)?.Example = antwoord;
        }
    }

    private static JsonObject Invoer() => new() { ["clientId"] = "vwn-1708", ["taak"] = "begeleiding", ["van"] = Begin, ["avgRol"] = "verwerker" };

    private static JsonObject Opdracht(string? tot)
    {
        var opdracht = new JsonObject { ["opdrachtId"] = Nummer, ["dossierId"] = Dossier, ["clientId"] = "vwn-1708", ["taak"] = "begeleiding", ["van"] = Begin };
        if (tot is not null)
        {
            opdracht["tot"] = tot;
        }

        opdracht["avgRol"] = "verwerker";
        opdracht["versie"] = tot is null ? 1 : 2;
        opdracht["doelen"] = new JsonArray("hulp-bij-schulden", "maatschappelijke-begeleiding");
        opdracht["partnerReferentie"] = "PR-7Q4M2X9KTB";
        opdracht["aanmeldingId"] = "3f0c8a52-19d7-4b6e-9f3a-5e2d7c41b806";
        return opdracht;
    }

    private static JsonObject Beeindiging() => new()
    {
        ["opdracht"] = Opdracht(Einde),
        ["stopt"] = Stopt("hulp-bij-schulden", "maatschappelijke-begeleiding"),
        ["eigenLeveringenLeesbaarTot"] = "2024-12-15T09:00:00Z",
    };

    private static JsonObject Stopt(params string[] doelen) => new()
    {
        ["doelen"] = new JsonArray([.. doelen.Select(d => (JsonNode)d)]),
        ["leveringen"] = new JsonArray(),
        ["abonnementen"] = new JsonArray(),
    };

    private static JsonObject Gegeven() => new()
    {
        ["clientId"] = "vwn-1708",
        ["doel"] = "hulp-bij-schulden",
        ["tekstversie"] = "v2",
        ["taal"] = "ar",
        ["gegevenOp"] = Begin,
        ["bewijs"] = "Document 4711 in het zaaksysteem",
    };

    private static JsonObject Toestemming(string? ingetrokkenOp)
    {
        var toestemming = new JsonObject { ["toestemmingId"] = Nummer };
        foreach (var (naam, waarde) in Gegeven())
        {
            toestemming[naam] = waarde!.DeepClone();
        }

        if (ingetrokkenOp is not null)
        {
            toestemming["ingetrokkenOp"] = ingetrokkenOp;
        }

        return toestemming;
    }

    private static JsonObject Intrekking() => new()
    {
        ["toestemming"] = Toestemming(Einde),
        ["stopt"] = Stopt("hulp-bij-schulden"),
        ["gaatDoor"] = new JsonArray("maatschappelijke-begeleiding", "uitvoeren-pvt"),
        ["ontvangstbewijs"] = new JsonObject
        {
            ["kenmerk"] = Nummer,
            ["gemeente"] = "Noorderveld (demo)",
            ["partner"] = "VluchtelingenWerk",
            ["doel"] = "hulp bij schulden",
            ["taal"] = "ar",
            ["gegevenOp"] = Begin,
            ["ingetrokkenOp"] = Einde,
        },
    };
}
