using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>A policy that does not hold together stops the start with every fault and its place (domain f3, f11, f21).</summary>
public sealed class PolicyTests
{
    private const string School = PolicyFaults.School;

    public static TheoryData<string> Faults => [.. PolicyFaults.Alle.Keys.Where(f => !Array.Exists(["F11 ", "F21 ", "F24 "], n => f.StartsWith(n, StringComparison.Ordinal)))];

    public static TheoryData<string> F11 => With("F11 ");

    public static TheoryData<string> F21 => With("F21 ");

    public static TheoryData<string> F24 => With("F24 ");

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
    public void Load_BrokenConfig_NamesFileAndPlace(string fault) => Refuses(fault);

    [Theory]
    [MemberData(nameof(F11))]
    public void F11_ConsentForATaskOrForWhatMayNotRestOnIt_StopsTheStart(string fault) => Refuses(fault);

    [Theory]
    [MemberData(nameof(F21))]
    public void F21_CategoryOrPartnerOutsideTheRegister_StopsTheStart(string fault) => Refuses(fault);

    [Theory]
    [MemberData(nameof(F24))]
    public void F24_SensitiveDataWithoutDpia_CannotBeSwitchedOn(string fault) => Refuses(fault);

    [Fact]
    public void F24_ActivityThatIsOff_NeedsNoDpiaAndGivesNothing()
    {
        using var config = new ConfigCopy();
        config.Edit("gegevens.json", j => j["activiteiten"]!["VA-02-gezondheid"]!["actief"] = false);
        config.Edit("gegevens.json", j => j["activiteiten"]!["VA-02-gezondheid"]!.AsObject().Remove("dpiaNummer"));

        Assert.Null(config.Load().Zoek("REG", "gezondheid-wegen"));
    }

    [Theory]
    [InlineData("partners/coa.json", "\"naam\": \"COA\",\n  \"scopes\"", "\"naam\": \"COA\",\n  \"naam\": \"COA\",\n  \"scopes\"", "naam")]
    [InlineData("gemeenten/0171.json", "{", "[", "")]
    public void Load_NoJsonOrADoubledWord_NamesTheFile(string file, string from, string to, string says)
    {
        using var config = new ConfigCopy();
        config.Write(file, config.Read(file).Replace(from, to, StringComparison.Ordinal));

        var fout = Assert.Single(Assert.Throws<PolicyException>(config.Load).Fouten, f => f.StartsWith($"config/{file}: ", StringComparison.Ordinal));
        Assert.Contains(says, fout, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ManyFaults_NamesThemAllAtOnce()
    {
        using var config = new ConfigCopy();
        string[] gevallen =
        [
            "unknown category in a grant", "unknown field", "F11 toestemming for a public task", "F11 TST without toestemming", "BSN to a participatiepartner", "gemeente's OIN too long",
            "unknown doelgroep in the offer", "F24 special category without DPIA", "unknown term", "number as text",
        ];
        Array.ForEach(gevallen, g => PolicyFaults.Alle[g].Break(config));
        config.Delete("partners/coa.json");

        var refusal = Assert.Throws<PolicyException>(config.Load);

        Assert.All(gevallen, g => Assert.Contains(PolicyFaults.Alle[g].Says, refusal.Fouten));
        Assert.Contains(refusal.Fouten, f => f.StartsWith("config/partners/coa.json ontbreekt", StringComparison.Ordinal));
        Assert.All(refusal.Fouten, f => Assert.Contains(f, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void FromText_TextOfTheFolder_IsTheSamePolicy()
    {
        using var config = new ConfigCopy();
        var beleid = config.Load();

        var opnieuw = PolicyLoader.FromText(beleid.Tekst, ConfigCopy.Adapters);

        Assert.Equal(beleid.Hash, opnieuw.Hash);
        Assert.Equal(beleid.Grants.Count, opnieuw.Grants.Count);
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

    private static TheoryData<string> With(string prefix) => [.. PolicyFaults.Alle.Keys.Where(f => f.StartsWith(prefix, StringComparison.Ordinal))];

    private static void Refuses(string fault)
    {
        using var config = new ConfigCopy();
        var (spoil, says) = PolicyFaults.Alle[fault];
        spoil(config);

        var refusal = Assert.Throws<PolicyException>(config.Load);

        Assert.Contains(says, refusal.Fouten);
        Assert.StartsWith("Het beleid in config/ klopt niet:", refusal.Message, StringComparison.Ordinal);
    }
}
