using System.Globalization;
using Inburgering.Gateway.Access.Roosters;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>What runs by itself must be able to run: no schedule that never comes, alone or together with the partner's maintenance; and whoever delivers must be somebody who may.</summary>
internal static class RoosterRules
{
    // a policy on record must get the same verdict whenever it is read again; the five years from here hold a leap day
    private static readonly DateTimeOffset Ijkpunt = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<string> Check(PartnerFile partner, Plaats hier)
    {
        var synchronisaties = partner.Synchronisaties ?? [];
        var onderhoud = partner.Verbinding?.Onderhoud ?? [];
        var vensterfouten = Roosterfouten.Van(onderhoud, string.Empty);
        return vensterfouten.Select(f => At(f, hier["verbinding"]["onderhoud"]))
            .Concat(synchronisaties.SelectMany((s, i) => Roosterfouten.Van(s.Rooster, vensterfouten.Count > 0 ? [] : onderhoud, Ijkpunt).Select(f => At(f, hier["synchronisaties"][i]["rooster"]))))
            .Concat(Enumerable.Range(0, synchronisaties.Count).Where(i => synchronisaties.Take(i).Any(s => (s.Soort, s.Instantie) == (synchronisaties[i].Soort, synchronisaties[i].Instantie)))
                .Select(i => hier["synchronisaties"][i]["soort"].Fout($"soort «{synchronisaties[i].Soort}» staat er twee keer.")))
            .Concat(synchronisaties.SelectMany((s, i) => Wie(partner, s, hier["synchronisaties"][i])));
    }

    /// <summary>A delivery is of one instance of a partner that may deliver messages; what the hub asks is asked of the partner as a whole.</summary>
    private static IEnumerable<string> Wie(PartnerFile partner, SynchronisatieFile synchronisatie, Plaats hier) => (synchronisatie.Soort, synchronisatie.Instantie) switch
    {
        (SynchronisatieFile.Levering, null) => [hier["instantie"].Fout("ontbreekt: noem de instantie die levert.")],
        (SynchronisatieFile.Levering, { } instantie) when !partner.Instanties.Exists(i => i.Sleutel == instantie) => [hier["instantie"].Fout($"instantie «{instantie}» staat niet bij «instanties».")],
        (SynchronisatieFile.Levering, _) when partner.Levert?.Typen is null => [hier["soort"].Fout("deze partner levert geen berichten («levert.typen» ontbreekt).")],
        (not SynchronisatieFile.Levering, not null) => [hier["instantie"].Fout("hoort alleen bij een levering.")],
        _ => [],
    };

    private static string At(Roosterfout fout, Plaats hier) => fout.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(hier, (plaats, stap) => int.TryParse(stap, CultureInfo.InvariantCulture, out var index) ? plaats[index] : plaats[stap]).Fout(fout.Detail);
}
