using System.Diagnostics;
using System.Globalization;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>Commands of a document, pasted in a shell beside a house that runs.</summary>
internal static class Plakken
{
    /// <summary>What they printed.</summary>
    public static async Task<string> InAsync(RunningHouse house, string opdrachten)
    {
        var info = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Binaries.Root };
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add(opdrachten
            .Replace("127.0.0.1:8080", $"127.0.0.1:{house.Port}", StringComparison.Ordinal)
            .Replace("127.0.0.1:8090", $"127.0.0.1:{house.SandboxPort}", StringComparison.Ordinal)
            .Replace("./gateway", $"dotnet '{house.Programma}'", StringComparison.Ordinal));
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
