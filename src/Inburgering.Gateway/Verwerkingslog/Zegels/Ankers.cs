using System.Globalization;
using System.Text.Json;

namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>
/// Checkpoints exported as files. On the machine of the operator this folder is only a stand-in for a witness outside his reach
/// (security 3): it shows a change made in the database, not one made by who can also write here.
/// </summary>
internal sealed class Ankers(string folder)
{
    private const string Prefix = "zegel-";

    private long? last;

    /// <summary>Number of the newest file; 0 when there is none.</summary>
    public long Last() => last ??= Files().Select(Nummer).DefaultIfEmpty().Max();

    /// <summary>Writes a file that appears whole or not at all. A file that is there already is never replaced; the same one, of another process, is as good.</summary>
    /// <exception cref="IOException">The number exists and says something else.</exception>
    public async Task WriteAsync(Zegel zegel, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{zegel.Nummer:D12}.json"));
        if (!File.Exists(path) || ReadFile(path) != Anker.Of(zegel))
        {
            await WriteAsync(path, zegel, ct);
        }

        last = Math.Max(last ?? 0, zegel.Nummer);
    }

    /// <summary>All files in order of number. One that cannot be read gives a null checkpoint.</summary>
    public IEnumerable<(long Nummer, Zegel? Zegel)> Read() =>
        Files().Select(path => (Nummer: Nummer(path), path)).OrderBy(f => f.Nummer).Select(f => (f.Nummer, ReadZegel(f.path)));

    private static async Task WriteAsync(string path, Zegel zegel, CancellationToken ct)
    {
        await using (var file = File.Create(path + ".part"))
        {
            await JsonSerializer.SerializeAsync(file, Anker.Of(zegel), cancellationToken: ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path, overwrite: false);
    }

    private static Zegel? ReadZegel(string path)
    {
        try
        {
            return ReadFile(path)?.ToZegel();
        }
        catch (Exception e) when (e is FormatException or ArgumentNullException)
        {
            return null;
        }
    }

    private static Anker? ReadFile(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Anker>(File.ReadAllText(path));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IEnumerable<string> Files() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Prefix + "*.json") : [];

    private static long Nummer(string path) =>
        long.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan(Prefix.Length), CultureInfo.InvariantCulture, out var nummer) ? nummer : 0;
}

/// <summary>A checkpoint as a file or a line of an export holds it.</summary>
internal sealed record Anker(long Nummer, string Inhoud, string Hash, string Kid, string Handtekening)
{
    public static Anker Of(Zegel zegel) => new(
        zegel.Nummer, zegel.Inhoud, Convert.ToHexStringLower(zegel.Hash), zegel.Kid, Convert.ToHexStringLower(zegel.Handtekening));

    /// <summary>Null when the content does not have the form of a checkpoint.</summary>
    public Zegel? ToZegel() => ZegelForm.Read(Inhoud) is { } inhoud
        ? new Zegel(Nummer, inhoud.Tijd, Inhoud, inhoud.VorigHash, Convert.FromHexString(Hash), Kid, Convert.FromHexString(Handtekening))
        : null;
}
