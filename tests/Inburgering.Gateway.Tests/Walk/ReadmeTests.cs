using System.Text.RegularExpressions;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>What the README, and the walk for a new partner, ask to paste does what they say.</summary>
public sealed partial class ReadmeTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    [Fact]
    public async Task Plakken_OpdrachtenVanVijfMinuten_GevenWatDeReadmeZegt()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Binaries.Root, "README.md"), TestContext.Current.CancellationToken);

        var output = await Plakken.InAsync(house, FiveMinutes().Match(readme).Groups["sh"].Value);

        Assert.Contains("\"leerroute\":\"O\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain("GZH", output, StringComparison.Ordinal);
        Assert.Contains("GW-0104", output, StringComparison.Ordinal);
        Assert.Contains("\"status\":201", output, StringComparison.Ordinal);
        Assert.Contains("Het log is heel.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plakken_OpdrachtenVanEenNieuwePartner_LeverenInHetDossierEnGevenNietsBuitenDeGrant() =>
        Nieuwepartner.HoudtZich(await Plakken.InAsync(house, Nieuwepartner.Opdrachten));

    [GeneratedRegex("## Five minutes.*?```sh\n(?<sh>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FiveMinutes();
}
