using System.Diagnostics;
using System.Text.Json;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What was ever handed to the bank, kept outside the database: a database that was put back, or copied, still cannot pay an obligation twice (security 25).</summary>
/// <remarks>
/// One JSON line per hand-over: ids and keyed hashes, nothing of a person. In the demo a file in the folder of the anchors; every machine
/// must see the same one, so elsewhere it is a folder that they share. Written to the disk before it returns.
/// </remarks>
internal sealed class Overdrachtjournaal(string map)
{
    private const string Bestand = "overdrachten.jsonl";
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(10);

    /// <summary>Enters a hand-over, once: its number is what fences off a machine, or a copy of the database, that is behind.</summary>
    /// <exception cref="IOException">The journal cannot be written, or is held too long: nothing may leave.</exception>
    /// <exception cref="JsonException">A whole line that cannot be read: somebody wrote in the journal, and nothing may leave.</exception>
    public async Task<Inschrijving> EnterAsync(Overdrachtregel regel, CancellationToken ct)
    {
        await using var bestand = await OpenAsync(ct);
        var gezocht = regel.Verplichtingen.ToHashSet(StringComparer.Ordinal);
        await foreach (var eerder in LeesAsync(bestand, ct))
        {
            if (eerder.BerichtId == regel.BerichtId && eerder.Aanbieding >= regel.Aanbieding)
            {
                return Inschrijving.AlBegonnen;
            }

            if (eerder.BerichtId != regel.BerichtId && eerder.Verplichtingen.Any(gezocht.Contains))
            {
                return Inschrijving.AnderBestand;
            }
        }

        bestand.Seek(0, SeekOrigin.End);
        await bestand.WriteAsync((byte[])[(byte)'\n', .. JsonSerializer.SerializeToUtf8Bytes(regel, JsonSerializerOptions.Web), (byte)'\n'], ct);
        bestand.Flush(flushToDisk: true);
        return Inschrijving.Nieuw;
    }

    /// <summary>How often each file was handed over by what stands here, and when last.</summary>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, (int Aanbieding, DateTimeOffset Op)>> LastAsync(CancellationToken ct)
    {
        await using var bestand = await OpenAsync(ct);
        var laatste = new Dictionary<string, (int, DateTimeOffset)>(StringComparer.Ordinal);
        await foreach (var regel in LeesAsync(bestand, ct))
        {
            laatste[regel.BerichtId] = (regel.Aanbieding, regel.Op);
        }

        return laatste;
    }

    /// <summary>Leaves out a line that a crash cut off; what it would have handed over has not left.</summary>
    private static async IAsyncEnumerable<Overdrachtregel> LeesAsync(FileStream bestand, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        using var lezer = new StreamReader(bestand, leaveOpen: true);
        while (await lezer.ReadLineAsync(ct) is { } tekst)
        {
            if (tekst.EndsWith('}'))
            {
                yield return JsonSerializer.Deserialize<Overdrachtregel>(tekst, JsonSerializerOptions.Web)!;
            }
        }
    }

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

/// <summary>What the journal says of a hand-over that wants to begin.</summary>
internal enum Inschrijving
{
    /// <summary>It is entered; the file may leave.</summary>
    Nieuw,

    /// <summary>This hand-over began before, here or elsewhere: the file may have left.</summary>
    AlBegonnen,

    /// <summary>An obligation in it stands there under another file: it may never leave.</summary>
    AnderBestand,

    /// <summary>Nothing was entered: no file of this profile leaves until a person says so.</summary>
    Gestopt,
}

/// <summary>One hand-over.</summary>
/// <param name="Gemeente">Four digits.</param>
/// <param name="BerichtId">MsgId.</param>
/// <param name="Aanbieding">1 for the first.</param>
/// <param name="Op">System clock.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Verplichtingen">Keyed hashes of what may be paid once, with the try.</param>
internal sealed record Overdrachtregel(string Gemeente, string BerichtId, int Aanbieding, DateTimeOffset Op, string Hash, IReadOnlyList<string> Verplichtingen);
