using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Tests.Contracts;

/// <summary>A hash of a part of a contract, every $ref followed: the same text gives the same hash, however the file is arranged.</summary>
internal static class Fingerprint
{
    private const int Length = 16;

    public static string Of(OpenApiContract contract, JsonNode part)
    {
        var text = new StringBuilder();
        Write(contract, part, text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Length];
    }

    private static void Write(OpenApiContract contract, JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject members:
                text.Append('{');
                foreach (var (name, value) in contract.Resolve(members).OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append(JsonValue.Create(name).ToJsonString()).Append(':');
                    Write(contract, value, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(contract, item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }
}
