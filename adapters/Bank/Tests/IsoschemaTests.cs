using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Adapters.Tests.Contracts;

namespace Inburgering.Gateway.Adapters.Bank.Tests;

/// <summary>The schemas are data of others: unmodified, with their source.</summary>
public sealed partial class IsoschemaTests
{
    [Fact]
    public void Schemas_EveryFile_IsTheOneOfItsSource()
    {
        var bron = File.ReadAllText(Path.Combine(Xmllint.Schemas, "README.md"));
        var genoemd = Regel().Matches(bron).ToDictionary(m => m.Groups["bestand"].Value, m => m.Groups["hash"].Value);

        var gevonden = Directory.EnumerateFiles(Xmllint.Schemas, "*.xsd").ToDictionary(pad => Path.GetFileName(pad), pad => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(pad))));

        Assert.Equal(gevonden.OrderBy(f => f.Key, StringComparer.Ordinal), genoemd.OrderBy(f => f.Key, StringComparer.Ordinal));
        Assert.Equal(Isobericht.Alle.Order(StringComparer.Ordinal), gevonden.Keys.Select(naam => Path.GetFileNameWithoutExtension(naam)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Samen_AllSchemas_CompileTogether() =>
        Assert.All(Isobericht.Alle, soort => Assert.True(Isoschema.Samen.IsCompiled && Isoschema.Samen.Contains(Isobericht.Naamruimte(soort))));

    /// <summary>The examples that are right are right for another implementation too.</summary>
    [Theory]
    [InlineData("afschrift-dag", "camt.053.001.08")]
    [InlineData("advies-retour", "camt.054.001.08")]
    [InlineData("status-een-geweigerd", "pain.002.001.10")]
    [InlineData("status-dubbel", "pain.002.001.10")]
    [InlineData("status-naamcontrole", "pain.002.001.10")]
    public async Task Example_ThatIsRight_IsValid(string naam, string soort) =>
        Assert.Equal(string.Empty, await Xmllint.ToetsAsync(soort, [System.Text.Encoding.UTF8.GetBytes(Bankbestand.Voorbeeld(naam))]));

    [GeneratedRegex(@"^\| (?<bestand>[a-z0-9.]+\.xsd) \|.*\b(?<hash>[0-9a-f]{64})\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Regel();
}
