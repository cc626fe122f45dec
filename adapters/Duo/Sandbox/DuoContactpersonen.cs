using System.Text.Json;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <param name="Gemeentecode">Whose contactpersoon it is; another gemeente cannot touch it.</param>
internal sealed record DuoContactpersoon(int Id, string Gemeentecode, JsonElement Gegevens);

/// <summary>The contactpersonen of all gemeenten. Only inside <see cref="DuoWereld.Change{T}"/>.</summary>
internal sealed class DuoContactpersonen
{
    private readonly SortedDictionary<int, DuoContactpersoon> all = [];
    private int last;

    public IReadOnlyList<DuoContactpersoon> All => [.. all.Values];

    public DuoContactpersoon? Find(int id) => all.GetValueOrDefault(id);

    public DuoContactpersoon Add(string gemeentecode, JsonElement gegevens) => all[++last] = new DuoContactpersoon(last, gemeentecode, gegevens);

    public void Put(DuoContactpersoon contactpersoon) => all[contactpersoon.Id] = contactpersoon;

    public void Remove(int id) => all.Remove(id);

    public void Herstel()
    {
        all.Clear();
        last = 0;
    }
}
