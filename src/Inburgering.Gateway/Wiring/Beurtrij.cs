namespace Inburgering.Gateway.Wiring;

/// <summary>The turns of one limit that this process holds. They are reserved a few at a time, more as long as they are used up, so that a busy partner costs few questions to the database.</summary>
/// <param name="tussenpoos">From one turn to the next.</param>
/// <param name="verst">Further ahead than anybody reserves.</param>
/// <param name="reserveer">Turns for so long, the first no later than this; null: none in time.</param>
internal sealed class Beurtrij(
    TimeSpan tussenpoos, TimeSpan verst, Func<TimeSpan, DateTimeOffset, TimeSpan, CancellationToken, Task<DateTimeOffset?>> reserveer, TimeProvider klok) : IDisposable
{
    /// <summary>What a process holds and does not use is lost for all of them.</summary>
    private static readonly TimeSpan Grootste = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim een = new(1);
    private DateTimeOffset volgende = DateTimeOffset.MinValue;
    private int over;
    private int blok = 1;

    /// <summary>The next turn, which is nobody else's.</summary>
    /// <returns>Null: it would be later than this.</returns>
    public async Task<DateTimeOffset?> NeemAsync(DateTimeOffset uiterlijk, CancellationToken ct)
    {
        await een.WaitAsync(ct);
        try
        {
            Verloop(klok.GetUtcNow());
            if (over == 0)
            {
                await ReserveAsync(uiterlijk, ct);
            }

            if (over == 0 || volgende > uiterlijk)
            {
                return null;
            }

            over--;
            var beurt = volgende;
            volgende += tussenpoos;
            return beurt;
        }
        finally
        {
            een.Release();
        }
    }

    public void Dispose() => een.Dispose();

    /// <summary>A turn that passed unused is gone: two late ones would leave together.</summary>
    private void Verloop(DateTimeOffset nu)
    {
        if (volgende > nu + verst)
        {
            over = 0;           // the clock was set back
        }

        while (over > 0 && volgende < nu)
        {
            over--;
            volgende += tussenpoos;
            blok = 1;
        }
    }

    private async Task ReserveAsync(DateTimeOffset uiterlijk, CancellationToken ct)
    {
        blok = volgende >= klok.GetUtcNow() ? Math.Clamp((int)(Grootste / tussenpoos), 1, 2 * blok) : 1;
        if (await reserveer(tussenpoos * blok, uiterlijk, verst, ct) is { } begin)
        {
            (volgende, over) = (begin, blok);
        }
    }
}
