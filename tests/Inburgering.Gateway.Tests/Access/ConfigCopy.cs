using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Wiring;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>A copy of config/ that a test may spoil.</summary>
internal sealed class ConfigCopy : IDisposable
{
    private readonly string folder;

    /// <param name="map">Where; null: a folder of its own.</param>
    /// <param name="van">The config it is a copy of; null: that of the repository.</param>
    public ConfigCopy(string? map = null, string? van = null)
    {
        van ??= Committed;
        folder = map ?? Directory.CreateTempSubdirectory("beleid-").FullName;
        foreach (var source in Files(van))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(van, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
    }

    /// <summary>Where it stands.</summary>
    public string Folder => folder;

    public static string Committed { get; } = Path.Combine(Binaries.Root, "config");

    public static IReadOnlyList<string> Adapters { get; } = [.. PartnerHttp.Find().Select(p => p.Key)];

    /// <summary>The policy's files: gegevens, partners, gemeenten.</summary>
    public static IEnumerable<string> Files(string? van = null) =>
    [
        Path.Combine(van ?? Committed, "gegevens.json"), .. Directory.EnumerateFiles(Path.Combine(van ?? Committed, "partners")),
        .. Directory.EnumerateFiles(Path.Combine(van ?? Committed, "gemeenten")),
    ];

    /// <summary>Only what the hub does itself comes back: no partner's delivery is expected.</summary>
    public void ZonderLeveringen()
    {
        foreach (var partner in Adapters.Where(p => p != "duo" && Exists($"partners/{p}.json")))
        {
            Edit($"partners/{partner}.json", json => json.AsObject().Remove("synchronisaties"));
        }
    }

    public Beleid Load() => PolicyLoader.Load(folder, Adapters);

    public bool Exists(string file) => File.Exists(Path.Combine(folder, file));

    public string Read(string file) => File.ReadAllText(Path.Combine(folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    public void Delete(string file) => File.Delete(Path.Combine(folder, file));

    /// <summary>All files of another copy.</summary>
    public void TakeOver(ConfigCopy other)
    {
        foreach (var file in Files().Select(f => Path.GetRelativePath(Committed, f)))
        {
            Write(file, other.Read(file));
        }
    }

    /// <summary>Changes one file as JSON.</summary>
    public void Edit(string file, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(Read(file))!;
        change(json);
        Write(file, json.ToJsonString());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
