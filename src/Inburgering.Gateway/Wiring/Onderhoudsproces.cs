using System.Diagnostics;

namespace Inburgering.Gateway.Wiring;

/// <summary>`gateway onderhoud …` as a process of its own, because this one holds the application role only (security 9).</summary>
internal static class Onderhoudsproces
{
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(string werk, CancellationToken ct)
    {
        // «dotnet gateway.dll» or the program itself
        var program = Environment.ProcessPath!;
        string[] words = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(Onderhoudsproces).Assembly.Location] : [];
        using var process = Process.Start(new ProcessStartInfo(program, [.. words, "onderhoud", werk]) { UseShellExecute = false })!;
        try
        {
            await process.WaitForExitAsync(ct);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill();            // safe at any moment: one transaction per dossier
            throw;
        }
    }
}
