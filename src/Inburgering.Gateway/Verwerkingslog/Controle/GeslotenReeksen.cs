using Inburgering.Gateway.Verwerkingslog.Wissen;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Runs of lines that are gone and may be: dropped with their month, or lost when the database was put back. The verifier walks over them from hash to hash.</summary>
internal sealed class GeslotenReeksen
{
    private readonly SortedDictionary<string, SortedDictionary<long, GeslotenReeks>> stromen = new(StringComparer.Ordinal);

    /// <summary>One run of each stream, by name.</summary>
    public IEnumerable<Reeks> Stromen => stromen.Values.Select(s => s.First().Value.Reeks);

    public void Add(Bewijs bewijs, IEnumerable<Reeks> reeksen)
    {
        foreach (var reeks in reeksen)
        {
            if (!stromen.TryGetValue(reeks.Stroom, out var van))
            {
                stromen[reeks.Stroom] = van = [];
            }

            van.TryAdd(reeks.Van, new GeslotenReeks(bewijs, reeks));
        }
    }

    /// <summary>Those of a stream, in order.</summary>
    public Queue<GeslotenReeks> Van(string stroom) => stromen.TryGetValue(stroom, out var reeksen) ? new(reeksen.Values) : new();

    public bool Kent(string stroom) => stromen.ContainsKey(stroom);
}

/// <summary>Lines that are gone, and what vouches for that.</summary>
internal sealed record GeslotenReeks(Bewijs Bewijs, Reeks Reeks);
