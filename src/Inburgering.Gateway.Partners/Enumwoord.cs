using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners;

/// <summary>The word of an enum's value in API and database, said once at the value itself.</summary>
public static class Enumwoord
{
    /// <summary>"wordt_aangeboden".</summary>
    /// <exception cref="KeyNotFoundException">No value of the enum.</exception>
    public static string Van<T>(T waarde)
        where T : struct, Enum => Tabel<T>.Woorden[waarde];

    /// <summary>The value of a word that was stored.</summary>
    /// <exception cref="KeyNotFoundException">No word of the enum.</exception>
    public static T Lees<T>(string woord)
        where T : struct, Enum => Tabel<T>.Waarden[woord];

    /// <summary>The value of a word that somebody wrote.</summary>
    /// <param name="woord">Null is allowed and is no word.</param>
    public static bool TryLees<T>(string? woord, out T waarde)
        where T : struct, Enum => Tabel<T>.Waarden.TryGetValue(woord ?? string.Empty, out waarde);

    private static class Tabel<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Woorden = Enum.GetValues<T>().ToFrozenDictionary(w => w, Naam);

        public static readonly FrozenDictionary<string, T> Waarden = Woorden.ToFrozenDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);

        private static string Naam(T waarde) =>
            typeof(T).GetField(waarde.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? waarde.ToString().ToLowerInvariant();
    }
}
