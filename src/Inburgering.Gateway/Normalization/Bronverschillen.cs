using System.Text.Json.Nodes;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Normalization;

/// <summary>Where sources say different things of one person (domain c: never overwrite silently, keep both, show, let the regievoerder choose).</summary>
/// <remarks>Pure. Lists of several sources add up and are no difference, but for the level per skill. Numbers of a person are for a merge (domain, identifiers),
/// health is never laid side by side, and what only one source says is not contradicted. What came along with a move is history: the former gemeente says nothing new.</remarks>
internal static class Bronverschillen
{
    /// <summary>Of which the current level stands per skill, and what DUO's exams say of it.</summary>
    public const string Taal = "TVG", Niveaus = "niveaus", Examens = "EXA", Behaald = "behaaldeOnderdelen";

    private const string Gezondheid = "GZH";

    private static readonly string[] Nummers = ["bsn", "vNummer"];

    private static readonly string[] Ladder = ["alfa-A", "alfa-B", "alfa-C", "A1", "A2", "B1", "B2", "C1", "C2"];

    private static readonly Dictionary<string, string> Vaardigheden = new(StringComparer.Ordinal) { ["LE"] = "lezen", ["LU"] = "luisteren", ["SC"] = "schrijven", ["SP"] = "spreken" };

    /// <summary>In a fixed order; each with at least two values that are not the same.</summary>
    public static IReadOnlyList<Bronverschil> Of(IEnumerable<Brongegeven> velden)
    {
        var bekend = velden.Where(v => v.Categorie != Gezondheid && v.Bron != Verhuizing.VorigeGemeente && !(v.Categorie == "IDN" && Nummers.Contains(v.Veld))).ToArray();
        return
        [
            .. Enkelvoudig(bekend).Concat(Niveau(bekend))
                .GroupBy(w => w.Punt)
                .Select(punt => new Bronverschil(punt.Key, [.. punt.Select(w => w.Waarde).DistinctBy(w => w.Bron).OrderBy(w => w.Bron, StringComparer.Ordinal)]))
                .Where(verschil => verschil.Waarden.DistinctBy(w => w.Tekst).Skip(1).Any())
                .OrderBy(v => v.Punt.Categorie, StringComparer.Ordinal).ThenBy(v => v.Punt.Veld, StringComparer.Ordinal).ThenBy(v => v.Punt.Onderdeel, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(Bronpunt Punt, Bronwaarde Waarde)> Enkelvoudig(IEnumerable<Brongegeven> velden) =>
        velden.Where(v => v.Waarde is not JsonArray).Select(v => (new Bronpunt(v.Categorie, v.Veld, string.Empty), new Bronwaarde(v.Bron, v.Waarde)));

    /// <summary>A school's level per skill beside the highest exam that was passed in it.</summary>
    private static IEnumerable<(Bronpunt Punt, Bronwaarde Waarde)> Niveau(IReadOnlyCollection<Brongegeven> velden)
    {
        var scholen = Regels(velden, Taal, Niveaus).Select(r => (r.Bron, Vaardigheid: (string?)r.Regel["vaardigheid"], Niveau: (string?)r.Regel["niveau"]));
        var examens = Regels(velden, Examens, Behaald)
            .Select(r => (r.Bron, Vaardigheid: Vaardigheden.GetValueOrDefault((string?)r.Regel["onderdeel"] ?? string.Empty), Niveau: (string?)r.Regel["niveau"]))
            .Where(e => e.Niveau is not null)
            .OrderByDescending(e => Array.IndexOf(Ladder, e.Niveau));
        return from stand in scholen.Concat(examens)
               where stand is { Vaardigheid: not null, Niveau: not null }
               select (new Bronpunt(Taal, Niveaus, stand.Vaardigheid), new Bronwaarde(stand.Bron, JsonValue.Create(stand.Niveau)));
    }

    private static IEnumerable<(string Bron, JsonObject Regel)> Regels(IEnumerable<Brongegeven> velden, string categorie, string veld) =>
        from gegeven in velden
        where gegeven.Categorie == categorie && gegeven.Veld == veld && gegeven.Waarde is JsonArray
        from regel in gegeven.Waarde.AsArray().OfType<JsonObject>()
        select (gegeven.Bron, regel);
}

/// <summary>One value of the dossier and who gave it.</summary>
/// <param name="Bron">Key of the partner's instance, or "gemeente".</param>
internal sealed record Brongegeven(string Categorie, string Veld, string Bron, JsonNode Waarde);

/// <summary>What several sources say of one thing, by source.</summary>
/// <param name="Waarden">At least two, not all the same.</param>
internal sealed record Bronverschil(Bronpunt Punt, IReadOnlyList<Bronwaarde> Waarden);

/// <summary>What one source says.</summary>
/// <param name="Bron">Key of the partner's instance, or "gemeente".</param>
internal sealed record Bronwaarde(string Bron, JsonNode Waarde)
{
    /// <summary>A plain text as it is, anything else as JSON.</summary>
    public string Tekst { get; } = Waarde is JsonValue waarde && waarde.TryGetValue<string>(out var tekst) ? tekst : Waarde.ToJsonString();
}
