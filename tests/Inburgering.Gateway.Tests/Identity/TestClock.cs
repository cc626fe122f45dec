namespace Inburgering.Gateway.Tests.Identity;

/// <summary>A system clock that stands where a test puts it.</summary>
internal sealed class TestClock : TimeProvider
{
    private long ticks = TimeProvider.System.GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <summary>To the machine's own time, for a part that signs by that.</summary>
    public void Synchronise() => Interlocked.Exchange(ref ticks, TimeProvider.System.GetUtcNow().UtcTicks);
}
