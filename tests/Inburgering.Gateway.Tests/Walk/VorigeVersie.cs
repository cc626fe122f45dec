using System.Diagnostics;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>The program as it was before the newest change to the form of the database, built from the repository's own history: what still runs on the other machine during an upgrade.</summary>
internal static class VorigeVersie
{
    /// <returns>Its program, and its config.</returns>
    public static async Task<(string Programma, string Config)> BouwAsync(string map, CancellationToken ct)
    {
        Directory.CreateDirectory(map);
        var nieuwste = await RunAsync("git", ["log", "-n", "1", "--diff-filter=A", "--format=%H", "--", "src/Inburgering.Gateway/Storage/Migrations/*.cs"], ct);
        await RunAsync("git", ["archive", "-o", Path.Combine(map, "bron.tar"), $"{nieuwste}^"], ct);
        await RunAsync("tar", ["-xf", Path.Combine(map, "bron.tar"), "-C", map], ct);
        var bin = Path.Combine(map, "bin");
        await RunAsync(
            "dotnet",
            ["build", Path.Combine(map, "src", "Inburgering.Gateway"), "-c", "Release", "-o", bin, "-v", "q", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzersDuringBuild=false"],
            ct);
        return (Path.Combine(bin, "Inburgering.Gateway.dll"), Path.Combine(map, "config"));
    }

    private static async Task<string> RunAsync(string programma, string[] woorden, CancellationToken ct)
    {
        using var proces = Process.Start(new ProcessStartInfo(programma, woorden) { WorkingDirectory = Binaries.Root, RedirectStandardOutput = true, UseShellExecute = false })!;
        var uitvoer = await proces.StandardOutput.ReadToEndAsync(ct);
        await proces.WaitForExitAsync(ct);
        Assert.True(proces.ExitCode == 0, $"{programma} {woorden[0]}: {uitvoer}");
        return uitvoer.Trim();
    }
}
