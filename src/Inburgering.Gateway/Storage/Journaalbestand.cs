using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Inburgering.Gateway.Storage;

/// <summary>A file of JSON lines outside the database that only grows, written to the disk before a write returns; one at a time, over machines.</summary>
/// <remarks>In the demo it stands in the folder of the anchors; every machine must see the same one, so elsewhere that is a folder they share.</remarks>
internal sealed class Journaalbestand(string map, string naam)
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(10);

    /// <summary>Waits until nobody else has it.</summary>
    /// <exception cref="IOException">It cannot be opened, or is held too long.</exception>
    public async Task<FileStream> OpenAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(map);
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(map, naam), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(begin) < Geduld)
            {
                await Task.Delay(20, ct);
            }
        }
    }

    /// <summary>From the begin. Leaves out a line that a crash cut off: nobody went on after that.</summary>
    /// <exception cref="JsonException">A whole line that cannot be read: somebody wrote in the journal.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(FileStream bestand, [EnumeratorCancellation] CancellationToken ct)
    {
        using var lezer = new StreamReader(bestand, leaveOpen: true);
        while (await lezer.ReadLineAsync(ct) is { } tekst)
        {
            if (tekst.EndsWith('}'))
            {
                yield return JsonSerializer.Deserialize<T>(tekst, JsonSerializerOptions.Web)!;
            }
        }
    }

    /// <summary>Adds lines at the end, and returns when they are on the disk.</summary>
    public static async Task AppendAsync<T>(FileStream bestand, IEnumerable<T> regels, CancellationToken ct)
    {
        using var tekst = new MemoryStream();
        foreach (var regel in regels)
        {
            tekst.WriteByte((byte)'\n');          // what a crash cut off stays a line of its own
            await JsonSerializer.SerializeAsync(tekst, regel, JsonSerializerOptions.Web, ct);
            tekst.WriteByte((byte)'\n');
        }

        bestand.Seek(0, SeekOrigin.End);
        await bestand.WriteAsync(tekst.GetBuffer().AsMemory(0, (int)tekst.Length), ct);
        bestand.Flush(flushToDisk: true);
    }
}
