using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>Reads config/ into one policy, or refuses with every fault and its place.</summary>
internal static class PolicyLoader
{
    /// <summary>Reads and checks the folder.</summary>
    /// <param name="map">Folder with gegevens.json, partners/ and gemeenten/.</param>
    /// <param name="adapters">Keys of the adapters found; each must have its file and the other way round.</param>
    /// <exception cref="PolicyException">Says in Dutch what is wrong, one line per fault.</exception>
    public static Beleid Load(string map, IReadOnlyCollection<string> adapters)
    {
        var fouten = new List<string>();
        var tekst = new StringBuilder();
        var gegevens = Read<GegevensFile>(map, "gegevens.json", tekst, fouten);
        var partners = ReadAll<PartnerFile>(map, "partners", tekst, fouten);
        var gemeenten = ReadAll<GemeenteFile>(map, "gemeenten", tekst, fouten);
        CheckAdapters(partners.Keys, adapters, fouten);
        if (gegevens is not null)
        {
            fouten.AddRange(PolicyRules.Check(gegevens, partners, gemeenten));
        }

        if (fouten.Count > 0 || gegevens is null)
        {
            throw new PolicyException(fouten);
        }

        var inhoud = tekst.ToString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inhoud)));
        return new Beleid(gegevens, [.. partners.Values], [.. gemeenten.Values], hash, inhoud);
    }

    private static void CheckAdapters(IEnumerable<string> files, IReadOnlyCollection<string> adapters, List<string> fouten)
    {
        var namen = files.Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet();
        fouten.AddRange(adapters.Where(a => !namen.Contains(a)).Select(a => $"config/partners/{a}.json ontbreekt: er is wel een adapter «{a}»."));
        fouten.AddRange(namen.Where(n => !adapters.Contains(n)).Select(n => $"adapters/ heeft geen map voor «{n}»: config/partners/{n}.json hoort bij geen adapter."));
    }

    private static SortedDictionary<string, T> ReadAll<T>(string map, string folder, StringBuilder tekst, List<string> fouten)
        where T : class
    {
        var found = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(map, folder), "*.json").Order(StringComparer.Ordinal))
        {
            var name = $"{folder}/{Path.GetFileName(path)}";
            if (Read<T>(map, name, tekst, fouten) is { } file)
            {
                found.Add(name, file);
            }
        }

        return found;
    }

    private static T? Read<T>(string map, string name, StringBuilder tekst, List<string> fouten)
        where T : class
    {
        try
        {
            var content = File.ReadAllText(Path.Combine(map, name));
            tekst.Append("=== ").Append(name).Append('\n').Append(content.ReplaceLineEndings("\n"));
            return JsonSerializer.Deserialize<T>(content, PolicyJson.Options);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            fouten.Add($"config/{name}: {e.Message}");
            return null;
        }
    }
}

/// <summary>The policy cannot be loaded; the message lists every fault.</summary>
public sealed class PolicyException(IReadOnlyList<string> fouten)
    : Exception("Het beleid in config/ klopt niet:" + string.Concat(fouten.Select(f => "\n- " + f)))
{
    /// <summary>One sentence per fault, with its file.</summary>
    public IReadOnlyList<string> Fouten { get; } = fouten;
}
