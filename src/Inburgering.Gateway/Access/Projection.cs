using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

/// <summary>From sections to exactly the fields a grant holds. What is not granted is not even decrypted.</summary>
internal static class Projection
{
    /// <param name="keuzes">By field, "PIP.niveau": the source that counts because the regievoerder said so.</param>
    public static SortedDictionary<string, JsonObject> Of(Grant grant, Caller caller, IReadOnlyList<ISectie> secties, IReadOnlyDictionary<string, string> keuzes, Beleid beleid)
    {
        var gegevens = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var groep in secties.Where(s => grant.Velden.ContainsKey(s.Categorie) && Allowed(grant, caller, s)).GroupBy(s => s.Categorie))
        {
            var open = groep.Select(s => new Opensectie(s, beleid.SoortVan(s.Bron), s.Open())).OrderBy(s => Rank(s.Soort, beleid.Gegevens.Categorieen[groep.Key].Bronhouders)).ToArray();
            var categorie = Merge(open, grant, caller, keuzes);
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

    private static JsonObject Merge(Opensectie[] secties, Grant grant, Caller caller, IReadOnlyDictionary<string, string> keuzes)
    {
        var (result, van) = (new JsonObject(), new Dictionary<string, string>());
        foreach (var sectie in secties)
        {
            foreach (var (veld, waarde) in sectie.Velden)
            {
                if (waarde is not null && van.GetValueOrDefault(veld, sectie.Soort) == sectie.Soort && Visible(grant, caller, sectie.Categorie, veld) && !IsPassedOver(sectie, veld, secties, keuzes)
                    && Own(grant, caller, sectie.Categorie, waarde) is { } eigen && Deel(grant, sectie.Categorie, veld, eigen) is { } zichtbaar && Merge(result, veld, zichtbaar))
                {
                    van[veld] = sectie.Soort;
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

    /// <summary>The regievoerder chose another source for this field, and that one says something.</summary>
    private static bool IsPassedOver(Opensectie sectie, string veld, Opensectie[] secties, IReadOnlyDictionary<string, string> keuzes) =>
        keuzes.Count > 0 && keuzes.TryGetValue($"{sectie.Categorie}.{veld}", out var bron) && sectie.Bron != bron && secties.Any(s => s.Bron == bron && s.Velden[veld] is not null);

    /// <summary>Who wins when sources differ: the lowest.</summary>
    public static int Rank(string bron, List<string> bronhouders) =>
        bronhouders.IndexOf(bron) is var index and >= 0 ? index : int.MaxValue;

    private static bool Visible(Grant grant, Caller caller, string categorie, string veld) =>
        grant.Velden[categorie].Contains(veld)
        && (!grant.Mits.TryGetValue($"{categorie}.{veld}", out var mits) || (mits == Mits.Keurmerk && caller.Keurmerk));

    /// <summary>Of a field that is seen in part only those parts of its lines; what has none is not seen.</summary>
    private static JsonNode? Deel(Grant grant, string categorie, string veld, JsonNode waarde)
    {
        if (grant.Delen.Count == 0 || !grant.Delen.TryGetValue($"{categorie}.{veld}", out var delen))
        {
            return waarde;
        }

        var regels = (waarde as JsonArray ?? []).OfType<JsonObject>()
            .Select(regel => new JsonObject(regel.Where(d => delen.Contains(d.Key) && d.Value is not null).Select(d => KeyValuePair.Create(d.Key, d.Value?.DeepClone()))))
            .Where(regel => regel.Count > 0).ToArray<JsonNode?>();
        return regels.Length == 0 ? null : new JsonArray(regels);
    }

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

    /// <summary>A section that may be seen, decrypted.</summary>
    /// <param name="Soort">"gemeente", or the key of the partner whose instance it is.</param>
    private sealed record Opensectie(ISectie Sectie, string Soort, JsonObject Velden)
    {
        public string Categorie => Sectie.Categorie;

        public string Bron => Sectie.Bron;
    }
}
