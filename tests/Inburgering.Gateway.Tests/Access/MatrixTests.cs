using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;
using AccessDesk = Inburgering.Gateway.Access.Question.Granted.Desk;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>Everybody, for every doel, about every state of a person: what is expected stands in <see cref="Matrix"/>, by hand, and is not computed from config/.</summary>
public sealed class MatrixTests
{
    private static readonly Beleid Beleid = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);

    public static TheoryData<string, string> Cells => [.. from caller in Matrix.Iedereen from doel in Matrix.Doelen select (caller, doel)];

    private static IEnumerable<Toestand> Toestanden =>
        from asiel in new[] { true, false }
        from opdracht in Enum.GetValues<Opdrachtstand>()
        from toestemming in Enum.GetValues<Toestemmingstand>()
        from keurmerk in new[] { true, false }
        from eigen in new[] { true, false }
        select new Toestand(asiel, opdracht, toestemming, keurmerk, eigen);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_EveryStateOfAPerson_IsTheTableOfDomainC(string wie, string doel)
    {
        foreach (var toestand in Toestanden)
        {
            var regel = new Verwerking(TimeProvider.System);
            var desk = new AccessDesk(Beleid, regel);
            var caller = Caller(wie) with { Keurmerk = toestand.Keurmerk };
            var facts = Facts(Beleid, wie, doel, toestand);

            var grant = desk.Ask(caller, doel) is { } question ? desk.Decide(question, facts) : null;

            var gezien = grant?.Gegevens.SelectMany(c => c.Value.Select(v => $"{c.Key}.{v.Key}")).Order(StringComparer.Ordinal).ToArray();
            var verwacht = Matrix.Verwacht(wie, doel, toestand);
            Assert.True(Same(verwacht, gezien), $"{wie}, {doel}, {toestand}:\nverwacht {Show(verwacht)}\ngezien   {Show(gezien)}");
            Assert.All(facts.Gevuld.Where(s => verwacht?.Any(v => v.StartsWith(s.Categorie, StringComparison.Ordinal)) is not true), s => Assert.Equal(0, s.Geopend));
            if (Matrix.Expected(wie, doel) is null)
            {
                Assert.Equal((Refusal.DoelNietToegestaan, "doel-niet-toegestaan"), (desk.Refusal, regel.Reden));
            }
            else
            {
                Assert.Equal(Matrix.Grondslag(doel), (regel.Grondslag, regel.Verwerkingsactiviteit.Split('/')[0]));
                Assert.True(verwacht is not null || desk.Refusal == Refusal.GeenRelatie, $"{wie}, {doel}, {toestand}: {desk.Refusal}");
            }
        }
    }

    [Theory]
    [InlineData("coa")]
    [InlineData("duo")]
    [InlineData("cbs")]
    [InlineData("bank")]
    public void F7_WhoOnlyExchanges_MayReadForNoDoel(string wie)
    {
        var desk = new AccessDesk(Beleid, new Verwerking(TimeProvider.System));

        Assert.All(Matrix.Doelen, doel => Assert.Null(desk.Ask(Caller(wie), doel)));
        Assert.Equal(Refusal.DoelNietToegestaan, desk.Refusal);
    }

    [Theory]
    [InlineData("uitwisselen-duo")]
    [InlineData("aanleveren-coa")]
    [InlineData("betalen-vaste-lasten")]
    [InlineData("statistiek-cbs")]
    public void F7_DoelOfMessagesAndFiles_IsNobodysToReadWith(string doel)
    {
        var desk = new AccessDesk(Beleid, new Verwerking(TimeProvider.System));

        Assert.All(Matrix.Iedereen.Append("BEHEER").Append("AUDITOR"), wie => Assert.Null(desk.Ask(Caller(wie), doel)));
    }

    [Fact]
    public void Grant_PrivacyOfficerWithACaseNumber_IsAllContentButHealthAndFreeText()
    {
        var grant = Beleid.Zoek("PO", "avg-verzoek-afhandelen")!;

        var metZaaknummer = grant.Velden.Where(v => grant.Mits.GetValueOrDefault(v.Key) == Mits.Zaaknummer).SelectMany(v => v.Value.Select(veld => $"{v.Key}.{veld}"));

        Assert.Equal(Matrix.MetZaaknummer, metZaaknummer.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Outgoing_ToDuo_IsTheTableOfInterface5AndTheBodiesOfDomainB2()
    {
        var uitgaand = Assert.Single(Beleid.Partners["duo"].Uitgaand!);

        Assert.Equal(Matrix.NaarDuo, uitgaand.Velden.SelectMany(v => v.Value.Select(veld => $"{v.Key}.{veld}")).Order(StringComparer.Ordinal));
    }

    /// <summary>Interface 5 and domain f30: to the bank IBAN, name, amount and reference, and the bank reads and brings in nothing.</summary>
    [Fact]
    public void Outgoing_ToTheBank_IsNameAccountAndPayment()
    {
        var bank = Beleid.Partners["bank"];

        Assert.Equal(["FIN.betalingen", "FIN.iban", "IDN.naam"], Assert.Single(bank.Uitgaand!).Velden.SelectMany(v => v.Value.Select(veld => $"{v.Key}.{veld}")).Order(StringComparer.Ordinal));
        Assert.Equal(("betalen-vaste-lasten", "PW56a"), (bank.Uitgaand![0].Doel, bank.Uitgaand[0].Grondslag));
        Assert.True(bank is { Grants.Count: 0, Levert: null, Verbinding.Pogingen: 1, Scopes.Count: 0 } && bank.Instanties.TrueForAll(i => i.Clients.Count == 0));
        Assert.Equal(["abn-amro", "bng", "ing", "rabobank"], Beleid.Bankprofielen.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new TimeOnly(14, 30), Beleid.Bankprofielen["bng"].Sluitingstijd);
    }

    /// <summary>Domain (c): HAN does not travel, so what was told DUO of it does not either.</summary>
    [Fact]
    public void Move_Verwijtbaar_StaysWithTheOldGemeente() =>
        Assert.All(Beleid.Gegevens.Verhuizing, v => Assert.True(!v.Value.Contains("verwijtbaar") && (v.Value is not ["*"] || !Beleid.Gegevens.Categorieen[v.Key].Velden.Contains("verwijtbaar")), v.Key));

    [Fact]
    public void NewCategoryRoleAndDoel_InTheConfig_AreDeniedUntilGranted()
    {
        using var config = new ConfigCopy();
        config.Edit("gegevens.json", j =>
        {
            j["categorieen"]!["NWE"] = j["categorieen"]!["PLI"]!.DeepClone();
            j["rollen"]!["STAGIAIR"] = "Stagiair";
            j["doelen"]!["nieuw-doel"] = j["doelen"]!["regie-voeren"]!.DeepClone();
            j["grants"]![0]!["velden"]!["NWE"] = new JsonArray("begindatum");
        });
        var beleid = config.Load();

        foreach (var wie in Matrix.Iedereen.Append("STAGIAIR"))
        {
            foreach (var doel in Matrix.Doelen.Append("nieuw-doel"))
            {
                var desk = new AccessDesk(beleid, new Verwerking(TimeProvider.System));
                var facts = FakeFacts.Full(beleid);
                var grant = desk.Ask(Caller(wie), doel) is { } question ? desk.Decide(question, facts) : null;

                Assert.True(grant is null || (wie != "STAGIAIR" && doel != "nieuw-doel"), $"{wie}, {doel}");
                Assert.Equal((wie, doel) == ("REG", "regie-voeren"), grant?.Gegevens.ContainsKey("NWE") is true);
            }
        }
    }

    /// <summary>A section per category; what this caller delivers comes from itself or from another of its kind.</summary>
    private static FakeFacts Facts(Beleid beleid, string wie, string doel, Toestand toestand)
    {
        var (taak, andere) = Matrix.Taken(doel);
        return FakeFacts.Full(beleid) with
        {
            Doelgroep = toestand.Asiel ? "Asielstatushouder" : "Gezinsmigrant en overige migrant",
            ActieveTaken = toestand.Opdracht switch { Opdrachtstand.Loopt => [taak], Opdrachtstand.AndereTaak => [andere], _ => [] },
            AfgelopenTaken = toestand.Opdracht == Opdrachtstand.Afgelopen ? [taak] : [],
            Toestemmingen = toestand.Toestemming switch { Toestemmingstand.Geldig => ["hulp-bij-schulden"], Toestemmingstand.VoorIetsAnders => ["uitvoeren-pvt"], _ => [] },
            Gevuld = [.. FakeFacts.Full(beleid).Gevuld.Where(s => s.Bron != "taalpunt").Select(s => s.Van(Bron(wie, s.Categorie, toestand.Eigen)))],
        };
    }

    private static string Bron(string wie, string categorie, bool eigen)
    {
        if (!Matrix.Levert(wie).Contains(categorie))
        {
            return "gemeente";
        }

        return eigen ? Caller(wie).Instantie! : "een-ander";
    }

    private static bool Same(IReadOnlyList<string>? a, IReadOnlyList<string>? b) => a is null ? b is null : b is not null && a.SequenceEqual(b);

    private static string Show(IReadOnlyList<string>? velden) => velden is null ? "geweigerd" : string.Join(' ', velden);

    private static Caller Caller(string wie) => Vragers.Of(Beleid, wie);
}
