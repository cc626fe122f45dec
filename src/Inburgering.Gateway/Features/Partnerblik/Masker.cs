using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Features.Partnerblik;

/// <summary>A value as people may see it before they ask for it (ux 1.5): that it is there, not what it is.</summary>
internal static class Masker
{
    private const string Bedekt = "•••";
    private const int Staart = 2;

    /// <summary>"•••••••19" for a number of a person, "H•••" for a text, "2 waarden" for a list.</summary>
    public static string Van(string veld, JsonNode waarde) => waarde switch
    {
        JsonArray lijst => lijst.Count == 1 ? "1 waarde" : $"{lijst.Count} waarden",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Tekst(veld, value.GetValue<string>()),
        _ => Bedekt,
    };

    /// <summary>The value in words.</summary>
    public static string Open(JsonNode waarde) => waarde switch
    {
        JsonArray lijst => string.Join("; ", lijst.OfType<JsonNode>().Select(Open)),
        JsonObject velden => string.Join(", ", velden.Where(v => v.Value is not null).Select(v => $"{Woorden.Veld(v.Key)}: {Open(v.Value!)}")),
        _ when waarde.GetValueKind() is JsonValueKind.True => "ja",
        _ when waarde.GetValueKind() is JsonValueKind.False => "nee",
        _ => waarde.ToString(),
    };

    private static string Tekst(string veld, string tekst) => veld switch
    {
        "bsn" or "vNummer" when tekst.Length > Staart => new string('•', tekst.Length - Staart) + tekst[^Staart..],
        _ => tekst.Length > Bedekt.Length && char.IsLetter(tekst[0]) ? tekst[0] + Bedekt : Bedekt,
    };
}
