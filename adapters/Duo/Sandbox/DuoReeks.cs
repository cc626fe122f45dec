using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>Many notifications at once: given one by one, or so many about the persons that DUO knows.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DuoReeks
{
    private const int Most = 1_000_000;
    private const int Near = 50;

    /// <summary>Null: <see cref="Aantal"/> notifications, person after person.</summary>
    public IReadOnlyList<JsonObject>? Zendingen { get; init; }

    public int Aantal { get; init; } = 1;

    /// <summary>Given out in turn.</summary>
    public IReadOnlyList<string> Gebeurtenissen { get; init; } = ["SS199"];

    /// <summary>Only persons of this gemeente; null: of all.</summary>
    public string? Gemeente { get; init; }

    /// <summary>Share that is sent once more with the same berichtId.</summary>
    public double Dubbel { get; init; }

    /// <summary>Share that is sent once more with a new berichtId.</summary>
    public double DubbelNieuwBerichtId { get; init; }

    /// <summary>Share that trades places with another.</summary>
    public double Geschud { get; init; }

    /// <summary>Share that names the person by V-nummer alone.</summary>
    public double ZonderBsn { get; init; }

    /// <summary>Null: as fast as the gemeente answers.</summary>
    public double? PerSeconde { get; init; }

    public int Gelijktijdig { get; init; } = 8;

    /// <summary>The same seed chooses the same doubles and places.</summary>
    public int Zaad { get; init; } = 42;

    /// <summary>Null when it can be sent, else what is wrong with it.</summary>
    public string? Fault() => this switch
    {
        { Aantal: < 1 or > Most } => "aantal is 1 tot en met 1000000.",
        { Zendingen.Count: 0 } or { Gebeurtenissen.Count: 0 } => "Geef minstens een zending en een gebeurtenis.",
        { Gelijktijdig: < 1 or > 64 } => "gelijktijdig is 1 tot en met 64.",
        { PerSeconde: <= 0 } => "perSeconde is meer dan 0.",
        _ when new[] { Dubbel, DubbelNieuwBerichtId, Geschud, ZonderBsn }.Any(share => share is not (>= 0 and <= 1)) => "Een deel is 0 tot en met 1.",
        _ => null,
    };

    /// <summary>What is to be sent, in order, doubles included.</summary>
    public IReadOnlyList<JsonObject> Plan(IEnumerable<DuoPersoon> known, DateTimeOffset now)
    {
#pragma warning disable S2245 // chooses doubles and places, no secrets, and the same ones again from the same seed
        var random = new Random(Zaad);
#pragma warning restore S2245
        var all = (Zendingen ?? Drawn(known, now, random)).Select(zending => Named(zending, now)).ToList();
        Shuffle(all, random);
        foreach (var (share, sameId) in new[] { (Dubbel, true), (DubbelNieuwBerichtId, false) })
        {
            Repeat(all, share, sameId, random);
        }

        return all;
    }

    // Each has a moment of its own, or two of one kind about one person would be one event.
    private List<JsonObject> Drawn(IEnumerable<DuoPersoon> known, DateTimeOffset now, Random random)
    {
        var personen = known.Where(persoon => Gemeente is null || persoon.Gemeentecode == Gemeente).OrderBy(persoon => persoon.Bsn, StringComparer.Ordinal).ToList();
        return personen.Count == 0 ? [] : [.. Enumerable.Range(0, Aantal).Select(i =>
        {
            var zending = new JsonObject
            {
                ["bsn"] = personen[i % personen.Count].Bsn,
                ["gebeurtenisId"] = Gebeurtenissen[i % Gebeurtenissen.Count],
                ["registratieDatumTijd"] = Moment(now.AddMilliseconds(i - Aantal)),
            };
            if (random.NextDouble() < ZonderBsn)
            {
                zending["zonderBsn"] = true;
            }

            return zending;
        })];
    }

    // A double is the same event, so its moment is fixed before it is doubled.
    private static JsonObject Named(JsonObject zending, DateTimeOffset now)
    {
        var named = zending.DeepClone().AsObject();
        named.TryAdd("registratieDatumTijd", Moment(now));
        named.TryAdd("berichtId", Guid.NewGuid().ToString());
        return named;
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private void Shuffle(List<JsonObject> all, Random random)
    {
        foreach (var i in Chosen(all.Count, Geschud, random))
        {
            var other = random.Next(all.Count);
            (all[i], all[other]) = (all[other], all[i]);
        }
    }

    private static void Repeat(List<JsonObject> all, double share, bool sameId, Random random)
    {
        foreach (var i in Chosen(all.Count, share, random))
        {
            var again = all[i].DeepClone().AsObject();
            if (!sameId)
            {
                again["berichtId"] = Guid.NewGuid().ToString();
            }

            all.Insert(Math.Min(all.Count, i + random.Next(1, Near)), again);
        }
    }

    // From the last to the first: what is put in leaves the places that are still to come as they are.
    private static IEnumerable<int> Chosen(int count, double share, Random random)
    {
        var places = Enumerable.Range(0, count).ToArray();
        random.Shuffle(places);
        return places.Take((int)Math.Round(count * share)).OrderDescending();
    }
}
