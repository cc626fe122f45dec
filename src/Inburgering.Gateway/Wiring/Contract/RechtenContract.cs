using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Examples and ids of the operations on the rights of the person.</summary>
internal static class RechtenContract
{
    public const string Tag = Features.Rechten.RechtenWiring.Tag;

    private const string Id = "6f1f4d0c-2f5e-4b7e-8a53-2f2b9a1f7c10";
    private const string Zaak = "AVG-2024-0017";
    private const string Moment = "2024-11-15T09:00:00Z";

    /// <summary>What types alone cannot tell of this operation; null: it is none of these.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "plaatsBeperking" => Of(() => Beperking(), new JsonObject { ["categorie"] = "EXA", ["zaaknummer"] = Zaak }),
        "getBeperkingen" => Of(() => List("beperkingen", Beperking())),
        "getBeperking" or "hefBeperkingOp" => Of(() => Beperking()),
        "maakBezwaar" => Of(() => Bezwaar(), new JsonObject { ["doel"] = "uitvoeren-leerroute", ["zaaknummer"] = Zaak }),
        "getBezwaren" => Of(() => List("bezwaren", Bezwaar())),
        "getBezwaar" => Of(() => Bezwaar()),
        "beslisBezwaar" => Of(() => Bezwaar("gegrond"), new JsonObject { ["uitkomst"] = "gegrond" }, botst: true),
        "rectificeer" => Of(
            () => Rectificatie(), new JsonObject { ["categorie"] = "CON", ["veld"] = "email", ["nieuweWaarde"] = "nieuw@voorbeeld.example", ["zaaknummer"] = Zaak }, botst: true),
        "getRectificaties" => Of(() => List("rectificaties", Rectificatie(volledig: false))),
        "getRectificatie" => Of(() => Rectificatie()),
        "getCorrectietaken" => Of(() => List("correctietaken", Taak())),
        "bevestigCorrectietaak" => Of(() => Taak("bevestigd")),
        "getEigenCorrectietaken" => Of(() => List("correctietaken", EigenTaak())),
        "bevestigEigenCorrectietaak" => Of(() => EigenTaak("bevestigd")),
        "legBewaarplichtOp" => Of(() => Bewaarplicht(), new JsonObject { ["zaaknummer"] = Zaak }),
        "getBewaarplichten" => Of(() => List("bewaarplichten", Bewaarplicht())),
        "getBewaarplicht" or "beeindigBewaarplicht" => Of(() => Bewaarplicht()),
        _ => null,
    };

    private static Action<OpenApiOperation, OpenApiDocument> Of(Func<JsonObject> antwoord, JsonObject? vraag = null, bool botst = false) => (operation, document) =>
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var voorbeeld = parameter.Name == "dossierId" ? OperationDetails.DossierId : Id;
            (parameter.Schema, parameter.Example) = (SharedParts.Text("UUID.", "uuid", voorbeeld), voorbeeld);
        }

        OperationDetails.Media(operation.RequestBody?.Content)?.Example = vraag;
        if (operation.Responses!.GetValueOrDefault("201") is OpenApiResponse gemaakt)
        {
            gemaakt.Description = "Vastgelegd. De header Location zegt waar.";
            gemaakt.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Location"] = new OpenApiHeader { Description = "Adres van wat is vastgelegd.", Required = true, Schema = SharedParts.Text("Pad.", "uri-reference", null) },
            };
            OperationDetails.Media(gemaakt.Content)?.Example = antwoord();
        }

        OperationDetails.Answer(operation, "Zoals het nu is vastgelegd.", antwoord());
        if (botst)
        {
            operation.Responses!.TryAdd("409", new OpenApiResponseReference(SharedParts.ResponseName(409), document));
        }
    };

    private static JsonObject List(string naam, JsonObject item) => new() { [naam] = new JsonArray(item) };

    private static JsonObject Beperking() => new() { ["beperkingId"] = Id, ["categorie"] = "EXA", ["zaaknummer"] = Zaak, ["van"] = Moment };

    private static JsonObject Bewaarplicht() => new() { ["bewaarplichtId"] = Id, ["zaaknummer"] = Zaak, ["van"] = Moment };

    private static JsonObject Bezwaar(string? uitkomst = null)
    {
        var bezwaar = new JsonObject { ["bezwaarId"] = Id, ["doel"] = "uitvoeren-leerroute", ["zaaknummer"] = Zaak, ["van"] = Moment };
        if (uitkomst is not null)
        {
            bezwaar["uitkomst"] = uitkomst;
        }

        return bezwaar;
    }

    private static JsonObject Rectificatie(bool volledig = true)
    {
        var rectificatie = new JsonObject { ["rectificatieId"] = Id, ["categorie"] = "CON", ["veld"] = "email", ["zaaknummer"] = Zaak, ["op"] = Moment, ["hierVerbeterd"] = true };
        if (volledig)
        {
            rectificatie["correctietaken"] = new JsonArray(Taak());
        }

        return rectificatie;
    }

    private static JsonObject EigenTaak(string status = "open") => new()
    {
        ["correctietaakId"] = Id,
        ["dossierId"] = OperationDetails.DossierId,
        ["veld"] = "CON.email",
        ["status"] = status,
        ["gemaaktOp"] = Moment,
    };

    private static JsonObject Taak(string status = "open") => new()
    {
        ["correctietaakId"] = Id,
        ["rectificatieId"] = Id,
        ["veld"] = "CON.email",
        ["ontvanger"] = "schakelcollege-1708",
        ["status"] = status,
        ["gemaaktOp"] = Moment,
    };
}
