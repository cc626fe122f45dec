using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners;

/// <summary>The one way partner JSON is read: no duplicate properties, case-sensitive, at most 16 deep; unknown properties are left alone.</summary>
public static class PartnerJson
{
    /// <summary>For <see cref="JsonSerializer"/>.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 16,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>For <see cref="JsonDocument"/>.</summary>
    public static JsonDocumentOptions DocumentOptions { get; } = new() { MaxDepth = 16, AllowDuplicateProperties = false };
}
