using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Adapters.Tests.Contracts;

/// <summary>The schema keywords the contracts use. An unknown keyword throws: a rule that is not checked must be seen.</summary>
internal sealed partial class SchemaValidator(OpenApiContract contract, bool closed)
{
    private static readonly HashSet<string> Known =
    [
        "type", "format", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems",
        "items", "properties", "required", "description", "$ref", "x-enum-varnames",
    ];

    private readonly List<string> faults = [];

    public IReadOnlyList<string> Validate(JsonNode? value, JsonObject schema)
    {
        Check(value, contract.Resolve(schema), string.Empty);
        return faults;
    }

    private void Check(JsonNode? value, JsonObject schema, string at)
    {
        if (schema.FirstOrDefault(pair => !Known.Contains(pair.Key)).Key is { } unknown)
        {
            throw new NotSupportedException($"Keyword {unknown} at {at} is not checked yet.");
        }

        var type = schema["type"]?.ToString();
        if (type is not null && !HasType(value, type))
        {
            faults.Add($"{at}: is not of type {type}");
            return;
        }

        switch (value)
        {
            case JsonObject members:
                CheckObject(members, schema, at);
                break;
            case JsonArray items:
                CheckArray(items, schema, at);
                break;
            case JsonValue scalar:
                CheckScalar(scalar, schema, at);
                break;
            default:
                break;
        }
    }

    private void CheckObject(JsonObject members, JsonObject schema, string at)
    {
        foreach (var required in (schema["required"] as JsonArray ?? []).Select(name => name!.ToString()).Where(name => !members.ContainsKey(name)))
        {
            faults.Add($"{at}/{required}: is required");
        }

        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var (name, value) in members)
        {
            if (properties[name] is JsonObject property)
            {
                Check(value, contract.Resolve(property), $"{at}/{name}");
            }
            else if (closed)
            {
                faults.Add($"{at}/{name}: is not in the contract");
            }
        }
    }

    private void CheckArray(JsonArray items, JsonObject schema, string at)
    {
        Fault(Number(schema, "minItems") > items.Count, at, "has too few items");
        Fault(Number(schema, "maxItems") < items.Count, at, "has too many items");
        if (schema["items"] is not JsonObject itemSchema)
        {
            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            Check(items[i], contract.Resolve(itemSchema), $"{at}/{i}");
        }
    }

    private void CheckScalar(JsonValue scalar, JsonObject schema, string at)
    {
        Fault(schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, scalar)), at, "is not one of the named values");
        if (scalar.GetValueKind() == JsonValueKind.Number)
        {
            var number = decimal.Parse(scalar.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
            Fault(Number(schema, "minimum") > number, at, "is below the minimum");
            Fault(Number(schema, "maximum") < number, at, "is above the maximum");
            return;
        }

        if (scalar.GetValueKind() == JsonValueKind.String)
        {
            CheckText(scalar.GetValue<string>(), schema, at);
        }
    }

    private void CheckText(string text, JsonObject schema, string at)
    {
        var length = text.EnumerateRunes().Count();
        Fault(Number(schema, "minLength") > length, at, "is too short");
        Fault(Number(schema, "maxLength") < length, at, "is too long");
        Fault(schema["pattern"] is { } pattern && !Matches(text, pattern.ToString()), at, "does not fit the pattern");
        Fault(schema["format"] is { } format && !HasFormat(text, format.ToString()), at, $"is no {schema["format"]}");
    }

    /// <remarks>A pattern is ECMAScript; of that, .NET's own mode knows no \p{L}. The contracts use it without \d or \w, which would differ.</remarks>
    private static bool Matches(string text, string pattern) => Regex.IsMatch(
        text, pattern, pattern.Contains(@"\p{", StringComparison.Ordinal) ? RegexOptions.CultureInvariant : RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));

    private void Fault(bool wrong, string at, string detail)
    {
        if (wrong)
        {
            faults.Add($"{at}: {detail}");
        }
    }

    private static decimal? Number(JsonObject schema, string keyword) => schema[keyword]?.GetValue<long>();

    private static bool HasType(JsonNode? value, string type) => (type, value?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => WholeNumber().IsMatch(value.ToJsonString()),
        _ => false,
    };

    private static bool HasFormat(string text, string format) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTimeShape().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        _ => throw new NotSupportedException($"Format {format} is not checked yet."),
    };

    [GeneratedRegex(@"^-?\d+$", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateTimeShape();
}
