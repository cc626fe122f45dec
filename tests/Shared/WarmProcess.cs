using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Inburgering.Gateway.Tests.Shared;

/// <summary>A process of one of our programs that can run it again when it has ended (<see cref="StartupHook"/>); it ends with the tests, or by a kill.</summary>
internal sealed class WarmProcess : IDisposable
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<WarmProcess>> Idle = new(StringComparer.Ordinal);

    /// <summary>EF Core refuses more than twenty databases in one process; the full numbers are measured in a process of their own.</summary>
    private static readonly int MostRuns = Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? 1 : 9;

    private readonly string dll;
    private readonly bool alone;
    private readonly Process process;
    private ProgramProcess? current;
    private int runs;

    /// <param name="own">What the runtime and the loader read at the start; empty: this process may have other runs.</param>
    private WarmProcess(string dll, Dictionary<string, string?> own)
    {
        this.dll = dll;
        alone = own.Count > 0;
        var info = new ProcessStartInfo("dotnet", [dll])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(dll)!,
        };
        foreach (var name in info.Environment.Keys.Where(k => k.StartsWith("GATEWAY_", StringComparison.Ordinal) || k.StartsWith("OTEL_", StringComparison.Ordinal)).ToArray())
        {
            info.Environment.Remove(name);
        }

        foreach (var (name, value) in own)
        {
            info.Environment[name] = value;
        }

        info.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        process = new Process { StartInfo = info };
        process.OutputDataReceived += (_, e) => current?.Keep(e.Data);
        process.ErrorDataReceived += (_, e) => current?.Keep(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = EndAsync();
    }

    public int Id => process.Id;

    /// <summary>CPU time of all runs so far.</summary>
    public TimeSpan Rekentijd
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>One that waits for work, or a new one.</summary>
    public static WarmProcess Take(string dll, IReadOnlyDictionary<string, string?> environment)
    {
        var own = environment.Where(e => IsOfProcess(e.Key)).ToDictionary(StringComparer.Ordinal);
        return own.Count == 0 && Idle.GetOrAdd(dll, _ => []).TryTake(out var idle) ? idle : new WarmProcess(dll, own);
    }

    /// <summary>Runs the program once.</summary>
    public void Run(ProgramProcess run, string[] words, IReadOnlyDictionary<string, string?> environment)
    {
        current = run;
        runs++;
        process.StandardInput.WriteLine(JsonSerializer.Serialize(new StartupHook.Turn(words, new(environment))));
        process.StandardInput.Flush();
    }

    /// <summary>Asks the program to end, as systemd and Docker do.</summary>
    public async Task AskToStopAsync()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Its run has ended; it may have another.</summary>
    public async Task GiveBackAsync()
    {
        current = null;
        if (!alone && runs < MostRuns)
        {
            Idle[dll].Add(this);
            return;
        }

        await KillAsync();
        Dispose();
    }

    public void Dispose() => process.Dispose();

    private static bool IsOfProcess(string name) => name.Split('_')[0] is "LD" or "FAKETIME" or "DOTNET";

    private async Task EndAsync()
    {
        await process.WaitForExitAsync();
        current?.End(process.ExitCode);
    }
}
