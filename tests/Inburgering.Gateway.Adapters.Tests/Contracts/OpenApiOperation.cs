using System.Globalization;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Tests.Contracts;

/// <summary>One method on one path of a contract.</summary>
internal sealed class OpenApiOperation(OpenApiContract contract, string method, string path, JsonObject node)
{
    /// <summary>The contract's own name of it: postPipByBsn.</summary>
    public string Id => node["operationId"]!.ToString();

    /// <summary>In capitals.</summary>
    public string Method => method;

    /// <summary>The template: /personen/{bsn}/inburgeringsplicht.</summary>
    public string Path => path;

    /// <summary>Names, places and schemas; resolved.</summary>
    public IReadOnlyList<OpenApiParameter> Parameters =>
        [.. Items(node["parameters"]).Select(item => contract.Resolve(item)).Select(item => new OpenApiParameter(
            item["name"]!.ToString(), item["in"]!.ToString(), Flag(item["required"]), contract.Resolve(item["schema"]!.AsObject())))];

    /// <summary>Null: the operation takes no body.</summary>
    public JsonObject? RequestSchema => SchemaOf(node["requestBody"]);

    /// <summary>Every status the contract names.</summary>
    public IReadOnlyList<int> Statuses => [.. node["responses"]!.AsObject().Select(pair => int.Parse(pair.Key, CultureInfo.InvariantCulture))];

    /// <summary>Changes when anything of this operation changes: its text, parameters, bodies or answers, wherever the file keeps them.</summary>
    public string Fingerprint => Contracts.Fingerprint.Of(contract, new JsonObject { ["method"] = method, ["path"] = path, ["operation"] = node.DeepClone() });

    /// <summary>True when the contract names this status.</summary>
    public bool HasStatus(int status) => Response(status) is not null;

    /// <summary>Null: this status comes without a body.</summary>
    public JsonObject? ResponseSchema(int status) => SchemaOf(Response(status));

    /// <summary>The response headers this status must carry.</summary>
    public IReadOnlyList<OpenApiParameter> ResponseHeaders(int status) =>
        [.. (Response(status)?["headers"] as JsonObject ?? []).Select(pair => new OpenApiParameter(
            pair.Key, "header", Flag(pair.Value!["required"]), contract.Resolve(pair.Value["schema"]!.AsObject())))];

    /// <summary>Whether a request belongs here. Letters count: /PIP is not /pip.</summary>
    public bool Matches(string requestMethod, string requestPath)
    {
        var wanted = path.Split('/');
        var given = requestPath.Split('/');
        return string.Equals(method, requestMethod, StringComparison.OrdinalIgnoreCase)
            && wanted.Length == given.Length
            && wanted.Zip(given).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    private JsonObject? Response(int status) => node["responses"]![status.ToString(CultureInfo.InvariantCulture)] as JsonObject;

    private JsonObject? SchemaOf(JsonNode? holder) =>
        holder?["content"]?["application/json"]?["schema"] is JsonObject schema ? contract.Resolve(schema) : null;

    private static IEnumerable<JsonObject> Items(JsonNode? array) => (array as JsonArray ?? []).Select(item => item!.AsObject());

    private static bool Flag(JsonNode? flag) => flag?.GetValue<bool>() ?? false;
}

/// <param name="In">path, header or query.</param>
internal sealed record OpenApiParameter(string Name, string In, bool Required, JsonObject Schema);
