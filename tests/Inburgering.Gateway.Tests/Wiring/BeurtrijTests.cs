using Inburgering.Gateway.Tests.Identity;
using Inburgering.Gateway.Wiring;

namespace Inburgering.Gateway.Tests.Wiring;

/// <summary>The turns that one process holds: each once, none late, and few questions to the database.</summary>
public sealed class BeurtrijTests
{
    private static readonly TimeSpan Tussenpoos = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Verst = TimeSpan.FromMinutes(1);
    private readonly TestClock klok = new();
    private readonly List<TimeSpan> gevraagd = [];
    private DateTimeOffset vrij;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neem_EenDrukkePartner_GeeftElkeBeurtEenKeerEnVraagtSteedsMinder()
    {
        var (een, twee, begin) = (Rij(), Rij(), klok.GetUtcNow());
        var beurten = new List<DateTimeOffset?>();
        for (var i = 0; i < 30; i++)
        {
            beurten.Add(await een.NeemAsync(begin.AddSeconds(10), Ct));
            beurten.Add(await twee.NeemAsync(begin.AddSeconds(10), Ct));
        }

        // but for what either still holds
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (DateTimeOffset?)(begin + (i * Tussenpoos))), beurten.Order().Take(50));
        // one, two, four, and then a quarter of a second at once
        Assert.Equal([1, 1, 2, 2, 4, 4, 5, 5], gevraagd.Take(8).Select(duur => (int)(duur / Tussenpoos)));
        Assert.All(gevraagd.Skip(8), duur => Assert.Equal(5 * Tussenpoos, duur));
    }

    [Fact]
    public async Task Neem_BeurtDieVoorbijIs_KomtNietTerug()
    {
        var rij = Rij();
        for (var i = 0; i < 4; i++)
        {
            await rij.NeemAsync(DateTimeOffset.MaxValue, Ct);
        }

        var over = vrij;
        klok.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(klok.GetUtcNow(), await rij.NeemAsync(DateTimeOffset.MaxValue, Ct));
        Assert.True(over < klok.GetUtcNow());
        Assert.Equal(Tussenpoos, gevraagd[^1]);
    }

    [Fact]
    public async Task Neem_TeLaat_GeeftNietsEnLaatDeBeurtVoorEenAnder()
    {
        var (rij, begin) = (Rij(), klok.GetUtcNow());
        vrij = begin.AddSeconds(5);

        Assert.Null(await rij.NeemAsync(begin.AddSeconds(4), Ct));
        Assert.Equal(begin.AddSeconds(5), await rij.NeemAsync(begin.AddSeconds(6), Ct));
    }

    [Fact]
    public async Task Neem_KlokTeruggezet_WachtGeenUur()
    {
        var rij = Rij();
        klok.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 4; i++)
        {
            await rij.NeemAsync(DateTimeOffset.MaxValue, Ct);
        }

        klok.Advance(-TimeSpan.FromHours(1));
        vrij = klok.GetUtcNow();

        Assert.Equal(klok.GetUtcNow(), await rij.NeemAsync(klok.GetUtcNow().AddSeconds(15), Ct));
    }

    private Beurtrij Rij() => new(Tussenpoos, Verst, ReserveAsync, klok);

    /// <summary>As the database does it.</summary>
    private Task<DateTimeOffset?> ReserveAsync(TimeSpan duur, DateTimeOffset uiterlijk, TimeSpan verst, CancellationToken ct)
    {
        var begin = vrij > klok.GetUtcNow() ? vrij : klok.GetUtcNow();
        if (begin > uiterlijk)
        {
            return Task.FromResult<DateTimeOffset?>(null);
        }

        gevraagd.Add(duur);
        vrij = begin + duur;
        return Task.FromResult<DateTimeOffset?>(begin);
    }
}
