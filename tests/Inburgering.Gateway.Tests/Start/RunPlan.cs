using System.Diagnostics;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Start;

/// <summary>How ./run is to be started: its words, data folder, ports, further environment, and as whom.</summary>
internal sealed record RunPlan(string Data, params string[] Words)
{
    public static string Repository { get; } = FindRepository();

    public int Port { get; init; } = ProgramProcess.FreePort();

    public int SandboxPort { get; init; } = ProgramProcess.FreePort();

    /// <summary>True: as <c>nobody</c> when these tests run as root; else as who runs them.</summary>
    public bool AsNormalUser { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public ProcessStartInfo ToStartInfo()
    {
        var drop = AsNormalUser && System.Environment.IsPrivilegedProcess;
        var info = new ProcessStartInfo(drop ? "setpriv" : Path.Combine(Repository, "run"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = Repository,
        };
        string[] before = drop ? ["--reuid=nobody", "--regid=nogroup", "--clear-groups", Path.Combine(Repository, "run")] : [];
        foreach (var word in before.Concat(Words))
        {
            info.ArgumentList.Add(word);
        }

        FillEnvironment(info.Environment);
        return info;
    }

    private void FillEnvironment(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(k => k.StartsWith("GATEWAY_", StringComparison.Ordinal) && k != "GATEWAY_TEST_RUN").ToList())
        {
            environment.Remove(name);
        }

        environment["GATEWAY_GEBOUWD"] = "1";
        environment["GATEWAY_DATA"] = Data;
        environment["GATEWAY_PORT"] = $"{Port}";
        environment["GATEWAY_SANDBOX_PORT"] = $"{SandboxPort}";
        foreach (var (name, value) in Environment)
        {
            environment[name] = value;
        }
    }

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Inburgering.Gateway.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Inburgering.Gateway.sln above the tests.");
        }

        return folder;
    }
}
