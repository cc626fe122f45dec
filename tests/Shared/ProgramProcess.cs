using System.Collections.Concurrent;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Inburgering.Gateway.Tests.Shared;

/// <summary>One run of one of our programs in a real process; everything it prints is kept for the canary scan.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private const int LowestPort = 15_000, HighestPort = 32_000;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private readonly WarmProcess process;
    private readonly TimeSpan before;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<int> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int endedStreams;
    private bool gone;

    private ProgramProcess(WarmProcess process)
    {
        this.process = process;
        before = process.Rekentijd;
    }

    public string Output => string.Join('\n', output);

    public int Id => process.Id;

    /// <summary>CPU time so far.</summary>
    public TimeSpan Rekentijd => process.Rekentijd - before;

    public static ProgramProcess Start(string dll, IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        var taken = WarmProcess.Take(dll, environment);
        var run = new ProgramProcess(taken);
        taken.Run(run, args, environment);
        return run;
    }

    /// <summary>A free port, below those the system hands out, that nobody else in this run is given: not even while nothing listens on it.</summary>
    public static int FreePort()
    {
        Directory.CreateDirectory(Cluster.RunFolder);
        using var turn = Turn(Path.Combine(Cluster.RunFolder, "poorten"));
        var last = turn.Length == sizeof(int) ? BinaryPrimitives.ReadInt32LittleEndian(Read(turn)) : RandomNumberGenerator.GetInt32(LowestPort, HighestPort);
        var port = last;
        do
        {
            port = port < HighestPort ? port + 1 : LowestPort;
        }
        while (!IsFree(port));

        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, port);
        turn.Position = 0;
        turn.Write(bytes);
        return port;
    }

    private static byte[] Read(FileStream file)
    {
        var bytes = new byte[sizeof(int)];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Other test projects of this run draw from the same file.</summary>
    private static FileStream Turn(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Yield();
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Waits until the address answers 2xx.</summary>
    public async Task ReadyAsync(string url, CancellationToken ct)
    {
        using var client = new HttpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (end.Task.IsCompleted)
            {
                throw new InvalidOperationException($"Het programma stopte met {await end.Task}:\n{Output}");
            }

            try
            {
                using var response = await client.GetAsync(url, limit.Token);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !ct.IsCancellationRequested))
            {
                // not listening yet, or no answer in time
            }

            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException($"Het programma is niet gereed ({url}):\n{string.Join('\n', output.TakeLast(20))}");
            }

            await Task.Delay(50, ct);
        }
    }

    /// <summary>Waits for a command to end.</summary>
    public Task<int> WaitAsync(CancellationToken ct) => end.Task.WaitAsync(ct);

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        gone = true;
        await process.KillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (gone)
        {
            process.Dispose();
            return;
        }

        gone = true;
        if (await HasStoppedAsync())
        {
            await process.GiveBackAsync();
        }
        else
        {
            await process.KillAsync();
            process.Dispose();
        }
    }

    /// <summary>What the program prints, of either stream; null at the end of the process.</summary>
    internal void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (!line.StartsWith(StartupHook.End, StringComparison.Ordinal))
        {
            output.Enqueue(line);
        }
        else if (Interlocked.Increment(ref endedStreams) == 2)
        {
            End(int.Parse(line[StartupHook.End.Length..], CultureInfo.InvariantCulture));
        }
    }

    internal void End(int exitCode) => end.TrySetResult(exitCode);

    private async Task<bool> HasStoppedAsync()
    {
        if (!end.Task.IsCompleted)
        {
            await process.AskToStopAsync();
        }

        return await Task.WhenAny(end.Task, Task.Delay(StopLimit)) == end.Task && endedStreams == 2;
    }
}
