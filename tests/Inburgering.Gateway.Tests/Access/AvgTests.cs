using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;
using AccessDesk = Inburgering.Gateway.Access.Question.Granted.Desk;
using Granted = Inburgering.Gateway.Access.Question.Granted;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>The sentences of domain (f) that the desk and the policy hold together.</summary>
public sealed class AvgTests
{
    private const string Leerroute = "uitvoeren-leerroute";

    private static readonly Beleid Beleid = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);

    private readonly Verwerking regel = new(TimeProvider.System);
    private readonly AccessDesk desk;

    public AvgTests() => desk = new AccessDesk(Beleid, regel);

    [Fact]
    public void F2_TaalWithActiveOpdracht_SeesOnlyItsCategories()
    {
        var grant = Read(Caller(Matrix.Taal), Leerroute, FakeFacts.Full(Beleid))!;

        Assert.Equal(["AAN", "CON", "CPS", "EXA", "IDN", "LBT", "MAP", "PIP", "TER", "UUR"], grant.Gegevens.Keys);
        Assert.Equal(["behaaldeOnderdelen"], grant.Gegevens["EXA"].Select(v => v.Key));
        Assert.Equal(["afgerond"], grant.Gegevens["MAP"].Select(v => v.Key));
        Assert.Equal(["resultaat"], grant.Gegevens["LBT"].Select(v => v.Key));
    }

    [Theory]
    [InlineData(Matrix.Taal)]
    [InlineData(Matrix.Werk)]
    [InlineData(Matrix.Vwn)]
    public void F3_AnyPartnerAndDoel_NeverOpensHealth(string partner)
    {
        foreach (var doel in Matrix.Doelen)
        {
            var facts = FakeFacts.Full(Beleid);
            var gegevens = Read(Caller(partner), doel, facts)?.Gegevens ?? new Dictionary<string, JsonObject>();

            Assert.DoesNotContain("GZH", gegevens.Keys);
            Assert.DoesNotContain(gegevens.Values, c => c.ToJsonString().Contains("GZH.", StringComparison.Ordinal));
            Assert.All(facts.Gevuld.Where(s => s.Categorie == "GZH"), s => Assert.Equal(0, s.Geopend));
        }
    }

    [Fact]
    public void F4_WerkWithBelastbaarheid_SeesHoursPerWeekAndNoCause()
    {
        var grant = Read(Caller(Matrix.Werk), "uitvoeren-participatie", FakeFacts.Full(Beleid))!;

        Assert.True(grant.Gegevens["PAR"].ContainsKey("belastbaarheidUrenPerWeek"));
        Assert.DoesNotContain(Fields(grant), v => v.StartsWith("GZH", StringComparison.Ordinal) || v.EndsWith(".belastbaarheid", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Matrix.Taal, Leerroute, false)]
    [InlineData(Matrix.Vwn, "maatschappelijke-begeleiding", false)]
    [InlineData(Matrix.Vwn, "uitvoeren-pvt", true)]
    [InlineData(Matrix.Werk, "uitvoeren-participatie", true)]
    public void F5_Gezinsmigrant_IsRefusedForTheOfferOfAsylumAlone(string partner, string doel, bool mag)
    {
        var pablo = FakeFacts.Full(Beleid) with { Doelgroep = "Gezinsmigrant en overige migrant" };

        Assert.Equal(mag, Read(Caller(partner), doel, pablo) is not null);
        Assert.Equal(mag ? null : "doelgroep", regel.Reden);
    }

    [Fact]
    public void F27_PrivacyOfficerWithoutCaseNumber_SeesNoContent()
    {
        var facts = FakeFacts.Full(Beleid);

        var grant = Read(Caller("PO"), "avg-verzoek-afhandelen", facts);

        Assert.Equal(["TOE", "VRZ"], grant!.Gegevens.Keys);
        Assert.Equal(["TOE", "VRZ"], desk.Ask(Caller("PO"), "avg-verzoek-afhandelen")!.Categorieen.Order(StringComparer.Ordinal));
        Assert.All(facts.Gevuld.Where(s => s.Categorie is not ("TOE" or "VRZ")), s => Assert.Equal(0, s.Geopend));
    }

    private Granted? Read(Caller caller, string doel, FakeFacts facts) => desk.Ask(caller, doel) is { } question ? desk.Decide(question, facts) : null;

    private static IEnumerable<string> Fields(Granted grant) => grant.Gegevens.SelectMany(c => c.Value.Select(v => $"{c.Key}.{v.Key}"));

    private static Caller Caller(string wie) => Vragers.Of(Beleid, wie);
}
