using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using AccessDesk = Inburgering.Gateway.Access.Question.Granted.Desk;
using Granted = Inburgering.Gateway.Access.Question.Granted;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>Over drawn policies and dossiers: an aanmelding holds nothing beyond what the partner would read at that moment and config declares, and never half of what it needs.</summary>
public sealed class AanmeldingEigenschapTests
{
    private const string Client = "schakelcollege-1708", Doel = "uitvoeren-leerroute", Groep = "Asielstatushouder";

    private static readonly Beleid Echt = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);
    private static readonly string[] Categorieen = ["IDN", "CON", "PIP", "AAN", "UUR", "TVG", "GZH", "FIN"];
    private static readonly string[] Delen = ["vaardigheid", "niveau", "datum"];
    private static readonly string[] Taken = ["leerroute", "pvt"];

    private static int Proeven => TestMaat.Lang ? 20_000 : 500;

    private static Gen<Dictionary<string, List<string>>> Velden =>
        from velden in Gen.Elements(Categorieen.AsEnumerable()).SelectMany(c => Gen.SubListOf(Echt.Gegevens.Categorieen[c].Velden.AsEnumerable()), (c, v) => (c, v)).ListOf()
        select velden.Where(v => v.v.Count > 0).GroupBy(v => v.c).ToDictionary(g => g.Key, g => g.SelectMany(v => v.v).Distinct().ToList());

    /// <summary>Also beyond the grant, as a policy on record may be: the rules of the start are not the only thing that holds.</summary>
    private static Gen<AanmeldingFile> Aanmeldingen =>
        from velden in Velden
        from delen in Gen.SubListOf(Delen.AsEnumerable())
        from nodig in Gen.Elements(Categorieen.AsEnumerable()).SelectMany(c => Gen.Elements(Echt.Gegevens.Categorieen[c].Velden.AsEnumerable()), (c, v) => $"{c}.{v}").ListOf()
        select new AanmeldingFile(MetDelen(velden, delen), [.. nodig.Take(1)]);

    private static Gen<FakeFacts> Feiten =>
        from lopend in Gen.SubListOf(Taken.AsEnumerable())
        from afgelopen in Gen.SubListOf(Taken.AsEnumerable())
        from doelgroep in Gen.Elements(Groep, Groep, "Gezinsmigrant en overige migrant", null)
        from beperkt in Gen.Frequency((4, Gen.Constant(Array.Empty<string>())), (1, Gen.SubListOf(Categorieen.AsEnumerable()).Select(b => b.ToArray())))
        from bezwaar in Gen.Frequency((6, Gen.Constant(Array.Empty<string>())), (1, Gen.Constant(new[] { Doel })))
        from geldig in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from secties in Gen.Elements(Categorieen.AsEnumerable()).SelectMany(_ => Gen.Elements("gemeente", "schakelcollege"), (c, b) => (c, b)).ListOf()
        select new FakeFacts
        {
            ClientGeldig = geldig,
            ActieveTaken = [.. lopend],
            AfgelopenTaken = [.. afgelopen.Except(lopend)],
            Doelgroep = doelgroep,
            Beperkingen = beperkt,
            Bezwaren = bezwaar,
            Gevuld = [.. secties.Distinct().Select(s => Sectie(s.c, s.b))],
        };

    [Fact]
    public void Aanmelding_WelkBeleidEnDossierOok_BlijftBinnenHetLeesrechtEnWatConfigNoemt()
    {
        var gemeld = 0;
        var gevallen = from velden in Velden from aanmelding in Aanmeldingen from feiten in Feiten select (velden, aanmelding, feiten);
        Prop.ForAll(gevallen.ToArbitrary(), g => Holds(g.velden, g.aanmelding, g.feiten, ref gemeld)).Check(Config.QuickThrowOnFailure.WithMaxTest(Proeven));
        Assert.True(gemeld > 0, "Geen enkel geval meldde iets: de proef bewijst niets.");
    }

    private static bool Holds(Dictionary<string, List<string>> velden, AanmeldingFile aanmelding, FakeFacts facts, ref int gemeld)
    {
        var grant = new GrantFile { Doel = Doel, Voorwaarden = new VoorwaardenFile { Opdracht = "leerroute", Doelgroep = [Groep] }, Velden = velden, Aanmelding = aanmelding };
        var beleid = new Beleid(Echt.Gegevens, [Echt.Partners["taalaanbieder"] with { Grants = [grant] }], [.. Echt.Gemeenten.Values], facts.Beleid!, string.Empty);
        var caller = new CallerRegister(beleid).Caller(Client, new HashSet<string>(), DateTimeOffset.UnixEpoch)!;

        var verteld = Verteld(beleid, caller, facts);
        var gelezen = new AccessDesk(beleid, new Verwerking(TimeProvider.System)) is var desk && desk.Ask(caller, Doel) is { } vraag ? desk.Decide(vraag, facts) : null;

        gemeld += verteld?.Gegevens.Count ?? 0;
        var genoemd = velden.Where(v => aanmelding.Velden.GetValueOrDefault(v.Key)?.Any(n => v.Value.Contains(n.Split('.')[0])) == true).Select(v => v.Key).ToArray();
        return verteld is null || (
            gelezen is { AlleenEigen: false }
            && facts.ActieveTaken.Contains("leerroute") && facts.Doelgroep == Groep && facts.ClientGeldig && facts.Bezwaren.Count == 0
            && !genoemd.Any(facts.Beperkingen.Contains)
            && aanmelding.Nodig.All(n => verteld.Gegevens.TryGetValue(n.Split('.')[0], out var c) && c.ContainsKey(n.Split('.')[1]))
            && verteld.Gegevens.All(c => c.Value.All(v => Mag(velden, aanmelding, gelezen, c.Key, v.Key, v.Value!))));
    }

    private static Granted? Verteld(Beleid beleid, Caller caller, FakeFacts facts)
    {
        var desk = new AccessDesk(beleid, new Verwerking(TimeProvider.System));
        return desk.AskAanmelding(caller, Doel) is { } vraag ? desk.DecideAanmelding(vraag, facts) : null;
    }

    /// <summary>The rule, said again by hand: in the grant, in the declaration, and nothing that a read would not show, line by line.</summary>
    private static bool Mag(Dictionary<string, List<string>> velden, AanmeldingFile aanmelding, Granted gelezen, string categorie, string veld, JsonNode waarde)
    {
        if (velden.GetValueOrDefault(categorie)?.Contains(veld) is not true || aanmelding.Velden.GetValueOrDefault(categorie) is not { } namen)
        {
            return false;
        }

        var delen = namen.Where(n => n.StartsWith(veld + '.', StringComparison.Ordinal)).Select(n => n.Split('.')[1]).ToHashSet(StringComparer.Ordinal);
        if (delen.Count == 0)
        {
            return namen.Contains(veld) && JsonNode.DeepEquals(waarde, gelezen.Gegevens[categorie][veld]);
        }

        return waarde is JsonArray { Count: > 0 } regels && regels.All(r => r is JsonObject { Count: > 0 } regel && regel.All(d => delen.Contains(d.Key)));
    }

    private static Dictionary<string, List<string>> MetDelen(Dictionary<string, List<string>> velden, IReadOnlyCollection<string> delen) =>
        velden.ToDictionary(v => v.Key, v => v.Value.SelectMany(naam => naam == "niveaus" && delen.Count > 0 ? delen.Select(d => $"niveaus.{d}") : [naam]).ToList());

    private static FakeSectie Sectie(string categorie, string bron) => new(
        categorie, bron, new JsonObject(Echt.Gegevens.Categorieen[categorie].Velden.Select(v => KeyValuePair.Create(v, Waarde(v, $"[{categorie}/{v}/{bron}]")))));

    private static JsonNode? Waarde(string veld, string woord) => veld == "niveaus"
        ? new JsonArray(new JsonObject { ["vaardigheid"] = "lezen", ["niveau"] = "A2", ["datum"] = "2024-10-01", ["bron"] = woord }, JsonValue.Create(woord))
        : JsonValue.Create(woord);
}
