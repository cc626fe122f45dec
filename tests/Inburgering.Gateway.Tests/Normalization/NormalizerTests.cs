using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Tests.Storage;
using Inburgering.Gateway.Wiring;

namespace Inburgering.Gateway.Tests.Normalization;

/// <summary>Records become fields of one category with their provenance; the working columns follow (domain d, f20).</summary>
public sealed class NormalizerTests(CloneFixture world) : IClassFixture<CloneFixture>
{
    private const string Gemeente = "1708";
    private static readonly DateTimeOffset Gevraagd = new(2024, 6, 18, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, RecordTable.Rows.Length)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Leverrecht Duo => Leverrecht.Van(world.Beleid, "duo")!;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Of_EveryRecord_FillsItsPlace(int row)
    {
        var (record, categorie, veldgroep, velden, werk) = RecordTable.Rows[row];

        var deel = Assert.Single(Normalizer.Of(record), d => d.Categorie == categorie);

        Assert.Equal((categorie, veldgroep, werk), (deel.Categorie, deel.Veldgroep, deel.Werk));
        Assert.Equal(Canonical(JsonNode.Parse(velden)!.AsObject()), Canonical(deel.Velden));
    }

    [Fact]
    public void Of_EveryRecord_UsesWordsOfThePolicy()
    {
        foreach (var deel in RecordTable.Rows.SelectMany(t => Normalizer.Of(t.Record)))
        {
            Assert.All(deel.Velden, v => Assert.Contains(v.Key, world.Beleid.Gegevens.Categorieen[deel.Categorie].Velden));
            Duo.Require(deel.Categorie);
        }
    }

    [Fact]
    public void Of_EveryRecordThatAnAdapterGives_IsKeptOrLeftOutOnPurpose()
    {
        var gegeven = PartnerHttp.Find()[0].GetType().Assembly.GetTypes().SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRecordSource<>)).Select(i => i.GetGenericArguments()[0]).Distinct();

        Assert.All(RecordTable.NietBewaard, r => Assert.Empty(Normalizer.Of(r)));
        Assert.Equal(
            RecordTable.Rows.Select(t => t.Record).Concat(RecordTable.NietBewaard).Select(r => r.GetType().Name).Distinct().Order(StringComparer.Ordinal),
            gegeven.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Apply_OntheffingMed_IsHealthAndTheRestIsNot()
    {
        var dossier = await NewAsync();

        var velden = await ApplyAsync(dossier, RecordTable.Ontheffing(Ontheffingsgrond.BijzondereOmstandigheden, Ontheffingsgrond.Medisch));

        Assert.Equal(["GZH.ontheffingMed", "VRO.ontheffingenBio"], velden.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("urenBelastbaarheid", (await GegevensAsync(dossier, "VRO")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_NoOntheffingMed_LeavesNoTraceOfHealth()
    {
        var dossier = await NewAsync();

        await ApplyAsync(dossier, RecordTable.Ontheffing(Ontheffingsgrond.BijzondereOmstandigheden));

        Assert.Equal(["VRO"], await CategorieenAsync(dossier));
    }

    [Fact]
    public async Task Apply_OntheffingMedTakenBack_IsEmptied()
    {
        var dossier = await NewAsync();
        await ApplyAsync(dossier, RecordTable.Ontheffing(Ontheffingsgrond.Medisch), Gevraagd);

        await ApplyAsync(dossier, RecordTable.Ontheffing(), Gevraagd.AddDays(1));

        Assert.Equal(["GZH 1", "GZH 2*"], await world.ListAsync(
            $"select categorie || ' ' || versie || case when actueel then '*' else '' end from dossiers.feit where dossier_id = '{dossier.DossierId}' and categorie = 'GZH' order by versie"));
        Assert.Equal("{}", (await world.InAsync(Gemeente, t => DossierWriter.GetAsync(t, dossier, "GZH", "duo", "ontheffingen", Ct)))?.ToJsonString());
    }

    [Fact]
    public void Of_UnknownRecord_IsAFaultOfOurs() => Assert.Throws<System.Diagnostics.UnreachableException>(() => Normalizer.Of(new object()));

    [Fact]
    public async Task Apply_CategoryTheSourceMayNotGive_IsRefused()
    {
        var dossier = await NewAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => ApplyAsync(dossier, RecordTable.Plicht(true), recht: Leverrecht.Van(world.Beleid, "coa")));
        Assert.Null(Leverrecht.Van(world.Beleid, "bank"));
        Assert.Empty(await VersionsAsync(dossier));
    }

    [Fact]
    public async Task Apply_LifeOfADossier_MovesThePhase()
    {
        var dossier = await NewAsync();
        Assert.Equal("gekoppeld", await FaseAsync(dossier));

        Assert.Equal("intake", await AfterAsync(dossier, RecordTable.Plicht(true)));
        Assert.Equal("pip_vastgesteld", await AfterAsync(dossier, RecordTable.Onderwijsroute));
        Assert.Equal("lopend", await AfterAsync(dossier, RecordTable.Termijn(2027)));
        Assert.Equal("opgeschort", await AfterAsync(dossier, RecordTable.Plicht(false, "Tijdelijke vrijstelling")));
        Assert.Equal("opgeschort", await AfterAsync(dossier, RecordTable.Termijn(2028)));
        Assert.Equal("lopend", await AfterAsync(dossier, RecordTable.Plicht(true)));
        Assert.Equal("voldaan", await AfterAsync(dossier, RecordTable.Plicht(false, "Inburgeringsplicht voldaan")));
        Assert.Equal("voldaan", await AfterAsync(dossier, RecordTable.Termijn(2029)));
    }

    [Theory]
    [InlineData("Volledige ontheffing", "beeindigd")]
    [InlineData("Overleden", "beeindigd")]
    [InlineData(null, "beeindigd")]
    [InlineData("Tijdelijke vrijstelling", "opgeschort")]
    [InlineData("Inburgeringsplicht voldaan", "voldaan")]
    public async Task Apply_EndOfTheDuty_EndsTheDossierByItsReason(string? reden, string fase) =>
        Assert.Equal(fase, await AfterAsync(await NewAsync(), RecordTable.Plicht(false, reden)));

    [Fact]
    public async Task Apply_NoWordOfTheDuty_LeavesTheDossierGekoppeld()
    {
        var dossier = await NewAsync();

        Assert.Equal("gekoppeld", await AfterAsync(dossier, RecordTable.Asiel));
        Assert.Equal(["Asielstatushouder"], await ColumnAsync(dossier, "doelgroep"));
    }

    [Fact]
    public async Task Apply_AnswerAskedForEarlier_NeverReplacesALaterOne()
    {
        var dossier = await NewAsync();
        await ApplyAsync(dossier, RecordTable.Termijn(2028), Gevraagd);

        Assert.Empty(await ApplyAsync(dossier, RecordTable.Termijn(2027), Gevraagd.AddSeconds(-1)));

        Assert.Equal("2028-06-18", (string?)(await GegevensAsync(dossier, "TER"))["einddatum"]);
        Assert.Equal(["2028-06-18"], await ColumnAsync(dossier, "termijn_einde"));
    }

    [Fact]
    public async Task Apply_AnswerAskedForBeforeAnEqualLaterOne_NeverReplaces()
    {
        var dossier = await NewAsync();
        await ApplyAsync(dossier, RecordTable.Termijn(2027), Gevraagd);
        await ApplyAsync(dossier, RecordTable.Termijn(2027), Gevraagd.AddDays(2));

        Assert.Empty(await ApplyAsync(dossier, RecordTable.Termijn(2026), Gevraagd.AddDays(1)));
        Assert.Equal("2027-06-18", (string?)(await GegevensAsync(dossier, "TER"))["einddatum"]);
    }

    [Fact]
    public async Task Apply_EqualContent_MakesNoNewVersion()
    {
        var dossier = await NewAsync();
        Assert.NotEmpty(await ApplyAsync(dossier, RecordTable.Termijn(2027), Gevraagd));

        Assert.Empty(await ApplyAsync(dossier, RecordTable.Termijn(2027), Gevraagd.AddDays(1)));

        Assert.Equal(["1*"], await VersionsAsync(dossier));
    }

    [Fact]
    public async Task Apply_OtherContent_KeepsTheOldVersionBesideTheNew()
    {
        var dossier = await NewAsync();
        var first = await ApplyAsync(dossier, RecordTable.Termijn(2027), Gevraagd);
        await ApplyAsync(dossier, RecordTable.Termijn(2028), Gevraagd.AddDays(1));

        Assert.Equal(["TER.einddatum", "TER.startdatum"], first.Order(StringComparer.Ordinal));
        Assert.Equal(["1", "2*"], await VersionsAsync(dossier));
    }

    [Fact]
    public async Task Put_TwoSourcesThatDisagree_KeepsBothAndTheBronhouderWins()
    {
        var dossier = await NewAsync();
        await ApplyAsync(dossier, RecordTable.Onderwijsroute, Gevraagd);
        await world.PutAsync(dossier, "PIP", "gemeente", new JsonObject { ["niveau"] = "A2", ["doelenPvt"] = "samen" }, gevraagdOp: Gevraagd.AddDays(-9));

        var pip = await GegevensAsync(dossier, "PIP");

        Assert.Equal(["1*", "1*"], await VersionsAsync(dossier));
        Assert.Equal(("A2", "samen", "O"), ((string?)pip["niveau"], (string?)pip["doelenPvt"], (string?)pip["leerroute"]));
    }

    [Fact]
    public async Task Apply_EveryFact_CarriesItsProvenance()
    {
        var dossier = await NewAsync();
        var bericht = Guid.NewGuid();
        await ApplyAsync(dossier, RecordTable.Termijn(2027), Gevraagd, bericht: bericht);

        Assert.Equal(
            [$"TER termijn duo {bericht} 1 true 2024-11-15 09:00:00 2024-06-18 09:00:00"],
            await world.ListAsync($"""
                select concat_ws(' ', categorie, veldgroep, bron, bericht_id, versie, actueel::text, (tijdstip at time zone 'UTC')::text, (gevraagd_op at time zone 'UTC')::text)
                from dossiers.feit where dossier_id = '{dossier.DossierId}'
                """));
    }

    private static string Canonical(JsonObject velden) => Encoding.UTF8.GetString(JsonBytes.Of(velden));

    private Task<DossierRef> NewAsync()
    {
        Assert.True(VNummer.TryParse(Random.Shared.NextInt64(1_000_000_000, 9_999_999_999).ToString(CultureInfo.InvariantCulture), out var vNummer));
        return world.InAsync(Gemeente, t => world.Dossiers.FindOrOpenAsync(t, Gemeente, null, vNummer, null, Ct));
    }

    private Task<IReadOnlyList<string>> ApplyAsync(DossierRef dossier, object record, DateTimeOffset? gevraagdOp = null, Leverrecht? recht = null, Guid? bericht = null) =>
        world.InAsync(Gemeente, t =>
            new DossierNormalization(world.Dossiers).ApplyAsync(t, dossier, recht ?? Duo, bericht ?? Guid.NewGuid(), [(record, gevraagdOp ?? TimeProvider.System.GetUtcNow())], Ct));

    private async Task<string> AfterAsync(DossierRef dossier, object record)
    {
        await ApplyAsync(dossier, record);
        return await FaseAsync(dossier);
    }

    private async Task<string> FaseAsync(DossierRef dossier) => Assert.Single(await ColumnAsync(dossier, "fase"));

    private Task<IReadOnlyList<string>> ColumnAsync(DossierRef dossier, string kolom) =>
        world.ListAsync($"select {kolom}::text from dossiers.dossier where dossier_id = '{dossier.DossierId}'");

    private Task<IReadOnlyList<string>> VersionsAsync(DossierRef dossier) =>
        world.ListAsync($"select versie || case when actueel then '*' else '' end from dossiers.feit where dossier_id = '{dossier.DossierId}' order by versie");

    private Task<IReadOnlyList<string>> CategorieenAsync(DossierRef dossier) =>
        world.ListAsync($"select distinct categorie from dossiers.feit where dossier_id = '{dossier.DossierId}' order by 1");

    private async Task<JsonObject> GegevensAsync(DossierRef dossier, string categorie) => (await world.ReadAsync(Gemeente, dossier.DossierId))!.Gegevens[categorie];
}
