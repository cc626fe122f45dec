using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>A thousand log lines that cannot be inserted: nothing of anybody leaves, nothing is done, and afterwards the log goes on where it was.</summary>
[Collection(KillHouse.Collection)]
public sealed class LogUitvalTests(KillHouse house)
{
    private static readonly int Pogingen = TestMaat.Lang ? 336 : 14;

    [Theory]
    [InlineData(Uitval.Slot, "57014")]
    [InlineData(Uitval.GeenRuimte, "53100|XX000")]
    [InlineData(Uitval.GeenRecht, "42501")]
    public async Task Insert_VanDeLogregelMislukt_ErGaatGeenVeldVanDePersoonUitEnDaarnaIsHetLogHeel(Uitval uitval, string sqlState)
    {
        var proef = await Uitvalproef.MaakAsync(house);
        var gevolgen = await GevolgenAsync();
        await using (await LogUitval.BeginAsync(house, uitval))
        {
            await proef.FillAsync();
            await proef.RunAsync(Pogingen);
        }

        await RunningHouse.UntilAsync(proef.LeestAsync);
        Assert.Matches($"Een reeks logregels is niet vastgelegd.*({sqlState})", house.Output);
        AssertOneAnswer(proef.Bodies);
        Assert.Equal(gevolgen, await GevolgenAsync());
        Assert.Equal(0L, await house.ScalarAsync<long>($@"select count(*) from verwerkingslog.regel where trace_id = '\x{proef.Trace}'"));
        Assert.Empty(await house.LosseRegelsAsync());
        Assert.Empty((await house.ControleerAsync()).Bevindingen);
    }

    /// <summary>The same for everybody and everything asked, but that DUO has its own form.</summary>
    private static void AssertOneAnswer(IEnumerable<string> bodies)
    {
        var leden = bodies.Select(b => JsonDocument.Parse(b).RootElement).OrderBy(b => b.EnumerateObject().Count()).ToArray();
        Assert.Equal(2, leden.Length);
        Assert.Equal("fouttekst", Assert.Single(leden[0].EnumerateObject()).Name);
        Assert.Equal("GW-0011", leden[1].GetProperty("code").GetString());
    }

    /// <summary>What deliveries and acts leave behind.</summary>
    private Task<long> GevolgenAsync() => house.ScalarAsync<long>("select (select count(*) from inbox.bericht) + (select count(*) from dossiers.toestemming)");
}
