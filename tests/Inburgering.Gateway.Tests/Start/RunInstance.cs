using System.Diagnostics;

namespace Inburgering.Gateway.Tests.Start;

/// <summary>One ./run in a process of its own, with its own data folder and ports, on what ./test has published.</summary>
internal sealed class RunInstance : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly List<string> _lines = [];

    private RunInstance(RunPlan plan)
    {
        Plan = plan;
        _process = new Process { StartInfo = plan.ToStartInfo() };
        _process.OutputDataReceived += (_, e) => Add(e.Data);
        _process.ErrorDataReceived += (_, e) => Add(e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public RunPlan Plan { get; }

    public string Output
    {
        get { lock (_lines) { return string.Join('\n', _lines); } }
    }

    public int Id => _process.Id;

    public static RunInstance Start(RunPlan plan) => new(plan);

    /// <summary>What a start says that is expected to end by itself.</summary>
    public static async Task<(int ExitCode, string Output)> RefusedAsync(RunPlan plan)
    {
        await using var run = Start(plan);
        var exitCode = await run.ExitAsync();
        return (exitCode, run.Output);
    }

    /// <summary>The line that says where it is ready; fails with the output when the process ends first.</summary>
    public async Task<string> ReadyAsync()
    {
        var exit = _process.WaitForExitAsync();
        if (await Task.WhenAny(_ready.Task, exit).WaitAsync(Patience) == exit)
        {
            Assert.Fail($"./run eindigde voor Gereed:\n{Output}");
        }

        return await _ready.Task;
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async Task<int> StopAsync()
    {
        Signal("TERM", Id);
        return await ExitAsync();
    }

    /// <summary>PostgreSQL, sandbox and gateway, as their pid files name them.</summary>
    public int[] ServerPids() =>
    [
        FirstNumber(Path.Combine(Plan.Data, "pg", "postmaster.pid")),
        FirstNumber(Path.Combine(Plan.Data, "run", "sandbox.pid")),
        FirstNumber(Path.Combine(Plan.Data, "run", "gateway.pid")),
    ];

    /// <summary>As a power cut: nobody gets to clean up.</summary>
    public async Task KillAllAsync()
    {
        var servers = ServerPids();
        Signal("KILL", [Id, .. servers]);
        await ExitAsync();
        // a process that is dying still holds its port; after a power cut there is none
        while (servers.Any(IsAlive))
        {
            await Task.Yield();
        }
    }

    /// <summary>A zombie has ended, though nobody has asked after it yet.</summary>
    public static bool IsAlive(int pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
    }

    private static void Signal(string name, params int[] pids)
    {
        using var kill = Process.Start("bash", ["-c", $"kill -{name} {string.Join(' ', pids)} 2>/dev/null"]);
        kill.WaitForExit();
    }

    private static int FirstNumber(string file) =>
        int.Parse(File.ReadLines(file).First(), System.Globalization.CultureInfo.InvariantCulture);

    private void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);
        }

        if (line.StartsWith("Gereed: ", StringComparison.Ordinal))
        {
            _ready.TrySetResult(line);
        }
    }
}
