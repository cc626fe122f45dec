using System.Text.RegularExpressions;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

public sealed partial class DuoGebeurtenissenTests
{
    private static readonly Dictionary<string, string[]> Short = new()
    {
        ["PL"] = [nameof(Inburgeringsplicht), nameof(Doelgroepindeling)],
        ["TM"] = [nameof(Inburgeringstermijn)],
        ["LB"] = [nameof(LeerbaarheidstoetsExamennummer), nameof(Leerbaarheidstoetsresultaten)],
        ["EX"] = [nameof(Examenresultaten), nameof(GratisPogingen)],
        ["PI"] = [nameof(Pip)],
        ["VR"] = [nameof(Vrijstellingen)],
        ["ON"] = [nameof(Ontheffingen)],
    };

    /// <summary>DUO's names of its APIs, as far as we have a record of them.</summary>
    private static readonly Dictionary<string, string> RecordOfApi = new()
    {
        ["Inburgeringsplicht"] = nameof(Inburgeringsplicht),
        ["Inburgeringstermijn"] = nameof(Inburgeringstermijn),
        ["Leerbaarheidstoets"] = nameof(LeerbaarheidstoetsExamennummer),
        ["PIP"] = nameof(Pip),
        ["Vrijstelling"] = nameof(Vrijstellingen),
        ["Examen"] = nameof(Examenresultaten),
        ["Examenresultaten"] = nameof(Examenresultaten),
    };

    [Theory]
    [InlineData("SS101", "PL EX")]
    [InlineData("SS102", "TM")]
    [InlineData("SS103", "TM")]
    [InlineData("SS104", "TM")]
    [InlineData("SS106", "PL")]
    [InlineData("SS107", "PL VR")]
    [InlineData("SS108", "PL ON")]
    [InlineData("SS109", "PL VR")]
    [InlineData("SS110", "PL")]
    [InlineData("SS111", "PL")]
    [InlineData("SS113", "TM")]
    [InlineData("SS114", "VR")]
    [InlineData("SS115", "VR")]
    [InlineData("SS116", "VR")]
    [InlineData("SS117", "VR EX")]
    [InlineData("SS118", "ON")]
    [InlineData("SS119", "ON EX")]
    [InlineData("SS120", "PL EX")]
    [InlineData("SS121", "PL TM EX PI")]
    [InlineData("SS124", "PL")]
    [InlineData("SS125", "PL")]
    [InlineData("SS128", "PL EX")]
    [InlineData("SS129", "PL EX VR")]
    [InlineData("SS130", "PL TM PI EX VR")]
    [InlineData("SS131", "LB")]
    [InlineData("SS137", "LB")]
    [InlineData("SS139", "PL EX")]
    [InlineData("SS199", "EX")]
    public void Ophalen_Event_FetchesInOrder(string code, string fetch) =>
        Assert.Equal(fetch.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(name => Short[name]), Ophalen(code));

    [Fact]
    public void Bevestigt_Table_IsTheStartOfTheTermAfterAPip()
    {
        Assert.Equal([typeof(PipMelding)], DuoGebeurtenissen.Bevestigt("SS102"));
        Assert.All(DuoGebeurtenissen.Codes.Except(["SS102"]), code => Assert.Empty(DuoGebeurtenissen.Bevestigt(code)));
    }

    [Fact]
    public void Ophalen_Table_Holds28EventsThatTheSourcesCanFetch()
    {
        Assert.Equal(28, DuoGebeurtenissen.Codes.Count);
        Assert.Subset(DuoSources.Records.ToHashSet(), DuoGebeurtenissen.Codes.SelectMany(code => DuoGebeurtenissen.Ophalen(code)!).ToHashSet());
    }

    [Theory]
    [InlineData("SS112")]
    [InlineData("SS122")]
    [InlineData("SS123")]
    [InlineData("SS126")]
    [InlineData("SS127")]
    [InlineData("SS132")]
    [InlineData("SS133")]
    [InlineData("SS135")]
    [InlineData("SS136")]
    [InlineData("SS140")]
    [InlineData("SS141")]
    [InlineData("SS142")]
    public void Ophalen_AnnouncedAttentiesignaal_IsKnownAndFetchesNothing(string code)
    {
        Assert.Empty(Ophalen(code));
        Assert.DoesNotContain(code, DuoGebeurtenissen.Codes);
    }

    [Theory]
    [InlineData("SS105")]
    [InlineData("SS1")]
    [InlineData("")]
    public void Ophalen_OtherCode_IsUnknown(string code) => Assert.Null(DuoGebeurtenissen.Ophalen(code));

    [Fact]
    public void Ophalen_DuosPublishedEvents_AreTheTable()
    {
        var published = Code().Matches(SharedContracts.Text("duo", "gebeurtenissen.md")).Select(match => match.Value).Distinct();

        Assert.Equal(published.Order(StringComparer.Ordinal), DuoGebeurtenissen.Codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ophalen_DuosRelevantApis_AreFetched()
    {
        var rows = SharedContracts.Text("duo", "gebeurtenissen.md").Split('\n').Where(line => line.StartsWith("| SS", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);

        foreach (var cells in rows.Select(row => row.Split('|', StringSplitOptions.TrimEntries)))
        {
            var wanted = Api().Matches(cells[3]).Select(match => RecordOfApi.GetValueOrDefault(match.Groups["api"].Value)).OfType<string>();
            Assert.Subset(Ophalen(cells[1]).ToHashSet(), wanted.ToHashSet());
        }
    }

    [Fact]
    public void Ophalen_DuosPublishedAttentiesignalen_AreKnown()
    {
        var published = Code().Matches(SharedContracts.Text("duo", "attentiesignalen.md")).Select(match => match.Value).Distinct().ToList();

        Assert.Equal(12, published.Count);
        Assert.All(published, code => Assert.Empty(Ophalen(code)));
    }

    private static List<string> Ophalen(string code) => [.. DuoGebeurtenissen.Ophalen(code)!.Select(record => record.Name)];

    [GeneratedRegex("SS[0-9]{3}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    /// <remarks>«- [Examen](…)» or «- Examenresultaten (SDI017)».</remarks>
    [GeneratedRegex(@"- \[?(?<api>[A-Za-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Api();
}
