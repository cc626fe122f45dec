using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

public sealed class ZegelaarTests
{
    [Fact]
    public async Task Zegel_NothingWritten_MakesNone()
    {
        await using var wereld = await LogWereld.CreateAsync();

        await wereld.Zegelaar.ZegelAsync(now: true, Given.Ct);

        Assert.Equal(0, await CountAsync(wereld));
        Assert.Null(wereld.Zegelaar.Ouderdom);
    }

    [Fact]
    public async Task Zegel_HeadsDidNotMove_MakesNoSecond()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(1, 2);

        await wereld.Zegelaar.ZegelAsync(now: true, Given.Ct);

        Assert.Equal(1, await CountAsync(wereld));
    }

    [Fact]
    public async Task Zegel_FreshOneThere_WaitsUntilItIsDue()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(1, 2);
        await wereld.Writer.AppendAsync(Given.Regel(), Given.Ct);

        await wereld.Zegelaar.ZegelAsync(now: false, Given.Ct);
        Assert.Equal(1, await CountAsync(wereld));

        wereld.Options.Zegeltijd = TimeSpan.Zero;
        await wereld.Zegelaar.ZegelAsync(now: false, Given.Ct);
        Assert.Equal(2, await CountAsync(wereld));
    }

    [Fact]
    public async Task Zegel_HeartbeatPassed_MakesOneWithoutNewLines()
    {
        await using var wereld = await LogWereld.CreateAsync(o => o.Hartslag = TimeSpan.Zero);
        await wereld.FillAsync(1, 2);

        await wereld.Zegelaar.ZegelAsync(now: false, Given.Ct);

        Assert.Equal(2, await CountAsync(wereld));
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Zegel_ManyNodesAtOnce_NumbersAreConsecutiveAndChained()
    {
        await using var wereld = await LogWereld.CreateAsync(o => o.Zegeltijd = TimeSpan.Zero);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await wereld.Writer.AppendAsync(Given.Regel(nummer: i), Given.Ct);
                await new NpgsqlZegelStore(wereld.Database.Applicatie).SealAsync(stand => Zegel.Make(
                    (stand.Laatste?.Nummer ?? 0) + 1, Math.Max(stand.Nu, stand.Laatste?.Tijd ?? 0), stand.Koppen, stand.Laatste?.Hash ?? new byte[32], wereld.Sleutel), Given.Ct);
            }
        })));

        await wereld.Zegelaar.ZegelAsync(now: true, Given.Ct);

        var uitslag = await wereld.ControleerAsync();
        Assert.Empty(uitslag.Bevindingen);
        Assert.True(uitslag.Zegels >= 10);
        Assert.Equal(uitslag.Zegels, Directory.GetFiles(wereld.Options.Ankers, "zegel-*.json").Length);
    }

    [Fact]
    public async Task Zegel_ManyLinesWritten_ComesBeforeTheTimer()
    {
        await using var wereld = await LogWereld.CreateAsync(o => (o.Zegelregels, o.Zegeltijd) = (20, TimeSpan.FromMinutes(9)));
        await wereld.Zegelaar.StartAsync(Given.Ct);

        for (var i = 0; i < 20; i++)
        {
            await wereld.Writer.AppendAsync(Given.Regel(nummer: i), Given.Ct);
        }

        await Given.UntilAsync(async () => await CountAsync(wereld) == 1);
        await wereld.Zegelaar.StopAsync(Given.Ct);
        Assert.Equal(0, (await wereld.ControleerAsync()).Onverzegeld);
    }

    [Fact]
    public async Task Stop_LinesNotSealedYet_SealsThem()
    {
        await using var wereld = await LogWereld.CreateAsync(o => o.Zegeltijd = TimeSpan.FromMinutes(9));
        await wereld.Zegelaar.StartAsync(Given.Ct);
        await wereld.Writer.AppendAsync(Given.Regel(), Given.Ct);

        await wereld.Zegelaar.StopAsync(Given.Ct);

        Assert.Equal(0, (await wereld.ControleerAsync()).Onverzegeld);
    }

    [Fact]
    public async Task Export_AfterAFaultBetweenCommitAndExport_IsMadeUp()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(3, 2);
        File.Delete(Path.Combine(wereld.Options.Ankers, "zegel-000000000003.json"));
        using var restarted = Restarted(wereld);

        await restarted.ZegelAsync(now: false, Given.Ct);

        Assert.Equal([1L, 2, 3], new Ankers(wereld.Options.Ankers).Read().Select(a => a.Nummer));
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Export_ByAnotherProcessIntoTheSameFolder_IsAsGoodAndAnotherCheckpointIsRefused()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(1, 2);
        var zegel = new Ankers(wereld.Options.Ankers).Read().Single().Zegel!;
        var tweede = new Ankers(wereld.Options.Ankers);

        await tweede.WriteAsync(zegel, Given.Ct);
        await Assert.ThrowsAnyAsync<IOException>(() => tweede.WriteAsync(zegel with { Inhoud = zegel.Inhoud + " " }, Given.Ct));

        Assert.Equal(zegel.Nummer, tweede.Last());
        Assert.Equal(zegel.Inhoud, new Ankers(wereld.Options.Ankers).Read().Single().Zegel!.Inhoud);
    }

    [Fact]
    public async Task Zegel_ExportIsAheadOfTheDatabase_IsRefusedAndNothingOverwritten()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(3, 2);
        await wereld.Database.OwnerAsync("delete from verwerkingslog.zegel where nummer > 1");
        var before = await File.ReadAllTextAsync(Path.Combine(wereld.Options.Ankers, "zegel-000000000002.json"), Given.Ct);
        using var restarted = Restarted(wereld);

        await restarted.ZegelAsync(now: true, Given.Ct);

        Assert.True(wereld.Writer.Teruggezet);
        await Assert.ThrowsAsync<LogUnavailableException>(() => wereld.Writer.AppendAsync(Given.Regel(), Given.Ct));

        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(wereld.Options.Ankers, "zegel-000000000002.json"), Given.Ct));
        Assert.Equal(1, await CountAsync(wereld));
    }

    private static Zegelaar Restarted(LogWereld wereld) => new(
        wereld.Writer, new NpgsqlZegelStore(wereld.Database.Applicatie), wereld.Sleutel, Options.Create(wereld.Options), TimeProvider.System, NullLogger<Zegelaar>.Instance);

    private static Task<long> CountAsync(LogWereld wereld) => wereld.Database.OwnerScalarAsync<long>("select count(*) from verwerkingslog.zegel");
}
