using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>
/// <c>{"nummer":1,"reeksen":[["1708",0,401,500,"hash voor","hash laatste"],…],"regels":100,"tijd":1731661200000,"vorm":1,"zegel":77}</c>
/// in the form of RFC 8785; a reeks is gemeente, slot, first and last seq that are lost, hash before and hash of the last.
/// </summary>
internal static class HerstelForm
{
    private const int Versie = 1;

    public static string Write(Herstel herstel)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\"nummer\":{herstel.Nummer},\"reeksen\":[").AppendJoin(',', herstel.Reeksen.Select(ReeksForm.Write));
        return text.Append(CultureInfo.InvariantCulture, $"],\"regels\":{herstel.Regels},\"tijd\":{herstel.Tijd},\"vorm\":{Versie},\"zegel\":{herstel.Zegel}}}").ToString();
    }

    /// <summary>Null when the text does not have this form to the byte, or its runs are not in order.</summary>
    public static Herstel? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var herstel = new Herstel
            {
                Nummer = root.GetProperty("nummer").GetInt64(),
                Zegel = root.GetProperty("zegel").GetInt64(),
                Tijd = root.GetProperty("tijd").GetInt64(),
                Reeksen = root.GetProperty("reeksen").EnumerateArray().Select(ReeksForm.Read).ToList(),
            };
            return ReeksForm.InOrder(herstel.Reeksen) && string.Equals(Write(herstel), text, StringComparison.Ordinal) ? herstel : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException
            or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
