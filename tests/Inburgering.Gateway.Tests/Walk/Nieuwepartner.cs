using System.Text.RegularExpressions;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>docs/nieuwe-partner.md: the files it gives, the commands it asks to paste, and what these must show.</summary>
internal static partial class Nieuwepartner
{
    private static string Document { get; } = File.ReadAllText(Path.Combine(Binaries.Root, "docs", "nieuwe-partner.md"));

    /// <summary>Path to content, as the document has them.</summary>
    public static IReadOnlyDictionary<string, string> Bestanden { get; } = Bestand().Matches(Document).ToDictionary(m => m.Groups["pad"].Value, m => m.Groups["tekst"].Value);

    /// <summary>What is pasted beside a house that runs.</summary>
    public static string Opdrachten { get; } = "REGIE=" + Plakblok().Match(Document).Groups["sh"].Value;

    /// <summary>The partner's own folder, "adapters/Sociaalwerk".</summary>
    public static string Map { get; } = string.Join('/', Bestanden.Keys.First(pad => pad.StartsWith("adapters/", StringComparison.Ordinal)).Split('/')[..2]);

    /// <summary>The partner's file under config/.</summary>
    public static string Config { get; } = Bestanden.Keys.Single(pad => pad.StartsWith("config/", StringComparison.Ordinal));

    /// <summary>What came of the commands: the message is in the dossier, the partner sees its grant and no more.</summary>
    public static void HoudtZich(string output)
    {
        string[] regels = [.. output.Split('\n').Where(regel => regel.Length > 0)];
        Assert.True(regels.Length == 5, output);
        Assert.Contains("\"status\":\"verwerkt\"", regels[0], StringComparison.Ordinal);
        Assert.Contains("""{"onderwerp":"energie","status":"geregeld","bron":"swn"}""", regels[1], StringComparison.Ordinal);
        Assert.Equal(["CON", "CPS", "IDN"], Categorie().Matches(regels[2]).Select(m => m.Groups["code"].Value).Order(StringComparer.Ordinal).Except(["PIP"]));
        Assert.DoesNotMatch("bsn|vNummer|geboortedatum|geslacht|adres", regels[2]);
        Assert.Contains("GW-0103", regels[3], StringComparison.Ordinal);
        Assert.Contains("/data/toelichting", regels[4], StringComparison.Ordinal);
    }

    [GeneratedRegex("^`(?<pad>(adapters|config)/[^`]+)`:\n\n```[a-z]+\n(?<tekst>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bestand();

    [GeneratedRegex("^```sh\nREGIE=(?<sh>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plakblok();

    [GeneratedRegex("\"(?<code>[A-Z]{3})\":\\{", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Categorie();
}
