using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>
/// <c>{"koppen":[["1708",0,12,"hex"],…],"nummer":1,"tijd":1731661200000,"vorige":"hex"}</c> in the form of RFC 8785; a head is
/// gemeente, slot, seq, hash.
/// </summary>
internal static class ZegelForm
{
    public static string Write(ZegelInhoud inhoud)
    {
        var text = new StringBuilder("{\"koppen\":[");
        for (var i = 0; i < inhoud.Koppen.Count; i++)
        {
            var kop = inhoud.Koppen[i];
            text.Append(i == 0 ? string.Empty : ",").Append(CultureInfo.InvariantCulture,
                $"[\"{kop.Gemeentecode}\",{kop.Slot},{kop.Seq},\"{Convert.ToHexStringLower(kop.Hash)}\"]");
        }

        return text.Append(CultureInfo.InvariantCulture,
            $"],\"nummer\":{inhoud.Nummer},\"tijd\":{inhoud.Tijd},\"vorige\":\"{Convert.ToHexStringLower(inhoud.VorigHash)}\"}}").ToString();
    }

    /// <summary>Null when the text does not have this form to the byte.</summary>
    public static ZegelInhoud? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var inhoud = new ZegelInhoud(
                root.GetProperty("nummer").GetInt64(),
                root.GetProperty("tijd").GetInt64(),
                root.GetProperty("koppen").EnumerateArray().Select(ReadKop).ToList(),
                Convert.FromHexString(root.GetProperty("vorige").GetString()!));
            return string.Equals(Write(inhoud), text, StringComparison.Ordinal) ? inhoud : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException
            or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static Kop ReadKop(JsonElement kop) =>
        new(kop[0].GetString()!, kop[1].GetInt32(), kop[2].GetInt64(), Convert.FromHexString(kop[3].GetString()!));
}
