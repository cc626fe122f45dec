using System.Text.Json;
using System.Text.Json.Serialization;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>One line of an exported log (JSON Lines): first the heads, then the checkpoints, then the lines by gemeente, slot and seq.</summary>
/// <remarks>
/// The objects stand there as text, exactly as they were hashed, so whoever verifies takes their UTF-8 bytes and needs nothing of ours but
/// the rule in <see cref="Vorm.Keten"/>. Hashes are lower-case hex, times ms since 1970.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "soort")]
[JsonDerivedType(typeof(ExportKop), "kop")]
[JsonDerivedType(typeof(ExportZegel), "zegel")]
[JsonDerivedType(typeof(ExportRegel), "regel")]
internal abstract record Exportregel
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
    };
}

internal sealed record ExportKop(string Gemeentecode, int Slot, long Seq, string Hash) : Exportregel;

internal sealed record ExportZegel(Anker Zegel) : Exportregel;

/// <param name="Velden">The object without the person.</param>
/// <param name="Persoon">The object with the person; counts only together with <paramref name="Zout"/>.</param>
internal sealed record ExportRegel(
    string Gemeentecode, int Slot, long Seq, long Registratie, string Velden, string Persoon, string? Zout, string? PersoonDigest, string Hash)
    : Exportregel;
