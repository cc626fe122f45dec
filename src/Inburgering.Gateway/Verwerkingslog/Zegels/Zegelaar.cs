using System.Data.Common;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>Makes and exports checkpoints: every ten seconds or ten thousand lines while lines are written, hourly when not, and at the stop.</summary>
internal sealed partial class Zegelaar : BackgroundService
{
    private readonly LogWriter writer;
    private readonly IZegelStore store;
    private readonly IZegelSleutel sleutel;
    private readonly VerwerkingslogOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<Zegelaar> logger;
    private readonly Ankers ankers;
    private readonly Verankering verankering;
    private readonly SemaphoreSlim manyLines = new(0, 1);
    private long lines;

    public Zegelaar(LogWriter writer, IZegelStore store, IZegelSleutel sleutel, IOptions<VerwerkingslogOptions> options, TimeProvider clock,
        ILogger<Zegelaar> logger, IEnumerable<IGetuige>? getuigen = null)
    {
        (this.store, this.sleutel, this.options, this.clock, this.logger) = (store, sleutel, options.Value, clock, logger);
        ankers = new Ankers(options.Value.Ankers);
        GelukteRonde = clock.GetUtcNow();
        verankering = new Verankering([new Mapgetuige(ankers), .. getuigen ?? []], store, this.options.Getuigegrens, clock);
        this.writer = writer;
        writer.OnWritten = Count;
        writer.LooptAchter = LooptAchterAsync;
    }

    /// <summary>What the witnesses acknowledged, and how long ago.</summary>
    public Verankering Verankering => verankering;

    /// <summary>Time of the newest checkpoint by the database's clock; null before the first.</summary>
    public DateTimeOffset? LaatsteZegel { get; private set; }

    /// <summary>Age of the newest checkpoint; null before the first.</summary>
    public TimeSpan? Ouderdom => clock.GetUtcNow() - LaatsteZegel;

    /// <summary>When sealing last worked, also when there was nothing to seal; an old time is a fault.</summary>
    public DateTimeOffset GelukteRonde { get; private set; }

    /// <summary>One round: a checkpoint when one is due, then the export of all that were not exported yet.</summary>
    /// <param name="now">True: also when the last one is fresh.</param>
    public async Task ZegelAsync(bool now, CancellationToken ct)
    {
        if (await store.SealAsync(stand => IsTeruggezet(stand) || !IsDue(stand, now) ? null : Make(stand), ct) is { } zegel)
        {
            Interlocked.Exchange(ref lines, 0);
            LaatsteZegel = DateTimeOffset.FromUnixTimeMilliseconds(zegel.Tijd);
        }

        await AnchorAsync(ct);
        GelukteRonde = clock.GetUtcNow();
    }

    public override void Dispose()
    {
        manyLines.Dispose();
        base.Dispose();
    }

    /// <summary>Before anything can be answered it is known whether it may be.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        writer.Dicht = () => verankering.Dicht;
        await TryAsync(() => verankering.KijkAsync(cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(() => AnchorAsync(CancellationToken.None));
        var signal = manyLines.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(options.Zegeltijd, clock, stoppingToken), signal);
            await TryZegelAsync(signal.IsCompletedSuccessfully);
            signal = signal.IsCompletedSuccessfully ? manyLines.WaitAsync(stoppingToken) : signal;
        }

        await TryZegelAsync(now: true);
    }

    private Task TryZegelAsync(bool now) => TryAsync(() => ZegelAsync(now, CancellationToken.None));

    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or TimeoutException or InvalidOperationException)
        {
            LogNotSealed(e.GetType().Name, (e as DbException)?.SqlState);
        }
    }

    private bool IsDue(Logstand stand, bool now)
    {
        if (stand.Laatste is not { } laatste)
        {
            return stand.Koppen.Count > 0;
        }

        var age = TimeSpan.FromMilliseconds(stand.Nu - laatste.Tijd);
        return HasMoved(stand, laatste) ? now || age >= options.Zegeltijd * 0.8 : age >= options.Hartslag;
    }

    private static bool HasMoved(Logstand stand, Zegel laatste) =>
        !string.Equals(ZegelForm.Write(new ZegelInhoud(laatste.Nummer, laatste.Tijd, stand.Koppen, laatste.VorigHash)), laatste.Inhoud, StringComparison.Ordinal);

    private Zegel Make(Logstand stand) =>
        Zegel.Make((stand.Laatste?.Nummer ?? 0) + 1, Math.Max(stand.Nu, stand.Laatste?.Tijd ?? 0), stand.Koppen, stand.Laatste?.Hash ?? Keten.Begin, sleutel);

    /// <summary>The exported checkpoints are ahead of the database: it was put back to an older state while this process ran, and nothing may be written on it.</summary>
    private bool IsTeruggezet(Logstand stand)
    {
        if (ankers.Last() <= (stand.Laatste?.Nummer ?? 0))
        {
            return false;
        }

        writer.SluitNaTerugzetting();
        LogPutBack();
        return true;
    }

    /// <summary>Looks in the folder itself: another machine may have exported the last one.</summary>
    private async Task<bool> LooptAchterAsync(CancellationToken ct) => await store.LaatsteAsync(ct) is var laatste && new Ankers(options.Ankers).Last() > (laatste?.Nummer ?? 0);

    private async Task AnchorAsync(CancellationToken ct)
    {
        foreach (var (getuige, fout) in await verankering.RondeAsync(ct))
        {
            LogNotWitnessed(getuige, fout is GetuigeException ? fout.Message : fout.GetType().Name, (long)(verankering.Leeftijd ?? TimeSpan.Zero).TotalSeconds);
        }
    }

    private void Count(int written)
    {
        if (Interlocked.Add(ref lines, written) >= options.Zegelregels && manyLines.CurrentCount == 0)
        {
            manyLines.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Het verwerkingslog is niet verzegeld ({Soort} {SqlState}).")]
    private partial void LogNotSealed(string soort, string? sqlState);

    [LoggerMessage(Level = LogLevel.Critical, Message = "De database is teruggezet terwijl deze server liep. Er wordt niets meer vastgelegd of beantwoord; start de gateway opnieuw.")]
    private partial void LogPutBack();

    [LoggerMessage(Level = LogLevel.Error, Message = "De zegels zijn niet bevestigd door {Getuige} ({Soort}); het oudste wacht {Seconden} s.")]
    private partial void LogNotWitnessed(string getuige, string soort, long seconden);
}
