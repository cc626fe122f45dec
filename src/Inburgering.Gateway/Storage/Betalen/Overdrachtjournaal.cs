using System.Diagnostics;
using System.Text.Json;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What was ever handed to the bank, kept outside the database: a database that was put back still cannot pay an obligation twice (security 25).</summary>
/// <remarks>
/// One JSON line per hand-over: ids and keyed hashes, nothing of a person. In the demo a file in the folder of the anchors; every machine
/// must see the same one, so elsewhere it is a folder that they share. Written to the disk before it returns.
/// </remarks>
internal sealed class Overdrachtjournaal(string map)
{
    private const string Bestand = "overdrachten.jsonl";
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(10);

    /// <summary>Enters a hand-over; the same file may be entered again.</summary>
    /// <returns>False: an obligation in it stands there under another file, and nothing of this one may leave.</returns>
    /// <exception cref="IOException">The journal cannot be written, or is held too long: nothing may leave.</exception>
    public async Task<bool> EnterAsync(Overdrachtregel regel, CancellationToken ct)
    {
        await using var bestand = await OpenAsync(ct);
        var gezocht = regel.Verplichtingen.ToHashSet(StringComparer.Ordinal);
        using (var lezer = new StreamReader(bestand, leaveOpen: true))
        {
            while (await lezer.ReadLineAsync(ct) is { } tekst)
            {
                if (Lees(tekst) is { } eerder && eerder.BerichtId != regel.BerichtId && eerder.Verplichtingen.Any(gezocht.Contains))
                {
                    return false;
                }
            }
        }

        bestand.Seek(0, SeekOrigin.End);
        await bestand.WriteAsync((byte[])[(byte)'\n', .. JsonSerializer.SerializeToUtf8Bytes(regel, JsonSerializerOptions.Web), (byte)'\n'], ct);
        bestand.Flush(flushToDisk: true);
        return true;
    }

    /// <summary>Null: a line that a crash cut off; what it would have handed over has not left.</summary>
    /// <exception cref="JsonException">A whole line that cannot be read: somebody wrote in the journal, and nothing may leave.</exception>
    private static Overdrachtregel? Lees(string tekst) => tekst.EndsWith('}') ? JsonSerializer.Deserialize<Overdrachtregel>(tekst, JsonSerializerOptions.Web) : null;

    /// <summary>One at a time, over machines.</summary>
    private async Task<FileStream> OpenAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(map);
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(map, Bestand), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(begin) < Geduld)
            {
                await Task.Delay(20, ct);
            }
        }
    }
}

/// <summary>One hand-over.</summary>
/// <param name="Gemeente">Four digits.</param>
/// <param name="BerichtId">MsgId.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Verplichtingen">Keyed hashes of what may be paid once, with the try.</param>
internal sealed record Overdrachtregel(string Gemeente, string BerichtId, string Hash, IReadOnlyList<string> Verplichtingen);
