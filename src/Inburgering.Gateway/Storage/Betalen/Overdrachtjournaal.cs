using System.Text.Json;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What was ever handed to the bank, kept outside the database: a database that was put back, or copied, still cannot pay an obligation twice (security 25).</summary>
/// <remarks>
/// One JSON line per hand-over: ids and keyed hashes, nothing of a person.
/// </remarks>
internal sealed class Overdrachtjournaal(string map)
{
    private readonly Journaalbestand journaal = new(map, "overdrachten.jsonl");

    /// <summary>Enters a hand-over, once: its number is what fences off a machine, or a copy of the database, that is behind.</summary>
    /// <exception cref="IOException">The journal cannot be written, or is held too long: nothing may leave.</exception>
    /// <exception cref="JsonException">A whole line that cannot be read: somebody wrote in the journal, and nothing may leave.</exception>
    public async Task<Inschrijving> EnterAsync(Overdrachtregel regel, CancellationToken ct)
    {
        await using var bestand = await journaal.OpenAsync(ct);
        var gezocht = regel.Verplichtingen.ToHashSet(StringComparer.Ordinal);
        await foreach (var eerder in Journaalbestand.ReadAsync<Overdrachtregel>(bestand, ct))
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

        await Journaalbestand.AppendAsync(bestand, [regel], ct);
        return Inschrijving.Nieuw;
    }

    /// <summary>How often each file was handed over by what stands here, and when last.</summary>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, (int Aanbieding, DateTimeOffset Op)>> LastAsync(CancellationToken ct)
    {
        await using var bestand = await journaal.OpenAsync(ct);
        var laatste = new Dictionary<string, (int, DateTimeOffset)>(StringComparer.Ordinal);
        await foreach (var regel in Journaalbestand.ReadAsync<Overdrachtregel>(bestand, ct))
        {
            laatste[regel.BerichtId] = (regel.Aanbieding, regel.Op);
        }

        return laatste;
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
