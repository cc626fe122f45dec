using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Reads lines on one core while another checks the ones before, in a few batches that are used again and again.</summary>
internal static class ReadAhead
{
    private const int Batches = 4;
    private const int PerBatch = 512;

    /// <param name="fill">Puts the next line in the instance it is given; false at the end.</param>
    public static async IAsyncEnumerable<KetenRegel> RunAsync(Func<KetenRegel, Task<bool>> fill, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var free = Channel.CreateUnbounded<KetenRegel[]>();
        var full = Channel.CreateUnbounded<ArraySegment<KetenRegel>>();
        for (var i = 0; i < Batches; i++)
        {
            free.Writer.TryWrite([.. Enumerable.Range(0, PerBatch).Select(_ => new KetenRegel())]);
        }

        var reading = Task.Run(() => FillAsync(fill, free.Reader, full.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in full.Reader.ReadAllAsync(ct))
            {
                foreach (var regel in batch)
                {
                    yield return regel;
                }

                free.Writer.TryWrite(batch.Array!);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;                  // the source is never left in use
        }
    }

    private static async Task FillAsync(Func<KetenRegel, Task<bool>> fill, ChannelReader<KetenRegel[]> free, ChannelWriter<ArraySegment<KetenRegel>> full, CancellationToken ct)
    {
        try
        {
            var count = PerBatch;
            while (count == PerBatch)
            {
                var batch = await free.ReadAsync(ct);
                count = 0;
                while (count < PerBatch && await fill(batch[count]))
                {
                    count++;
                }

                await full.WriteAsync(new ArraySegment<KetenRegel>(batch, 0, count), ct);
            }

            full.Complete();
        }
        catch (Exception e)
        {
            full.Complete(e);               // told to whoever reads
        }
    }
}
