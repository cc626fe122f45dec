using System.Text.RegularExpressions;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Wiring.Partnerpaginas;

namespace Inburgering.Gateway.Tests.Wiring;

/// <summary>docs/partners/: what goes in and out at each partner is what adapter and config say today.</summary>
public sealed partial class PartnerpaginaTests
{
    private static readonly string Paginas = Path.Combine(Binaries.Root, "docs", "partners");

    public static TheoryData<string> Partners => [.. ConfigCopy.Adapters];

    [Theory]
    [MemberData(nameof(Partners))]
    public async Task Pagina_VanIederePartner_IsWatDeOpdrachtNuZegt(string partner)
    {
        var pad = Path.Combine(Paginas, $"{partner}.md");
        var bewaard = File.Exists(pad) ? await File.ReadAllTextAsync(pad, TestContext.Current.CancellationToken) : string.Empty;

        var (exit, tekst) = await BeschrijfAsync("beschrijf", partner);

        Assert.True(
            exit == 0 && tekst == bewaard,
            $"docs/partners/{partner}.md is niet wat adapter en config zeggen. Bouw, en vernieuw haar: dotnet run --project src/Inburgering.Gateway -- partner beschrijf {partner} > docs/partners/{partner}.md");
    }

    [Theory]
    [MemberData(nameof(Partners))]
    public async Task Pagina_VanIederePartner_VerwijstNaarWatAangenomenIsEnTerug(string partner)
    {
        var pagina = await File.ReadAllTextAsync(Path.Combine(Paginas, $"{partner}.md"), TestContext.Current.CancellationToken);
        var uitleg = Path.GetFullPath(Path.Combine(Paginas, Verwijzing().Match(pagina).Groups["naar"].Value));

        Assert.Contains($"partners/{partner}.md", await File.ReadAllTextAsync(uitleg, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Paginas_ZonderPartner_ZijnErNiet() =>
        Assert.Equal(ConfigCopy.Adapters.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Paginas).Select(pad => Path.GetFileNameWithoutExtension(pad)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("beschrijf", "bakker")]
    [InlineData("beschrijf")]
    [InlineData("duo")]
    public async Task Beschrijf_NietBegrepen_ZegtHoeHetWel(params string[] woorden)
    {
        var fout = await Assert.ThrowsAsync<InvalidOperationException>(() => BeschrijfAsync(woorden));

        Assert.StartsWith("Gebruik: gateway partner beschrijf", fout.Message, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Tekst)> BeschrijfAsync(params string[] woorden)
    {
        await using var output = new StringWriter();
        var exit = await PartnerCommand.RunAsync(woorden, new GatewayOptions { DataMap = string.Empty, SleutelMap = string.Empty, Port = 0, SandboxPort = 0, ConfigMap = ConfigCopy.Committed }, output);
        return (exit, output.ToString());
    }

    [GeneratedRegex(@"aangenomen: \[[^]]+\]\((?<naar>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Verwijzing();
}
