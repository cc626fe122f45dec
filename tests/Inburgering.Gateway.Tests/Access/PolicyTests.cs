using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>A policy that does not hold together stops the start with every fault and its place (domain f3, f11, f21).</summary>
public sealed class PolicyTests
{
    private const string School = "partners/taalaanbieder.json";
    private const string Vwn = "partners/vluchtelingenwerk.json";

    /// <summary>What is broken: the change, and what the one fault must say.</summary>
    private static readonly Dictionary<string, (Action<ConfigCopy> Break, string[] Says)> Broken = new()
    {
        ["unknown category in a grant"] = (c => c.Edit(School, j => Grant(j)["velden"]!["XYZ"] = new JsonArray("naam")), ["config/partners/taalaanbieder.json, grants[0]", "«XYZ»"]),
        ["unknown category in levert"] = (c => c.Edit("partners/duo.json", j => j["levert"]!["categorieen"]!.AsArray().Add("XYZ")), ["config/partners/duo.json, levert", "«XYZ»"]),
        ["unknown field"] = (c => c.Edit(School, j => Grant(j)["velden"]!["IDN"]!.AsArray().Add("schoenmaat")), ["config/partners/taalaanbieder.json, grants[0]", "«IDN.schoenmaat»"]),
        ["unknown field of a role"] = (c => c.Edit("gegevens.json", j => Grant(j, 2)["velden"]!["VBL"]!.AsArray().Add("huidskleur")), ["config/gegevens.json, grants[2]", "«VBL.huidskleur»"]),
        ["unknown doel"] = (c => c.Edit(School, j => Grant(j)["doel"] = "zomaar"), ["config/partners/taalaanbieder.json, grants[0]", "doel «zomaar» bestaat niet"]),
        ["unknown doel in levert"] = (c => c.Edit("partners/coa.json", j => j["levert"]!["doel"] = "zomaar"), ["config/partners/coa.json, levert", "«zomaar»"]),
        ["unknown grondslag of a doel"] = (c => c.Edit("gegevens.json", j => j["doelen"]!["statistiek-cbs"]!["grondslag"] = "ZZ"), ["config/gegevens.json, doelen.statistiek-cbs", "grondslag «ZZ»"]),
        ["unknown activity of a doel"] = (c => c.Edit("gegevens.json", j => j["doelen"]!["statistiek-cbs"]!["activiteit"] = "VA-99"), ["config/gegevens.json, doelen.statistiek-cbs", "«VA-99»"]),
        ["grondslag other than the doel's"] = (c => c.Edit(School, j => Grant(j)["grondslag"] = "PW"), ["config/partners/taalaanbieder.json, grants[0]", "grondslag «PW»"]),
        ["unknown role"] = (c => c.Edit("gegevens.json", j => Grant(j)["rol"] = "BAAS"), ["config/gegevens.json, grants[0]", "rol «BAAS»"]),
        ["role in a partner's grant"] = (c => c.Edit(School, j => Grant(j)["rol"] = "REG"), ["config/partners/taalaanbieder.json, grants[0]", "rol «REG»"]),
        ["unknown doelgroep"] = (c => c.Edit(School, j => Grant(j)["voorwaarden"]!["doelgroep"] = new JsonArray("Iedereen")), ["config/partners/taalaanbieder.json, grants[0]", "doelgroep «Iedereen»"]),
        ["unknown mits"] = (c => c.Edit(School, j => Grant(j)["mits"]!["UUR"] = "soms"), ["config/partners/taalaanbieder.json, grants[0]", "«UUR: soms»"]),
        ["mits of a field that is not granted"] = (c => c.Edit(School, j => Grant(j)["mits"]!["FIN.iban"] = "keurmerk"), ["config/partners/taalaanbieder.json, grants[0]", "«FIN.iban: keurmerk»"]),
        ["mits of a field that does not exist"] = (c => c.Edit(School, j => Grant(j)["mits"]!["IDN.bnsn"] = "keurmerk"), ["config/partners/taalaanbieder.json, grants[0]", "«IDN.bnsn: keurmerk»"]),
        ["partner file without adapter"] = (c => c.Write("partners/bakker.json", Renamed(c, "bakker")), ["config/partners/bakker.json", "«bakker»", "geen map"]),
        ["adapter without file"] = (c => c.Delete("partners/coa.json"), ["config/partners/coa.json ontbreekt"]),
        ["partner type other than the file's name"] = (c => c.Edit("partners/coa.json", j => j["partnertype"] = "koa"), ["config/partners/coa.json", "«koa»"]),
        ["doel twice"] = (c => c.Edit(Vwn, j => j["grants"]!.AsArray().Add(Grant(j).DeepClone())), ["config/partners/vluchtelingenwerk.json", "«uitvoeren-pvt» staat er twee keer"]),
        ["doel twice for a role"] = (c => c.Edit("gegevens.json", j => j["grants"]!.AsArray().Add(Grant(j).DeepClone())), ["config/gegevens.json", "«regie-voeren» staat er twee keer"]),
        ["TST without toestemming"] = (c => c.Edit(Vwn, j => Grant(j, 2)["voorwaarden"]!["toestemming"] = false), ["config/partners/vluchtelingenwerk.json, grants[2]", "toestemming"]),
        ["toestemming for a public task"] = (c => c.Edit(School, j => Grant(j)["voorwaarden"]!["toestemming"] = true), ["config/partners/taalaanbieder.json, grants[0]", "nooit voor een publieke taak"]),
        ["special category to a partner"] = (c => c.Edit(School, j => Grant(j)["velden"]!["GZH"] = new JsonArray("belastbaarheid")), ["config/partners/taalaanbieder.json, grants[0]", "GZH is bijzonder"]),
        ["partner without opdracht"] = (c => c.Edit(School, j => Grant(j)["voorwaarden"]!.AsObject().Remove("opdracht")), ["config/partners/taalaanbieder.json, grants[0]", "voorwaarden.opdracht"]),
        ["all fields to a partner"] = (c => c.Edit(School, j => Grant(j)["velden"]!["IDN"] = new JsonArray("*")), ["config/partners/taalaanbieder.json, grants[0]", "«IDN.*»", "alleen voor rollen"]),
        ["reader with a client for all gemeenten"] = (c => c.Edit(School, j => j["instanties"]![1]!["clients"] = new JsonObject { ["*"] = "school" }), ["config/partners/taalaanbieder.json, instanties.schakelcollege", "«*»"]),
        ["client twice"] = (c => c.Edit(School, j => j["instanties"]![1]!["clients"]!["1708"] = "taalpunt-1708"), ["client «taalpunt-1708» staat er twee keer"]),
        ["client of partner and gemeente"] = (c => c.Edit(School, j => j["instanties"]![1]!["clients"]!["1708"] = "zaaksysteem-1708"), ["client «zaaksysteem-1708» staat er twee keer"]),
        ["client in an unknown gemeente"] = (c => c.Edit(School, j => j["instanties"]![1]!["clients"]!["9999"] = "x"), ["config/partners/taalaanbieder.json, instanties.schakelcollege", "«9999»"]),
        ["partner's OIN too short"] = (c => c.Edit("partners/duo.json", j => j["instanties"]![0]!["oin"] = "0000000199999000900"), ["config/partners/duo.json, instanties.duo", "OIN"]),
        ["gemeente's OIN too long"] = (c => c.Edit("gemeenten/1708.json", j => j["oin"] = "000000019999900010000"), ["config/gemeenten/1708.json", "OIN"]),
        ["gemeentecode other than the file's name"] = (c => c.Edit("gemeenten/0106.json", j => j["gemeentecode"] = "0107"), ["config/gemeenten/0106.json", "«0107»"]),
        ["unknown role of a gemeente's client"] = (c => c.Edit("gemeenten/1708.json", j => j["clients"]![0]!["rol"] = "BAAS"), ["config/gemeenten/1708.json", "rol «BAAS» van zaaksysteem-1708"]),
        ["unknown doelgroep in the offer"] = (c => c.Edit("gemeenten/1708.json", j => j["aanbod"]!["Iedereen"] = new JsonArray("pvt")), ["config/gemeenten/1708.json, aanbod", "«Iedereen»"]),
        ["unknown word"] = (c => c.Edit(School, j => j["velde"] = 1), ["config/partners/taalaanbieder.json", "velde"]),
        ["word in another case"] = (c => c.Edit(School, j => Grant(j)["Doel"] = "uitvoeren-leerroute"), ["config/partners/taalaanbieder.json", "Doel"]),
        ["missing word"] = (c => c.Edit("gemeenten/1708.json", j => j.AsObject().Remove("oin")), ["config/gemeenten/1708.json", "oin"]),
        ["duplicate key"] = (c => c.Write("partners/coa.json", c.Read("partners/coa.json").Replace("\"naam\": \"COA\",\n  \"scopes\"", "\"naam\": \"COA\",\n  \"naam\": \"COA\",\n  \"scopes\"", StringComparison.Ordinal)), ["config/partners/coa.json", "naam"]),
        ["broken JSON"] = (c => c.Write("gemeenten/0171.json", "{"), ["config/gemeenten/0171.json"]),
        ["number as text"] = (c => c.Edit("partners/duo.json", j => j["verbinding"]!["pogingen"] = "3"), ["config/partners/duo.json", "pogingen"]),
    };

    public static TheoryData<string> Faults => [.. Broken.Keys];

    [Fact]
    public void Load_CommittedConfig_HoldsTogether()
    {
        var beleid = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);

        Assert.Equal(64, beleid.Hash.Length);
        Assert.Equal(["0106", "0171", "1708"], beleid.Gemeenten.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ConfigCopy.Adapters, beleid.Partners.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Load_BrokenConfig_NamesFileAndPlace(string fault)
    {
        using var config = new ConfigCopy();
        var (spoil, says) = Broken[fault];
        spoil(config);

        var refusal = Assert.Throws<PolicyException>(config.Load);

        Assert.Contains(refusal.Fouten, f => says.All(s => f.Contains(s, StringComparison.Ordinal)));
        Assert.StartsWith("Het beleid in config/ klopt niet:", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ManyFaults_NamesThemAllAtOnce()
    {
        using var config = new ConfigCopy();
        config.Edit(School, j => Grant(j)["velden"]!["XYZ"] = new JsonArray("naam"));
        config.Edit(Vwn, j => Grant(j, 2)["voorwaarden"]!["toestemming"] = false);
        config.Edit("gemeenten/1708.json", j => j["oin"] = "1");
        config.Write("gemeenten/0171.json", "{");
        config.Delete("partners/coa.json");

        var refusal = Assert.Throws<PolicyException>(config.Load);

        foreach (var place in new[] { "taalaanbieder.json, grants[0]", "vluchtelingenwerk.json, grants[2]", "gemeenten/1708.json", "gemeenten/0171.json", "partners/coa.json" })
        {
            Assert.Contains(refusal.Fouten, f => f.Contains(place, StringComparison.Ordinal));
            Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Hash_AnyFileChanged_IsAnother()
    {
        using var config = new ConfigCopy();
        var seen = new HashSet<string> { config.Load().Hash };
        foreach (var file in ConfigCopy.Files().Select(f => Path.GetRelativePath(ConfigCopy.Committed, f)))
        {
            config.Write(file, config.Read(file) + "\n");
            Assert.True(seen.Add(config.Load().Hash), $"{file} telt niet mee.");
        }
    }

    [Fact]
    public void Hash_NothingChanged_IsTheSame()
    {
        using var config = new ConfigCopy();
        using var copy = new ConfigCopy();
        config.Write(School, config.Read(School).ReplaceLineEndings("\r\n"));

        Assert.Equal(copy.Load().Hash, copy.Load().Hash);
        Assert.Equal(copy.Load().Hash, config.Load().Hash);
        Assert.Equal(PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters).Hash, copy.Load().Hash);
    }

    private static JsonNode Grant(JsonNode file, int index = 0) => file["grants"]![index]!;

    private static string Renamed(ConfigCopy config, string naam)
    {
        var json = JsonNode.Parse(config.Read("partners/coa.json"))!;
        json["partnertype"] = naam;
        json["instanties"]![0]!["clients"]!["*"] = naam;
        return json.ToJsonString();
    }
}
