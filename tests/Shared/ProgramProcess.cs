using System.Collections.Concurrent;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Inburgering.Gateway.Tests.Shared;

/// <summary>One of our programs as a real process; everything it prints is kept for the canary scan.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private const int LowestPort = 15_000, HighestPort = 32_000;
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private ProgramProcess(Process process) => this.process = process;

    public string Output => string.Join('\n', output);

    public int Id => process.Id;

    public int ExitCode => process.ExitCode;

    /// <summary>CPU time so far.</summary>
    public TimeSpan Rekentijd
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static ProgramProcess Start(string dll, IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        var info = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(dll)! };
        info.ArgumentList.Add(dll);
        foreach (var arg in args)
        {
            info.ArgumentList.Add(arg);
        }

        foreach (var name in info.Environment.Keys.Where(k => k.StartsWith("GATEWAY_", StringComparison.Ordinal) || k.StartsWith("OTEL_", StringComparison.Ordinal)).ToArray())
        {
            info.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        var program = new ProgramProcess(new Process { StartInfo = info });
        program.process.OutputDataReceived += (_, e) => program.Keep(e.Data);
        program.process.ErrorDataReceived += (_, e) => program.Keep(e.Data);
        program.process.Start();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
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
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"Het programma stopte met {process.ExitCode}:\n{Output}");
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
    public async Task<int> WaitAsync(CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            output.Enqueue(line);
        }
    }
}
