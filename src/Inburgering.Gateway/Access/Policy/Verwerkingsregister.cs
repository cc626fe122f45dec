using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>The register of verwerkingsactiviteiten (AVG 30), made from the same files that decide (domain f22).</summary>
internal static class Verwerkingsregister
{
    private static readonly JsonSerializerOptions Leesbaar = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every activity as the register says it.</summary>
    public static IReadOnlyList<ActiviteitVersie> Of(Beleid beleid)
    {
        var regels = Verwerkingen.Van(beleid.Gegevens, beleid.Partners.Values).ToLookup(v => v.Activiteit);
        return [.. beleid.Gegevens.Activiteiten.Select(a => Versie(a.Key, a.Value.Versie, Inhoud(a.Key, a.Value, [.. regels[a.Key]], beleid).ToJsonString(Leesbaar)))];
    }

    /// <summary>What was once in force under a number keeps that content: a change asks a higher version.</summary>
    /// <param name="nieuw">Of the policy that wants to become active.</param>
    /// <param name="bekend">Every version that was ever in force.</param>
    /// <returns>One Dutch sentence per fault, with its place.</returns>
    public static IEnumerable<string> Fouten(IEnumerable<ActiviteitVersie> nieuw, IReadOnlyCollection<ActiviteitVersie> bekend)
    {
        foreach (var activiteit in nieuw)
        {
            var hier = new Plaats("gegevens.json")["activiteiten"][activiteit.Id]["versie"];
            var hoogste = bekend.Where(b => b.Id == activiteit.Id).Select(b => b.Versie).DefaultIfEmpty().Max();
            if (activiteit.Versie < hoogste)
            {
                yield return hier.Fout($"versie {activiteit.Versie} is lager dan {hoogste}, die al van kracht was.");
            }
            else if (bekend.Any(b => b.Id == activiteit.Id && b.Versie == activiteit.Versie && b.Hash != activiteit.Hash))
            {
                yield return hier.Fout($"de inhoud van {activiteit.Id} is veranderd; verhoog de versie naar {activiteit.Versie + 1}.");
            }
        }
    }

    private static ActiviteitVersie Versie(string id, int versie, string inhoud) =>
        new(id, versie, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inhoud))), inhoud);

    private static JsonObject Inhoud(string id, ActiviteitFile activiteit, Verwerkt[] regels, Beleid beleid)
    {
        var (gegevens, register) = (beleid.Gegevens, beleid.Gegevens.Register);
        var doelen = gegevens.Doelen.Where(d => d.Value.Activiteit == id).OrderBy(d => d.Key, StringComparer.Ordinal).ToArray();
        return new JsonObject
        {
            ["id"] = id,
            ["actief"] = activiteit.Actief,
            ["versie"] = activiteit.Versie,
            ["naam"] = activiteit.Naam,
            ["geldigVanaf"] = activiteit.GeldigVanaf.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["doelen"] = List(doelen, d => new JsonObject { ["code"] = d.Key, ["naam"] = d.Value.Naam }),
            ["grondslagen"] = List(doelen.Select(d => d.Value.Grondslag).Distinct(), g => new JsonObject { ["code"] = g, ["naam"] = gegevens.Grondslagen[g].Naam, ["dpv"] = gegevens.Grondslagen[g].Dpv }),
            ["verwerkingsverantwoordelijke"] = register.Verwerkingsverantwoordelijke,
            ["verwerker"] = register.Verwerker,
            ["betrokkenen"] = List(activiteit.Betrokkenen, b => JsonValue.Create(b)),
            ["gegevenscategorieen"] = List(regels.Select(r => r.Categorie).Distinct().Order(StringComparer.Ordinal), c => Categorie(c, gegevens)),
            ["bronnen"] = List(Wie(regels, r => r.Richting == Richting.Ontvangen), w => Naam(w, beleid)),
            ["ontvangers"] = List(Wie(regels, r => r.Richting != Richting.Ontvangen), w => Ontvanger(w, regels, beleid)),
            ["maatregelen"] = List(register.Altijd.Concat(activiteit.Maatregelen), m => JsonValue.Create(register.Maatregelen[m])),
            ["dpiaNummer"] = activiteit.DpiaNummer,
        };
    }

    private static IEnumerable<string> Wie(IEnumerable<Verwerkt> regels, Func<Verwerkt, bool> welke) => regels.Where(welke).Select(r => r.Wie).Distinct().Order(StringComparer.Ordinal);

    private static JsonObject Categorie(string code, GegevensFile gegevens)
    {
        var categorie = gegevens.Categorieen[code];
        var eigen = (categorie.BewaartermijnVelden ?? []).OrderBy(v => v.Key, StringComparer.Ordinal);
        return new JsonObject
        {
            ["code"] = code,
            ["naam"] = categorie.Naam,
            ["bijzonder"] = categorie.Bijzonder,
            ["bewaartermijn"] = Termijn(gegevens.Bewaartermijnen[categorie.Bewaartermijn]),
            ["afwijkend"] = List(eigen, v => new JsonObject { ["veld"] = v.Key, ["bewaartermijn"] = Termijn(gegevens.Bewaartermijnen[v.Value]) }),
        };
    }

    private static JsonObject Termijn(BewaartermijnFile termijn) => new() { ["naam"] = termijn.Naam, ["duur"] = termijn.Termijn, ["vanaf"] = termijn.Vanaf };

    private static JsonObject Naam(string wie, Beleid beleid) => new() { ["code"] = wie, ["naam"] = NaamVan(wie, beleid) };

    private static JsonObject Ontvanger(string wie, Verwerkt[] regels, Beleid beleid)
    {
        var ontvanger = Naam(wie, beleid);
        ontvanger["gegevenscategorieen"] = List(
            regels.Where(r => r.Wie == wie && r.Richting != Richting.Ontvangen).Select(r => r.Categorie).Distinct().Order(StringComparer.Ordinal), c => JsonValue.Create(c));
        return ontvanger;
    }

    private static string NaamVan(string wie, Beleid beleid) =>
        beleid.Gegevens.Rollen.GetValueOrDefault(wie) ?? beleid.Partners.GetValueOrDefault(wie)?.Naam ?? beleid.Gegevens.Ontvangers[wie];

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> vorm) => new([.. items.Select(vorm)]);
}

/// <summary>One version of an activity, as the register says it.</summary>
/// <param name="Hash">SHA-256 of the content, 64 hex.</param>
/// <param name="Inhoud">JSON; empty where only the hash was read.</param>
public sealed record ActiviteitVersie(string Id, int Versie, string Hash, string Inhoud);
