using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>Reads a policy from config/ or from its recorded text, or refuses with every fault and its place.</summary>
internal static class PolicyLoader
{
    private const string Kop = "=== ";

    /// <summary>Reads and checks the folder.</summary>
    /// <param name="map">Folder with gegevens.json, partners/ and gemeenten/.</param>
    /// <param name="adapters">Keys of the adapters found; each must have its file and the other way round.</param>
    /// <exception cref="PolicyException">Says in Dutch what is wrong, one line per fault.</exception>
    public static Beleid Load(string map, IReadOnlyCollection<string> adapters) => FromText(ReadFolder(map), adapters);

    /// <summary>All files of the folder in one text; what is hashed and kept.</summary>
    /// <exception cref="PolicyException">The folder cannot be read.</exception>
    public static string ReadFolder(string map)
    {
        try
        {
            var tekst = new StringBuilder();
            foreach (var name in (string[])["gegevens.json", .. Names(map, "partners"), .. Names(map, "gemeenten")])
            {
                var content = File.ReadAllText(Path.Combine(map, name)).ReplaceLineEndings("\n");
                tekst.Append(Kop).Append(name).Append('\n').Append(content).Append(content.EndsWith('\n') ? string.Empty : "\n");
            }

            return tekst.ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException([$"config/ kan niet worden gelezen: {e.Message}"]);
        }
    }

    /// <summary>The policy that this text of <see cref="ReadFolder"/> holds.</summary>
    /// <exception cref="PolicyException">Says in Dutch what is wrong, one line per fault.</exception>
    public static Beleid FromText(string tekst, IReadOnlyCollection<string> adapters)
    {
        var fouten = new List<string>();
        var bestanden = Split(tekst);
        var gegevens = Parse<GegevensFile>(bestanden, "gegevens.json", "gegevens.schema.json", fouten).Values.SingleOrDefault();
        var partners = Parse<PartnerFile>(bestanden, "partners/", "partner.schema.json", fouten);
        var gemeenten = Parse<GemeenteFile>(bestanden, "gemeenten/", "gemeente.schema.json", fouten);
        CheckAdapters(bestanden.Keys.Where(b => b.StartsWith("partners/", StringComparison.Ordinal)), adapters, fouten);
        if (gegevens is not null)
        {
            gegevens = Partnerbijdrage.In(gegevens, partners.Values);
            fouten.AddRange(PolicyRules.Check(new PolicyContent(gegevens, partners, gemeenten, bestanden.Keys)));
        }

        return fouten.Count == 0 && gegevens is not null
            ? new Beleid(gegevens, [.. partners.Values], [.. gemeenten.Values], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst))), tekst)
            : throw new PolicyException(fouten);
    }

    private static IEnumerable<string> Names(string map, string folder) =>
        Directory.EnumerateFiles(Path.Combine(map, folder), "*.json").Select(p => $"{folder}/{Path.GetFileName(p)}").Order(StringComparer.Ordinal);

    // a line of JSON never starts with the mark: text in JSON holds no bare line ends
    private static SortedDictionary<string, string> Split(string tekst)
    {
        var bestanden = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var deel in ("\n" + tekst).Split("\n" + Kop, StringSplitOptions.RemoveEmptyEntries))
        {
            var eerste = deel.IndexOf('\n', StringComparison.Ordinal);
            bestanden.Add(deel[..eerste], deel[(eerste + 1)..]);
        }

        return bestanden;
    }

    private static void CheckAdapters(IEnumerable<string> files, IReadOnlyCollection<string> adapters, List<string> fouten)
    {
        var namen = files.Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet();
        fouten.AddRange(adapters.Where(a => !namen.Contains(a)).Select(a => $"config/partners/{a}.json ontbreekt: er is wel een adapter «{a}»."));
        fouten.AddRange(namen.Where(n => !adapters.Contains(n)).Select(n => $"adapters/ heeft geen map voor «{n}»: config/partners/{n}.json hoort bij geen adapter."));
    }

    private static SortedDictionary<string, T> Parse<T>(IReadOnlyDictionary<string, string> bestanden, string begin, string schema, List<string> fouten)
        where T : class
    {
        var found = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (naam, inhoud) in bestanden.Where(b => b.Key.StartsWith(begin, StringComparison.Ordinal)))
        {
            if (Parse<T>(naam, inhoud, schema, fouten) is { } file)
            {
                found.Add(naam, file);
            }
        }

        return found;
    }

    private static T? Parse<T>(string naam, string inhoud, string schema, List<string> fouten)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(inhoud, PolicyJson.Document);
            var vormfouten = PolicySchema.Check(schema, document.RootElement, new Plaats(naam)).ToArray();
            fouten.AddRange(vormfouten);
            return vormfouten.Length > 0 ? null : document.Deserialize<T>(PolicyJson.Options);
        }
        catch (JsonException e)
        {
            fouten.Add($"config/{naam}: {e.Message}");
            return null;
        }
    }
}

/// <summary>The files of one policy, each fit for its schema.</summary>
/// <param name="Bestanden">Names of all files, those with a fault included.</param>
internal sealed record PolicyContent(
    GegevensFile Gegevens, IReadOnlyDictionary<string, PartnerFile> Partners, IReadOnlyDictionary<string, GemeenteFile> Gemeenten, IReadOnlyCollection<string> Bestanden);

/// <summary>The policy cannot be loaded; the message lists every fault.</summary>
public sealed class PolicyException(IReadOnlyList<string> fouten)
    : Exception("Het beleid in config/ klopt niet:" + string.Concat(fouten.Select(f => "\n- " + f)))
{
    /// <summary>One sentence per fault, with its file and place.</summary>
    public IReadOnlyList<string> Fouten { get; } = fouten;
}
