using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Storage;

/// <summary>One fixed form of a JSON object, so that equal content has equal bytes.</summary>
internal static class JsonBytes
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(JsonObject velden)
    {
        var ordered = new JsonObject(velden.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone())));
        return JsonSerializer.SerializeToUtf8Bytes(ordered, Compact);
    }
}
