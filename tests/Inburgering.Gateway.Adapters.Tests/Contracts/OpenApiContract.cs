using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Tests.Contracts;

/// <summary>One published OpenAPI 3.0 file: its operations, and whether a JSON value fits a schema of it.</summary>
internal sealed class OpenApiContract
{
    private static readonly string[] Methods = ["get", "post", "put", "delete", "patch"];

    private readonly JsonObject root;

    private OpenApiContract(JsonObject root)
    {
        this.root = root;
        Operations = [.. ReadOperations()];
    }

    /// <summary>Every operation of the file.</summary>
    public IReadOnlyList<OpenApiOperation> Operations { get; }

    /// <summary>Info.version of the file, such as 1.2.2.</summary>
    public string Version => root["info"]!["version"]!.ToString();

    public static OpenApiContract Load(string path)
    {
        using var reader = File.OpenText(path);
        return Read(reader);
    }

    public static OpenApiContract Read(TextReader yaml) => new((JsonObject)YamlToJson.Convert(yaml)!);

    /// <summary>The operation a request belongs to; null when the contract has none.</summary>
    /// <param name="method">GET, POST, in any case.</param>
    /// <param name="path">Without the base path: «/personen/999990019/inburgeringsplicht» or the template itself.</param>
    public OpenApiOperation? Find(string method, string path) =>
        Operations.SingleOrDefault(operation => operation.Matches(method, path));

    /// <summary>components/schemas/{name}.</summary>
    public JsonObject Schema(string name) => (JsonObject)root["components"]!["schemas"]![name]!;

    /// <summary>Follows $ref; another node is returned as it is.</summary>
    public JsonObject Resolve(JsonObject node)
    {
        if (node["$ref"] is not { } reference)
        {
            return node;
        }

        var target = reference.ToString().Split('/').Skip(1).Aggregate((JsonNode?)root, (at, name) => at?[name]);
        return Resolve((JsonObject?)target ?? throw new KeyNotFoundException($"{reference} is not in the contract."));
    }

    /// <summary>Every fault of a value against a schema, as «pointer: fault»; empty when it fits. Never repeats a value.</summary>
    /// <param name="closed">True: a member the schema does not name is a fault too.</param>
    public IReadOnlyList<string> Validate(JsonNode? value, JsonObject schema, bool closed = false) =>
        new SchemaValidator(this, closed).Validate(value, schema);

    private IEnumerable<OpenApiOperation> ReadOperations() =>
        from path in root["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where Methods.Contains(operation.Key)
        select new OpenApiOperation(this, operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject());
}
