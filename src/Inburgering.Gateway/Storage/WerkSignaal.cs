using System.Threading.Channels;

namespace Inburgering.Gateway.Storage;

/// <summary>Wakes the worker of this process at once; what it misses, the sweep finds.</summary>
public class WerkSignaal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is work.</summary>
    public void Wek() => channel.Writer.TryWrite(true);

    /// <summary>Returns at the next signal.</summary>
    public async Task WachtAsync(CancellationToken ct) => await channel.Reader.ReadAsync(ct);
}

/// <summary>As above, for the worker that sends meldingen.</summary>
public sealed class Meldingsignaal : WerkSignaal;

/// <summary>As above, for the worker that has rejected messages tried again.</summary>
public sealed class Herhaalsignaal : WerkSignaal;

/// <summary>As above, for the worker that reconciles.</summary>
public sealed class Afstemsignaal : WerkSignaal;
