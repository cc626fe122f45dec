using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Tests.Contracts;

public sealed class OpenApiContractTests
{
    private const string Yaml = """
        openapi: 3.0.0
        info: { title: Boeken, version: 1.2.3 }
        paths:
          /kasten/{kast}/BOEK:
            get:
              parameters:
              - $ref: '#/components/parameters/Kast'
              - { name: bron, in: header, required: true, schema: { type: string, minLength: 2 } }
              responses:
                "200":
                  headers: { API-Version: { required: true, schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Boek' } } }
                "404": { description: Onbekend }
        components:
          parameters:
            Kast: { name: kast, in: path, required: true, schema: { type: string, pattern: "\\d{2}" } }
          schemas:
            Soort: { type: string, enum: [Roman, Strip] }
            Boek:
              type: object
              required: [titel]
              properties:
                titel: { type: string, minLength: 1, maxLength: 5 }
                soort: { $ref: '#/components/schemas/Soort' }
                verschenen: { type: string, format: date }
                bladen: { type: integer, minimum: 1, maximum: 9, format: int32 }
                schrijvers: { type: array, maxItems: 1, items: { type: string } }
                uitgeleend: { type: boolean }
        """;

    private static readonly OpenApiContract Contract = OpenApiContract.Read(new StringReader(Yaml));

    [Theory]
    [InlineData("GET", "/kasten/12/BOEK", true)]
    [InlineData("get", "/kasten/{kast}/BOEK", true)]
    [InlineData("GET", "/kasten/12/boek", false)]
    [InlineData("GET", "/kasten//BOEK", false)]
    [InlineData("POST", "/kasten/12/BOEK", false)]
    public void Find_Request_MatchesTemplateWithItsCasing(string method, string path, bool found) =>
        Assert.Equal(found, Contract.Find(method, path) is not null);

    [Fact]
    public void Operation_WithReferences_TellsParametersStatusesAndSchemas()
    {
        var operation = Assert.Single(Contract.Operations);

        Assert.Equal("1.2.3", Contract.Version);
        Assert.Equal(["kast path", "bron header"], operation.Parameters.Select(parameter => $"{parameter.Name} {parameter.In}"));
        Assert.Equal([200, 404], operation.Statuses);
        Assert.NotNull(operation.ResponseSchema(200));
        Assert.Null(operation.ResponseSchema(404));
        Assert.Equal("API-Version", Assert.Single(operation.ResponseHeaders(200)).Name);
    }

    [Theory]
    [InlineData("""{"titel":"Een"}""", "")]
    [InlineData("""{"titel":"Een","soort":"Strip","verschenen":"2024-02-29","bladen":9,"schrijvers":["a"],"uitgeleend":false}""", "")]
    [InlineData("""{"soort":"Strip"}""", "/titel: is required")]
    [InlineData("""{"titel":""}""", "/titel: is too short")]
    [InlineData("""{"titel":"Zestig"}""", "/titel: is too long")]
    [InlineData("""{"titel":1}""", "/titel: is not of type string")]
    [InlineData("""{"titel":null}""", "/titel: is not of type string")]
    [InlineData("""{"titel":"Een","soort":"strip"}""", "/soort: is not one of the named values")]
    [InlineData("""{"titel":"Een","verschenen":"2023-02-29"}""", "/verschenen: is no date")]
    [InlineData("""{"titel":"Een","bladen":0}""", "/bladen: is below the minimum")]
    [InlineData("""{"titel":"Een","bladen":10}""", "/bladen: is above the maximum")]
    [InlineData("""{"titel":"Een","bladen":1.5}""", "/bladen: is not of type integer")]
    [InlineData("""{"titel":"Een","schrijvers":["a","b"]}""", "/schrijvers: has too many items")]
    [InlineData("""{"titel":"Een","schrijvers":[1]}""", "/schrijvers/0: is not of type string")]
    [InlineData("""{"titel":"Een","uitgeleend":"ja"}""", "/uitgeleend: is not of type boolean")]
    [InlineData("[]", ": is not of type object")]
    public void Validate_Value_NamesEveryFault(string json, string fault) =>
        Assert.Equal(fault.Length == 0 ? [] : [fault], Contract.Validate(JsonNode.Parse(json), Contract.Schema("Boek")));

    [Fact]
    public void Validate_UnknownMember_IsAFaultOnlyWhenClosed()
    {
        var value = JsonNode.Parse("""{"titel":"Een","kleur":"rood"}""");

        Assert.Empty(Contract.Validate(value, Contract.Schema("Boek")));
        Assert.Equal(["/kleur: is not in the contract"], Contract.Validate(value, Contract.Schema("Boek"), closed: true));
    }

    [Fact]
    public void Validate_KeywordNobodyChecks_Throws() =>
        Assert.Throws<NotSupportedException>(() => Contract.Validate(JsonValue.Create("a"), new JsonObject { ["oneOf"] = new JsonArray() }));

    [Theory]
    [InlineData("maxLength: 5", "maxLength: 6", true)]
    [InlineData("[Roman, Strip]", "[Roman, Strip, Gids]", true)]
    [InlineData("Onbekend", "Niet gevonden", true)]
    [InlineData("version: 1.2.3", "version: 1.2.4", false)]
    [InlineData("{ name: kast, in: path, required: true,", "{ required: true, in: path, name: kast,", false)]
    public void Fingerprint_TextOfTheFile_ChangesWithTheOperationOnly(string from, string to, bool changed)
    {
        var other = OpenApiContract.Read(new StringReader(Yaml.Replace(from, to, StringComparison.Ordinal)));

        Assert.Equal(changed, Contract.Operations[0].Fingerprint != other.Operations[0].Fingerprint);
        Assert.NotEqual(Yaml, Yaml.Replace(from, to, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Zoë d'Hône", true)]
    [InlineData("", true)]
    public void Validate_PatternWithUnicodeClasses_IsRead(string naam, bool fits)
    {
        var schema = (JsonObject)JsonNode.Parse("""{"type":"string","pattern":"^[\\s'.\\p{L}\\p{Pd}]{0,100}$"}""")!;

        Assert.Equal(fits, Contract.Validate(JsonValue.Create(naam), schema).Count == 0);
        Assert.NotEmpty(Contract.Validate(JsonValue.Create($"{naam}1"), schema));
    }
}
