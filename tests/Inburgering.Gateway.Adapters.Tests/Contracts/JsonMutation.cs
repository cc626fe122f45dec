using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Tests.Contracts;

/// <summary>One change somewhere in a JSON value, drawn from a seed: often a fault, sometimes not.</summary>
internal static class JsonMutation
{
    public static JsonNode? Apply(JsonNode value, int seed)
    {
        var random = new Random(seed);
        var root = new JsonArray(value.DeepClone());
        var places = Places(root).ToList();
        var place = places[random.Next(places.Count)];
        Change(place, random);
        return root[0]?.DeepClone();
    }

    private static IEnumerable<JsonNode> Places(JsonNode parent)
    {
        IEnumerable<JsonNode?> children = parent switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(child => Places(child).Prepend(child));
    }

    private static void Change(JsonNode place, Random random)
    {
        if (random.Next(3) == 0 && place.Parent is JsonObject members)
        {
            members.Remove(place.GetPropertyName());
            return;
        }

        place.ReplaceWith(random.Next(2) == 0 ? Other(random) : Neighbour(place, random));
    }

    private static JsonNode? Other(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.Next(-10, 100_000)),
        3 => JsonValue.Create(0.5),
        4 => JsonValue.Create(string.Empty),
        5 => JsonValue.Create("2024-02-30"),
        6 => new JsonArray(),
        _ => new JsonObject(),
    };

    /// <remarks>Almost the same: one sign more or fewer, other capitals, one higher or lower.</remarks>
    private static JsonNode? Neighbour(JsonNode place, Random random) => place.GetValueKind() switch
    {
        JsonValueKind.Number => JsonValue.Create(place.GetValue<long>() + (random.Next(2) == 0 ? 10_000_000_000 : -10_000_000_000)),
        JsonValueKind.String => JsonValue.Create(random.Next(3) switch
        {
            0 => $"{place}9",
            1 => place.ToString() is { Length: > 0 } text ? text[1..] : "x",
            _ => place.ToString().ToLowerInvariant(),
        }),
        _ => place.DeepClone(),
    };
}
