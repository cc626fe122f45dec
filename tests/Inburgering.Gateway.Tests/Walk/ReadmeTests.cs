using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>What the README asks to paste does what the README says.</summary>
public sealed partial class ReadmeTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    [Fact]
    public async Task Plakken_OpdrachtenVanVijfMinuten_GevenWatDeReadmeZegt()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Binaries.Root, "README.md"), TestContext.Current.CancellationToken);
        var opdrachten = FiveMinutes().Match(readme).Groups["sh"].Value
            .Replace("127.0.0.1:8080", $"127.0.0.1:{house.Port}", StringComparison.Ordinal)
            .Replace("127.0.0.1:8090", $"127.0.0.1:{house.SandboxPort}", StringComparison.Ordinal)
            .Replace("./gateway", $"dotnet '{Binaries.Gateway}'", StringComparison.Ordinal);

        var output = await BashAsync(opdrachten);

        Assert.Contains("\"leerroute\":\"O\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain("GZH", output, StringComparison.Ordinal);
        Assert.Contains("GW-0104", output, StringComparison.Ordinal);
        Assert.Contains("\"status\":201", output, StringComparison.Ordinal);
        Assert.Contains("Het log is heel.", output, StringComparison.Ordinal);
    }

    [GeneratedRegex("## Five minutes.*?```sh\n(?<sh>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FiveMinutes();

    private async Task<string> BashAsync(string script)
    {
        var info = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Binaries.Root };
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add(script);
        info.Environment["GATEWAY_DATA"] = house.Data;
        info.Environment["GATEWAY_PORT"] = house.Port.ToString(CultureInfo.InvariantCulture);
        info.Environment["GATEWAY_SANDBOX_PORT"] = house.SandboxPort.ToString(CultureInfo.InvariantCulture);
        using var bash = Process.Start(info)!;
        var output = bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await output + await errors;
    }
}
