using System.Text.Json;
using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>The published schemas of config/schema/, the same that an editor uses: the start checks every shape against them, all faults at once.</summary>
/// <remarks>Knows the keywords that those files use and no others; a test holds its verdicts against another implementation.</remarks>
internal static class PolicySchema
{
    private const int Tonen = 40;
    private static readonly string[] Uitleg = ["$schema", "$defs", "$comment", "title", "description"];
    private static readonly Dictionary<string, JsonElement> Schemas = Load();

    /// <summary>Every place where the document does not fit.</summary>
    /// <param name="schema">"partner.schema.json".</param>
    public static IEnumerable<string> Check(string schema, JsonElement document, Plaats plaats) => Check(new Deel(schema, Schemas[schema]), document, plaats);

    private static IEnumerable<string> Check(Deel deel, JsonElement waarde, Plaats plaats)
    {
        foreach (var regel in deel.Vorm.EnumerateObject().Where(r => !Uitleg.Contains(r.Name)))
        {
            foreach (var fout in Check(deel, regel, waarde, plaats))
            {
                yield return fout;
            }
        }
    }

    private static IEnumerable<string> Check(Deel deel, JsonProperty regel, JsonElement waarde, Plaats plaats) => regel.Name switch
    {
        "$ref" => Check(Verwezen(deel, regel.Value.GetString()!), waarde, plaats),
        "type" => Past(regel.Value.GetString()!, waarde) ? [] : [plaats.Fout($"{Toon(waarde)} is geen {Soort(regel.Value.GetString()!)}.")],
        "enum" => regel.Value.EnumerateArray().Any(w => JsonElement.DeepEquals(w, waarde)) ? [] : [plaats.Fout($"{Naam(deel)} {Toon(waarde)} bestaat niet.")],
        "pattern" => waarde.ValueKind != JsonValueKind.String || Matches(regel.Value.GetString()!, waarde.GetString()!) ? [] : [plaats.Fout($"{Toon(waarde)} is geen {Naam(deel)}.")],
        "maxLength" => Lengte(waarde) <= regel.Value.GetInt32() ? [] : [plaats.Fout($"{Lengte(waarde)} tekens is te lang; hoogstens {regel.Value.GetInt32()}.")],
        "minLength" => Lengte(waarde) is null || Lengte(waarde) >= regel.Value.GetInt32() ? [] : [plaats.Fout("mag niet leeg zijn.")],
        "minimum" => waarde.ValueKind != JsonValueKind.Number || waarde.GetDecimal() >= regel.Value.GetDecimal() ? [] : [plaats.Fout($"{Toon(waarde)} is te klein.")],
        "maximum" => waarde.ValueKind != JsonValueKind.Number || waarde.GetDecimal() <= regel.Value.GetDecimal() ? [] : [plaats.Fout($"{Toon(waarde)} is te groot.")],
        "required" or "properties" or "additionalProperties" or "propertyNames" or "minProperties" => waarde.ValueKind == JsonValueKind.Object ? OfObject(deel, regel, waarde, plaats) : [],
        "items" or "minItems" or "uniqueItems" => waarde.ValueKind == JsonValueKind.Array ? OfList(deel, regel, waarde, plaats) : [],
        _ => throw new InvalidOperationException($"{deel.Bestand}: the check does not know «{regel.Name}»."),
    };

    private static IEnumerable<string> OfObject(Deel deel, JsonProperty regel, JsonElement waarde, Plaats plaats) => regel.Name switch
    {
        "required" => regel.Value.EnumerateArray().Select(n => n.GetString()!).Where(n => !waarde.TryGetProperty(n, out _)).Select(n => plaats[n].Fout("ontbreekt, maar is verplicht.")),
        "properties" => regel.Value.EnumerateObject().Where(p => waarde.TryGetProperty(p.Name, out _)).SelectMany(p => Check(deel with { Vorm = p.Value }, waarde.GetProperty(p.Name), plaats[p.Name])),
        "propertyNames" => waarde.EnumerateObject().SelectMany(p => Check(deel with { Vorm = regel.Value }, JsonSerializer.SerializeToElement(p.Name), plaats[Kort(p.Name)])),
        "minProperties" => waarde.GetPropertyCount() >= regel.Value.GetInt32() ? [] : [plaats.Fout("mag niet leeg zijn.")],
        _ => Others(deel, waarde).SelectMany(p => regel.Value.ValueKind == JsonValueKind.False
            ? [plaats[Kort(p.Name)].Fout($"«{Kort(p.Name)}» is geen woord van het beleid.")]
            : Check(deel with { Vorm = regel.Value }, p.Value, plaats[Kort(p.Name)])),
    };

    private static IEnumerable<string> OfList(Deel deel, JsonProperty regel, JsonElement waarde, Plaats plaats) => regel.Name switch
    {
        "items" => waarde.EnumerateArray().SelectMany((item, i) => Check(deel with { Vorm = regel.Value }, item, plaats[i])),
        "minItems" => waarde.GetArrayLength() >= regel.Value.GetInt32() ? [] : [plaats.Fout("mag niet leeg zijn.")],
        _ => waarde.EnumerateArray().Select((item, i) => (item, i))
            .Where(a => waarde.EnumerateArray().Take(a.i).Any(eerder => JsonElement.DeepEquals(eerder, a.item))).Select(a => plaats[a.i].Fout("staat er twee keer.")),
    };

    private static IEnumerable<JsonProperty> Others(Deel deel, JsonElement waarde) =>
        waarde.EnumerateObject().Where(p => !(deel.Vorm.TryGetProperty("properties", out var bekend) && bekend.TryGetProperty(p.Name, out _)));

    private static Deel Verwezen(Deel deel, string verwijzing)
    {
        var delen = verwijzing.Split("#/$defs/");
        var bestand = delen[0].Length == 0 ? deel.Bestand : delen[0];
        return new Deel(bestand, Schemas[bestand].GetProperty("$defs").GetProperty(delen[1]));
    }

    private static bool Past(string type, JsonElement waarde) => type switch
    {
        "object" => waarde.ValueKind == JsonValueKind.Object,
        "array" => waarde.ValueKind == JsonValueKind.Array,
        "string" => waarde.ValueKind == JsonValueKind.String,
        "boolean" => waarde.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => waarde.ValueKind == JsonValueKind.Number && waarde.TryGetInt32(out _),
        _ => throw new InvalidOperationException($"The check does not know type «{type}»."),
    };

    private static string Soort(string type) => type switch { "object" => "groep", "array" => "lijst", "string" => "tekst", "boolean" => "true of false", _ => "geheel getal" };

    // in .NET a closing $ lets a line end pass
    private static bool Matches(string patroon, string tekst) => Regex.IsMatch(tekst, patroon[..^1] + @"\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static int? Lengte(JsonElement waarde) => waarde.ValueKind == JsonValueKind.String ? waarde.GetString()!.EnumerateRunes().Count() : null;

    private static string Naam(Deel deel) => deel.Vorm.GetProperty("title").GetString()!;

    private static string Toon(JsonElement waarde) => $"«{Kort(waarde.ValueKind == JsonValueKind.String ? waarde.GetString()! : waarde.GetRawText())}»";

    private static string Kort(string tekst) => tekst.Length <= Tonen ? tekst : tekst[..Tonen] + "…";

    private static Dictionary<string, JsonElement> Load()
    {
        const string Map = "config.schema.";
        var assembly = typeof(PolicySchema).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Map, StringComparison.Ordinal)).ToDictionary(n => n[Map.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            return JsonDocument.Parse(stream).RootElement;
        });
    }

    /// <summary>One subschema, and the file in which its references are looked up.</summary>
    private readonly record struct Deel(string Bestand, JsonElement Vorm);
}
