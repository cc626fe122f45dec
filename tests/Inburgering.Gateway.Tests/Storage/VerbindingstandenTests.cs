using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Tests.Identity;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>How the circuits of all processes stand: what a process said, as long as it is there to say it.</summary>
public sealed class VerbindingstandenTests(CloneFixture clone) : IClassFixture<CloneFixture>
{
    private readonly TestClock klok = new();
    private readonly string partner = $"proef-{Guid.NewGuid():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Verbindingstanden Standen => new(clone.Applicatie, klok);

    [Fact]
    public async Task Read_TweeMachines_StaanElkOpZichzelfEnVeranderenOpHunPlaats()
    {
        await ZegAsync("een:8080", Verbindingstand.Dicht);
        await ZegAsync("twee:8080", Verbindingstand.Open);
        await ZegAsync("een:8080", Verbindingstand.HalfOpen);

        Assert.Equal([("een:8080", Verbindingstand.HalfOpen), ("twee:8080", Verbindingstand.Open)], await LeesAsync());
    }

    [Fact]
    public async Task Read_MachineEenMinuutNietGezien_IsOnbekendTotZijErWeerIs()
    {
        await ZegAsync("een:8080", Verbindingstand.Open);
        klok.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal([("een:8080", Verbindingstand.Open)], await LeesAsync());

        klok.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([("een:8080", Verbindingstand.Onbekend)], await LeesAsync());

        await Standen.SeenAsync("een:8080", Ct);
        Assert.Equal([("een:8080", Verbindingstand.Open)], await LeesAsync());
        await Standen.GoneAsync("een:8080", Ct);
        Assert.Equal([("een:8080", Verbindingstand.Onbekend)], await LeesAsync());
    }

    [Fact]
    public async Task Write_NieuweMachineNaEenDag_NeemtDeRijVanEenVerdwenenOver()
    {
        await ZegAsync("oud:8080", Verbindingstand.Open);
        await ZegAsync("blijft:8080", Verbindingstand.Dicht);
        klok.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.Empty(await LeesAsync());
        await Standen.SeenAsync("blijft:8080", Ct);

        await ZegAsync("nieuw:8080", Verbindingstand.Dicht);
        await ZegAsync("nieuwer:8080", Verbindingstand.Dicht);

        Assert.Equal(["blijft:8080", "nieuw:8080", "nieuwer:8080"], (await LeesAsync()).Select(s => s.Knoop));
        Assert.Equal(["3"], await clone.ListAsync($"select count(*)::text from inbox.verbindingstand where partner = '{partner}'"));
        Assert.Equal(0, await Standen.SeenAsync("oud:8080", Ct));
    }

    private Task ZegAsync(string knoop, Verbindingstand stand) => Standen.WriteAsync(knoop, partner, stand, klok.GetUtcNow(), Ct);

    private async Task<IEnumerable<(string Knoop, Verbindingstand Stand)>> LeesAsync() =>
        (await Standen.ReadAsync(Ct)).Where(s => s.Partner == partner).Select(s => (s.Knoop, s.Stand));
}
