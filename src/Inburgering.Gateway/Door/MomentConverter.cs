using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Door;

/// <summary>Moments on our wire: any offset in, always UTC with Z out (ADR /core/date-time/format, /core/date-time/timezone).</summary>
internal sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Rfc3339.TryParse(reader.GetString(), out var moment) ? moment : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
