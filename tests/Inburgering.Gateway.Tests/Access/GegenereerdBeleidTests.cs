using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using AccessDesk = Inburgering.Gateway.Access.Question.Granted.Desk;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>Over generated policies and dossiers: read, search and error text never reveal a field, or that a person exists, that the decision refuses.</summary>
public sealed partial class GegenereerdBeleidTests
{
    private const string Client = "schakelcollege-1708";
    private const string Doel = "uitvoeren-leerroute";

    private static readonly Beleid Echt = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);
    private static readonly string[] Categorieen = ["IDN", "CON", "PIP", "UUR", "GZH", "FIN", "EXA"];
    private static readonly string[] Bronnen = ["duo", "gemeente", "schakelcollege", "taalpunt"];
    private static readonly string[] Doelgroepen = ["Asielstatushouder", "Gezinsmigrant en overige migrant"];
    private static readonly string[] Taken = ["leerroute", "participatie", "pvt", "begeleiding"];

    private static int Proeven => TestMaat.Lang ? 2_000 : 100;

    private static Gen<GrantFile> Grants =>
        from velden in Gen.Elements(Categorieen.AsEnumerable()).SelectMany(c => Gen.SubListOf(Echt.Gegevens.Categorieen[c].Velden.AsEnumerable()), (c, v) => (c, v)).ListOf()
        from taak in Gen.Elements(Taken.AsEnumerable())
        from doelgroep in Gen.SubListOf(Doelgroepen.AsEnumerable())
        from toestemming in Gen.Elements(true, false)
        from mits in Gen.Elements(Categorieen.AsEnumerable()).ListOf()
        from keurmerk in Gen.Elements(true, false)
        select new GrantFile
        {
            Doel = Doel,
            Voorwaarden = new VoorwaardenFile { Opdracht = taak, Doelgroep = doelgroep.Count > 0 ? [.. doelgroep] : null, Toestemming = toestemming },
            Velden = velden.Where(v => v.v.Count > 0).GroupBy(v => v.c).ToDictionary(g => g.Key, g => g.SelectMany(v => v.v).Distinct().ToList()),
            Mits = mits.Distinct().Where(c => velden.Any(v => v.c == c && v.v.Count > 0)).ToDictionary(c => c, _ => "eigen-levering")
                .Concat(keurmerk && velden.Any(v => v.c == "IDN" && v.v.Contains("bsn")) ? [KeyValuePair.Create("IDN.bsn", "keurmerk")] : [])
                .ToDictionary(m => m.Key, m => m.Value),
        };

    private static Gen<FakeFacts> Feiten =>
        from lopend in Gen.SubListOf(Taken.AsEnumerable())
        from afgelopen in Gen.SubListOf(Taken.AsEnumerable())
        from doelgroep in Gen.Elements(Doelgroepen.Append(null).AsEnumerable())
        from toestemming in Gen.SubListOf(new[] { Doel, "hulp-bij-schulden" }.AsEnumerable())
        from beperkt in Gen.SubListOf(Categorieen.AsEnumerable())
        from bezwaar in Gen.SubListOf(new[] { Doel, "uitvoeren-pvt" }.AsEnumerable())
        from bestaat in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from secties in Gen.Elements(Categorieen.AsEnumerable()).SelectMany(_ => Gen.Elements(Bronnen.AsEnumerable()), (c, b) => (c, b)).ListOf()
        select new FakeFacts
        {
            DossierId = bestaat ? Guid.NewGuid() : null,
            ActieveTaken = [.. lopend],
            AfgelopenTaken = [.. afgelopen.Except(lopend)],
            Doelgroep = doelgroep,
            Toestemmingen = [.. toestemming],
            Beperkingen = beperkt.Count > Categorieen.Length / 2 ? [] : [.. beperkt],
            Bezwaren = bezwaar.Count == 1 ? [.. bezwaar] : [],
            Gevuld = bestaat ? [.. secties.Distinct().Select(s => Sectie(s.c, s.b))] : [],
        };

    [Fact]
    public void Answers_WhateverPolicyAndDossier_RevealNothingThatIsRefused()
    {
        var shown = 0;
        var gevallen = from grant in Grants from feiten in Feiten from keurmerk in Gen.Elements(true, false) select (grant, feiten, keurmerk);
        Prop.ForAll(gevallen.ToArbitrary(), g => Holds(g.grant, g.feiten, g.keurmerk, ref shown)).Check(Config.QuickThrowOnFailure.WithMaxTest(Proeven * 10));
        Assert.True(shown > 0, "Geen enkel geval toonde iets: de proef bewijst niets.");
    }

    private static bool Holds(GrantFile file, FakeFacts facts, bool keurmerk, ref int shown)
    {
        var partner = Echt.Partners["taalaanbieder"] with { Grants = [file] };
        var beleid = new Beleid(Echt.Gegevens, [partner], [.. Echt.Gemeenten.Values], facts.Beleid!, string.Empty);
        var caller = new CallerRegister(beleid).Caller(Client, new HashSet<string> { "dossier:lezen" }, DateTimeOffset.UnixEpoch)! with { Keurmerk = keurmerk };

        var gelezen = Answer(beleid, caller, facts, zoeken: false);
        var gezocht = Answer(beleid, caller, facts, zoeken: true);

        var mag = Mag(file, facts);
        var getoond = Canarie().Matches(gelezen).Select(m => m.Groups["veld"].Value.Split('/')).ToArray();
        shown += getoond.Length;
        return getoond.All(v => mag is not null && VeldMag(file, facts, mag.Value, keurmerk, v[0], v[1], v[2]))
            && (mag is not null || (gelezen == Onbekend(beleid, caller) && gezocht == gelezen))
            && (mag is not false || gezocht == Onbekend(beleid, caller))
            && facts.Gevuld.All(s => s.Geopend == 0 || (mag is not null && (mag.Value || s.Bron == "schakelcollege") && file.Velden.ContainsKey(s.Categorie) && !facts.Beperkingen.Contains(s.Categorie)));
    }

    /// <summary>All that leaves: the dossier, the answer to a search, or the problem as it is written.</summary>
    private static string Answer(Beleid beleid, Caller caller, FakeFacts facts, bool zoeken)
    {
        var desk = new AccessDesk(beleid, new Verwerking(TimeProvider.System));
        var geladen = zoeken ? facts with { Gevuld = [] } : facts;
        var grant = desk.Ask(caller, Doel, alleenRelatie: zoeken) is { } question ? desk.Decide(question, geladen) : null;
        if (grant is null)
        {
            return JsonSerializer.Serialize(Problems.For(desk.Refusal).Details());
        }

        return zoeken ? JsonSerializer.Serialize(new Zoekresultaat(grant.ExternId!.Value)) : JsonSerializer.Serialize(DossierView.Of(grant));
    }

    /// <summary>What a person gets that nobody ever heard of.</summary>
    private static string Onbekend(Beleid beleid, Caller caller) => Answer(beleid, caller, new FakeFacts { DossierId = null, ExternId = null, ActieveTaken = [] }, zoeken: false);

    /// <summary>The rule, said again by hand: null refused, true the whole grant, false only what the partner delivered itself.</summary>
    private static bool? Mag(GrantFile file, FakeFacts facts)
    {
        var voorwaarden = file.Voorwaarden!;
        var relatie = facts.DossierId is not null
            && (voorwaarden.Doelgroep is null || (facts.Doelgroep is not null && voorwaarden.Doelgroep.Contains(facts.Doelgroep)))
            && (!voorwaarden.Toestemming || facts.Toestemmingen.Contains(Doel))
            && !facts.Bezwaren.Contains(Doel);
        if (!relatie)
        {
            return null;
        }

        if (facts.ActieveTaken.Contains(voorwaarden.Opdracht!))
        {
            return true;
        }

        var eigen = facts.Gevuld.Any(s => s.Bron == "schakelcollege" && !facts.Beperkingen.Contains(s.Categorie) && file.Velden.ContainsKey(s.Categorie));
        return facts.AfgelopenTaken.Contains(voorwaarden.Opdracht!) && eigen ? false : null;
    }

    private static bool VeldMag(GrantFile file, FakeFacts facts, bool geheel, bool keurmerk, string categorie, string veld, string bron) =>
        file.Velden.TryGetValue(categorie, out var velden) && velden.Contains(veld)
        && !facts.Beperkingen.Contains(categorie)
        && (geheel || bron == "schakelcollege")
        && (file.Mits!.GetValueOrDefault(categorie) != "eigen-levering" || bron == "schakelcollege")
        && (keurmerk || file.Mits!.GetValueOrDefault($"{categorie}.{veld}") != "keurmerk");

    private static FakeSectie Sectie(string categorie, string bron) => new(
        categorie, bron, new JsonObject(Echt.Gegevens.Categorieen[categorie].Velden.Select(v => KeyValuePair.Create(v, (JsonNode?)$"[{categorie}/{v}/{bron}]"))));

    [GeneratedRegex(@"\[(?<veld>[A-Za-z]+/[A-Za-z0-9]+/[a-z]+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Canarie();
}
