using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>Bytes of a file to its text: UTF-8 with or without mark, else Windows-1252 as Excel writes it here.</summary>
internal static class Bestandtekst
{
    private static readonly byte[] Utf8Merk = [0xEF, 0xBB, 0xBF];
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly SearchValues<char> Stuurtekens = SearchValues.Create([.. Enumerable.Range(0, 32).Select(n => (char)n).Except(['\t', '\r', '\n'])]);

    /// <returns>The text; or why there is none.</returns>
    public static (string? Tekst, string? Fout) Van(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (null, "Is UTF-16. Sla het bestand op als «CSV UTF-8».");
        }

        if (bytes is [0x50, 0x4B, ..])
        {
            return (null, "Is een Excel- of zipbestand. Sla het op als «CSV UTF-8».");
        }

        var zonderMerk = bytes.StartsWith(Utf8Merk) ? bytes[Utf8Merk.Length..] : bytes;
        var tekst = Utf8.IsValid(zonderMerk) ? Encoding.UTF8.GetString(zonderMerk) : Windows1252.GetString(bytes);
        return (tekst.AsSpan().IndexOfAny(Stuurtekens), string.IsNullOrWhiteSpace(tekst)) switch
        {
            ( >= 0, _) => (null, "Bevat tekens die niet in een tekstbestand horen. Sla het bestand op als «CSV UTF-8»."),
            (_, true) => (null, "Is leeg."),
            _ => (tekst, null),
        };
    }
}
