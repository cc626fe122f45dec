using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

/// <summary>From sections to exactly the fields a grant holds. What is not granted is not even decrypted.</summary>
internal static class Projection
{
    public static SortedDictionary<string, JsonObject> Of(Grant grant, Caller caller, IReadOnlyList<ISectie> secties, Beleid beleid)
    {
        var gegevens = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var groep in secties.Where(s => grant.Velden.ContainsKey(s.Categorie) && Allowed(grant, caller, s)).GroupBy(s => s.Categorie))
        {
            var categorie = Merge(groep, grant, caller, beleid.Gegevens.Categorieen[groep.Key].Bronhouders);
            if (categorie.Count > 0)
            {
                gegevens[groep.Key] = categorie;
            }
        }

        return gegevens;
    }

    private static bool Allowed(Grant grant, Caller caller, ISectie sectie) =>
        grant.Mits.GetValueOrDefault(sectie.Categorie) switch
        {
            Mits.EigenLevering => sectie.Bron == caller.Instantie,
            Mits.Zaaknummer => false,
            _ => true,
        };

    private static JsonObject Merge(IEnumerable<ISectie> secties, Grant grant, Caller caller, List<string> bronhouders)
    {
        var result = new JsonObject();
        foreach (var sectie in secties.OrderBy(s => Rank(s.Bron, bronhouders)))
        {
            foreach (var (veld, waarde) in sectie.Open())
            {
                if (waarde is not null && !result.ContainsKey(veld) && Visible(grant, caller, sectie.Categorie, veld)
                    && Own(grant, caller, sectie.Categorie, waarde) is { } zichtbaar)
                {
                    result[veld] = zichtbaar;
                }
            }
        }

        return result;
    }

    /// <summary>Who wins when sources differ: the lowest.</summary>
    public static int Rank(string bron, List<string> bronhouders) =>
        bronhouders.IndexOf(bron) is var index and >= 0 ? index : int.MaxValue;

    private static bool Visible(Grant grant, Caller caller, string categorie, string veld) =>
        grant.Velden[categorie].Contains(veld)
        && (!grant.Mits.TryGetValue($"{categorie}.{veld}", out var mits) || (mits == Mits.Keurmerk && caller.Keurmerk));

    /// <summary>A school sees of a list only what names itself.</summary>
    private static JsonNode? Own(Grant grant, Caller caller, string categorie, JsonNode waarde)
    {
        if (!grant.Mits.TryGetValue(categorie, out var mits) || mits != Mits.EigenInstelling)
        {
            return waarde.DeepClone();
        }

        var eigen = waarde is JsonArray lijst
            ? lijst.OfType<JsonObject>().Where(i => caller.Instellingsnummer is not null && (string?)i["instellingsnummer"] == caller.Instellingsnummer).ToArray()
            : [];
        return eigen.Length == 0 ? null : new JsonArray([.. eigen.Select(i => i.DeepClone())]);
    }
}
