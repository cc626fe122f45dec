using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Tests.Access;
using Npgsql;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>security 12: one version is in force, rows are only added, nothing old comes back; domain f21, f22: the register keeps what it said.</summary>
public sealed class BeleidStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Activeer_VersionThatWasInForceBefore_StaysOld()
    {
        await using var world = await World.MakeAsync();
        var nieuw = Changed(j => j["$comment"] = "nieuwer");

        var eerst = await world.Store.ActiveerAsync(nieuw, Ct);
        var terug = await world.Store.ActiveerAsync(world.Clone.Beleid, Ct);

        Assert.IsType<Activering.InWerking>(eerst);
        Assert.Equal(nieuw.Hash, Assert.IsType<Activering.Verouderd>(terug).Actief);
        Assert.Equal(nieuw.Hash, await world.Store.ActiefAsync(Ct));
        Assert.Equal([world.Clone.Beleid.Hash, nieuw.Hash], await world.Clone.ListAsync("select hash from toegang.beleid_actief order by volgnummer"));
        Assert.Equal(world.Clone.Beleid.Hash, PolicyLoader.FromText(await world.Store.InhoudAsync(world.Clone.Beleid.Hash, Ct), ConfigCopy.Adapters).Hash);
    }

    [Fact]
    public async Task Activeer_TheSameFromManyProcesses_IsOneRow()
    {
        await using var world = await World.MakeAsync();
        var nieuw = Changed(j => j["$comment"] = "nieuwer");

        var uitkomsten = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Store.ActiveerAsync(nieuw, Ct)));

        Assert.All(uitkomsten, u => Assert.IsType<Activering.InWerking>(u));
        Assert.Equal(2, (await world.Clone.ListAsync("select hash from toegang.beleid_actief")).Count);
    }

    [Fact]
    public async Task F22_ContentChangedUnderTheSameVersion_IsRefusedNamingTheActivity()
    {
        await using var world = await World.MakeAsync();
        var anders = Changed(j => j["activiteiten"]!["VA-07-leerroute"]!["naam"] = "Iets anders");
        var lager = Changed(j => j["activiteiten"]!["VA-07-leerroute"]!["versie"] = 3);

        var geweigerd = Assert.IsType<Activering.Geweigerd>(await world.Store.ActiveerAsync(anders, Ct));
        await world.Store.ActiveerAsync(lager, Ct);
        var terug = Assert.IsType<Activering.Geweigerd>(await world.Store.ActiveerAsync(Changed(j => j["$comment"] = "versie weer 2"), Ct));

        Assert.Equal(["config/gegevens.json, $.activiteiten['VA-07-leerroute'].versie: de inhoud van VA-07-leerroute is veranderd; verhoog de versie naar 3."], geweigerd.Fouten);
        Assert.Equal(["config/gegevens.json, $.activiteiten['VA-07-leerroute'].versie: versie 2 is lager dan 3, die al van kracht was."], terug.Fouten);
        Assert.Equal(lager.Hash, await world.Store.ActiefAsync(Ct));
    }

    [Fact]
    public async Task F22_HigherVersion_KeepsTheEarlierReadable()
    {
        await using var world = await World.MakeAsync();

        await world.Store.ActiveerAsync(Changed(j => (j["activiteiten"]!["VA-07-leerroute"]!["naam"], j["activiteiten"]!["VA-07-leerroute"]!["versie"]) = ("Iets anders", 3)), Ct);

        Assert.Equal("Leerroute uitvoeren", Naam(await world.Store.ActiviteitAsync("VA-07-leerroute", 2, Ct)));
        Assert.Equal("Iets anders", Naam(await world.Store.ActiviteitAsync("VA-07-leerroute", 3, Ct)));
        Assert.Null(await world.Store.ActiviteitAsync("VA-07-leerroute", 4, Ct));
    }

    [Fact]
    public async Task Activeer_PartnerErbijDieDeVersieVanHetRegisterNoemt_VraagtGeenAnderBestand()
    {
        await using var world = await World.MakeAsync();

        var zonder = Assert.IsType<Activering.Geweigerd>(await world.Store.ActiveerAsync(MetZevende(3), Ct));
        var met = MetZevende(4);

        Assert.Equal(["config/gegevens.json, $.activiteiten['VA-10-begeleiding'].versie: de inhoud van VA-10-begeleiding is veranderd; verhoog de versie naar 4."], zonder.Fouten);
        Assert.IsType<Activering.InWerking>(await world.Store.ActiveerAsync(met, Ct));
        Assert.Equal("VA-10-begeleiding/4", met.Activiteit("maatschappelijke-begeleiding"));
        Assert.Equal("Maatschappelijke begeleiding", Naam(await world.Store.ActiviteitAsync("VA-10-begeleiding", 4, Ct)));
        Assert.Equal(["vluchtelingenwerk", "gemeente", "sociaalwerk", "zevende"], met.Gegevens.Categorieen["MBG"].Bronhouders);
    }

    [Theory]
    [InlineData("update toegang.beleid_actief set hash = hash")]
    [InlineData("delete from toegang.beleid_actief")]
    [InlineData("update toegang.activiteit set inhoud = inhoud")]
    [InlineData("delete from toegang.activiteit")]
    [InlineData("update toegang.beleid set inhoud = inhoud")]
    [InlineData("delete from toegang.beleid")]
    public async Task Statement_ThatRewritesAVersion_IsRefusedToTheServingRole(string sql)
    {
        await using var world = await World.MakeAsync();
        await using var command = world.Clone.Applicatie.CreateCommand(sql);

        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct))).SqlState);
    }

    [Fact]
    public async Task Read_WhileAnotherVersionIsInForce_IsRefusedUntilThatOneDecides()
    {
        await using var world = await World.MakeAsync();
        var dossier = await world.Clone.DossierAsync("1708", "999990019");
        Assert.NotNull(await world.Clone.ReadAsync("1708", dossier.DossierId));

        await world.Store.ActiveerAsync(Changed(j => j["$comment"] = "nieuwer"), Ct);

        Assert.Null(await world.Clone.ReadAsync("1708", dossier.DossierId));
    }

    private static string? Naam(string? inhoud) => JsonDocument.Parse(inhoud!).RootElement.GetProperty("naam").GetString();

    /// <summary>One partner more, of which only its own file knows.</summary>
    private static Beleid MetZevende(int versie)
    {
        using var config = new ConfigCopy();
        var file = JsonNode.Parse(config.Read("partners/sociaalwerk.json"))!;
        (file["partnertype"], file["register"]!["VA-10-begeleiding"]) = ("zevende", versie);
        var instantie = file["instanties"]![0]!;
        (instantie["sleutel"], instantie["oin"], instantie["clients"]!["1708"]) = ("zevende", "00000003999990017000", "zevende-1708");
        config.Write("partners/zevende.json", file.ToJsonString());
        return PolicyLoader.Load(config.Folder, [.. ConfigCopy.Adapters, "zevende"]);
    }

    private static Beleid Changed(Action<JsonNode> change)
    {
        using var config = new ConfigCopy();
        config.Edit("gegevens.json", change);
        return config.Load();
    }

    /// <summary>A clone for one test: what was in force cannot be undone.</summary>
    private sealed class World : IAsyncDisposable
    {
        private World(CloneFixture clone) => (Clone, Store) = (clone, new BeleidStore(clone.Applicatie, clone.Klok));

        public CloneFixture Clone { get; }

        public BeleidStore Store { get; }

        public static async Task<World> MakeAsync()
        {
            var clone = new CloneFixture();
            await clone.InitializeAsync();
            return new World(clone);
        }

        public ValueTask DisposeAsync() => Clone.DisposeAsync();
    }
}
