using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>DUO's administration, in memory.</summary>
internal sealed class DuoWereld
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Lock gate = new();
    private readonly Bestand begin;
    private readonly DateOnly eersteDag;
    private readonly ConcurrentDictionary<string, string> gemeenten;
    private volatile ConcurrentDictionary<string, DuoPersoon> personen;

    public DuoWereld(string path, DateOnly vandaag)
    {
        begin = JsonSerializer.Deserialize<Bestand>(File.ReadAllBytes(path), Json)
            ?? throw new InvalidOperationException("config/demo/duo.json is leeg.");
        gemeenten = new ConcurrentDictionary<string, string>(begin.Gemeenten);
        personen = Begin();
        eersteDag = Vandaag = vandaag;
    }

    public string Oin => begin.Oin;

    /// <summary>The day it is for DUO.</summary>
    public DateOnly Vandaag { get; set; }

    public JsonElement Verlengingsgronden => begin.Verlengingsgronden;

    public JsonElement Instellingen => begin.Instellingen;

    public DuoContactpersonen Contactpersonen { get; } = new();

    public ICollection<DuoPersoon> Personen => personen.Values;

    public DuoPersoon? Find(string bsn) => personen.GetValueOrDefault(bsn);

    public DuoPersoon? FindByVNummer(long number) => personen.Values.FirstOrDefault(persoon => persoon.VNummer == number);

    public string? GemeenteOf(string? oin) => oin is null ? null : gemeenten.GetValueOrDefault(oin);

    public string? OinOf(string? gemeentecode) => gemeenten.FirstOrDefault(pair => pair.Value == gemeentecode).Key;

    /// <summary>One more gemeente that DUO knows by its OIN.</summary>
    public void Join(string oin, string gemeentecode) => gemeenten[oin] = gemeentecode;

    /// <summary>Whether the sender is a gemeente that DUO may talk with about this person.</summary>
    public bool MayAsk(HttpRequest request, DuoPersoon persoon) =>
        request.Headers["doel"] == Oin && DuoScope.Allows(GemeenteOf(request.Headers["bron"]), persoon, Vandaag);

    /// <summary>Reads, tests and writes as one act: of two meldingen at once neither is lost.</summary>
    public T Change<T>(Func<T> act)
    {
        lock (gate)
        {
            return act();
        }
    }

    /// <summary>Keeps one person; only inside <see cref="Change{T}"/>.</summary>
    public void Put(DuoPersoon persoon) => personen[persoon.Bsn] = persoon;

    /// <summary>Replaces the given parts of one person; a part given as null is forgotten. An unknown person is added.</summary>
    /// <exception cref="JsonException">A part with a name DUO does not have, or a new person without gemeentecode.</exception>
    public void Replace(string bsn, JsonObject parts)
    {
        lock (gate)
        {
            var whole = Find(bsn) is { } known ? Parts(known) : [];
            foreach (var (name, part) in parts)
            {
                whole[name] = part?.DeepClone();
            }

            Put(whole.Deserialize<DuoPersoon>(Json)!);
        }
    }

    /// <summary>What DUO knows of a person, in the names of config/demo/duo.json; absent parts are absent.</summary>
    public static JsonObject Parts(DuoPersoon persoon)
    {
        var whole = JsonSerializer.SerializeToNode(persoon, Json)!.AsObject();
        foreach (var name in whole.Where(part => part.Value is null).Select(part => part.Key).ToList())
        {
            whole.Remove(name);
        }

        return whole;
    }

    public void Forget(string bsn)
    {
        lock (gate)
        {
            personen.TryRemove(bsn, out _);
        }
    }

    public void Herstel()
    {
        lock (gate)
        {
            personen = Begin();
            Contactpersonen.Herstel();
            Vandaag = eersteDag;
        }
    }

    private ConcurrentDictionary<string, DuoPersoon> Begin() =>
        new(begin.Personen.Select(persoon => KeyValuePair.Create(persoon.Bsn, persoon)), StringComparer.Ordinal);

    private sealed record Bestand(
        string Oin,
        Dictionary<string, string> Gemeenten,
        JsonElement Verlengingsgronden,
        JsonElement Instellingen,
        IReadOnlyList<DuoPersoon> Personen);
}
