using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Storage.Herstelmodus;

/// <summary>The journal outside the database: written before the transaction that it speaks of, and confirmed after it and before the answer (security 19).</summary>
/// <remarks>
/// A line that is not confirmed was promised to nobody: it is applied again without more. A confirmed one that the database does not know
/// shows that the database was put back.
/// </remarks>
internal sealed class Herstelboek(string map)
{
    private readonly Journaalbestand journaal = new(map, "herstel.jsonl");

    /// <summary>Inside the transaction, after everything that could refuse it.</summary>
    /// <exception cref="LogUnavailableException">It cannot be written, so nothing may change.</exception>
    public Task WriteAsync(IReadOnlyCollection<Herstelregel> regels, CancellationToken ct) =>
        regels.Count == 0 ? Task.CompletedTask : GuardedAsync(async bestand => await Journaalbestand.AppendAsync(bestand, regels, ct), ct);

    /// <summary>After the transaction.</summary>
    /// <exception cref="LogUnavailableException">It cannot be written, so nobody may be told.</exception>
    public Task ConfirmAsync(IReadOnlyCollection<Herstelregel> regels, CancellationToken ct) =>
        WriteAsync([.. regels.Select(r => new Bevestigd(r.Id) { Gemeentecode = r.Gemeentecode })], ct);

    /// <summary>All that stands in it, in order, and whether it was confirmed.</summary>
    public async Task<IReadOnlyList<(Herstelregel Regel, bool Bevestigd)>> ReadAsync(CancellationToken ct)
    {
        var (regels, bevestigd) = (new List<Herstelregel>(), new HashSet<Guid>());
        await using var bestand = await journaal.OpenAsync(ct);
        await foreach (var regel in Journaalbestand.ReadAsync<Herstelregel>(bestand, ct))
        {
            if (regel is Bevestigd { Regel: var id })
            {
                bevestigd.Add(id);
            }
            else
            {
                regels.Add(regel);
            }
        }

        return [.. regels.Select(r => (r, bevestigd.Contains(r.Id)))];
    }

    private async Task GuardedAsync(Func<FileStream, Task> write, CancellationToken ct)
    {
        try
        {
            await using var bestand = await journaal.OpenAsync(ct);
            await write(bestand);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LogUnavailableException("The journal of what may not come back cannot be written.", e);
        }
    }
}
