using System.Text;

namespace Inburgering.Gateway.Tests.Shared;

/// <summary>The canaries in every form in which they could hide in bytes: as text, as hexadecimal digits, inside base64.</summary>
internal static class CanaryBytes
{
    private static readonly (string Word, string[] Forms)[] Words = [.. Canary.Numbers.Concat(Canary.Names).Select(word => (word, FormsOf(word).ToArray()))];

    /// <param name="where">Names the place in the message; the value itself is never shown.</param>
    /// <param name="eigen">Canaries that may stand there, in any form.</param>
    public static void AssertClean(string where, byte[] bytes, params string[] eigen)
    {
        Assert.NotEmpty(bytes);
        var text = Encoding.Latin1.GetString(bytes);
        foreach (var form in Words.Where(w => !eigen.Contains(w.Word)).SelectMany(w => w.Forms))
        {
            if (text.IndexOf(form, StringComparison.Ordinal) is var at and >= 0)
            {
                Assert.Fail($"{where}: een canary staat na: {text[Math.Max(0, at - 120)..at]}");
            }
        }
    }

    private static IEnumerable<string> FormsOf(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        yield return word;
        yield return word.ToUpperInvariant();
        yield return word.ToLowerInvariant();
        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
        for (var before = 0; before < 3; before++)
        {
            yield return Base64(bytes, before);
            yield return Base64(bytes, before).Replace('+', '-').Replace('/', '_');
        }
    }

    /// <summary>The part of the base64 that does not depend on what stands before and after.</summary>
    private static string Base64(byte[] bytes, int before)
    {
        var first = ((before * 8) + 5) / 6;
        var last = (before + bytes.Length) * 8 / 6;
        return Convert.ToBase64String([.. new byte[before], .. bytes])[first..last];
    }
}
