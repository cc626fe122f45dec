namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>How far the witnesses have acknowledged this log, and whether that is too long ago to go on (security 3, X-Road's rule).</summary>
internal sealed class Verankering(IReadOnlyList<IGetuige> getuigen, IZegelStore store, TimeSpan grens, TimeProvider clock)
{
    private readonly Lock one = new();
    private DateTimeOffset? oudste;
    private long? ronde;
    private volatile bool tegengesproken;

    /// <summary>How long the oldest checkpoint waits for a witness, or how long ago anybody looked; null before the first look.</summary>
    public TimeSpan? Leeftijd
    {
        get
        {
            lock (one)
            {
                var wacht = oudste is { } sinds ? clock.GetUtcNow() - sinds : TimeSpan.Zero;
                return ronde is { } gekeken ? Max(clock.GetElapsedTime(gekeken), wacht) : null;
            }
        }
    }

    /// <summary>Nothing may leave any more: the log could be rewritten since, and nobody outside would know.</summary>
    public bool Dicht => tegengesproken || Leeftijd is not { } leeftijd || leeftijd > grens;

    /// <summary>A witness holds another log than this one: that does not wait for the limit (security 19).</summary>
    public bool Tegengesproken => tegengesproken;

    /// <summary>After how long nothing leaves any more.</summary>
    public TimeSpan Grens => grens;

    /// <summary>Hands every witness what it does not have. One that fails keeps no other from its turn.</summary>
    /// <returns>Who failed, and how.</returns>
    public async Task<IReadOnlyList<(string Getuige, Exception Fout)>> RondeAsync(CancellationToken ct)
    {
        var fouten = new List<(string, Exception)>();
        foreach (var getuige in getuigen)
        {
            try
            {
                await HandOverAsync(getuige, ct);
            }
            catch (Exception e) when (e is GetuigeException or IOException or UnauthorizedAccessException or TimeoutException or TaskCanceledException)
            {
                fouten.Add((getuige.Naam, e));
            }
        }

        tegengesproken = fouten.Exists(f => f.Item2 is GetuigeException { AndereReeks: true });
        await KijkAsync(ct);
        return fouten;
    }

    /// <summary>Looks what every witness has, and asks nobody anything.</summary>
    public async Task KijkAsync(CancellationToken ct)
    {
        DateTimeOffset? wacht = null;
        foreach (var getuige in getuigen)
        {
            wacht = Min(wacht, await store.OudsteNaAsync(await getuige.LaatsteAsync(ct), ct));
        }

        lock (one)
        {
            (oudste, ronde) = (wacht, clock.GetTimestamp());
        }
    }

    private async Task HandOverAsync(IGetuige getuige, CancellationToken ct)
    {
        await foreach (var zegel in store.ReadAfterAsync(await getuige.LaatsteAsync(ct), ct))
        {
            await getuige.BevestigAsync(zegel, ct);
        }
    }

    private static TimeSpan Max(TimeSpan een, TimeSpan ander) => een > ander ? een : ander;

    private static DateTimeOffset? Min(DateTimeOffset? een, DateTimeOffset? ander) => een is null || ander < een ? ander ?? een : een;
}
