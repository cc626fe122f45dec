using System.Diagnostics;

namespace Inburgering.Gateway.Tests.Door;

[Trait("Standaard", "ADR")]
[Trait("Regel", "/core/doc-openapi")]
public sealed class OpenApiLinterTests(ContractHost host) : IClassFixture<ContractHost>
{
    private static string Node { get; } = Path.Combine(Repository(), "tests", "node");

    [Fact]
    public async Task Lint_TheDocument_HasZeroFindings()
    {
        var (exit, output) = await LintAsync(host.Document.ToString());

        Assert.True(exit == 0 && output.Contains("No results", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task Lint_ADocumentWithoutContact_HasAFinding()
    {
        var (exit, output) = await LintAsync(host.Document.ToString().Replace("\"contact\"", "\"x-contact\"", StringComparison.Ordinal));

        Assert.NotEqual(0, exit);
        Assert.Contains("info-contact", output, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output)> LintAsync(string document)
    {
        if (!Directory.Exists(Path.Combine(Node, "node_modules")))
        {
            var install = await RunAsync("npm", "ci", "--no-audit", "--no-fund");
            Assert.True(install.Exit == 0, install.Output);
        }

        var file = Path.Combine(Path.GetTempPath(), $"openapi-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, document, TestContext.Current.CancellationToken);
        try
        {
            return await RunAsync("node", "node_modules/@stoplight/spectral-cli/dist/index.js", "lint", "-r", "linter.yaml", "--fail-severity", "hint", file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(int Exit, string Output)> RunAsync(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = Node, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Inburgering.Gateway.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
