using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Tests.Storage;

namespace Inburgering.Gateway.Tests.Normalization;

/// <summary>What the reception agency delivers becomes fields of the policy, and the newest in its own order stands.</summary>
public sealed class AankomstTests(CloneFixture world) : IClassFixture<CloneFixture>
{
    private static readonly DateTimeOffset Moment = new(2024, 2, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly (object Record, string Plaats, string Velden)[] Tabel =
    [
        (new Koppeling { Geldig = true, Datum = new(2024, 2, 5) }, "COA koppeling", """{"koppeling":{"stand":"gekoppeld","datum":"2024-02-05"}}"""),
        (new Koppeling { Geldig = false, Reden = "vertrek" }, "COA koppeling", """{"koppeling":{"stand":"vervallen","reden":"vertrek"}}"""),
        (new Personalia { Naam = "Voorbeeld", Geslacht = "man" }, "IDN personalia", """{"naam":"Voorbeeld","geslacht":"man"}"""),
        (new Bereikbaarheid { Azc = "AZC", Tolk = false }, "CON bereikbaarheid", """{"azc":"AZC","tolk":false}"""),
        (new Gezin(2, []), "GEZ gezin", """{"huishoudgrootte":2}"""),
        (new Gezin(2, [new Gezinslid("kind", null, new(2019, 6, 1))]), "GEZ gezin", """{"huishoudgrootte":2,"gezinssamenstelling":[{"relatie":"kind","geboortedatum":"2019-06-01"}]}"""),
        (new Klantprofiel([], []), "COA klantprofiel", """{"klantprofiel":{"stand":"nog leeg"}}"""),
        (new Klantprofiel([], []), "COA voorinburgering", "{}"),
        (new Klantprofiel(new JsonObject { ["cvGemaakt"] = true }, new JsonObject { ["instemmingDeelname"] = true }), "COA klantprofiel", """{"klantprofiel":{"stand":"gevuld","cvGemaakt":true}}"""),
        (new Klantprofiel([], new JsonObject { ["instemmingDeelname"] = true }), "COA voorinburgering", """{"voorinburgering":{"instemmingDeelname":true}}"""),
        (new WarmeOverdracht { Stand = "gepland", Moment = Moment, Wijze = "video" }, "COA overdracht", """{"overdracht":{"stand":"gepland","moment":"2024-02-05T09:00:00Z","wijze":"video"}}"""),
        (new Opvanguitstroom(null, null), "COA uitstroom", """{"uitstroom":{"reden":"onbekend"}}"""),
    ];

    public static TheoryData<int> Rijen => [.. Enumerable.Range(0, Tabel.Length)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Leverrecht Coa => Leverrecht.Van(world.Beleid, "coa", "koppeling")!;

    [Theory]
    [MemberData(nameof(Rijen))]
    public void Of_EveryRecord_FillsItsPlaceInWordsOfThePolicy(int rij)
    {
        var (record, plaats, velden) = Tabel[rij];

        var deel = Assert.Single(Normalizer.Of(record), d => $"{d.Categorie} {d.Veldgroep}" == plaats);

        Assert.Equal(velden, deel.Velden.ToJsonString());
        Assert.All(deel.Velden, v => Assert.Contains(v.Key, world.Beleid.Gegevens.Categorieen[deel.Categorie].Velden));
        Assert.True(Coa.Brengt(deel.Categorie));
    }

    [Theory]
    [InlineData("koppeling", true)]
    [InlineData("uitstroom", false)]
    [InlineData("presentie", false)]
    public void Recht_IsPerTypeAndByDefaultNone(string type, bool mag) =>
        Assert.Equal(mag, Leverrecht.Van(world.Beleid, "coa", type) is { } recht && DossierNormalization.Mag(recht, new Persoonsbericht(new Persoonsaanduiding(), [new Bereikbaarheid { Azc = "AZC" }])));

    [Theory]
    [InlineData(1L, 2L, 0, "tweede")]
    [InlineData(2L, 1L, 60, "eerste")]
    [InlineData(null, 1L, 60, "tweede")]
    [InlineData(2L, null, -60, "eerste")]
    [InlineData(null, null, 60, "tweede")]
    [InlineData(null, null, -60, "eerste")]
    public async Task Apply_TwoMessages_TheNewestInTheSendersOrderStands(long? eerste, long? tweede, int minutenLater, string blijft)
    {
        var dossier = await NieuwAsync();

        await ApplyAsync(dossier, "eerste", new Aanlevermoment(Moment, eerste));
        await ApplyAsync(dossier, "tweede", new Aanlevermoment(Moment.AddMinutes(minutenLater), tweede));

        Assert.Equal(blijft, await AzcAsync(dossier));
    }

    [Fact]
    public async Task Apply_ConfirmedByANewerMessage_IsNotOverwrittenByOneBetween()
    {
        var dossier = await NieuwAsync();
        await ApplyAsync(dossier, "zelfde", new Aanlevermoment(Moment, 1));
        await ApplyAsync(dossier, "zelfde", new Aanlevermoment(Moment, 5));

        await ApplyAsync(dossier, "anders", new Aanlevermoment(Moment, 3));

        Assert.Equal("zelfde", await AzcAsync(dossier));
    }

    private Task<DossierRef> NieuwAsync()
    {
        Assert.True(VNummer.TryParse($"{Random.Shared.Next(100_000_000, 999_999_999)}", out var vNummer));
        return world.InAsync("1708", t => world.Dossiers.FindOrOpenAsync(t, "1708", null, vNummer, null, Ct));
    }

    private Task<IReadOnlyList<string>> ApplyAsync(DossierRef dossier, string azc, Aanlevermoment moment) => world.InAsync("1708", async t =>
    {
        var stapel = world.Dossiers.Stapel(t, "1708");
        var velden = await DossierNormalization.ApplyAsync(stapel, dossier, Coa, Guid.NewGuid(), new Persoonsbericht(new Persoonsaanduiding(), [new Bereikbaarheid { Azc = azc }]), moment, false, Ct);
        await stapel.WriteAsync(Ct);
        return velden;
    });

    private async Task<string?> AzcAsync(DossierRef dossier) =>
        (string?)(await world.InAsync("1708", t => DossierWriter.GetAsync(t, dossier, "CON", "coa", "bereikbaarheid", Ct)))!["azc"];
}
