using System.Diagnostics;
using Inburgering.Gateway.Adapters.Tests.Contracts;

namespace Inburgering.Gateway.Adapters.Bank.Tests;

/// <summary>Another implementation of XML Schema, by which what we write and what we read by is held against the same schemas.</summary>
internal static class Xmllint
{
    public static readonly string Schemas = Path.Combine(SharedContracts.RepositoryRoot, "adapters", "Bank", "Schemas");

    /// <summary>What it says of files that all are of one message; empty: they are valid.</summary>
    public static async Task<string> ToetsAsync(string soort, IReadOnlyList<ReadOnlyMemory<byte>> bestanden)
    {
        var map = Directory.CreateTempSubdirectory("bank-");
        try
        {
            for (var i = 0; i < bestanden.Count; i++)
            {
                await File.WriteAllBytesAsync(Path.Combine(map.FullName, $"{i}.xml"), bestanden[i], TestContext.Current.CancellationToken);
            }

            return await RunAsync(soort, [.. Enumerable.Range(0, bestanden.Count).Select(i => Path.Combine(map.FullName, $"{i}.xml"))]);
        }
        finally
        {
            map.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string soort, IEnumerable<string> bestanden)
    {
        var start = new ProcessStartInfo("xmllint", ["--noout", "--nonet", "--schema", Path.Combine(Schemas, $"{soort}.xsd"), .. bestanden]) { RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var gezegd = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? string.Empty : gezegd;
    }
}
