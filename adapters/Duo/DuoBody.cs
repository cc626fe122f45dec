using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>A body for DUO.</summary>
internal static class DuoBody
{
    /// <summary>An object of these fields. What is null is left out; in a PUT, DUO takes that for «withdrawn».</summary>
    public static byte[] Of(params (string Name, object? Value)[] fields)
    {
        var filled = fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Node(field.Value!)));
        return Encoding.UTF8.GetBytes(new JsonObject(filled).ToJsonString());
    }

    /// <summary>DUO's InburgeringJaNeeType.</summary>
    public static string? JaNee(bool? value) => value switch
    {
        true => "Ja",
        false => "Nee",
        null => null,
    };

    private static JsonValue Node(object value) => value switch
    {
        DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        _ => throw new UnreachableException(),
    };
}
