using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Tests.Identity;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>Turns at a partner in PostgreSQL: every process takes from one row per limit.</summary>
public sealed class BeurtenTests(CloneFixture clone) : IClassFixture<CloneFixture>
{
    private static readonly TimeSpan Seconde = TimeSpan.FromSeconds(1);
    private readonly TestClock klok = Nu();
    private readonly string partner = $"proef-{Guid.NewGuid():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reserve_VanVeelProcessenTegelijk_GeeftIederEenEigenMoment()
    {
        var begin = klok.GetUtcNow();

        var beurten = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReserveAsync(Beurten.Alle, begin.AddMinutes(1))));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => (DateTimeOffset?)begin.AddSeconds(i)), beurten.Order());
    }

    [Fact]
    public async Task Reserve_TeLaat_GeeftNietsEnVerbruiktNiets()
    {
        var begin = klok.GetUtcNow();
        await ReserveAsync(Beurten.Alle, begin);
        await ReserveAsync(Beurten.Alle, begin.AddSeconds(1));

        Assert.Null(await ReserveAsync(Beurten.Alle, begin.AddSeconds(1)));
        Assert.Equal(begin.AddSeconds(2), await ReserveAsync(Beurten.Alle, begin.AddSeconds(2)));
    }

    [Fact]
    public async Task Reserve_GemeentenEnAfstemming_HebbenElkHunEigenDeel()
    {
        var begin = klok.GetUtcNow();
        foreach (var deel in new[] { Beurten.Alle, Beurten.Afstemming, "00000001999990001000", "00000001999990002000" })
        {
            Assert.Equal(begin, await ReserveAsync(deel, begin));
        }
    }

    [Fact]
    public async Task Reserve_WatNietGebruiktIs_WordtNietOpgespaard()
    {
        await ReserveAsync(Beurten.Alle, klok.GetUtcNow());
        klok.Advance(TimeSpan.FromHours(1));

        Assert.Equal(klok.GetUtcNow(), await ReserveAsync(Beurten.Alle, klok.GetUtcNow()));
        Assert.Equal(klok.GetUtcNow() + Seconde, await ReserveAsync(Beurten.Alle, klok.GetUtcNow() + Seconde));
    }

    [Fact]
    public async Task Reserve_KlokTeruggezet_WachtGeenUur()
    {
        klok.Advance(TimeSpan.FromHours(1));
        await ReserveAsync(Beurten.Alle, klok.GetUtcNow());
        klok.Advance(-TimeSpan.FromHours(1));

        Assert.Equal(klok.GetUtcNow(), await ReserveAsync(Beurten.Alle, klok.GetUtcNow()));
    }

    private Task<DateTimeOffset?> ReserveAsync(string deel, DateTimeOffset uiterlijk) =>
        new Beurten(clone.Applicatie, klok).ReserveAsync(new Beurtvraag(partner, deel, Seconde, uiterlijk) { Verst = TimeSpan.FromMinutes(2) }, Ct);

    /// <summary>In whole seconds: the database keeps no part of a microsecond.</summary>
    private static TestClock Nu()
    {
        var nu = new TestClock();
        nu.Advance(-TimeSpan.FromTicks(nu.GetUtcNow().Ticks % TimeSpan.TicksPerSecond));
        return nu;
    }
}
