using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

public sealed class LogWriterTests
{
    [Fact]
    public async Task Append_OneLine_AnswersItsPlaceOnceDurable()
    {
        await using var wereld = await LogWereld.CreateAsync();

        var first = await wereld.Writer.AppendAsync(Given.Regel(), Given.Ct);
        var second = await wereld.Writer.AppendAsync(Given.Regel(), Given.Ct);

        Assert.Equal((new Logbewijs("1708", 0, 1), new Logbewijs("1708", 0, 2)), (first, second));
        Assert.Equal(2, await wereld.Database.CountAsync());
    }

    [Fact]
    public async Task Append_AfterRestart_ContinuesTheStream()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.Writer.AppendAsync(Given.Regel(), Given.Ct);
        await wereld.Writer.StopAsync(Given.Ct);

        using var next = await Given.WriterAsync(wereld.Database);
        var bewijs = await next.AppendAsync(Given.Regel(), Given.Ct);
        await next.StopAsync(Given.Ct);

        Assert.Equal(new Logbewijs("1708", 0, 2), bewijs);
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Append_TwoWritersAtOnce_TakeTwoSlotsAndBothChainsAreWhole()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.Writer.AppendAsync(Given.Regel(), Given.Ct);
        using var other = await Given.WriterAsync(wereld.Database);

        var bewijzen = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? wereld.Writer : other).AppendAsync(Given.Regel(nummer: i), Given.Ct)));
        await other.StopAsync(Given.Ct);

        Assert.Equal([0, 1], bewijzen.Select(b => b.Slot).Distinct().Order());
        Assert.Equal(200, bewijzen.Distinct().Count());
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Append_WithWork_CommitsWorkAndLinesTogether()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.Database.OwnerAsync(Werken.Table);

        var bewijs = await wereld.Writer.AppendAsync("1708", Werken.Write(7, lines: 3), Given.Ct);

        Assert.Equal(3, bewijs.Seq);
        Assert.Equal([7], await Werken.DoneAsync(wereld.Database));
    }

    [Fact]
    public async Task Append_BadWorkAmongGood_UndoesOnlyItself()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.Database.OwnerAsync(Werken.Table);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 120).Select(async i =>
        {
            try
            {
                await wereld.Writer.AppendAsync("1708", (i % 4) switch { 0 => Werken.ThrowAfter(i), 1 => Werken.HideFault(i), 2 => Werken.NoLine(i), _ => Werken.Write(i) }, Given.Ct);
                return null;
            }
            catch (Exception e)
            {
                return e.GetType();
            }
        }));

        Assert.Equal(
            [nameof(NotFiniteNumberException), nameof(LogUnavailableException), nameof(InvalidOperationException), "none"],
            Enumerable.Range(0, 4).Select(kind => outcomes.Where((_, i) => i % 4 == kind).Select(t => t?.Name ?? "none").Distinct().Single()));
        Assert.Equal(Enumerable.Range(0, 120).Where(i => i % 4 == 3), await Werken.DoneAsync(wereld.Database));
        Assert.Equal(30, await wereld.Database.CountAsync());
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Append_WorkOfOneGemeente_SeesNoOther()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.Writer.AppendAsync(Given.Regel("0171"), Given.Ct);
        var seen = -1L;

        await Task.WhenAll(
            wereld.Writer.AppendAsync(Given.Regel("0171"), Given.Ct),
            wereld.Writer.AppendAsync("1708", async (transaction, ct) =>
            {
                seen = await Werken.CountVisibleAsync(transaction, ct);
                return [Given.Regel()];
            }, Given.Ct));

        Assert.Equal(0, seen);
    }

    [Fact]
    public async Task Append_WorkWithLineOfAnotherGemeente_IsRefused()
    {
        await using var wereld = await LogWereld.CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            wereld.Writer.AppendAsync("1708", (_, _) => Task.FromResult<IReadOnlyList<Logregel>>([Given.Regel("0171")]), Given.Ct));

        Assert.Equal(0, await wereld.Database.CountAsync());
    }

    [Fact]
    public async Task Append_LineTheDatabaseRefuses_FailsAlone()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.Database.OwnerAsync("alter table verwerkingslog.regel add constraint gif check (aantal <> 666)");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            var line = Given.Regel(nummer: i) with { Aantal = i % 10 == 0 ? 666 : 1 };
            return await Record.ExceptionAsync(() => wereld.Writer.AppendAsync(line, Given.Ct));
        }));

        Assert.All(outcomes.Where((_, i) => i % 10 == 0), e => Assert.IsType<LogUnavailableException>(e));
        Assert.All(outcomes.Where((_, i) => i % 10 != 0), Assert.Null);
        Assert.Equal(90, await wereld.Database.CountAsync());
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Append_QueueFull_IsRefusedAtOnce()
    {
        await using var wereld = await LogWereld.CreateAsync(o => o.Wachtrij = 2);
        var (began, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = wereld.Writer.AppendAsync("1708", async (_, _) =>
        {
            began.SetResult();
            await release.Task;
            return [Given.Regel()];
        }, Given.Ct);
        await began.Task;
        var waiting = new[] { wereld.Writer.AppendAsync(Given.Regel(), Given.Ct), wereld.Writer.AppendAsync(Given.Regel(), Given.Ct) };

        await Assert.ThrowsAsync<LogUnavailableException>(() => wereld.Writer.AppendAsync(Given.Regel(), Given.Ct));

        release.SetResult();
        await Task.WhenAll([slow, .. waiting]);
        Assert.Equal(3, await wereld.Database.CountAsync());
    }

    [Fact]
    public async Task Append_CallerGivesUp_LineIsStillWritten()
    {
        await using var wereld = await LogWereld.CreateAsync();
        using var patience = new CancellationTokenSource();
        var (began, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = wereld.Writer.AppendAsync("1708", async (_, _) =>
        {
            began.SetResult();
            await release.Task;
            return [Given.Regel()];
        }, patience.Token);
        await began.Task;
        var line = wereld.Writer.AppendAsync(Given.Regel(), patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => line);
        release.SetResult();
        await Given.UntilAsync(async () => await wereld.Database.CountAsync() == 2);
    }

    [Fact]
    public async Task Stop_BeforeTheWriterRan_RefusesWhatWaits()
    {
        await using var wereld = await LogWereld.CreateAsync();
        using var stopped = await Given.WriterAsync(wereld.Database, stopped: true);
        var line = stopped.AppendAsync(Given.Regel(), Given.Ct);

        await stopped.StopAsync(Given.Ct);

        await Assert.ThrowsAsync<LogUnavailableException>(() => line);
        await Assert.ThrowsAsync<LogUnavailableException>(() => stopped.AppendAsync(Given.Regel(), Given.Ct));
    }

    [Fact]
    public async Task Stop_WithLinesWaiting_WritesThemFirst()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await Given.UntilAsync(() => Task.FromResult(wereld.Writer.Beschikbaar));
        var lines = Enumerable.Range(0, 300).Select(i => wereld.Writer.AppendAsync(Given.Regel(nummer: i), Given.Ct)).ToList();

        await wereld.Writer.StopAsync(Given.Ct);

        await Task.WhenAll(lines);
        await Assert.ThrowsAsync<LogUnavailableException>(() => wereld.Writer.AppendAsync(Given.Regel(), Given.Ct));
        Assert.Equal(300, await wereld.Database.CountAsync());
    }
}
