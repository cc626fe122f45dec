using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Inburgering.Gateway.Wiring.Contract;

/// <summary>Examples of the caseload of a partner's user.</summary>
internal static class CaseloadContract
{
    private const string Gebruiker = "consulent-017";
    private const string Referentie = "PR-7Q4M2X9KTB";

    /// <summary>Null: not one of these operations.</summary>
    public static Action<OpenApiOperation, OpenApiDocument>? For(string? operationId) => operationId switch
    {
        "zetCaseload" => (o, _) => Describe(o, new JsonObject { ["partnerReferenties"] = new JsonArray(Referentie) }),
        "getCaseload" => (o, _) => Describe(o, null),
        _ => null,
    };

    private static void Describe(OpenApiOperation operation, JsonObject? verzoek)
    {
        OpdrachtContract.Describe(operation, verzoek, "200", new JsonObject
        {
            ["personen"] = new JsonArray(new JsonObject { ["partnerReferentie"] = Referentie, ["taken"] = new JsonArray("begeleiding", "pvt") }),
        });
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Schema = SharedParts.Text("Code van de gebruiker bij u; geen naam en geen e-mailadres.", null, Gebruiker, "^[A-Za-z0-9._-]{1,64}$");
            parameter.Example = Gebruiker;
        }
    }
}
