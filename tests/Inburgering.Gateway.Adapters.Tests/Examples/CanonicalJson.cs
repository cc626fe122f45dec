using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Tests.Examples;

/// <summary>A reply as an example writes it: the record's name as $type, then its fields; another reply than an answer says so in $reply.</summary>
internal static class CanonicalJson
{
    public const string TypeName = "$type";

    private static readonly JsonSerializerOptions Options = new(PartnerJson.Options)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new RecordConverter(),
            new TextConverter<Bsn>(bsn => bsn.Reveal()),
            new TextConverter<VNummer>(number => number.Reveal()),
            new TextConverter<Iban>(iban => iban.Reveal()),
            new TextConverter<Type>(type => type.Name),
        },
    };

    public static JsonObject Of<T>(PartnerReply<T> reply)
    {
        var json = new JsonObject { [TypeName] = typeof(T).Name };
        object fields = reply;
        if (reply is PartnerReply<T>.Answer(var value))
        {
            fields = value!;
        }
        else
        {
            json["$reply"] = reply.GetType().Name;
        }

        foreach (var (name, field) in JsonSerializer.SerializeToNode(fields, fields.GetType(), Options)!.AsObject())
        {
            json[name] = field?.DeepClone();
        }

        return json;
    }

    public static string Print(JsonObject json) => json.ToJsonString(Options) + "\n";

    /// <summary>One of several kinds of record: its name goes along.</summary>
    private sealed class RecordConverter : JsonConverter<object>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(object);

        public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
        {
            var json = new JsonObject { [TypeName] = value.GetType().Name };
            foreach (var (name, field) in JsonSerializer.SerializeToNode(value, value.GetType(), options)!.AsObject())
            {
                json[name] = field?.DeepClone();
            }

            json.WriteTo(writer, options);
        }
    }

    private sealed class TextConverter<T>(Func<T, string> print) : JsonConverter<T>
    {
        // typeof(X) is a RuntimeType, a Type all the same.
        public override bool CanConvert(Type typeToConvert) => typeof(T).IsAssignableFrom(typeToConvert);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(print(value));
    }
}
