using System.Text.RegularExpressions;

namespace Inburgering.Gateway.Tests.Shared;

/// <summary>People of the demo whose numbers and names may stand nowhere but where they were granted.</summary>
internal static partial class Canary
{
    public static readonly string[] Numbers = ["999990019", "999990032", "999990044", "999990056", "2900000017", "2900000025", "2900000033"];

    public static readonly string[] Names = ["Al-Khatib", "Warsame"];

    /// <summary>Nothing of anybody.</summary>
    public static void AssertClean(string text)
    {
        foreach (var word in Numbers.Concat(Names))
        {
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            {
                Assert.Fail($"Een canary staat na: {text[Math.Max(0, at - 80)..at]}");
            }
        }
    }

    /// <summary>A BSN only as gegevens.IDN.bsn.</summary>
    public static void AssertOnlyAsIdnBsn(string body)
    {
        var rest = Idn().Replace(body, idn => Nummer().Replace(idn.Value, "\"bsn\":\"\""));
        foreach (var number in Numbers)
        {
            Assert.False(rest.Contains(number, StringComparison.Ordinal), "Een nummer staat buiten gegevens.IDN.");
        }
    }

    [GeneratedRegex("\"IDN\":\\{[^}]*\\}", RegexOptions.None, 1000)]
    private static partial Regex Idn();

    [GeneratedRegex("\"(bsn|vNummer)\":\"\\d+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nummer();
}
