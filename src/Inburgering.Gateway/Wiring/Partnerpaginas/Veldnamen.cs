using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Wiring.Partnerpaginas;

/// <summary>Names of fields as they stand on the wire: «lijst[].veld», «deel.veld».</summary>
internal static class Veldnamen
{
    /// <summary>Of a notification, by its canonical record.</summary>
    public static IEnumerable<string> Melding { get; } =
        new[] { nameof(Gebeurtenis.Code), nameof(Gebeurtenis.Tijdstip), nameof(Gebeurtenis.Bsn), nameof(Gebeurtenis.VNummer) }.Select(JsonNamingPolicy.CamelCase.ConvertName);

    /// <summary>Of the content of an example.</summary>
    public static IEnumerable<string> Van(JsonNode inhoud, string begin = "") => inhoud switch
    {
        JsonObject velden => velden.SelectMany(veld => Deel(veld.Value, begin + veld.Key)),
        JsonArray lijst => lijst.SelectMany(regel => Deel(regel, begin)),
        _ => [begin],
    };

    /// <summary>Of a record of the seam, its lists included; what a melding keeps to itself is left out.</summary>
    public static IEnumerable<string> Van(Type record, string begin = "") => record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(deel => deel.GetCustomAttribute<JsonIgnoreAttribute>() is null && deel.GetIndexParameters().Length == 0)
        .SelectMany(deel => Deel(deel, begin + JsonNamingPolicy.CamelCase.ConvertName(deel.Name)));

    private static IEnumerable<string> Deel(JsonNode? inhoud, string naam) => inhoud switch
    {
        JsonObject deel => Van(deel, $"{naam}."),
        JsonArray { Count: > 0 } lijst => Van(lijst, $"{naam}[]"),
        _ => [naam],
    };

    private static IEnumerable<string> Deel(PropertyInfo deel, string naam)
    {
        var regel = deel.PropertyType.IsGenericType && deel.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? deel.PropertyType.GetGenericArguments()[0] : null;
        return regel is { IsClass: true, Assembly: var assembly } && assembly == typeof(Melding).Assembly ? Van(regel, $"{naam}[].") : [naam];
    }
}
