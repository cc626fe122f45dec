using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;
using AccessDesk = Inburgering.Gateway.Access.Question.Granted.Desk;
using Granted = Inburgering.Gateway.Access.Question.Granted;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>The one place that decides: exactly the table, conditions included, and nothing beyond it is even decrypted.</summary>
public sealed class DeskTests
{
    private const string Leerroute = "uitvoeren-leerroute";

    private static readonly Beleid Beleid = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);

    private readonly Verwerking regel = new(TimeProvider.System);
    private readonly AccessDesk desk;

    public DeskTests() => desk = new AccessDesk(Beleid, regel);

    public static TheoryData<string, string> Cells => [.. from caller in Matrix.Callers from doel in Matrix.Doelen select (caller, doel)];

    private static int Proeven => Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? 2_000 : 100;

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_EveryCallerAndDoel_ShowsExactlyTheTable(string caller, string doel)
    {
        var facts = FakeFacts.Full(Beleid);

        var grant = Read(Caller(caller), doel, facts);

        if (Matrix.Expected(caller, doel) is not { } expected)
        {
            Assert.Null(grant);
            Assert.Equal(Refusal.DoelNietToegestaan, desk.Refusal);
            Assert.All(facts.Gevuld, s => Assert.Equal(0, s.Geopend));
            return;
        }

        Assert.Equal(expected, Fields(grant!).Order(StringComparer.Ordinal));
        var shown = expected.Select(v => v.Split('.')[0]).ToHashSet();
        Assert.All(facts.Gevuld.Where(s => !shown.Contains(s.Categorie)), s => Assert.Equal(0, s.Geopend));
        Assert.Equal(shown.Order(StringComparer.Ordinal), regel.Gevraagd);
        Assert.Equal(Resultaat.Toegestaan, regel.Besluit);
    }

    [Fact]
    public void Table_DoelenOfTheConfig_AreThoseOfTheMatrix()
    {
        Assert.Equal(Matrix.Doelen.Order(StringComparer.Ordinal), Beleid.Gegevens.Doelen.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Matrix.Callers.SelectMany(c => Matrix.Doelen.Where(d => Matrix.Expected(c, d) is not null)).Count(), Beleid.Grants.Count(g => Matrix.Rollen.Contains(g.Rol)));
    }

    [Fact]
    public void Grants_OfAPartnerThatTheTableDoesNotName_AreWithinWhatTheTableGivesForThatDoel()
    {
        var anderen = Beleid.Grants.Where(g => Beleid.Partners.ContainsKey(g.Rol) && !Matrix.Rollen.Contains(g.Rol)).ToArray();

        Assert.NotEmpty(anderen);
        Assert.All(anderen, g => Assert.Subset(Matrix.Hoogstens(g.Doel).ToHashSet(), g.Velden.SelectMany(c => c.Value.Select(v => $"{c.Key}.{v}")).ToHashSet()));
        Assert.All(anderen, g => Assert.NotNull(g.Voorwaarden.Opdracht));
    }

    [Fact]
    public void Decide_OpdrachtEndedThisMonth_ShowsOnlyWhatThePartnerDeliveredItself()
    {
        var facts = FakeFacts.Full(Beleid) with { ActieveTaken = ["pvt"], AfgelopenTaken = ["leerroute"] };

        var grant = Read(Caller(Matrix.Taal), Leerroute, facts);

        Assert.Equal(["UUR.perioden", "UUR.totalen"], Fields(grant!).Order(StringComparer.Ordinal));
        Assert.Equal(["afgelopen-opdracht:leerroute@2", "doelgroep:voldaan"], regel.Informatie);
        Assert.All(facts.Gevuld.Where(s => s.Bron != "schakelcollege"), s => Assert.Equal(0, s.Geopend));
    }

    [Fact]
    public void Decide_OpdrachtEndedAndNothingOfItsOwn_IsNoRelation()
    {
        var vol = FakeFacts.Full(Beleid);
        var facts = vol with { ActieveTaken = [], AfgelopenTaken = ["leerroute"], Gevuld = [.. vol.Gevuld.Where(s => s.Bron != "schakelcollege")] };

        Assert.Null(Read(Caller(Matrix.Taal), Leerroute, facts));

        Assert.Equal((Refusal.GeenRelatie, "geen-opdracht"), (desk.Refusal, regel.Reden));
    }

    [Theory]
    [InlineData(Matrix.Taal, Leerroute)]
    [InlineData("REG", "regie-voeren")]
    public void F16_CategoryUnderBeperking_IsHeldBackForEveryoneAndNotOpened(string caller, string doel)
    {
        var facts = FakeFacts.Full(Beleid) with { Beperkingen = ["EXA", "TOE"] };

        var grant = Read(Caller(caller), doel, facts);

        Assert.DoesNotContain(Fields(grant!), v => v.StartsWith("EXA.", StringComparison.Ordinal));
        Assert.All(facts.Gevuld.Where(s => s.Categorie == "EXA"), s => Assert.Equal(0, s.Geopend));
        Assert.Contains("beperking:EXA", regel.Informatie);
        Assert.DoesNotContain("beperking:TOE", regel.Informatie);
    }

    [Fact]
    public void F17_ContestedUse_StopsAndOtherUseGoesOn()
    {
        var facts = FakeFacts.Full(Beleid) with { Bezwaren = [Leerroute] };

        Assert.Null(Read(Caller(Matrix.Taal), Leerroute, facts));
        Assert.Equal((Refusal.GeenRelatie, "bezwaar"), (desk.Refusal, regel.Reden));
        Assert.NotNull(Read(Caller("REG"), "regie-voeren", facts));
    }

    [Theory]
    [InlineData("geen-opdracht")]
    [InlineData("andere-taak")]
    [InlineData("andere-doelgroep")]
    [InlineData("doelgroep-onbekend")]
    [InlineData("geen-dossier")]
    public void Decide_ConditionNotMet_IsTheSameRefusalAndOpensNothing(string geval)
    {
        var vol = FakeFacts.Full(Beleid);
        var (facts, reden) = geval switch
        {
            "geen-opdracht" => (vol with { ActieveTaken = [] }, "geen-opdracht"),
            "andere-taak" => (vol with { ActieveTaken = ["pvt", "begeleiding"] }, "geen-opdracht"),
            "andere-doelgroep" => (vol with { Doelgroep = "Gezinsmigrant en overige migrant" }, "doelgroep"),
            "doelgroep-onbekend" => (vol with { Doelgroep = null }, "doelgroep"),
            _ => (vol with { DossierId = null }, "geen-dossier"),
        };

        Assert.Null(Read(Caller(Matrix.Taal), Leerroute, facts));

        Assert.Equal(Refusal.GeenRelatie, desk.Refusal);
        Assert.Equal((Resultaat?)Resultaat.Geweigerd, regel.Besluit);
        Assert.Equal(reden, regel.Reden);
        Assert.All(facts.Gevuld, s => Assert.Equal(0, s.Geopend));
    }

    [Fact]
    public void Decide_ConsentMissing_IsRefusedWhileATaskStillReads()
    {
        var facts = FakeFacts.Full(Beleid) with { Toestemmingen = ["uitvoeren-pvt"] };

        Assert.Null(Read(Caller(Matrix.Vwn), "hulp-bij-schulden", facts));
        Assert.Equal((Refusal.GeenRelatie, "geen-toestemming"), (desk.Refusal, regel.Reden));
        Assert.All(facts.Gevuld, s => Assert.Equal(0, s.Geopend));
        Assert.NotNull(Read(Caller(Matrix.Vwn), "maatschappelijke-begeleiding", facts));
    }

    [Fact]
    public void Decide_ClientWithdrawn_IsRefusedBeforeAnythingElse()
    {
        Assert.Null(Read(Caller(Matrix.Taal), Leerroute, FakeFacts.Full(Beleid) with { ClientGeldig = false, DossierId = null }));

        Assert.Equal(Refusal.ClientIngetrokken, desk.Refusal);
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData(null)]
    public void Decide_AnotherPolicyInForce_DecidesNothingAndOpensNothing(string? hash)
    {
        var facts = FakeFacts.Full(Beleid) with { Beleid = hash };

        Assert.Null(Read(Caller(Matrix.Taal), Leerroute, facts));

        Assert.Equal((Refusal.BeleidVerouderd, "beleid-verouderd"), (desk.Refusal, regel.Reden));
        Assert.All(facts.Gevuld, s => Assert.Equal(0, s.Geopend));
    }

    [Fact]
    public void Decide_SchoolWithoutKeurmerk_GetsAndMaySearchNoBsn()
    {
        var school = Caller(Matrix.Taal) with { Keurmerk = false };

        var question = desk.Ask(school, Leerroute)!;
        var grant = desk.Decide(question, FakeFacts.Full(Beleid))!;

        Assert.Equal(["geboortedatum", "naam"], grant.Gegevens["IDN"].Select(v => v.Key).Order(StringComparer.Ordinal));
        Assert.False(desk.MagZoekenOp(question, "bsn"));
        Assert.Equal(Refusal.DoelNietToegestaan, desk.Refusal);
        Assert.True(desk.MagZoekenOp(question, "partnerReferentie"));
    }

    [Fact]
    public void Decide_OffersOfTwoSchools_ShowsTheOwnOne()
    {
        var grant = Read(Caller(Matrix.Taal), Leerroute, FakeFacts.Full(Beleid))!;

        var aanbod = Assert.Single((JsonArray)grant.Gegevens["AAN"]["aanbiedingen"]!);
        Assert.Equal("0000012345", (string?)aanbod!["instellingsnummer"]);
    }

    [Fact]
    public void Decide_OffersOfOtherSchoolsOnly_LeavesTheCategoryOut()
    {
        var facts = new FakeFacts { Gevuld = [new("AAN", "gemeente", new JsonObject { ["aanbiedingen"] = new JsonArray(new JsonObject { ["instellingsnummer"] = "0000054321" }) })] };

        Assert.Empty(Read(Caller(Matrix.Taal), Leerroute, facts)!.Gegevens);
        Assert.Empty(Read(Caller(Matrix.Taal) with { Instellingsnummer = null }, Leerroute, facts)!.Gegevens);
    }

    [Fact]
    public void Decide_HoursOfTwoSchools_ShowsTheOwnAndOpensNoOther()
    {
        var facts = FakeFacts.Full(Beleid);

        var grant = Read(Caller(Matrix.Taal), Leerroute, facts)!;

        Assert.Equal("UUR.perioden", (string?)grant.Gegevens["UUR"]["perioden"]);
        Assert.Equal(0, facts.Gevuld.Single(s => s is { Categorie: "UUR", Bron: "taalpunt" }).Geopend);
    }

    [Fact]
    public void Decide_AllowedButEmpty_LeavesTheCategoryOut()
    {
        var facts = new FakeFacts { Gevuld = [new("IDN", "gemeente", new JsonObject { ["geslacht"] = "V", ["naam"] = null }), new("PIP", "duo", [])] };

        Assert.Empty(Read(Caller(Matrix.Taal), Leerroute, facts)!.Gegevens);
    }

    [Theory]
    [InlineData("statistiek-cbs")]
    [InlineData("regie-voeren")]
    [InlineData("bestaat-niet")]
    public void F7_UnknownOrForeignDoel_IsTheSameRefusal(string doel)
    {
        Assert.Null(desk.Ask(Caller(Matrix.Taal), doel));

        Assert.Equal((Refusal.DoelNietToegestaan, "doel-niet-toegestaan"), (desk.Refusal, regel.Reden));
        Assert.Equal(doel == "bestaat-niet" ? "onbekend" : doel, regel.Doel);
    }

    [Theory]
    [InlineData(null, Refusal.DoelOntbreekt)]
    [InlineData("", Refusal.DoelOntbreekt)]
    [InlineData("999990019", Refusal.DoelOngeldig)]
    [InlineData("Uitvoeren-Leerroute", Refusal.DoelOngeldig)]
    [InlineData("uitvoeren-leerroute\n", Refusal.DoelOngeldig)]
    public void Ask_TextThatIsNoDoel_IsABadRequestAndNotLogged(string? doel, Refusal refusal)
    {
        Assert.Null(desk.Ask(Caller(Matrix.Taal), doel));

        Assert.Equal(refusal, desk.Refusal);
        Assert.True(regel.Doel is null or "onbekend");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ask_HealthWithoutTheExtraRight_IsRefused(bool client)
    {
        var caller = client
            ? Register().Caller("zaaksysteem-1708", new HashSet<string> { "dossier:lezen" }, DateTimeOffset.UnixEpoch)!
            : Register().Medewerker("account", "REG", "1708");

        Assert.Null(desk.Ask(caller, "gezondheid-wegen"));
        Assert.Equal((Refusal.DoelNietToegestaan, "scope-ontbreekt"), (desk.Refusal, regel.Reden));
    }

    [Fact]
    public void Ask_RelationOnly_LoadsNoCategory() => Assert.Empty(desk.Ask(Caller(Matrix.Taal), Leerroute, alleenRelatie: true)!.Categorieen);

    [Fact]
    public void Decide_WhateverSectionsExist_ShowsNothingOutsideTheGrant()
    {
        var vocabulary = Beleid.Gegevens.Categorieen;
        var secties =
            from categorie in Gen.Elements(vocabulary.Keys.Append("XYZ").Append("idn"))
            from bron in Gen.Elements("duo coa gemeente schakelcollege taalpunt werkcorporatie".Split(' ').AsEnumerable())
            from velden in Gen.Elements(vocabulary.Values.SelectMany(c => c.Velden).Append("Bsn").Append("onbekend")).ListOf()
            select new FakeSectie(categorie, bron, new JsonObject(velden.Distinct().Select(v => KeyValuePair.Create(v, (JsonNode?)v))));
        var vragen =
            from caller in Gen.Elements(Matrix.Callers.AsEnumerable())
            from doel in Gen.Elements(Matrix.Doelen.AsEnumerable())
            from gevuld in secties.ListOf()
            select (caller, doel, gevuld);
        Prop.ForAll(vragen.ToArbitrary(), v => Holds(v.caller, v.doel, [.. v.gevuld])).Check(Config.QuickThrowOnFailure.WithMaxTest(Proeven * 10));
    }

    private static bool Holds(string caller, string doel, FakeSectie[] secties)
    {
        var facts = new FakeFacts { Gevuld = secties };
        var expected = Matrix.Expected(caller, doel) ?? [];
        var own = new AccessDesk(Beleid, new Verwerking(TimeProvider.System));
        var grant = own.Ask(Caller(caller), doel) is { } question ? own.Decide(question, facts) : null;
        var categories = expected.Select(v => v.Split('.')[0]).ToHashSet();
        return (grant is null || Fields(grant).All(expected.Contains))
            && secties.All(s => s.Geopend == 0 || categories.Contains(s.Categorie))
            && grant?.Gegevens.Values.Any(c => c.Count == 0) is not true;
    }

    private Granted? Read(Caller caller, string doel, FakeFacts facts) => desk.Ask(caller, doel) is { } question ? desk.Decide(question, facts) : null;

    private static IEnumerable<string> Fields(Granted grant) => grant.Gegevens.SelectMany(c => c.Value.Select(v => $"{c.Key}.{v.Key}"));

    private static CallerRegister Register() => new(Beleid);

    private static Caller Caller(string name) => Vragers.Of(Beleid, name);
}
