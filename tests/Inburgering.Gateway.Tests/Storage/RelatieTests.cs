using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>Pairwise ids: drawn, kept while the partner stays, drawn again on a collision and after a return; never derived.</summary>
public sealed class RelatieTests(TenantWorld world) : IClassFixture<TenantWorld>
{
    private const string Gemeente = TenantWorld.Eerste;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Make_IdOrReferenceThatWasGivenOut_IsDrawnAgain(bool zelfdeId)
    {
        var client = $"botsing-{zelfdeId}";
        var (id, referentie) = (Guid.NewGuid(), zelfdeId ? "PR-AAAAAAAAAA" : "PR-BBBBBBBBBB");
        var getrokken = new Queue<(Guid, string)>([(id, referentie), (zelfdeId ? id : Guid.NewGuid(), referentie), (Guid.NewGuid(), "PR-" + Guid.NewGuid().ToString("N")[..10])]);
        var relaties = new RelatieStore(world.Klok, () => getrokken.Dequeue());
        var ander = (await world.DossierAsync(Gemeente, "999990032")).DossierId;

        var eerste = await MakeAsync(relaties, client, world.DossierIds[Gemeente]);
        var tweede = await MakeAsync(relaties, client, ander);

        Assert.Equal(id, eerste);
        Assert.NotEqual(eerste, tweede);
        Assert.Empty(getrokken);
    }

    [Fact]
    public async Task Make_SourceThatOnlyRepeats_StopsInsteadOfGivingAnothersId()
    {
        var relaties = new RelatieStore(world.Klok, () => (Guid.Empty, "PR-CCCCCCCCCC"));
        var ander = (await world.DossierAsync(Gemeente, "999990044")).DossierId;
        await MakeAsync(relaties, "herhaler", world.DossierIds[Gemeente]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => MakeAsync(relaties, "herhaler", ander));
    }

    [Fact]
    public async Task Make_SameClientAndDossier_IsStableAndNewAfterADeparture()
    {
        var relaties = new RelatieStore(world.Klok);
        var dossierId = world.DossierIds[Gemeente];

        var eerste = await MakeAsync(relaties, "blijver", dossierId);
        var nogEens = await MakeAsync(relaties, "blijver", dossierId);
        var anders = await MakeAsync(relaties, "ander", dossierId);
        var vertrokken = await world.InAsync(Gemeente, t => relaties.EndAllAsync(t, Gemeente, "blijver", Ct));
        var terug = await MakeAsync(relaties, "blijver", dossierId);

        Assert.Equal(eerste, nogEens);
        Assert.Equal([dossierId], vertrokken);
        Assert.Equal(3, new[] { eerste, anders, terug }.Distinct().Count());
        Assert.Equal(anders, await MakeAsync(relaties, "ander", dossierId));
    }

    private Task<Guid> MakeAsync(RelatieStore relaties, string client, Guid dossierId) =>
        world.InAsync(Gemeente, t => relaties.GetOrMakeAsync(t, Gemeente, client, dossierId, Ct));
}
