using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Wiring;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>How long a partner is spared stands in its config alone: the circuit of its calls and the look whether it is back are one time.</summary>
public sealed class StilstandenTests(CloneFixture clone) : IClassFixture<CloneFixture>
{
    private const string Gemeente = "1708";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, 10)]
    [InlineData(7, 7)]
    public async Task Begin_DuoAntwoordtNiet_WachtZoLangAlsDeBrekerOpenIs(int? seconden, int verwacht)
    {
        var beleid = Beleid(seconden);
        var breker = PartnerLimits.Of(beleid.Partners["duo"].Verbinding!).BrekerOpen;

        Assert.Equal(TimeSpan.FromSeconds(verwacht), breker);
        Assert.Equal(breker, await WachtAsync(beleid, Stilstandoorzaak.AntwoordtNiet));
        Assert.Equal(TimeSpan.FromMinutes(1), await WachtAsync(beleid, Stilstandoorzaak.HerkentOnsNiet));
    }

    /// <summary>From now until one may try.</summary>
    private async Task<TimeSpan> WachtAsync(Beleid beleid, Stilstandoorzaak oorzaak)
    {
        var stilstanden = new Stilstanden(new BeleidHouder(beleid), clone.Klok, NullLogger<Stilstanden>.Instance);
        var lopend = await clone.InAsync(Gemeente, async transactie =>
        {
            await stilstanden.BeginAsync(transactie, Gemeente, "duo", oorzaak, null, Ct);
            return await Stilstanden.LopendAsync(transactie, Gemeente, string.Empty, Ct);
        });
        return Assert.Single(lopend).ProefNa - clone.Klok.GetUtcNow();
    }

    private static Beleid Beleid(int? brekerSeconden)
    {
        using var config = new ConfigCopy();
        if (brekerSeconden is { } seconden)
        {
            config.Edit("partners/duo.json", duo => duo["verbinding"]!["brekerSeconden"] = seconden);
        }

        return config.Load();
    }
}
