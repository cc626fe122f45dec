using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>Reads and makes the parts of a person, which are JSON because a test may also make them what no contract allows.</summary>
internal static class DuoDeel
{
    /// <summary>A member that is text; null when it is absent or something else.</summary>
    public static string? Tekst(this JsonElement? deel, string naam) => deel.Lid(naam) is { ValueKind: JsonValueKind.String } lid ? lid.GetString() : null;

    /// <summary>A member that is a date; null when it is absent or something else.</summary>
    public static DateOnly? Datum(this JsonElement? deel, string naam) => AlsDatum(deel.Tekst(naam));

    /// <summary>A member of an object; null when it is absent.</summary>
    public static JsonElement? Lid(this JsonElement? deel, string naam) =>
        deel is { ValueKind: JsonValueKind.Object } geheel && geheel.TryGetProperty(naam, out var lid) ? lid : null;

    public static DateOnly? AlsDatum(string? tekst) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var datum) ? datum : null;

    public static string AlsTekst(DateOnly datum) => datum.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static JsonElement Van(JsonNode node) => JsonSerializer.SerializeToElement(node);

    /// <summary>The named members that the part has, as an object of their own.</summary>
    public static JsonObject Alleen(this JsonElement? deel, params ReadOnlySpan<string> namen)
    {
        var gekozen = new JsonObject();
        foreach (var naam in namen)
        {
            if (deel.Lid(naam) is { } lid)
            {
                gekozen[naam] = JsonNode.Parse(lid.GetRawText());
            }
        }

        return gekozen;
    }
}
