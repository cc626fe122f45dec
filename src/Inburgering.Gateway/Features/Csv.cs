using System.Text;

namespace Inburgering.Gateway.Features;

/// <summary>Rows as a Dutch spreadsheet reads them: semicolons, quotes, and no cell that begins a formula (ux 4.5).</summary>
internal static class Csv
{
    /// <summary>So that the spreadsheet sees that this is UTF-8.</summary>
    public static ReadOnlyMemory<byte> Bom { get; } = new byte[] { 0xEF, 0xBB, 0xBF };

    /// <summary>One row with its line end.</summary>
    public static string Rij(params IEnumerable<string?> cellen)
    {
        var rij = new StringBuilder();
        foreach (var cel in cellen)
        {
            rij.Append(rij.Length > 0 ? ";" : string.Empty).Append('"').Append(Veilig(cel ?? string.Empty).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        return rij.Append("\r\n").ToString();
    }

    /// <summary>A spreadsheet takes what begins like this for a formula; an apostrophe makes it text.</summary>
    private static string Veilig(string cel) => cel.Length > 0 && cel.TrimStart() is var kaal && (cel[0] is '\t' or '\r' or '\n' || (kaal.Length > 0 && kaal[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠'))
        ? "'" + cel
        : cel;
}
