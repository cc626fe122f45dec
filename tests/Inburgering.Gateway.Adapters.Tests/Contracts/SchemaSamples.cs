using System.Globalization;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Tests.Contracts;

/// <summary>Values that fit a schema, drawn from a seed: the same seed gives the same value.</summary>
internal sealed class SchemaSamples(OpenApiContract contract, int seed)
{
    private const int MostItems = 4;

    private static readonly DateTimeOffset Epoch = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random random = new(seed);

    /// <summary>A value that fits, with some of the optional members.</summary>
    public JsonNode Draw(JsonObject schema)
    {
        var resolved = contract.Resolve(schema);
        return resolved["type"]?.ToString() switch
        {
            "object" => DrawObject(resolved),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(MostItems)).Select(_ => Draw(resolved["items"]!.AsObject()))]),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            "integer" => JsonValue.Create(random.NextInt64(Bound(resolved, "minimum", 0), Bound(resolved, "maximum", 1000) + 1)),
            "string" => JsonValue.Create(DrawText(resolved)),
            var other => throw new NotSupportedException($"Type {other} is not drawn yet."),
        };
    }

    private JsonObject DrawObject(JsonObject schema)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(name => name!.ToString()).ToHashSet();
        var members = schema["properties"]!.AsObject().Where(member => required.Contains(member.Key) || random.Next(2) == 0);
        return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Draw(member.Value!.AsObject()))));
    }

    private string DrawText(JsonObject schema)
    {
        if (schema["enum"] is JsonArray words)
        {
            return words[random.Next(words.Count)]!.ToString();
        }

        return schema["format"]?.ToString() switch
        {
            "date" => Epoch.AddDays(random.Next(4000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "date-time" => Epoch.AddSeconds(random.Next()).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
            null => schema["pattern"] is { } pattern ? DrawPattern(pattern.ToString()) : DrawFree(schema),
            var other => throw new NotSupportedException($"Format {other} is not drawn yet."),
        };
    }

    private string DrawPattern(string pattern) => pattern switch
    {
        @"\d{9}" => Signs("0123456789", 9),
        @"\d{4}" => Signs("0123456789", 4),
        "^[0-9A-Z]{1,6}$" => Signs("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", random.Next(1, 7)),
        @"^(\d{1,3}\,\d{2})$" => $"{Signs("0123456789", random.Next(1, 4))},{Signs("0123456789", 2)}",
        "([1-9]{1}[0-9]{3}[A-Z]{2})" => $"{random.Next(1000, 10_000)}{Signs("ABXZ", 2)}",
        "([0-9]{2}[A-Z]{2})" => $"{Signs("0123456789", 2)}{Signs("ABXZ", 2)}",
        @"^\d{1,10}$" => Signs("0123456789", random.Next(1, 11)),
        @"[\s'‘.\p{L}\p{Pd}]{0,100}" => Signs("abc é'‘.-Ø漢", random.Next(101)),
        @"^(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?$" => $"+{Signs("0123456789", 2)} (0) {Signs("0123456789", random.Next(1, 10))}",
        _ => throw new NotSupportedException($"Pattern {pattern} is not drawn yet."),
    };

    private string DrawFree(JsonObject schema) =>
        Signs("abc XYZ 019 -_/\"\\éß漢", random.Next((int)Bound(schema, "minLength", 0), (int)Bound(schema, "maxLength", 40) + 1));

    private string Signs(string from, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => from[random.Next(from.Length)]));

    private static long Bound(JsonObject schema, string keyword, long otherwise) => schema[keyword]?.GetValue<long>() ?? otherwise;
}
