using System.Data.Common;
using System.Diagnostics;

namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>Erases the person of log lines: a wislijn, the lines it names and the line that holds its hash, in one transaction.</summary>
/// <param name="systeemklok">Time of a wislijn.</param>
internal sealed class Logwisser(IWisStore store, ILogWriter log, TimeProvider systeemklok)
{
    /// <summary>Lines per wislijn when it goes by term, so that one transaction holds the writer shortly.</summary>
    private const int PerWislijn = 1_000;

    /// <returns>How many lines were emptied.</returns>
    public async Task<long> RunAsync(Wisopdracht opdracht, CancellationToken ct)
    {
        var total = 0L;
        var perWislijn = opdracht.Vraag.DossierId is null ? PerWislijn : int.MaxValue;       // of a person all at once: the lines left could not be told any more
        for (var left = await store.CountAsync(opdracht.Vraag, ct); left > 0; left -= perWislijn)
        {
            var count = 0;
            await log.AppendAsync(
                opdracht.Vraag.Gemeentecode,
                async (transactie, stop) =>
                {
                    var regels = await store.FindAsync(transactie, opdracht.Vraag, perWislijn, stop);
                    count = regels.Count;
                    return [count == 0 ? opdracht.Regel with { Reden = "geen-wijziging" } : await WisAsync(transactie, opdracht, regels, stop)];
                },
                ct);
            total += count;
        }

        return total;
    }

    private async Task<Logregel> WisAsync(DbTransaction transactie, Wisopdracht opdracht, IReadOnlyList<Wisregel> regels, CancellationToken ct)
    {
        var inhoud = WislijnForm.Write(new Wislijn
        {
            Gemeentecode = opdracht.Vraag.Gemeentecode,
            Waarom = opdracht.Waarom,
            Beleid = opdracht.Beleid,
            Aanvrager = opdracht.Aanvrager,
            Goedkeurder = opdracht.Goedkeurder,
            Tijd = systeemklok.GetUtcNow().ToUnixTimeMilliseconds(),
            Regels = regels,
        });
        var hash = Wislijn.HashOf(inhoud);
        await store.WisAsync(transactie, new BewaardeWislijn(opdracht.Vraag.Gemeentecode, 0, hash, inhoud), regels, ct);
        return opdracht.Regel with
        {
            SpanId = ActivitySpanId.CreateRandom().ToHexString(),
            BerichtId = Wislijn.BerichtId(hash),
            Aantal = regels.Count,
        };
    }
}

/// <summary>Why lines are erased, who wanted it, and the line that says so.</summary>
internal sealed record Wisopdracht
{
    public required Wisvraag Vraag { get; init; }

    /// <summary>Of the same gemeente and without a person: it may not name again what is erased.</summary>
    public required Logregel Regel { get; init; }

    /// <inheritdoc cref="Wislijn.Waarom"/>
    public required string Waarom { get; init; }

    /// <inheritdoc cref="Wislijn.Beleid"/>
    public string? Beleid { get; init; }

    /// <inheritdoc cref="Wislijn.Aanvrager"/>
    public string? Aanvrager { get; init; }

    /// <inheritdoc cref="Wislijn.Goedkeurder"/>
    public string? Goedkeurder { get; init; }
}
