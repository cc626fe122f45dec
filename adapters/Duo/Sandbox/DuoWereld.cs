using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>DUO's administration, in memory.</summary>
internal sealed class DuoWereld
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Bestand begin;
    private volatile ConcurrentDictionary<string, DuoPersoon> personen;

    public DuoWereld(string path)
    {
        begin = JsonSerializer.Deserialize<Bestand>(File.ReadAllBytes(path), Json)
            ?? throw new InvalidOperationException("config/demo/duo.json is leeg.");
        personen = Begin();
    }

    public string Oin => begin.Oin;

    public JsonElement Verlengingsgronden => begin.Verlengingsgronden;

    public DuoPersoon? Find(string bsn) => personen.GetValueOrDefault(bsn);

    public DuoPersoon? FindByVNummer(long number) => personen.Values.FirstOrDefault(persoon => persoon.VNummer == number);

    public string? GemeenteOf(string? oin) => oin is null ? null : begin.Gemeenten.GetValueOrDefault(oin);

    public string? OinOf(string? gemeentecode) => begin.Gemeenten.FirstOrDefault(pair => pair.Value == gemeentecode).Key;

    /// <summary>Replaces the given parts of one person; a part given as null is forgotten. An unknown person is added.</summary>
    /// <exception cref="JsonException">A part with a name DUO does not have, or a new person without gemeentecode.</exception>
    public void Change(string bsn, JsonObject parts)
    {
        var whole = Find(bsn) is { } known ? JsonSerializer.SerializeToNode(known, Json)!.AsObject() : [];
        foreach (var (name, part) in parts)
        {
            whole[name] = part?.DeepClone();
        }

        personen[bsn] = whole.Deserialize<DuoPersoon>(Json)!;
    }

    public void Forget(string bsn) => personen.TryRemove(bsn, out _);

    public void Herstel() => personen = Begin();

    private ConcurrentDictionary<string, DuoPersoon> Begin() =>
        new(begin.Personen.Select(persoon => KeyValuePair.Create(persoon.Bsn, persoon)), StringComparer.Ordinal);

    private sealed record Bestand(
        string Oin, Dictionary<string, string> Gemeenten, JsonElement Verlengingsgronden, IReadOnlyList<DuoPersoon> Personen);
}
