using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Door;

/// <summary>Holds a body against the type it should become and names every fault; the serializer alone stops at the first.</summary>
internal static class BodyCheck
{
    private const int Most = 100;
    private const int LongestName = 32;

    /// <summary>As a partner's JSON, but closed: what the contract does not name is refused.</summary>
    public static JsonSerializerOptions Options { get; } = Closed();

    /// <summary>Every fault, in the order of the body; missing members after those that are there.</summary>
    public static IReadOnlyList<InvoerFout> Check(JsonElement body, Type type)
    {
        var fouten = new List<InvoerFout>();
        Walk(body, type, string.Empty, fouten);
        return fouten;
    }

    private static JsonSerializerOptions Closed()
    {
        var options = new JsonSerializerOptions(PartnerJson.Options)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.Converters.Clear();
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new MomentConverter());
        options.MakeReadOnly();
        return options;
    }

    private static void Walk(JsonElement element, Type type, string at, List<InvoerFout> fouten)
    {
        var info = Options.GetTypeInfo(type);
        if (info.Kind == JsonTypeInfoKind.Object)
        {
            WalkObject(element, info, at, fouten);
        }
        else if (info is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } && element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var each in element.EnumerateArray())
            {
                Walk(each, item, $"{at}/{index++}", fouten);
            }
        }
        else if (!Fits(element, type))
        {
            Add(fouten, $"Is geen {Expected(type)}.", at);
        }
    }

    private static void WalkObject(JsonElement element, JsonTypeInfo info, string at, List<InvoerFout> fouten)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Add(fouten, "Is geen object.", at);
            return;
        }

        var members = info.Properties.ToDictionary(p => p.Name);
        foreach (var given in element.EnumerateObject())
        {
            if (!members.Remove(given.Name, out var member))
            {
                Unknown(given.Name, at, fouten);
            }
            else if (given.Value.ValueKind != JsonValueKind.Null)
            {
                Walk(given.Value, member.PropertyType, $"{at}/{given.Name}", fouten);
            }
            else if (!member.IsSetNullable)
            {
                Add(fouten, "Is leeg (null). Vul een waarde in.", $"{at}/{given.Name}");
            }
        }

        foreach (var missing in members.Values.Where(m => m.IsRequired))
        {
            Add(fouten, "Ontbreekt, maar is verplicht.", $"{at}/{missing.Name}");
        }
    }

    // a name can hold anything, a BSN too: only a word of letters is said back
    private static void Unknown(string name, string at, List<InvoerFout> fouten) =>
        Add(fouten, "Dit veld staat niet in het contract.", name.Length <= LongestName && name.All(char.IsAsciiLetter) ? $"{at}/{name}" : at);

    private static bool Fits(JsonElement element, Type type)
    {
        try
        {
            return element.Deserialize(type, Options) is not null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Expected(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            { IsEnum: true } => "waarde uit de lijst van het contract",
            _ when plain == typeof(string) => "tekst",
            _ when plain == typeof(bool) => "true of false",
            _ when plain == typeof(DateOnly) => "datum (jjjj-mm-dd)",
            _ when plain == typeof(DateTimeOffset) => "tijdstip met tijdzone (zoals 2024-05-06T09:00:00Z)",
            _ when plain == typeof(Guid) => "UUID",
            _ when Options.GetTypeInfo(plain).Kind == JsonTypeInfoKind.Enumerable => "lijst",
            _ => "geldig getal",
        };
    }

    private static void Add(List<InvoerFout> fouten, string detail, string at)
    {
        if (fouten.Count < Most)
        {
            fouten.Add(new InvoerFout(detail, Pointer: at));
        }
    }
}
