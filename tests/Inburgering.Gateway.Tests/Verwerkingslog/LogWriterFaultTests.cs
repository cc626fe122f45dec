using System.Collections.Concurrent;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

public sealed class LogWriterFaultTests
{
    [Fact]
    public async Task Append_TwoWritersForcedOnOneHead_NeverTwoLinesOnAPlace()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.Writer.StopAsync(Given.Ct);
        using var one = await Given.WriterAsync(wereld.Database, store: new SlotZero(wereld.Database));
        using var two = await Given.WriterAsync(wereld.Database, store: new SlotZero(wereld.Database));

        var (confirmed, refused) = await LoadAsync([one, two], callers: 16, i => i < 25);
        await Task.WhenAll(one.StopAsync(Given.Ct), two.StopAsync(Given.Ct));

        Assert.NotEmpty(refused);
        Assert.Equal(confirmed.Count, confirmed.Distinct().Count());
        Assert.Equal(confirmed.Count, await wereld.Database.CountAsync());
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Append_BackendKilledUnderLoad_EveryConfirmedLineIsThere()
    {
        await using var wereld = await LogWereld.CreateAsync();
        using var stop = new CancellationTokenSource();
        var kills = Task.Run(async () =>
        {
            for (var killed = 0L; killed < (TestMaat.Lang ? 200 : 5); killed += await wereld.Database.KillWritersAsync())
            {
                var before = wereld.Writer.Geschreven;
                await Given.UntilAsync(() => Task.FromResult(wereld.Writer.Geschreven > before));
            }

            await stop.CancelAsync();
        }, Given.Ct);

        var (confirmed, refused) = await LoadAsync([wereld.Writer], callers: 16, _ => !stop.IsCancellationRequested);
        await kills;
        await Given.UntilAsync(async () => await Record.ExceptionAsync(() => wereld.Writer.AppendAsync(Given.Regel(), Given.Ct)) is null);   // the last kill may show only now

        Assert.NotEmpty(refused);
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
        var present = await wereld.Database.OwnerScalarAsync<string[]>("select array_agg(gemeentecode || '/' || slot || '/' || seq) from verwerkingslog.regel");
        Assert.Empty(confirmed.Select(b => $"{b.Gemeentecode}/{b.Slot}/{b.Seq}").Except(present));
    }

    [Fact]
    public async Task Append_InsertRevoked_IsRefusedAndRecovers()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.Database.OwnerAsync("revoke insert on verwerkingslog.regel from gateway_applicatie");

        await Assert.ThrowsAsync<LogUnavailableException>(() => wereld.Writer.AppendAsync(Given.Regel(), Given.Ct));

        await wereld.Database.OwnerAsync("grant insert on verwerkingslog.regel to gateway_applicatie");
        Assert.Equal(1, (await wereld.Writer.AppendAsync(Given.Regel(), Given.Ct)).Seq);
    }

    [Fact]
    public async Task Append_DatabaseAway_IsRefusedAndRecovers()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.Writer.AppendAsync(Given.Regel(), Given.Ct);
        await wereld.Database.CloseAsync(true);
        await wereld.Database.KillWritersAsync();

        await Assert.ThrowsAsync<LogUnavailableException>(() => wereld.Writer.AppendAsync(Given.Regel(), Given.Ct));
        await Given.UntilAsync(() => Task.FromResult(!wereld.Writer.Beschikbaar));
        await Assert.ThrowsAsync<LogUnavailableException>(() => wereld.Writer.AppendAsync(Given.Regel(), Given.Ct));

        await wereld.Database.CloseAsync(false);
        await Given.UntilAsync(() => Task.FromResult(wereld.Writer.Beschikbaar));
        Assert.Equal(2, (await wereld.Writer.AppendAsync(Given.Regel(), Given.Ct)).Seq);
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Open_AllSlotsTaken_IsRefused()
    {
        await using var database = await LogDatabase.CreateAsync();
        var store = new NpgsqlLogStore(database.Applicatie);
        var sessions = new List<ILogSession>();
        for (var slot = 0; slot < 16; slot++)
        {
            sessions.Add(await store.OpenAsync(Given.Ct));
        }

        Assert.Equal(Enumerable.Range(0, 16), sessions.Select(s => s.Slot));
        await Assert.ThrowsAsync<LogUnavailableException>(() => store.OpenAsync(Given.Ct));

        await sessions[5].DisposeAsync();
        await using var again = await store.OpenAsync(Given.Ct);
        Assert.Equal(5, again.Slot);
        foreach (var session in sessions.Where(s => s.Slot != 5))
        {
            await session.DisposeAsync();
        }
    }

    private static async Task<(ConcurrentBag<Logbewijs> Confirmed, ConcurrentBag<Exception> Refused)> LoadAsync(LogWriter[] writers, int callers, Func<int, bool> more)
    {
        var (confirmed, refused) = (new ConcurrentBag<Logbewijs>(), new ConcurrentBag<Exception>());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; more(i); i++)
            {
                try
                {
                    confirmed.Add(await writers[caller % writers.Length].AppendAsync(Given.Regel(nummer: i), Given.Ct));
                }
                catch (LogUnavailableException e)
                {
                    refused.Add(e);
                }
            }
        })));
        return (confirmed, refused);
    }

    /// <summary>Gives every writer slot 0, as after a clone of the machine.</summary>
    private sealed class SlotZero(LogDatabase database) : ILogStore
    {
        public async Task<ILogSession> OpenAsync(CancellationToken ct) => new NpgsqlLogSession(await database.Applicatie.OpenConnectionAsync(ct), 0);
    }
}
