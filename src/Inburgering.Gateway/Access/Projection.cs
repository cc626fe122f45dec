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
            var categorie = Merge(groep, grant, caller, s => beleid.SoortVan(s.Bron), beleid.Gegevens.Categorieen[groep.Key].Bronhouders);
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

    private static JsonObject Merge(IEnumerable<ISectie> secties, Grant grant, Caller caller, Func<ISectie, string> soort, List<string> bronhouders)
    {
        var (result, van) = (new JsonObject(), new Dictionary<string, string>());
        foreach (var sectie in secties.OrderBy(s => Rank(soort(s), bronhouders)))
        {
            foreach (var (veld, waarde) in sectie.Open())
            {
                if (waarde is not null && van.GetValueOrDefault(veld, soort(sectie)) == soort(sectie) && Visible(grant, caller, sectie.Categorie, veld)
                    && Own(grant, caller, sectie.Categorie, waarde) is { } zichtbaar && Merge(result, veld, zichtbaar))
                {
                    van[veld] = soort(sectie);
                }
            }
        }

        return result;
    }

    /// <summary>Sources of one kind do not differ, they add: their lists are one list, in an order that does not depend on how they were found. Of anything else the first counts.</summary>
    private static bool Merge(JsonObject result, string veld, JsonNode waarde)
    {
        if (result[veld] is not { } eerder)
        {
            result[veld] = waarde;
            return true;
        }

        if (eerder is not JsonArray lijst || waarde is not JsonArray verder)
        {
            return false;
        }

        result[veld] = new JsonArray([.. lijst.Concat(verder).Select(regel => regel?.DeepClone()).OrderBy(regel => regel?.ToJsonString(), StringComparer.Ordinal)]);
        return true;
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
