using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>A line of an exported log (JSON Lines) that is no line of the log itself; for those see <see cref="Regeltekst"/>. The whole form: docs/logexport.md.</summary>
/// <remarks>Hashes are lower-case hex, times ms since 1970; what was hashed stands there as it was hashed.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "soort")]
[JsonDerivedType(typeof(ExportBegin), "begin")]
[JsonDerivedType(typeof(ExportSleutel), "sleutel")]
[JsonDerivedType(typeof(ExportKop), "kop")]
[JsonDerivedType(typeof(ExportZegel), "zegel")]
[JsonDerivedType(typeof(ExportWislijn), "wislijn")]
[JsonDerivedType(typeof(ExportAfsluiting), "afsluiting")]
[JsonDerivedType(typeof(ExportHerstel), "herstel")]
[JsonDerivedType(typeof(ExportEinde), "einde")]
internal abstract record Exportregel
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,      // for a file, never for a page
        Converters = { new Hex() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <param name="rang">Its place among the kinds; the lines of the log come before the last.</param>
    protected Exportregel(int rang) => Rang = rang;

    [JsonIgnore]
    public int Rang { get; }

    /// <summary>Bytes as lower-case hex.</summary>
    private sealed class Hex : JsonConverter<byte[]>
    {
        private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? throw new JsonException();
            return text.Length % 2 == 0 && !text.AsSpan().ContainsAnyExcept(Digits) ? Convert.FromHexString(text) : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteStringValue(Convert.ToHexStringLower(value));
    }
}

/// <param name="Vorm">Version of the form of the file.</param>
internal sealed record ExportBegin(int Vorm) : Exportregel(0)
{
    public const int Versie = 1;
}

/// <param name="Spki">Public key of checkpoints, SubjectPublicKeyInfo in base64.</param>
internal sealed record ExportSleutel(string Kid, string Spki) : Exportregel(1);

internal sealed record ExportKop(string Gemeentecode, int Slot, long Seq, byte[] Hash) : Exportregel(2);

internal sealed record ExportZegel(long Nummer, long Tijd, byte[] VorigHash, byte[] Hash, string Kid, byte[] Handtekening, string Inhoud) : Exportregel(3);

internal sealed record ExportWislijn(string Gemeentecode, long Nummer, byte[] Hash, string Inhoud) : Exportregel(4);

internal sealed record ExportAfsluiting(DateOnly Maand, byte[] Hash, string Kid, byte[] Handtekening, string Inhoud) : Exportregel(5);

internal sealed record ExportHerstel(long Nummer, byte[] Hash, string Kid, byte[] Handtekening, string Inhoud) : Exportregel(6);

/// <summary>The last line: a file without it was cut off.</summary>
internal sealed record ExportEinde() : Exportregel(8);
