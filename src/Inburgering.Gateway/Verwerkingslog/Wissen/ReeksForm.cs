using System.Globalization;
using System.Text.Json;

namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>A run of lines in the canonical JSON of what names it: gemeente, slot, first and last seq, hash before and hash of the last.</summary>
internal static class ReeksForm
{
    public static string Write(Reeks reeks) => string.Create(CultureInfo.InvariantCulture,
        $"[\"{reeks.Gemeentecode}\",{reeks.Slot},{reeks.Van},{reeks.Tot},\"{Convert.ToHexStringLower(reeks.Voor)}\",\"{Convert.ToHexStringLower(reeks.Laatste)}\"]");

    /// <remarks>Throws what reading JSON throws when it has another form.</remarks>
    public static Reeks Read(JsonElement reeks) => new(
        reeks[0].GetString()!, reeks[1].GetInt32(), reeks[2].GetInt64(), reeks[3].GetInt64(),
        Convert.FromHexString(reeks[4].GetString()!), Convert.FromHexString(reeks[5].GetString()!));

    /// <summary>Every run has lines, and they stand by gemeente, slot and seq without overlap.</summary>
    public static bool InOrder(IReadOnlyList<Reeks> reeksen) =>
        reeksen.All(r => r.Van > 0 && r.Van <= r.Tot) && reeksen.Zip(reeksen.Skip(1)).All(p => InOrder(p.First, p.Second));

    private static bool InOrder(Reeks first, Reeks second) => string.CompareOrdinal(first.Gemeentecode, second.Gemeentecode) switch
    {
        < 0 => true,
        0 => first.Slot < second.Slot || (first.Slot == second.Slot && first.Tot < second.Van),
        _ => false,
    };
}
