using System.Diagnostics;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Logboek;

/// <summary>A list that turns out to be about several persons: one line for the act, and below it one for each of them (LDV 3.2).</summary>
internal sealed class Lijstregels(ILogWriter log, Verwerking verwerking)
{
    /// <summary>Writes them before the list leaves. Of one person or none the door writes the only line.</summary>
    /// <param name="dossiers">Whom the list is about.</param>
    /// <param name="geleverd">Names of what is shown.</param>
    public async Task LegVastAsync(IReadOnlyCollection<Guid> dossiers, IReadOnlyList<string> geleverd, CancellationToken ct)
    {
        verwerking.Aantal = dossiers.Count;
        verwerking.Geleverd = geleverd;
        if (dossiers.Count == 1)
        {
            verwerking.GaatOver(dossiers.First());
        }
        else if (dossiers.Count > 1)
        {
            var regels = Of(verwerking.NaarRegel() with { Betrokkene = null }, dossiers);
            verwerking.Bewijs = await log.AppendAsync(verwerking.Gemeentecode, (_, _) => Task.FromResult(regels), ct);
        }
    }

    /// <summary>A line per person and then the act itself, for who writes them in a transaction of its own.</summary>
    public static IReadOnlyList<Logregel> Of(Logregel daad, IReadOnlyCollection<Guid> dossiers) => [.. dossiers.Select(d => PerPersoon(daad, d)), daad];

    private static Logregel PerPersoon(Logregel daad, Guid dossierId) => daad with
    {
        SpanId = ActivitySpanId.CreateRandom().ToHexString(),
        ParentSpanId = daad.SpanId,
        Aantal = 1,
        Betrokkene = new Betrokkene(null, "dossier", dossierId),
    };
}
